"""Whether the requirement itself is denied ("is not required"), as against an ordinary prohibition."""

from __future__ import annotations

import re

from checker.domain import Duty

_NEED = (
    r"(?:required|obliged|expected|necessary|needed|mandatory|compulsory|essential|obligatory|"
    r"a requirement|a condition|a barrier|a prerequisite|a pre-?requisite|asked|requested|insisted)"
)
_NEEDED_THINGS = (
    r"(?:minimum|requirement|need|obligation|set|fixed|specific|particular|formal|upper|lower|word|page|turnover|"
    r"insurance|bond|guarantee|retention|limit|threshold|accreditation|certification|deposit|fee|charge|"
    r"penalt(?:y|ies)|restriction|qualification|experience|references?|financial|parent|site visit|interview|"
    r"presentation)"
)

_DENIED = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        # is not required, are not normally expected to, will not be necessary, isn't needed
        rf"\b(?:is|are|was|were|be|being)(?: not|n[’']t)(?: \w+ly| a| an| yet| strictly| in itself|"
        rf" to be)* {_NEED}\b(?! (?:to|for) be (?:late|in breach))",
        rf"\b(?:will|shall|would|should|may|does|do|must)(?: not|n[’']t)(?: \w+ly)? (?:be|"
        rf"become) (?:a |an )?(?:\w+ly )?{_NEED}\b",
        rf"\b(?:neither|nor) (?:is|are|will|do|does|must|shall|need)\b[^.;]{{0,40}}\b{_NEED}\b",
        # need not, does not need to, do not have to, don't require
        r"\bneed(?:s)?(?: not|n[’']t)\b|\b(?:does|do|did|will|would)(?: not|n[’']t) (?:need|have to|"
        r"require|insist|expect|apply|ask)\b",
        r"\bneedn[’']t\b|\bno longer (?:required?s?|needed|necessary|appl(?:y|ies)|have to|need)\b",
        # there is no requirement, no minimum turnover applies, without any need
        r"\b(?:there (?:is|are|will be)|has|have|sets?|imposes?|impos(?:ed|ing)|apply|make|makes|with|carries|places?) "
        rf"(?:currently |therefore )?no (?:\w+ ){{0,3}}?{_NEEDED_THINGS}s?\b",
        rf"\bno (?:\w+[ -]){{0,3}}?{_NEEDED_THINGS}s?\b(?: \w+){{0,8}}? (?:is|are|will be|has been|"
        rf"have been) (?:\w+ly )?(?:required|set|imposed|applied|needed|"
        r"specified|sought|requested|asked|made|charged|payable|expected|stipulated|used)\b",
        rf"\bno (?:\w+[ -]){{0,3}}?{_NEEDED_THINGS}s?\b(?: \w+){{0,6}}? (?:applies|apply)\b",
        r"\bwithout (?:any |the )?(?:need|requirement|obligation) (?:to|for|of)\b",
        r"\b(?:no|nil) (?:need|requirement|necessity|expectation)\b|\b(?:there is|under|has|have|"
        r"places?|creates?|imposes?) no obligation (?:on|for|to)\b",
        # will not be scored, is not evaluated, for information only
        r"\bunscored\b|\b(?:for|as) information (?:purposes )?only\b(?: and)?",
        # not a mandatory …, not mandatory, is optional not required
        r"\bnot (?:a |an )?(?:mandatory|compulsory|pre-?requisite|precondition|essential requirement|condition of)\b",
        r"\bnot (?:intended|meant|designed) to (?:exclude|prevent|deter|preclude|require|limit)\b",
        r"\b(?:will|shall|does|do|should|would) not (?:in itself |by itself |of itself |"
        r"automatically |necessarily )?(?:prevent|preclude|exclude|disqualify|"
        r"disadvantage|prejudice|lead to exclusion|count against|be (?:penalised|disadvantaged|"
        r"excluded simply|excluded solely|a bar))",
        r"\b(?:bidders?|tenderers?|suppliers?|contractors?|providers?|firms?|organisations?|"
        r"businesses|companies|smes|charities|applicants?|start-ups)\b[^.;]{0,40}"
        r"\b(?:are|is|will be) (?:exempt|excused|released) from\b(?! (?:disclosure|publication|"
        r"release))|\b(?:requirements?|condition|thresholds?|need)\b[^.;]{0,40}\b(?:is|are|been|"
        r"be) (?:hereby )?waived\b|\bno bidder will be (?:excluded|rejected|disadvantaged) (?:because|"
        r"for|solely|simply)\b",
        r"\b(?:nothing|none) (?:in|of) (?:this|these|the)\b[^.;]{0,50}\b(?:requires?|obliges?|compels?)\b",
    )
)
# What is not scored is not demanded; a tender that is not scored is shut out.
_NOT_SCORED = re.compile(
    r"\b(?:is|are|will|shall|be|does|do)(?: not|n[’']t)(?: be)?(?: \w+ly| themselves| itself)? "
    r"(?:scored|evaluated|weighted|assessed|form part of the (?:evaluation|score|assessment)|"
    r"used to (?:score|evaluate|select|exclude|reject)|count towards)\b"
    r"(?! (?:or \w+ )?(?:further|if|unless|where|until|when))",
    re.I,
)
_SHUT_OUT = re.compile(
    r"\b(?:tenders?|bids?|proposals?|submissions?|quotations?|offers?|applications?|bidders?|"
    r"tenderers?|applicants?|late|fail\w*|"
    r"reject\w*|exclude\w*|received|exceed\w*|excess|beyond|over|disregarded|attachments|"
    r"additional (?:material|pages|information)|responses? (?:that|which|over|exceeding|received|"
    r"submitted))\b",
    re.I,
)
# Look like the above and are bans, conditions or the buyer's own disclaimers.
_BANS = re.compile(
    r"\b(?:unless (?:it is )?not required|(?:if|where|when|unless|until|once) no \w+(?: \w+){0,3}|"
    r"(?:if|where|when|once|should|information|documents?|data|records|equipment|items?|whether or) "
    r"(?:\w+ ){0,6}?(?:is|are) not (?:\w+ )?(?:required|needed|necessary)|"
    r"(?:if|where|when|once|until|that|which)\b(?: \w+){0,5}? no longer (?:required|needed)|"
    r"(?:items?|data|documents|records|equipment|materials|information) no longer|failure to\b[^.;]{0,80}\bnot|"
    r"(?:authority|council|trust|university|college|client|customer|buyer|board|employer|commissioner|department|"
    r"association|we)\b(?: \w+)? (?:is|are|shall|will) (?:not|under no)(?: be)? "
    r"(?:\w+ly )?(?:obliged|bound|required|under any obligation|obligation)|"
    r"(?:authority|council|trust|university|college|client|customer|buyer|board|employer|association|we) "
    r"(?:does|do|will|shall|need) not (?:need|have to|require to|be (?:required|obliged)|give|accept))\b",
    re.I,
)
# The buyer's own freedom: "is not bound to accept the lowest or any tender".
_DISCLAIMER = re.compile(
    r"\b(?:not(?: be)?(?: \w+ly)?|no|nor|without|under any|any) "
    r"(?:under (?:any|an) )?(?:bound|obliged|obligations?|required|requirement|undertaking|commitment)(?: \w+ly)? "
    r"(?:to|on|by|upon|for) (?:(?:the |it |us )\w* ?(?:to )?)?"
    r"(?:accept|award|appoint|proceed|enter|purchase|order|place|pay|give|consider|extend|reimburse|disclose|evaluate|"
    r"select|contract|complete|continue|use|buy|call|conclude|guarantee|offer|make|issue|respond|answer|explain|"
    r"invite)\b",
    re.I,
)
_BUYER_FREE = re.compile(
    r"\b(?:is|are|shall|will)(?: not| no)(?: be)?(?: under)?(?: any)? (?:obliged|bound|required|"
    r"obligation)\b",
    re.I,
)
_NEGATIVE = re.compile(
    r"\b(?:no|not|nor|without|waive[sd]?|exempt|excused|released|unscored|information|none|nothing)\b|"
    r"n[’']t\b",
    re.I,
)


def is_negated(text: str, lead_in: str = "", duty: Duty = "unstated") -> bool:
    """Whether a sentence, or the lead-in of an item, says that something is not demanded."""
    return _denies(text, duty) or (bool(lead_in) and _denies(lead_in, duty))


def _denies(text: str, duty: Duty) -> bool:
    if not _NEGATIVE.search(text):
        return False
    clean = _DISCLAIMER.sub("…", _BANS.sub("…", text))
    if duty == "authority":
        clean = _BUYER_FREE.sub("…", clean)
    unscored = _NOT_SCORED.search(clean)
    if unscored and not _SHUT_OUT.search(clean[: unscored.start()]):
        return True
    return any(pattern.search(clean) for pattern in _DENIED)
