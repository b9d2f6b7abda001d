"""Who buys, under what title, and what kind of authority that is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from checker.domain import Clause, Fact
from checker.facts.statements import Statement, make_fact, own_words, statements
from checker.facts.terms import kind_of

_WORD = r"(?:[A-Z][\w&’'.-]*|[A-Z]{2,})"
_SMALL = r"(?:of|and|for|the|in|on|upon|de|&|with)"
_NAME = rf"{_WORD}(?:,?\s(?:{_SMALL}\s){{0,2}}\(?{_WORD}\)?){{0,9}}"
_ROLE = (
    r"(?:Council|Authority|Trust|University|College|School|Board|Purchaser|Customer|Client|"
    r"Employer|Contracting Authority|Contracting Body|Company|Association|Commissioners?|"
    r"Department|Buyer|Agency|Group|Organisation|Academy|Parish Council|Town Council|Fund|"
    r"Ombudsman|Service|Landlord|Force|Corporation)"
)
_DEFINED = re.compile(
    rf"(?P<name>{_NAME})(?:\s\([A-Z]{{2,8}}\))?,?\s\(?(?:\(?(?i:hereinafter|hereafter|referred to|"
    rf"known|herein)[\w\s,]{{0,40}})?(?:as\s)?\(?(?:the\s)?[“\"‘'](?:the\s)?(?P<role>{_ROLE}|"
    rf"[A-Z]{{2,8}}|we|us)[”\"’']"
)
_MEANS = re.compile(
    rf"[“\"‘']?(?:the\s)?\b(?P<role>Authority|Council|Client|Customer|Contracting Authority|"
    rf"Contracting Body|Buyer|Purchaser|Employer|Trust)[”\"’']?\s?(?:means|is|:|–|-)\s(?:the\s|"
    rf"The\s)?(?P<name>{_NAME})"
)
_ROW = re.compile(
    r"^\W*(?:[\d.]+\s*)?(?:name of (?:the )?)?(?:contracting (?:authority|body|entity)|buyer|"
    r"purchaser|customer|client|commissioning (?:authority|body|organisation)|authority|employer|"
    r"organisation|issued (?:by|on behalf of)|awarding (?:authority|body)|procuring (?:authority|"
    r"body))(?: name| organisation)?\W*$",
    re.I,
)
_COLON = re.compile(
    rf"\b(?:(?i:contracting (?:authority|body)|buyer|client|customer|purchaser)(?:\s?[:|–-]\s?)|"
    rf"(?i:issued by|issued on behalf of|prepared by|on behalf of):?\s)(?:the |"
    rf"The )?(?P<name>{_NAME})"
)
_INVITES = re.compile(
    rf"(?P<name>{_NAME})(?:\s\([^)]{{2,20}}\))?\s(?:is|are|invites?|wish(?:es)?|intends?|seeks?|"
    rf"requires?|would like|has|have)\s?(?:now |currently |hereby |today )?(?:carrying out|seeking|"
    rf"looking|inviting|undertaking|conducting|tendering|procuring|issuing|to (?:appoint|invite|"
    rf"procure|receive|tender)|tenders|quotations|bids|proposals|offers|a (?:suitably|contractor|"
    rf"supplier|provider)|issued)"
)
_COPYRIGHT = re.compile(rf"(?:©|(?i:copyright)|\([cC]\))\s?(?:©\s?)?(?:\d{{4}}\s)?(?P<name>{_NAME})")
_BODY = re.compile(
    rf"\b(?:(?:{_WORD}\s(?:(?:and|of|upon|on|&|with|in|the)\s){{0,2}}){{1,6}}(?:County Council|"
    rf"City Council|Borough Council|District Council|Parish Council|Town Council|Community Council|"
    rf"Combined Authority|Council|"
    rf"Constabulary|Police|Fire (?:and|&) Rescue (?:Service|Authority)|Fire Authority|"
    rf"NHS Foundation Trust|NHS Trust|Integrated Care Board|Clinical Commissioning Group|"
    rf"Health Board|Hospitals? Trust|"
    rf"University|College|Multi[\s-]Academy Trust|Academies Trust|Academy Trust|Learning Trust|"
    rf"Academy|School|Housing Association|Housing Group|Housing Trust|Housing|Homes|Ombudsman|"
    rf"Agency|Commission|Authority|Institute|Assembly|Federation|Foundation(?! Trust)|Museums?|"
    rf"Gallery|National Park Authority|Passenger Transport Executive)\b"
    rf"|(?:University|Borough|Royal Borough|London Borough|City|Department|Ministry|Office|Bank|"
    rf"Secretary of State|Police and Crime Commissioner|Chief Constable|Church|Diocese|"
    rf"Corporation) (?:of|for) (?:the )?{_WORD}(?:\s(?:(?:and|of|the|for)\s){{0,2}}{_WORD}){{0,4}}|"
    rf"NHS {_WORD}(?:\s{_WORD}){{0,3}}|HM {_WORD}(?:\s(?:and\s)?{_WORD}){{0,3}}|"
    rf"London Borough of {_WORD}(?:\s(?:and\s)?{_WORD}){{0,3}})"
)
_NOT_BODY = re.compile(
    r"^(?:Contracting|Local|Public|Central|Other|Any|Each|Every|Relevant|Participating|Small|The|"
    r"This|Your|Our|Their|Limited|Successful|Preferred|Managing|Care Quality|Information|Equality|"
    r"Competition|European|Charity|Health and Safety|Environment|Supplier|Contractor|Tenderer|"
    r"Bidder|Service Provider|Government|Cabinet|Crown Commercial Service|Companies|Invitation|"
    r"Section|Schedule|Appendix|Annex|Contract|Tender|Proposals?|Terms|Part|Act|Regulations?|In|"
    r"If|For|We|You|It|A|An|All|No|Copyright|Lot)\b(?!\s(?:Agency|Commissioners? Office)$)|"
    r"Information Commissioner|Supply Chain|Services? Limited$|^(?:Parish|Town|City|County|"
    r"Borough|District|Health|Police) (?:Council|Board)$|Employment Rights|Equality|HM Revenue|"
    r"HMRC|Companies House|Health and Safety|Care Quality|Regulations|NHS England$(?<!.)"
)
_ROLE_ONLY = re.compile(
    rf"^(?:the\s)?{_ROLE}s?$|^(?:Contractor|Supplier|Tenderer|Bidder|Provider|Consultant|Applicant|"
    rf"Potential|Service Provider|Candidate|Parties|Party|Project|Person)s?\b",
    re.I,
)
_INITIALS = re.compile(r"\b([A-Z]{3,8})(?:[’']s\b|\sreserves the right|\sis (?:seeking|inviting|looking))")
_NOT_INITIALS = re.compile(
    r"(?:ITT|RFP|RFQ|ITQ|VAT|UK|SMEs?|KPIs?|NHS|HMRC|TUPE|GDPR|FOIA|ISO|CVs?|SLA|HSE|DBS|PQQ|SQ|"
    r"MEAT|MAT|CEO|LOT)$"
)
_TYPES = (
    (
        "nhs",
        r"\bNHS\b|health (?:board|trust)|integrated care|clinical commissioning|hospitals?\b|"
        r"ambulance|healthcare trust",
    ),
    ("school", r"\bacadem(?:y|ies)\b|\bschools?\b|learning trust|multi[\s-]academy|sixth form"),
    ("university", r"\buniversit|\bcollege\b"),
    ("police", r"\bpolice|constabulary|chief constable|fire (?:and|&) rescue|fire authority|fire service"),
    ("housing", r"\bhousing\b|\bhomes\b|almshouse"),
    (
        "central",
        r"\bministry\b|\bdepartment (?:for|of)\b|secretary of state|\bHM\b|cabinet office|home office|"
        r"crown commercial|treasury|national (?:highways|archives)|environment agency|\bgovernment\b|"
        r"natural england|highways england|uk (?:health security|research)|crown prosecution",
    ),
    (
        "other",
        r"british council|arts council|research council|medical council|nursing and midwifery council|"
        r"general \w+ council|design council|engineering council",
    ),
    (
        "council",
        r"\bcouncil\b|\bborough\b|combined authority|county of|city of london corporation|"
        r"greater london authority|\bGLA\b",
    ),
)
_INVITATION = (
    r"(?:invitations? to (?:tender|quote|bid|negotiate|submit (?:a )?(?:tender|quotation|"
    r"proposal)s?)|requests? for (?:proposals?|quotations?|tenders?|quotes?)|tender(?: documents?|"
    r" pack| specification)?|quotation|bid pack|contract|itt|rfp|rfq|itq|specification|"
    r"framework agreement)"
)
_LABELLED = re.compile(
    r"^\W*(?:[\d.]+\s*)?(?:(?:itt|rfp|rfq|tender|contract|project|procurement|opportunity|"
    r"framework|requirement)\s)?(?:title|name)(?: of (?:the )?(?:contract|tender|project|"
    r"procurement|requirement|framework))?\s?(?::|\||-|–)\s*(?P<title>.{6,200})",
    re.I,
)
_TITLE_ROW = re.compile(
    r"^\W*(?:[\d.]+\s*)?(?:(?:itt|rfp|rfq|tender|contract|project|procurement|opportunity|"
    r"framework|requirement|service)\s)?(?:title|contract name|"
    r"project name)(?: of (?:the )?(?:contract|tender|project|procurement|requirement))?\W*$|"
    r"^\W*(?:contract|project|tender) name\W*$",
    re.I,
)
_FOR = re.compile(
    rf"\b{_INVITATION}\W{{0,3}}(?:\([A-Z]{{2,4}}\)\s?)?(?:\W{{0,3}}(?:reference|"
    rf"ref)\W.{{0,30}}?[-–—]\s?|\s?for\b:?|:|\s[-–—])\s?(?:the )?(?P<title>[A-Z(\w].{{5,180}})",
    re.I,
)
_LEADING_FOR = re.compile(r"^\W*for:?\s(?:the )?(?P<title>\S.{5,180})", re.I)
_WANTED = re.compile(
    r"\b(?:inviting|invites?|seeking|seeks?|invited to|invite) (?:\w+ ){0,4}(?:tenders?|"
    r"quotations?|bids?|proposals?|quotes?|offers?|submissions?|tender)\b.{0,60}?\bfor (?:the |a |"
    r"an |its )?(?P<title>[^.;]{6,140})",
    re.I,
)
_NOT_TITLE = re.compile(
    r"\d\s?%|£|\b(?:are|is|we|who|which)\b|^(?:submission|return|receipt|the attention|"
    r"further information|example|evaluation|completion|use|information|guidance|your|any|all|"
    r"bidders|tenderers|suppliers|clarification|reference|it\b|this|more|which|a period|"
    r"instructions)|\b(?:must|shall|should|will|please|you|your)\b|\.{4}|^\W*$",
    re.I,
)


def find_parties(clauses: tuple[Clause, ...]) -> Iterable[Fact]:
    """Facts `buyer`, `authority_type`, `title`, and `kind` as the title tells it."""
    told = [s for s in statements(clauses) if own_words(s)]
    buyer = _buyer(told)
    if buyer is not None:
        yield buyer
        yield from _authority(buyer, told)
    title = next(iter(sorted(_titles(told), key=lambda item: item[0])), None)
    if title is not None:
        yield title[1]
        kind = kind_of(str(title[1].value))
        if kind:
            yield make_fact("kind", kind, title[2], how="from the title")


def _buyer(told: list[Statement]) -> Fact | None:
    """The organisation with the most and the plainest signs of being the buyer."""
    scores: Counter[str] = Counter()
    places: dict[str, tuple[Statement, int, int]] = {}
    for statement in told:
        for name, points, start in _signs(statement):
            cleaned = _clean(name)
            if cleaned is None:
                continue
            scores[cleaned] += points
            places.setdefault(cleaned, (statement, start, start + len(name)))
    if not scores or max(scores.values()) < 3:
        return _by_initials(told)
    best = max(scores, key=lambda name: (_with_parts(name, scores), len(name)))
    statement, start, end = places[best]
    return make_fact("buyer", best, statement, start, end)


def _by_initials(told: list[Statement]) -> Fact | None:
    """A buyer that is only ever named by its initials, told by what is called its own."""
    counts: Counter[str] = Counter()
    first: dict[str, tuple[Statement, int, int]] = {}
    for statement in told:
        for found in _INITIALS.finditer(statement.text):
            if not _NOT_INITIALS.match(found[1]):
                counts[found[1]] += 1
                first.setdefault(found[1], (statement, found.start(1), found.end(1)))
    name, times = next(iter(counts.most_common(1)), ("", 0))
    if times < 4:
        return None
    statement, start, end = first[name]
    return make_fact("buyer", name, statement, start, end)


def _with_parts(name: str, scores: Counter[str]) -> int:
    """Points of a name, and half of those given to a shorter form of it."""
    return scores[name] + sum(
        points // 2 for other, points in scores.items() if other != name and f" {other.lower()} " in f" {name.lower()} "
    )


def _signs(statement: Statement) -> Iterator[tuple[str, int, int]]:
    text = statement.text
    if len(statement.cells) >= 2 and _ROW.search(statement.cells[0]):
        name = statement.cells[1][:120].split("\n")[0]
        if not re.search(r"\[|_{3}|\.{4}|insert", name):
            yield re.split(r",|\s\(", name)[0], 40, max(0, text.find(name))
    early = 3 if statement.place < 30 else 2 if statement.place < 120 else 1
    for pattern, points in ((_DEFINED, 30), (_COLON, 15), (_MEANS, 15), (_INVITES, 10), (_COPYRIGHT, 12)):
        for found in pattern.finditer(text[:1500]):
            if _BODY.search(found["name"]) or (
                pattern in (_DEFINED, _INVITES, _COLON) and len(found["name"].split()) > 1
            ):
                yield found["name"], points * early // 2, found.start("name")
    words = text[:1500]
    for found in _BODY.finditer(words):
        yield found.group(), early, found.start()
    if re.search(r"\b(?:issued by|on behalf of)(?:\sthe)?\W*$", statement.before, re.I) and len(text) < 90:
        yield text, 25, 0
    for heading in statement.clause.headings[:1]:
        if statement.place < 30:
            yield from ((found.group(), 1, 0) for found in _BODY.finditer(heading))


_OWNED = re.compile(
    r"\b(Council|Trust|Authority|University|College|School|Association|Board|Agency|Ombudsman|"
    r"England|Commission)[’']s?\b.*"
)


def _clean(name: str) -> str | None:
    """The name of a body as such; None where it is none."""
    name = " ".join(name.split()).strip(" ,.()'’“”\"-–")
    name = re.sub(
        r"^(?:The|On behalf of|Behalf of|For|To|By|At|In|And|Of|With|From|Between|Client|Authority|"
        r"Welcome to|Invitation to Tender|About)\s(?:the\s|The\s)?",
        "",
        name,
    )
    name = _OWNED.sub(r"\1", name.split(" and the ")[0])
    if (
        len(name) < 4
        or len(name) > 110
        or _NOT_BODY.search(name)
        or _ROLE_ONLY.search(name)
        or re.search(r"\d{3}", name)
    ):
        return None
    return name if re.search(r"[a-z]", name) or len(name) > 5 else None


def _authority(buyer: Fact, told: list[Statement]) -> Iterator[Fact]:
    name = str(buyer.value)
    code = authority_type(name)
    statement = next((s for s in told if s.sentence.location == buyer.location or name in s.text), None)
    if code and statement is not None:
        at = max(0, statement.text.find(name))
        yield make_fact("authority_type", code, statement, at, at + len(name), how="from the buyer's name")


def authority_type(name: str) -> str | None:
    """The kind of authority that a buyer's name tells; None where it tells none."""
    if re.search(
        r"british council|arts council|research council|(?:medical|midwifery|dental|engineering|"
        r"design) council",
        name,
        re.I,
    ):
        return "other"
    return next(
        (code for code, pattern in _TYPES if re.search(pattern, name, re.I if code != "central" else re.I)), None
    )


