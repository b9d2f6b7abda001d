"""Documents that the pack speaks of and does not hold. A false "not given" is an accusation, so doubt means silence.

Four ways of naming a document are read: by label ("Appendix C", "Schedule 5"), by title with words that make it a
separate file ("The Pricing Schedule is issued as a separate document") or keep it elsewhere ("The Conditions may be
seen at the office", "is in preparation"), by file name ("Pricing.xlsx") and
drawings by number ("drawing AB/01"). A name is left out when a file or heading
of the pack fits it, when it belongs to a law, a standard or another document, or when it is what the bidder sends in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.domain import Clause, Named, Pack, Sentence
from checker.facts.held import Held, held_by, label_key
from checker.facts.kept import bare, kept_elsewhere

LABEL = re.compile(
    r"\b(?P<kind>(?i:appendix|annexe?|schedule|attachment|enclosure|document|volume|exhibit))"
    r" (?:(?i:section|part) )?(?P<id>\d{1,2}[A-Za-z]?|[A-Z]\d{0,2}|[IVX]{1,4})(?![\w/.]*\w)(?P<after>.{0,60})"
)
LONGEST_TITLE = 10  # words of an entry in a list of separate files
_WORD = re.compile(r"[^\W\d_]{2}")  # a bare number ("05") names no document
_CUE_KINDS = ("document", "volume")  # too common a word to count without words that make it a separate file
_THING = r"(?:documents?|files?|attachments?|enclosures?|spreadsheets?|workbooks?)\b"
_APART = re.compile(
    rf"\bseparate(?:ly)? (?:\w+ )?(?:attached )?{_THING}|\baccompanying (?:\w+ )?{_THING}|\bseparately attached\b"
    r"|\b(?:attached|enclosed|issued|provided|supplied|uploaded|published|available)\b(?: \w+){0,3} separately\b",
    re.IGNORECASE,
)
_IS_APART = re.compile(
    r"^[^.;]{0,40}\b(?:is|are) (?:a |an |issued |provided )?(?:as )?(?:a |an )?separate", re.IGNORECASE
)
_LIST_APART = re.compile(r"\blists?\b|\bfollowing\b|:\s*$", re.IGNORECASE)
_ATTACHED = re.compile(r"\b(?:is|are) (?:\w+ )?(?:attached|enclosed|appended|annexed)\b", re.IGNORECASE)
_OPENS = re.compile(r"^\s*[-–—:]\s*[A-Z]")  # an entry of a list of the pack's files: "Attachment 4 – Price list"
_ELSEWHERE = re.compile(  # "Schedule 1 to the Act", "Annex A of the Framework", but not "to this ITT"
    r"^[\s)]*(?:\([^)]{0,40}\)\s*)?(?:to|of|in|from|under) "
    r"(?!this\b|these\b|the (?:itt|itq|rfp|rfq|invitation|tender|pack|procurement documents?)\b)",
    re.IGNORECASE,
)
_STANDARD_BEFORE = re.compile(
    r"(?:\b(?:act|regulations?|order|directive|rules|defform|def ?con|def ?stan|jsp|nec\d?|jct|iso|bs|en|pas|htm|hbn|"
    r"far|gdpr|framework|agreement|contract),? ?(?:\w*\d\w*)? ?[(:-]? ?"
    r"|\bparagraphs? [\d.()a-z]+ (?:of|to|in) (?:the )?|\b(?:known as|called|formerly) )$",
    re.IGNORECASE,
)
_LAW = re.compile(r"\b(?:act|regulations?|directive|order) (?:19|20)\d\d\b|\bdirective \d|\bgdpr\b", re.IGNORECASE)
_BIDDERS_OWN = re.compile(
    r"\bas (?:your|their|its) (?:own )?(?:separate )?(?:appendix|annexe?|attachment|enclosure)\b"
    r"|\b(?:your|bidder'?s|tenderer'?s|supplier'?s|applicant'?s) (?:own )?(?:appendix|annexe?|attachment|file)\b"
    r"|\b(?:save|name|label|title|mark|rename)d? (?:it|them|the|your|each|all|as)\b",
    re.IGNORECASE,
)
_ATTACH_YOURSELF = re.compile(
    r"\b(?:attach|append|enclose|include|submit|upload|provide|number)\b[^.;]{0,80}\bas (?:an? )?"
    r"(?:appendix|annexe?|attachment|enclosure|schedule)\b|\b(?:your|their) (?:own )?(?:appendix|annex)",
    re.IGNORECASE,
)
_CONDITIONAL = re.compile(r"\bif (?:applicable|required|any|used)\b|\bwhere (?:applicable|required)\b", re.IGNORECASE)
_TITLE = r"\b(?P<title>(?:[A-Z][\w&'’-]*)(?: (?:of|and|for|to|the|on|[A-Z][\w&'’-]*)){1,6})"
_TITLE_APART = (
    re.compile(_TITLE + r"\s*(?:\(|[-–—:|]\s*)(?i:see |as )?(?i:separate|separately)(?i: attached)?(?i: \w+)? ?"
               r"(?i:document|file|attachment|spreadsheet|workbook|enclosure)"),
    re.compile(_TITLE + r",? (?i:is|are|has been|have been|will be) (?i:\w+ )?(?i:issued|provided|supplied|attached|"
               r"enclosed|uploaded|published|available)(?i: \w+){0,3} (?i:separately|as (?:a |an )?separate)"),
)  # fmt: skip
_FILE = re.compile(
    r"(?<![\w/.@:-])(?P<file>[A-Za-z][\w&()’'-]*(?: [\w&()’'-]+){0,6}\.(?:xlsx?|docx?|pdf|zip|od[ts]))\b"
)
_DRAWING = re.compile(
    r"\b(?P<kind>[Dd]rawings?|[Pp]lans?) (?:(?i:no\.?|numbers?) )?\(?"
    r"(?P<code>(?!(?:ISO|BS|EN|RIBA|PAS|NEC|JCT)\b)(?P<series>[A-Z]{1,6})[-/](?P<number>\d{1,4}))"
    r"(?: to (?P<last>[A-Z]{1,6}[-/](?P<end>\d{1,4})))?"
)
_FILE_CUE = re.compile(
    r"\b(?:see|refer to|complete|completed|use|attached|enclosed|provided|supplied|download|set out in|found in|"
    r"contained in|detailed in|listed in)\b", re.IGNORECASE,
)  # fmt: skip


def named_not_given(clauses: tuple[Clause, ...], pack: Pack) -> tuple[Named, ...]:
    """Documents that are part of this tender by its own words and not among its files, each once, as first named.

    `pack` holds all files read and skipped. Nothing is told of a label where a file of the pack was read in part only,
    unless the words make it a separate file.
    """
    sentences = [s for clause in clauses for s in clause.sentences if s.voice in ("plain", "definition")]
    held = held_by(pack, listed_apart(sentences))
    foreign = frozenset(key for sentence in sentences for key in _foreign(sentence.text))
    found: dict[str, Named] = {}
    for sentence in sentences:
        for key, name in _named_in(sentence, held, foreign):
            if _WORD.search(name):
                found.setdefault(key, Named(name=name, location=sentence.location, quote=sentence.text))
    return tuple(found.values())


def listed_apart(sentences: Sequence[Sentence]) -> frozenset[tuple[str, int]]:
    """Places (document, block) of the entries of lists whose heading says that they are separate files."""
    found: set[tuple[str, int]] = set()
    labels: set[str] = set()  # a label that comes again is the document itself, after the list
    within = ""
    for sentence in sentences:
        place = sentence.location
        if _LIST_APART.search(sentence.text) and _APART.search(sentence.text):
            within, labels = place.document, set()
        elif within == place.document and (label := _entry(sentence)) and label not in labels:
            labels.add(label)
            found.add((place.document, place.block))
        else:
            within = ""
    return frozenset(found)


def _entry(sentence: Sentence) -> str:
    """The label that an entry of a list opens with, or the whole of a short item; empty for anything else."""
    match = LABEL.match(sentence.text)
    if match:
        return label_key(f"{match['kind']} {match['id']}")
    return sentence.text.lower() if sentence.kind == "item" and len(sentence.text.split()) <= LONGEST_TITLE else ""


def _named_in(sentence: Sentence, held: Held, foreign: frozenset[str]) -> Iterator[tuple[str, str]]:
    if not _ATTACH_YOURSELF.search(sentence.text):
        yield from _labels(sentence, held, foreign)
    if _BIDDERS_OWN.search(sentence.text) or _LAW.search(sentence.text):
        return
    yield from _titles(sentence.text, held)
    yield from ((title.lower(), title) for title in kept_elsewhere(sentence.text) if not held.has_title(bare(title)))
    yield from _files(sentence.text, held)
    yield from _drawings(sentence.text, held)
    if _is_listed(sentence, held) and not LABEL.search(sentence.text):
        title = sentence.text.strip(" •-–.;,")
        if not held.has_title(title):
            yield title.lower(), title


def _labels(sentence: Sentence, held: Held, foreign: frozenset[str]) -> Iterator[tuple[str, str]]:
    text = sentence.text
    listed = _is_listed(sentence, held)
    for match in LABEL.finditer(text):
        name = f"{match['kind'].capitalize()} {match['id']}"
        apart = bool(_IS_APART.search(match["after"])) and not listed
        opens = match.start() == 0 and bool(_OPENS.match(match["after"])) and _labelled(match["kind"], held) > 2
        sure = apart or listed or opens or bool(_ATTACHED.search(text))
        if _belongs_elsewhere(text, match, sure) or (not sure and _is_doubtful(name, text, held, foreign)):
            continue
        if not held.has_label(name, sentence.location if apart else None):
            yield label_key(name), name


def _is_listed(sentence: Sentence, held: Held) -> bool:
    return (sentence.location.document, sentence.location.block) in held.listed_apart


def _is_doubtful(name: str, text: str, held: Held, foreign: frozenset[str]) -> bool:
    """Whether a label that no word makes a separate file is better left alone."""
    common = name.lower().startswith(_CUE_KINDS)
    return common or held.partly_read or label_key(name) in foreign or bool(_CONDITIONAL.search(text))


def _foreign(text: str) -> Iterator[str]:
    """Labels that somewhere in the pack belong to a law, a standard form or another document."""
    for match in LABEL.finditer(text):
        if _belongs_elsewhere(text, match, sure=False):
            yield label_key(f"{match['kind']} {match['id']}")


def _belongs_elsewhere(text: str, match: re.Match[str], sure: bool) -> bool:
    before = text[max(0, match.start() - 30) : match.start()]
    if _STANDARD_BEFORE.search(before) or _LAW.search(text):
        return True
    return not sure and bool(_ELSEWHERE.search(match["after"]))


def _titles(text: str, held: Held) -> Iterator[tuple[str, str]]:
    for pattern in _TITLE_APART:
        for match in pattern.finditer(text):
            title = re.sub(r"^(?:The|A|An|Our|This) ", "", match["title"])
            if len(title.split()) > 1 and not held.has_title(title):
                yield title.lower(), title


def _files(text: str, held: Held) -> Iterator[tuple[str, str]]:
    if not _FILE_CUE.search(text):
        return
    for match in _FILE.finditer(text):
        name = _without_lead(match["file"])
        if not held.has_file(name):
            yield name.lower(), name


def _drawings(text: str, held: Held) -> Iterator[tuple[str, str]]:
    """Drawings by their number; silence where a file bears it, or a file could not be read."""
    for match in _DRAWING.finditer(text):
        if not held.partly_read and not _is_drawn(match, held):
            name = f"{match['kind'].lower()} {match['code']}{' to ' + match['last'] if match['last'] else ''}"
            yield name, name


def _is_drawn(match: re.Match[str], held: Held) -> bool:
    """Whether a file name bears the number, or a series named as one ("drawings AB/01 to AB/05") counts it in."""
    if any(re.search(rf"\b{match['series']} ?0*{int(match['number'])}\b", file, re.IGNORECASE) for file in held.files):
        return True
    if match["end"]:
        return False
    texts = (block.text for document in held.pack.documents for block in document.blocks)
    series = (other for text in texts for other in _DRAWING.finditer(text) if other["series"] == match["series"])
    ranges = (range(int(other["number"]), int(other["end"]) + 1) for other in series if other["end"])
    return any(int(match["number"]) in numbers for numbers in ranges)


def _labelled(kind: str, held: Held) -> int:
    """How many different labels of a kind ("Attachment 2", "Attachment 3a") stand in the names of files."""
    label = re.compile(rf"\b{kind.lower()} (\d{{1,2}} ?[a-z]?|[a-z])\b")
    return len({found[1] for file in held.files for found in label.finditer(file)})


def _without_lead(name: str) -> str:
    """The file name without the small words of the sentence that the pattern took along."""
    words = name.split()
    starts = [i for i, word in enumerate(words) if word.islower() and i < len(words) - 1]
    return " ".join(words[starts[-1] + 1 :]) if starts else name
