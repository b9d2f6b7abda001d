"""Passages that tell a bidder two opposite things: no prices in the technical part, and costs asked for in it.

A false one accuses. Each pair below is worded narrowly, and is dropped where one of the two passages makes room for the
other ("unless", "if") or one sentence holds both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from checker.domain import Clause, Fact
from checker.facts.slip_facts import Said, clashes
from checker.facts.statements import Statement, own_words, statements

MOST = 4  # pairs that are told
_YIELDS = re.compile(
    r"\b(?:unless|except|save (?:that|where|for)|in the event|other than|should (?:it|this|the)|may be considered|"
    r"to the extent|alternatively|others|those who|where applicable|if applicable)\b|^(?:if|where|when|should)\b",
    re.IGNORECASE,
)
_NOT_SAID = re.compile(r"\b(?:not|nor|never)\b[^.;]{0,40}\b(?:on the (?:basis|footing|assumption)|assum\w+)\b", re.I)
_Fits = Callable[[Statement, Statement], bool]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two wordings that cannot both hold."""

    one: re.Pattern[str]
    other: re.Pattern[str]
    fits: _Fits
    apart: re.Pattern[str] | None = None  # words of a third passage that tell the two apart
    near: bool = False  # only where the two stand next to each other


def _always(one: Statement, other: Statement) -> bool:
    return True


def _same_document(one: Statement, other: Statement) -> bool:
    return one.clause.document == other.clause.document


def _thing(found: re.Match[str]) -> str:
    return next(group for group in found.groups() if group).lower().removesuffix("s")


def _same_thing(name: str) -> _Fits:
    pattern = re.compile(name, re.IGNORECASE)

    def fits(one: Statement, other: Statement) -> bool:
        first, second = pattern.search(one.text), pattern.search(other.text)
        return bool(first and second and _thing(first) == _thing(second))

    return fits


def _same_row(one: Statement, other: Statement) -> bool:
    """Sentences of one clause, or two rows that open with the same words."""
    return not one.cells or (bool(other.cells) and one.cells[0] == other.cells[0])


def _pair(one: str, other: str, fits: _Fits = _always, apart: str | None = None, *, near: bool = False) -> Pair:
    third = re.compile(apart, re.IGNORECASE) if apart else None
    return Pair(re.compile(one, re.IGNORECASE), re.compile(other, re.IGNORECASE), fits, third, near)