def _titles(told: list[Statement]) -> Iterator[tuple[int, Fact, Statement]]:
    """Candidates with a rank, lower is better."""
    for statement in told:
        text = statement.text
        if len(statement.cells) >= 2 and _TITLE_ROW.search(statement.cells[0]):
            yield from _title(0, statement, statement.cells[1])
        labelled = _LABELLED.match(text)
        if labelled and statement.place < 150 and not statement.sentence.cells:
            yield from _title(1, statement, labelled["title"])
        if statement.place < 25 and len(statement.cells) < 2:
            yield from _cover(statement)
        elif statement.place < 120:
            wanted = _WANTED.search(text)
            if wanted:
                yield from _title(60, statement, wanted["title"])


def _cover(statement: Statement) -> Iterator[tuple[int, Fact, Statement]]:
    """Titles on the first page: behind the words of invitation, or as a line of their own."""
    text = statement.text
    for source in dict.fromkeys((text, f"{statement.before} {text}" if len(statement.before) < 60 else text)):
        found = _FOR.search(source)
        if found and len(source) < 260 and found.start() < 60 and not text.rstrip().endswith("."):
            yield from _title(10 + statement.place, statement, found["title"])
    leading = _LEADING_FOR.match(text)
    if leading and len(text) < 200:
        yield from _title(12 + statement.place, statement, leading["title"])
    if (
        statement.place < 12
        and len(text) < 130
        and re.match(
            r"\W*(?:the )?(?:provision|supply|delivery|maintenance|construction|refurbishment|framework|"
            r"appointment) (?:of|for|agreement)\b",
            text,
            re.I,
        )
    ):
        yield from _title(14 + statement.place, statement, text)
    if (
        statement.place < 10
        and 8 < len(text) < 100
        and kind_of(text)
        and not _BODY.search(text)
        and not re.match(rf"\W*{_INVITATION}\b", text, re.I)
    ):
        yield from _title(35 + statement.place, statement, text)
    wanted = _WANTED.search(text)
    if wanted:
        yield from _title(50, statement, wanted["title"])
    if (
        statement.before
        and re.fullmatch(rf"\W*{_INVITATION}(?:\s\([A-Z]{{2,4}}\))?\W*", statement.before, re.I)
        and 8 < len(text) < 130
        and not _BODY.fullmatch(text.strip())
    ):
        yield from _title(30 + statement.place, statement, text)


def _title(rank: int, statement: Statement, words: str) -> Iterator[tuple[int, Fact, Statement]]:
    title = " ".join(words.split()).strip(" :;,.-–—|\"“”'’")
    title = re.split(
        r"\s(?:Ref(?:erence)?\b|Tender Ref|Contract Ref|Closing|Deadline|Issue Date|Date:|Version)|"
        r"(?<=[a-z])\.\s",
        title,
    )[0]
    if (
        6 <= len(title) <= 180
        and re.search(r"[a-z]{3}", title, re.I)
        and (rank < 5 or not _NOT_TITLE.search(title))
        and not re.search(r"\[|<|_{3}", title)
    ):
        at = max(0, statement.text.find(title))
        yield rank, make_fact("title", title, statement, at, at + len(title)), statement
