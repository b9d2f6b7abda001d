"""What a bidder must send in: forms, answers, certificates, policies, prices and signatures, each once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.domain import Clause, Location, Returnable, Sentence
from checker.facts.asked_for import Kind, by_part, in_passing

LONGEST_ENTRY = 40  # words; what is longer is a rule, not a thing to return
LONGEST_NAME = 12  # words of an entry that make its name

_CHECKLIST = re.compile(
    r"\bcheck ?list\b|\breturnables?\b|\bdocuments? to (?:be )?(?:return|submit|send)"
    r"|\b(?:documents?|forms?|information|items?|evidence)\b[^.;]{0,30}\b(?:to be|must be|be|for)\b[^.;]{0,20}"
    r"\b(?:returned|submitted|completed|enclosed|included|supplied|provided|return|submission)\b"
    r"|\b(?:complete|submit|return|provide|include|upload|enclose|attach)\b[^.;]{0,40}\bthe following\b"
    r"|\bfollowing (?:\w+ )?(?:shall|must|should|will|is to|are to) be "
    r"(?:provided|submitted|returned|completed|included)\b"
    r"|\b(?:tender|bid|response|submission|proposal|quotation)s? (?:must|should|shall|is to|are to) "
    r"(?:include|contain|consist of|comprise)\b"
    r"|^\W{0,3}(?:[\d.]+ )?what (?:to (?:send|return|submit)"
    r"|(?:the|a|your) (?:tender|bid|quotation) (?:consists|comprises))\b",
    re.IGNORECASE,
)
_CONSISTS = re.compile(
    r"\b(?:tender|bid|response|submission|proposal|quotation|declaration)s? (?:(?:must|should|shall|will) )?"
    r"(?:includes?|contains?|consists? of|comprises?)\b",
    re.IGNORECASE,
)
_LIST_OF_OTHERS = re.compile(
    r"\b(?:council|authority|buyer|client|contract manager|winner|successful)\b"
    r"|\b(?:plan|report|agreement)s? (?:which|that|must|should|shall|will)\b",  # the contents of one document
    re.IGNORECASE,
)
_RETURN = re.compile(
    r"\b(?:complet|return|submit|provid|includ|attach|enclos|upload|suppl|sign|send|accompan|pinned|go with)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"^(?:complete|return|submit|provide|include|attach|enclose|upload|supply|sign|send)\b|"
    r"\bplease (?:also )?(?:complete|return|submit|provide|include|attach|enclose|upload|supply|sign|send)\b|"
    r"\bto be (?:uploaded|enclosed|attached|returned|submitted|supplied) with (?:the|your|each|its|their) "
    r"(?:tender|bid|quotation|submission|response)\b"
    r"|\b(?:shall|must|should|is to|are to) "
    r"(?:be (?:enclosed|uploaded)\b|accompany (?:the|your|each) (?:tender|bid)\b)",
    re.IGNORECASE,
)
_PRICE = (
    r"\b(?:pricing|price|cost|fee|rates?) (?:schedule|submission|proposal|breakdown|form|sheet|workbook|matrix|"
    r"template|table)\b|\bbill of quantities\b|\bschedule of (?:rates|prices)\b"
)
_FORM = (
    r"\b(?i:form of tender|(?:standard )?selection questionnaire)"
    r"|\b(?:[A-Z][\w&'’-]* (?:of |and )?){1,5}"
    r"(?:Form|Declaration|Questionnaire|Certificate|Undertaking|Matrix|Booklet|Template)\b"
    r"|\b(?:DPSQ|PQQ|ESPD)\b|(?i:\bsigned declaration\b)"
    r"|(?<=omplete )(?:the )?(?:Annex|Appendix|Schedule|Attachment|Document|Section) (?:\d{1,2}|"
    r"[A-Z])\b(?: ?\([^)]{3,40}\))?"
)
_CERTIFICATE = (
    r"\bcertificates? (?:to|for|of) (?:ISO|BS)[ :]{0,2}[\d/:-]{3,12}(?: and (?:ISO|BS)[ :]{0,2}[\d/:-]{3,12})?"
    r"|\b(?:cyber essentials(?: plus)?|(?-i:[A-Z]{3,}[\w-]*|[A-Z][a-z]+[A-Z]\w+)|(?:ISO|BS)(?: EN)? ?\d{3,5}) "
    r"(?:certificates?|certification|accreditation|membership|approval)\b|"
    r"\b(?:cop(?:y|ies)|evidence|proof) of (?:[\w'’-]+ ){0,6}?(?:insurances?|certificates?|certification|"
    r"accreditations?|registrations?|licences?|memberships?)\b|\binsurance certificates?\b"
)
_POLICY = (
    r"\b(?:(?:health|safety|equality|equal|opportunities|diversity|inclusion|environmental|modern|slavery|safeguarding|"
    r"data|protection|quality|sustainability|whistleblowing|anti-bribery|business|continuity|privacy|carbon|training|"
    r"and|&),? ){1,6}(?:polic(?:y|ies)|statement)\b|\bpolicies (?:on|for|covering) \w+"
    r"|\b(?:\w+ and )?(?!(?:your|our|their|the|all|any|these|its|and|of|media|attach|upload|enclose|implement|"
    r"applicable|council|such)\b)\w+ policies\b"
    r"|\bcarbon reduction plan\b"
)
_OTHER = (
    r"\b(?:(?:audited|annual|management|financial|published) ){0,3}(?:accounts|balance sheets?)\b"
    r"|\bCVs?\b|\bcurricul\w+ vitae\b|\b(?:\w+ )?(?:references|case studies)\b|\borganisation(?:al)? chart\b"
    r"|\b(?:implementation|mobilisation|project|delivery|exit) plan\b"
)
_NAMES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("price", re.compile(_PRICE, re.IGNORECASE)),
    ("form", re.compile(_FORM)),
    ("certificate", re.compile(_CERTIFICATE, re.IGNORECASE)),
    ("policy", re.compile(_POLICY, re.IGNORECASE)),
    ("other", re.compile(_OTHER, re.IGNORECASE)),
    ("answer", re.compile(r"\bmethod statements?\b|\bwritten (?:response|proposal)s?\b", re.IGNORECASE)),
)
_KINDS: tuple[tuple[Kind, str], ...] = (  # of an entry of a checklist, by its words; the first that fits
    ("price", r"\bpric|\bcost|\bfee\b|\brates\b|\bcommercial\b|\bquantities\b"),
    (
        "form",
        r"\bform\b|\bquestionnaire\b|\bdeclarations?\b|\bcertificate (?:of|as to) (?:bona|non|canvass|undertak|tender)",
    ),
    ("policy", r"\bpolic(?:y|ies)\b"),
    ("certificate", r"\bcertificat|\binsurance|\baccreditation|\bregistration|\blicen[cs]e|\bevidence of\b"),
    ("answer", r"\bmethod statement|\bresponse|\banswers?\b|\bproposal\b|\bquestions?\b|\btechnical\b|\bquality\b"),
    ("other", r"\bprogramme\b|\breceipts?\b|\bplan\b|\bCVs?\b|\breferences\b|\baccounts\b"),
    ("form", r"\bcertificate\b|\bundertaking\b|\bmatrix\b|\btemplate\b|\bbooklet\b|\bschedule\b|\bchecklist\b"),
    ("signature", r"\bsign(?:ed|ature)\b"),
)
_SIGN = re.compile(r"\b(?:sign(?:ed)?|signature)\b", re.IGNORECASE)
_CHROME = re.compile(
    r"\b(?:completed?|signed|dated|and returned|returned|enclosed|attached|copy of|copies of|please|the|your|a|an|yes|"
    r"no|n/a|included|tick|checked)\b|[\[\]☐✓□_/:;()]|\s[-–—]\s*$|\.$",
    re.IGNORECASE,
)
_FORM_HEADING = re.compile(  # "Form B – Evaluation questionnaire", "Schedule 3: Pricing schedule"
    r"^(?:form|appendix|annexe?|schedule|attachment|part) (?:[A-Z]|\d{1,2})\W{1,4}"
    r"(?=.*\b(?:form|questionnaire|declaration|undertaking|checklist|certificate|pre-?qualification|"
    r"(?:pricing|price) (?:schedule|workbook|tables?)|deed)\b|pricing$)",
    re.IGNORECASE,
)
_TITLE_HEADING = re.compile(  # "Supplier questionnaire", "Form of Tender", "Certificate of non-collusion"
    r"^(?!how |completing |about |notes )(?:(?:[\w'’-]+ ){1,4}(?:questionnaire|declaration|checklist|undertaking)"
    r"|form of (?:tender|offer|quotation)|certificate (?:of|as to) [\w -]{4,40}"
    r"|(?:price|pricing|quotation|tender) form)$",
    re.IGNORECASE,
)
_FORM_ROLES = ("questionnaire", "form", "pricing")
_ASKING_COLUMN = re.compile(r"\b(?:questions?|requirements?|documents?|evidence|information)\b", re.IGNORECASE)
_GENERIC = frozenset(
    {"form", "certificate", "declaration", "questionnaire", "policy", "schedule", "statement", "document"}
)
_LABEL = re.compile(r"^(?:form|appendix|annexe?|schedule|attachment|part) (?:[a-z]|\d{1,2}[a-z]?)\b", re.IGNORECASE)
_EACH = " for each member"
_TICK_COLUMN = re.compile(r"^(?:enclosed|included|returned|attached|provided|tick(?:ed)?)\?$", re.IGNORECASE)
_QUESTION_CELL = re.compile(r"\?(?:\s*\(|\s*$)")
_CONFIRM = re.compile(r"^(?:please )?confirm\b", re.IGNORECASE)
LONGEST_LINE = 10  # words of a paragraph that is an entry of a checklist without marks of a list
_LATER = re.compile(
    r"\b(?:before|prior to|after|upon|on|at) (?:the )?(?:contract )?award\b|\bpreferred bidder\b", re.IGNORECASE
)
_PLAIN = re.compile(r"[a-z0-9]+")


def returnables(clauses: tuple[Clause, ...]) -> tuple[Returnable, ...]:
    """Everything that the pack says a bidder must send in, in the order of the text, each once."""
    gathered = _Gathered()
    titles = {s.columns for clause in clauses for s in clause.sentences if s.columns}
    intro, within = "", clauses[0].headings if clauses else ()
    for clause in clauses:
        intro, within = intro if clause.headings == within else "", clause.headings
        for sentence in clause.sentences:
            intro = sentence.text if sentence.kind == "paragraph" else intro
            if clause.role == "terms" or sentence.voice != "plain" or sentence.negated or _is_later(sentence):
                continue
            if sentence.cells and sentence.cells in titles:
                continue  # the row that names the columns
            listed = [*_headed(clause, sentence), *_listed(clause, sentence, intro)]
            others = [] if listed else [*in_passing(clause, sentence)]
            asked = [(kind, name) for kind, name in _asked(clause, sentence) if kind not in _covered(others)]
            for kind, name in (*listed, *asked, *others):
                gathered.keep(name, kind, clause, sentence.location)
    forms = [_key(item.name) for item in gathered.items.values() if item.kind == "form"]
    for kind, name, clause, sentence in by_part(clauses):
        if not clause.headings or _key(clause.headings[-1]) not in forms:
            gathered.keep(name, kind, clause, sentence.location)
    return tuple(gathered.items.values())


def _covered(found: list[tuple[Kind, str]]) -> tuple[Kind, ...]:
    """Policies that a list of policies covers already."""
    return ("policy",) if any(kind == "policy" and " policies: " in name for kind, name in found) else ()


@dataclass
class _Gathered:
    """What has been found so far, and the labels that have been seen ("form a")."""

    items: dict[tuple[str, ...], Returnable] = field(default_factory=dict)
    labels: set[tuple[str, bool]] = field(default_factory=set)

    def keep(self, name: str, kind: Kind, clause: Clause, place: Location) -> None:
        """Adds it, unless it stands already under this or another name."""
        label = _LABEL.match(name)
        mark = (label[0].lower(), name.endswith(_EACH)) if label else None
        key = _key(name)
        if key and mark not in self.labels and (name.endswith(_EACH) or not _known(key, self.items)):
            self.items[key] = _returnable(name, kind, clause, place)
        if mark:
            self.labels.add(mark)


def _is_later(sentence: Sentence) -> bool:
    """Whether it is to be sent only by the winner."""
    return sentence.phase == "award" or bool(_LATER.search(sentence.text))


def _headed(clause: Clause, sentence: Sentence) -> Iterator[tuple[Kind, str]]:
    """A form of the pack, by the heading that opens it."""
    if sentence.kind != "heading" or clause.role not in _FORM_ROLES or sentence.phase == "delivery":
        return
    if _FORM_HEADING.search(sentence.text) or _TITLE_HEADING.search(sentence.text):
        yield _kind(sentence.text), " ".join(sentence.text.split()[:LONGEST_NAME])


def _listed(clause: Clause, sentence: Sentence, intro: str) -> Iterator[tuple[Kind, str]]:
    """An entry of a checklist of things to return; `intro` is the paragraph before it, which introduces a table."""
    heading = clause.headings[-1] if clause.headings and not clause.lead_in else ""
    heads = (clause.lead_in, heading, intro if sentence.kind == "row" else "")
    if clause.role == "terms" or not _is_entry(sentence, heading) or any(map(_TICK_COLUMN.match, sentence.cells)):
        return
    if sentence != clause.sentences[0] and sentence.kind != "paragraph":
        return
    if not any(_CHECKLIST.search(head) and not _LIST_OF_OTHERS.search(head) for head in heads):
        return
    insured = any(
        re.search(r"\b(?:insurances?|cover|policy|policies|indemnity)\b", column, re.IGNORECASE)
        for column in sentence.columns
    )
    name = "insurance certificates" if insured else _entry(sentence)
    words = name.split()
    if 1 <= len(words) <= LONGEST_ENTRY and not (name.isupper() or sentence.text.startswith("(")):
        yield _kind(name), " ".join(words[:LONGEST_NAME]) + (" …" if len(words) > LONGEST_NAME else "")


def _is_entry(sentence: Sentence, heading: str) -> bool:
    """An item, a row, or under a heading that says checklist a line that is no sentence."""
    line = len(sentence.text.split()) <= LONGEST_LINE and not sentence.text.endswith((".", ":", "?"))
    listed = bool(re.search(r"\bcheck ?list\b|\breturnables\b", heading, re.IGNORECASE))
    return sentence.kind in ("item", "row") or (sentence.kind == "paragraph" and line and listed)


def _entry(sentence: Sentence) -> str:
    """The cell that says most, tick boxes and the like left out, or the whole text."""
    cells = [cell for cell in sentence.cells if cell.strip()] or [sentence.text]
    return max(cells, key=lambda cell: len(_CHROME.sub("", cell))).strip(" •-–.;,")


def _kind(name: str) -> Kind:
    """By the words of the entry; what has no known word is an answer to write."""
    return next((kind for kind, pattern in _KINDS if re.search(pattern, name, re.IGNORECASE)), "answer")


def _asked(clause: Clause, sentence: Sentence) -> Iterator[tuple[Kind, str]]:
    """Things named in a sentence that tells the bidder to return them, or in a row of a questionnaire."""
    if not (_tells_to_return(sentence) or _is_asking_row(clause, sentence)):
        return
    found = [(kind, _bare(match[0])) for kind, pattern in _NAMES for match in pattern.finditer(sentence.text)]
    names = [(kind, name) for kind, name in found if kind != "form" or name.isupper() or len(name.split()) > 1]
    yield from names
    signed = next((name for kind, name in names if kind in ("form", "price", "policy")), None)
    if signed and _SIGN.search(sentence.text):
        yield "signature", f"signature of {signed}"


def _tells_to_return(sentence: Sentence) -> bool:
    told = sentence.obligation in ("must", "should") and sentence.duty_on == "bidder"
    asked = any(_ASKED.search(text) for text in (sentence.text, *sentence.cells))
    told = told and sentence.phase != "delivery"
    consists = sentence.phase != "delivery" and _CONSISTS.search(sentence.text)
    return bool((told or asked) and _RETURN.search(sentence.text)) or bool(consists)


def _is_asking_row(clause: Clause, sentence: Sentence) -> bool:
    """A row of a questionnaire that names the thing itself ("Three written references | Pass / Fail")."""
    asks = sentence.kind == "row" and any(_ASKING_COLUMN.search(column) for column in sentence.columns)
    if any(_QUESTION_CELL.search(cell) or _CONFIRM.search(cell) for cell in sentence.cells):
        return False  # answered by yes, no or a tick
    return asks and clause.role in ("questionnaire", "form")


def _bare(name: str) -> str:
    name = re.sub(r"^.{1,40} and The ", "", name).strip()
    return re.sub(r"^(?:the|this|these|those|a|an|that|each|all|our|your|their) ", "", name, flags=re.IGNORECASE)


def _returnable(name: str, kind: Kind, clause: Clause, location: Location) -> Returnable:
    return Returnable(name=" ".join(name.split()), kind=kind, clause=clause.number, location=location)


def _key(name: str) -> tuple[str, ...]:
    """The weighty words of the name, sorted: "Completed Form of Tender" and "form of tender" are one thing."""
    bare = _CHROME.sub(" ", name.lower()).replace("policies", "policy").replace("certification", "certificate")
    words = {word.removesuffix("s") for word in _PLAIN.findall(bare)} - {"of", "and", "to", "for", "in", "as"}
    return tuple(sorted(words))


def _known(key: tuple[str, ...], found: dict[tuple[str, ...], Returnable]) -> bool:
    """Whether the same thing stands already, perhaps with a label ("Appendix B, form of tender") or fewer words."""
    words, signed = set(key), "signature" in key
    others = (set(other) for other in found if ("signature" in other) == signed)
    return any(words == other or _within(words, other) or _within(other, words) for other in others)


def _within(one: set[str], other: set[str]) -> bool:
    return one < other and not one <= _GENERIC