_BUYER = (
    r"(?:council|authority|trust|client|customer|employer|university|college|school|department|commissioner|buyer|"
    r"company)"
)
_MAKER = r"(?:contractor|supplier|provider|service provider|consultant|tenderer|bidder)"
_ITEM = (
    r"(consumables|cleaning materials|cleaning equipment|equipment|materials|plant|tools|uniforms?|vehicles|"
    r"toilet paper)"
)
_PAIRS = (
    _pair(  # prices in the technical part
        r"\b(?:do not|must not|should not|shall not|may not) (?:\w+ ){0,2}(?:include|contain|refer to|show|give) "
        r"(?:any |details of )*(?:pric\w+|cost\w*|financial|commercial) ?(?:information|details|data)?\b"
        r"(?=[^.;]{0,60}\b(?:technical|quality|this (?:section|part|response)|method statement|document|"
        r"your (?:response|answers?))|\W)",
        r"(?:\b(?:technical|quality|method statement|project plan|proposal)\b[^.;]{0,80}\b|"
        r"^[^.;]{0,60}\b)(?:itemised costings?|"
        r"breakdown of (?:all )?costs|costed (?:plan|programme|proposal)|(?:full|detailed) costings?|price "
        r"breakdown)\b",
        _same_document,
    ),
    _pair(  # whether the staff transfer
        r"\b(?:TUPE|transfer of undertakings)\b[^.;]{0,90}\b(?:does not|do not|will not|shall not|"
        r"is not (?:expected|considered|likely) to|are not (?:expected|considered|likely) to|not) apply\b|"
        r"\bthere (?:are|is) no (?:staff|employees|TUPE)[^.;]{0,40}\b(?:transfer|TUPE|implications)",
        r"\b(?:TUPE|transfer of undertakings)\b[^.;]{0,90}\b(?:"
        r"(?:will|does|shall|(?:is|are) (?:likely|expected|considered) to) apply|applies)\b"
        r"(?! (?:if|where|to the extent|only))",
    ),
    _pair(  # other solutions
        r"\b(?:variant|alternative) (?:bids?|tenders?|offers?|proposals?|solutions?)\b[^.;]{0,30}\b"
        r"(?:will not|shall not|are not|cannot|may not|must not) "
        r"(?:be )?(?:accepted|considered|permitted|allowed|invited|submitted)|"
        r"\bno (?:variant|alternative) (?:bids?|tenders?|offers?|proposals?)",
        r"\b(?:variant|alternative) (?:bids?|tenders?|offers?|proposals?)\b[^.;]{0,40}\b"
        r"(?:are (?:welcome|invited|permitted|allowed)|(?:will|may|shall) be "
        r"(?:accepted|considered|submitted|permitted))",
    ),
    _pair(  # prices for good, or reviewed
        r"\b(?:prices?|rates|charges|fees)\b[^.;]{0,40}\b(?:fixed|firm)\b"
        r"(?! for (?:the )?(?:first|initial|\w+ (?:months?|years?)))[^.;]{0,40}\b(?:for|throughout|during) the "
        r"(?:full |whole |entire |duration of the |life of the |term of the )*"
        r"(?:contract|term|duration|agreement|contract period)\b|"
        r"\bno (?:price increases?|increases? in (?:price|rates)|indexation)\b[^.;]{0,40}\b"
        r"(?:during|throughout|contract|term)",
        r"\b(?:prices?|rates|charges|fees)\b[^.;]{0,50}\b(?:reviewed|adjusted|increased|uplifted|indexed|"
        r"varied)\b[^.;]{0,50}\b(?:annually|each year|every year|anniversary|yearly|per annum|CPIH?|RPI|inflation|"
        r"index)\b",
    ),
    _pair(  # one firm alone
        r"\bsub-?contract\w*\b[^.;]{0,40}\b(?:is|are|will) not (?:be )?(?:permitted|allowed|accepted)\b(?! without)|"
        r"\bno (?:part|element)[^.;]{0,40}\bbe sub-?(?:contracted|let)\b(?! without)",
        r"\bsub-?contract\w*\b[^.;]{0,50}\b(?:is|are) (?:welcome|permitted|allowed|acceptable|encouraged)\b|"
        r"\bname\w* (?:any |all )?(?:proposed )?sub-?contractors\b",
    ),
    _pair(  # groups of firms
        r"\b(?:consortia|consortium bids?|joint (?:bids?|tenders?))\b[^.;]{0,40}\b(?:will not|are not|cannot) "
        r"(?:be )?(?:accepted|considered|permitted|allowed)",
        r"\b(?:consortia|consortium (?:bids?|tenders?)|joint (?:bids?|tenders?))\b[^.;]{0,40}\b"
        r"(?:are (?:welcome|permitted|allowed|encouraged|acceptable)|may (?:bid|tender|apply))",
    ),
    _pair(  # cover on the day of the bid, or by the start
        r"\b(?:insurances?|cover|polic(?:y|ies))\b[^.;|]{0,60}\b(?:in (?:place|force)|held|effective|taken out)\b"
        r"[^.;|]{0,30}\b(?:at the (?:time|date) of (?:the |your )?(?:tender|bid|submission|application)|"
        r"when (?:you|they) (?:tender|bid|apply)|at the (?:tender|bid) (?:return )?date)",
        r"\b(?:insurances?|cover|polic(?:y|ies))\b[^.;|]{0,80}\b(?:(?:will|to|must|shall) be|is|are|in) (?:in )?"
        r"(?:place|force|held|taken out|obtained)\b[^.;|]{0,30}\b(?:by|before|prior to|on|from) (?:the )?"
        r"(?:contract |date of )?(?:award|start|commencement|first order|signature)",
    ),
    _pair(  # a visit that must, or need not, be made
        r"\bsite visits?\b[^.;]{0,50}\b(?:is|are) (?:mandatory|compulsory|required|obligatory)\b|"
        r"\b(?:must|shall) (?:attend|undertake|make) (?:a |the )?(?:mandatory )?site visit|\bmandatory site visit",
        r"\bsite visits?\b[^.;]{0,60}\b(?:optional|not (?:mandatory|compulsory|required|obligatory|essential)|"
        r"voluntary)\b",
    ),
    _pair(  # lots
        r"\b(?:contract|requirement|framework|procurement)\b[^.;]{0,50}\b"
        r"(?:not (?:been |be )?(?:divided|split|broken down) into lots|"
        r"(?:awarded|let) as a (?:whole|single (?:lot|contract)))\b|\bthere are no lots\b",
        r"\b(?:divided|split|broken down) into (?:two|three|four|five|six|seven|eight|\d) lots\b|"
        r"\bbids? (?:may|can|must) be (?:made|submitted) for (?:one|any|either|each)[^.;]{0,20}\blots?\b",
    ),
    _pair(  # what the buyer sends, the bidder brings
        rf"\bthe {_BUYER} (?:will|shall) (?:supply|provide) (?:all )?(?:the )?(?:necessary )?{_ITEM}\b",
        rf"\b(?:the )?{_MAKER} (?:will|shall|must|is to) (?:supply|provide) "
        rf"(?:all )?(?:of )?(?:its |their |his )?(?:own )?(?:the )?(?:necessary )?{_ITEM}\b",
        _same_thing(_ITEM),
    ),
    _pair(  # a talk that is held, or is not
        r"\b(?:interviews?|presentations?)\b[^.;]{0,30}\b(?:will not|are not|do not) (?:be )?(?:held|required|needed|"
        r"form part)",
        r"\b(?:interviews|presentations) (?:will be held|will take place|are to be held)\b",
    ),
    _pair(  # what has to be sent back
        r"\b(?:respond to|complete(?:d)?|completed and returned|return) all (?:sections|parts) of (?:the|this) "
        r"(?:itt|invitation to tender|document|tender (?:document|pack))\b|"
        r"\ball (?:sections|parts) of (?:the|this) (?:itt|invitation to tender|document) (?:must|should|are to|shall) "
        r"be (?:completed|returned)\b",
        r"\b(?:part|section|document|volume)\b[^.;]{0,90}\b(?:is|are) not to be returned\b|"
        r"\b(?:do not|need not|not) return (?:this (?:part|section|document)|part|section)",
        _same_document,
        r"\b(?:parts?|sections|volume|appendix|annex|forms?)\b[^.;]{0,90}\b(?:is|are|must|should|shall)(?: to)? be "
        r"(?:completed|returned|filled in|sent back)\b",
    ),
    _pair(  # a guide and a limit
        r"\b(?:page|word) (?:limits?|counts?)\b[^.;]{0,40}\b(?:is|are) (?:only )?(?:a guide|guides|guidance|"
        r"indicative)\b",
        r"\b(?:text|words|material|pages?|anything)\b[^.;]{0,30}\b(?:over|beyond|above|in excess of|exceeding) "
        r"(?:the|this|that|a) (?:\w+ )?limits?\b[^.;]{0,40}\b(?:not be (?:read|marked|scored|evaluated|considered)|"
        r"disregarded|ignored)",
    ),
    _pair(  # cheapest, or best
        r"\baward\w*\b[^.;]{0,40}\b(?:solely |only |entirely )?(?:on|to|on the basis of) (?:the )?(?:lowest "
        r"(?:priced?|cost|tender)|price "
        r"(?:alone|only))\b",
        r"\baward\w*\b[^.;]{0,60}\bmost (?:economically )?advantageous\b",
    ),
)  # fmt: skip
_PART = r"((?:part|section|form|annex|appendix|schedule|box|question|table) (?:[a-z]\d{0,2}|\d{1,2}))\b"
_NEAR = (  # only in neighbouring sentences, and rows, of one clause
    _pair(  # filled in, and left blank
        rf"\b{_PART}[^.;|]{{0,20}}\b(?:must|should|shall|is to|are to) be (?:completed|filled in|answered|"
        rf"returned|signed)\b|"
        rf"\b(?:complete|fill in|answer|sign) {_PART}",
        rf"\b(?:leave|keep) {_PART} (?:blank|empty)|\b(?:do not|don.t|nobody should|must not) "
        rf"(?:complete|fill in|answer|sign|write in) {_PART}|\b{_PART}[^.;|]{{0,20}}\b(?:must|should|is to) "
        r"(?:not be (?:completed|filled in)|be left (?:blank|empty))",
        _same_thing(_PART),
        near=True,
    ),
    _pair(  # signed, and not signed
        r"\bsign(?:ed|ature)?\b[^.;]{0,40}\b(?:by hand|in ink|and scan|original)|\b(?:must|should|is to) be "
        r"signed\b|\bwet ink\b",
        r"\b(?:do not|don.t|must not|need not) (?:be )?sign|\btyped names? only|\bno signatures?\b",
        _same_row,
        near=True,
    ),
    _pair(  # nobody to be spoken to, and somebody
        r"\b(?:shall|must|may|should|are) not (?:to )?(?:\w+ )?"
        r"(?:contact|approach|speak to|talk to|canvass|telephone|visit)\b|"
        r"\bdo not (?:contact|approach|speak to|talk to|telephone|visit)\b|\bno contact (?:with|may)\b",
        r"\b(?:you|bidders|tenderers|suppliers|providers|firms|applicants) "
        r"(?:should|must|are (?:asked|encouraged|advised) to|may|need to) "
        r"(?:\w+ )?(?:talk|speak|contact|call|ring|telephone|meet|visit)\b|"
        r"^(?:please )?(?:contact|telephone|ring|call|speak to|talk to)\b",
        near=True,
    ),
    _pair(  # a paper left as it is, and changed
        r"\b(?:not (?:to )?be|must not|may not|do not|shall not|never) "
        r"(?:be )?(?:alter\w*|amend\w*|chang\w+|edit\w*|add\w* to|modif\w+)\b|"
        r"\bno (?:alterations?|changes?|amendments?)\b",
        r"\b(?:should|must|may|can|are to|please) (?:\w+ )?(?:add|insert|delete|change|amend|alter|strike out|"
        r"reword)\b[^.;]{0,60}\b(?:bill|schedule|form|sheet|table|line|row|document|contract|terms|clause)",
        near=True,
    ),
    _pair(  # one paper for all, and one for each
        r"\b(?:one|a single|the same) (?:\w+ )?(?:application|form|tender|bid|response|submission|questionnaire|"
        r"method statement)\b[^.;]{0,30}\b(?:for|covering|across) (?:all|every|the whole|both)\b",
        r"\b(?:a |one )?(?:separate|different|fresh|individual|new) "
        r"(?:\w+ )?(?:application|form|tender|bid|response|submission|questionnaire|method statement)s?\b[^.;]{0,40}\b"
        r"(?:each|every|per)\b",
        near=True,
    ),
    _pair(  # asked for, and not looked at
        r"\b(?:please )?(?:include|attach|enclose|provide|supply|send) "
        r"(?:\w+ ){0,3}(?:brochures?|appendices|attachments|marketing material|cvs?|references?|case studies|accounts|"
        r"samples?)\b",
        r"\b(?:do not|must not|should not) (?:include|attach|enclose|provide|supply|send) (?:\w+ )"
        r"{0,3}(?:brochures?|appendices|"
        r"attachments|marketing material|cvs?|references?|case studies|accounts|samples?)\b",
        _same_thing(r"(brochures?|appendices|attachments|marketing material|cvs?|references?|case studies|"
            r"accounts|samples?)"),
        near=True,
    ),
)  # fmt: skip
NAMES = tuple("opposites" if n == 1 else f"opposites_{n}" for n in range(1, MOST + 1))


def opposites(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """`opposites` (and `_2` to `_4`): the telling words of two passages that cannot both hold, `conflicting`."""
    told = [s for s in statements(clauses) if own_words(s)]
    groups = [group for pair in (*_PAIRS, *_NEAR) if (group := _found(pair, told))]
    return clashes("opposites", groups, MOST)


def _found(pair: Pair, told: Sequence[Statement]) -> tuple[Said, ...] | None:
    """The first two passages of a pair that fit each other, and two more of the first kind; None without such."""
    ones, others = list(_said(pair.one, told)), list(_said(pair.other, told))
    both = {said.statement.index for said in ones} & {said.statement.index for said in others}
    if both or (pair.apart and _told_apart(pair, ones, told)):
        return None
    for one in ones:
        for other in others:
            if (not pair.near or _adjoin(one.statement, other.statement)) and pair.fits(one.statement, other.statement):
                again = [
                    said
                    for said in ones
                    if said is not one and not pair.near and pair.fits(said.statement, other.statement)
                ]
                return one, other, *again[:2]
    return None


def _adjoin(one: Statement, other: Statement) -> bool:
    """Whether two sentences stand in one clause, or two rows in one table, next to each other."""
    together = one.clause is other.clause or (bool(one.cells) and one.sentence.columns == other.sentence.columns)
    return together and one.clause.document == other.clause.document and abs(one.place - other.place) == 1


def _told_apart(pair: Pair, ones: Sequence[Said], told: Sequence[Statement]) -> bool:
    """Whether another passage says which part the first kind is about: "Part 2 is to be returned"."""
    own = {said.statement.index for said in ones}
    return any(pair.apart and s.index not in own and pair.apart.search(s.text) for s in told)


def _said(pattern: re.Pattern[str], told: Sequence[Statement]) -> Iterator[Said]:
    for statement in told:
        found = pattern.search(statement.text)
        if found and not _YIELDS.search(statement.text) and not _NOT_SAID.search(statement.text[: found.end()]):
            yield Said(
                value=" ".join(found.group().split()).strip(" ,"),
                statement=statement,
                start=found.start(),
                end=found.end(),
            )
