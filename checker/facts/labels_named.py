"""Papers that a pack names by a label: an appendix, a section, a schedule of a family, a standard paper's number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.domain import Sentence
from checker.facts.held import Held, label_key, plain_words
from checker.facts.paper_names import LABEL, Paper, section_key
from checker.facts.policies_named import coded_papers

_SECTION_ENTRY = re.compile(
    r"^\W*(?P<kind>(?i:section|part)) (?P<section>)(?P<id>\d{1,2}|[A-Z])(?!\w)(?P<after>.{0,60})"
)
_SECTION = re.compile(
    r"\bSection (?P<id>[A-Z]) (?:of|to) (?:this|the) (?:ITT|RFP|RFQ|ITQ|tender|bid|procurement|invitation)"
    r"(?: (?:pack|documents?|to tender|to quote))?\b"
)
_FAMILY = re.compile(
    r"\b(?P<family>[A-Z]\w+ (?:Schedule|Annex"
    r"|Attachment)) (?P<id>\d{1,2})(?![\w.])(?: \((?P<title>[A-Z][^()]{2,60})\))?"
)
_FAMILY_SIZE = 3  # files of one family that make a gap in it worth telling
_CODES_SHOWN = 3
_CUE_KINDS = ("document", "volume")  # too common a word to count without words that make it a separate file
_IS_APART = re.compile(
    r"^[^.;]{0,40}\b(?:is|are) (?:a |an |issued |provided )?(?:as )?(?:a |an )?separate", re.IGNORECASE
)
_ATTACHED = re.compile(r"\b(?:is|are) (?:\w+ )?(?:attached|enclosed|appended|annexed)\b", re.IGNORECASE)
_OPENS = re.compile(r"^\s*[-–—:]\s*[A-Z]")  # an entry of a list of the pack's files: "Attachment 4 – Price list"
_ELSEWHERE = re.compile(  # "Schedule 1 to the Act", "Annex A of the Framework", but not "to this ITT"
    r"^[\s)]*(?:\([^)]{0,40}\)\s*)?(?:to|of|in|from|under) "
    r"(?!this\b|these\b|(?:assist|help|enable|allow|show|complete|give)\b|the (?:itt|itq|rfp|rfq|invitation|tender"
    r"|pack|procurement documents?)\b)",
    re.IGNORECASE,
)
_STANDARD_BEFORE = re.compile(
    r"(?:\b(?:act|regulations?|order|directive|rules|defform|def ?con|def ?stan|jsp|nec\d?|jct|iso|bs|en|pas|htm|hbn|"
    r"far|gdpr|framework|agreement|contract),? ?(?:\w*\d\w*)? ?[(:-]? ?"
    r"|\bparagraphs? [\d.()a-z]+ (?:of|to|in) (?:the )?|\b(?:known as|called|formerly) )$",
    re.IGNORECASE,
)
LAW = re.compile(r"\b(?:act|regulations?|directive|order) (?:19|20)\d\d\b|\bdirective \d|\bgdpr\b", re.IGNORECASE)
_CONDITIONAL = re.compile(r"\bif (?:applicable|required|any|used)\b|\bwhere (?:applicable|required)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a name is compared with."""

    held: Held
    foreign: frozenset[str]  # labels that belong to a law or another document
    titles: Mapping[str, str]  # by label
    about: Mapping[str, str]  # by label, in the words of a sentence
    listed: frozenset[str]  # numbers and letters of the entries in lists of separate files
    terms_words: int  # in the clauses that are terms
    later: frozenset[str]  # documents for later orders and single schedules


def labels_in(sentence: Sentence, known: Known) -> Iterator[Paper]:
    """The labels of a sentence that nothing in the pack bears and that belong to this tender."""
    text, held = sentence.text, known.held
    listed = is_listed(sentence, held)
    for match in (*LABEL.finditer(text), *([found] if listed and (found := _SECTION_ENTRY.match(text)) else [])):
        name = f"{match['kind'].capitalize()} {match['id']}"
        key, after = label_key(name), match["after"]
        apart = bool(_IS_APART.search(after)) and not listed
        opens = match.start() == 0 and bool(_OPENS.match(after)) and _labelled(match["kind"], held) > 2
        sure = apart or listed or opens or bool(_ATTACHED.search(text))
        if _belongs_elsewhere(text, match, sure) or (not sure and _is_doubtful(name, text, held, known.foreign)):
            continue
        if not listed and match["section"] and match["id"].lower() in known.listed:
            continue  # "Appendix Section C" of a list whose entries are named already
        title = known.titles.get(key, "")
        absent = (
            not held.has_section(match["id"])
            if key.startswith("section")
            else not held.has_label(name, sentence.location if apart else None, title)
        )
        if absent and not (listed and title and held.has_file_of(title)):
            told = tuple(t for t in (title, known.about.get(key, "")) if t)
            yield Paper(key=key, name=titled(name, known), sentence=sentence, titles=told)


def sections_in(sentence: Sentence, known: Known) -> Iterator[Paper]:
    """ "Section B of this ITT pack", where no heading and no file bears that letter."""
    for match in _SECTION.finditer(sentence.text):
        name = f"Section {match['id']}"
        if not known.held.partly_read and not known.held.has_section(match["id"]):
            title = known.titles.get(label_key(name), "")
            yield Paper(key=label_key(name), name=titled(name, known), sentence=sentence, titles=(title,) * bool(title))


def gaps_in_families(sentence: Sentence, known: Known) -> Iterator[Paper]:
    """ "Order Schedule 9" where three files and more are order schedules and none of them is the ninth."""
    for match in _FAMILY.finditer(sentence.text):
        family = plain_words(match["family"])
        label = f"{family} {match['id'].lower()}"
        mine = re.compile(rf"\b{re.escape(family)} (\d{{1,2}})\b")
        numbers = {found[1] for file in known.held.files for found in mine.finditer(file)}
        title = f" ({match['title']})" if match["title"] else ""
        name = f"{match['family']} {match['id']}"
        elsewhere = known.held.has_numbered(match["family"].split()[-1], match["id"], match["title"] or "")
        absent = match["id"] not in numbers and not known.held.has_opening(label) and not elsewhere
        if len(numbers) >= _FAMILY_SIZE and absent:
            yield Paper(key=label, name=f"{name}{title}", sentence=sentence)


def standard_papers(sentences: Sequence[Sentence], known: Known) -> Iterator[Paper]:
    """Standard conditions and forms known by number alone, one name for each family."""
    families: dict[str, dict[str, Sentence]] = {}
    headings = [text for text, block in known.held.openings if block.kind == "heading"]
    for sentence in sentences:
        if sentence.location.document not in known.later:
            for family, number in coded_papers(sentence):
                if not any(f"{family} {number}".lower() in heading for heading in headings):
                    families.setdefault(family, {}).setdefault(number, sentence)
    for family, numbers in families.items():
        shown, more = list(numbers)[:_CODES_SHOWN], len(numbers) - _CODES_SHOWN
        listed = ", ".join(shown) + (f" and {more} more" if more > 0 else "")
        yield Paper(key=family.lower(), name=f"{family} {listed}", sentence=next(iter(numbers.values())))


def titled(name: str, known: Known) -> str:
    """The label with the title that the pack gives it: "Annex 2 (Prices)"."""
    title = known.titles.get(section_key(name), "")
    return f"{name} ({title})" if title else name


def is_listed(sentence: Sentence, held: Held) -> bool:
    """Whether the sentence is an entry of a list of separate files."""
    return (sentence.location.document, sentence.location.block) in held.listed_apart


def _is_doubtful(name: str, text: str, held: Held, foreign: frozenset[str]) -> bool:
    """Whether a label that no word makes a separate file is better left alone."""
    common = name.lower().startswith(_CUE_KINDS)
    return common or held.partly_read or label_key(name) in foreign or bool(_CONDITIONAL.search(text))


def foreign_labels(text: str) -> Iterator[str]:
    """Labels that somewhere in the pack belong to a law, a standard form or another document."""
    for match in LABEL.finditer(text):
        if _belongs_elsewhere(text, match, sure=False):
            yield label_key(f"{match['kind']} {match['id']}")


def _belongs_elsewhere(text: str, match: re.Match[str], sure: bool) -> bool:
    before = text[max(0, match.start() - 30) : match.start()]
    if _STANDARD_BEFORE.search(before) or LAW.search(text):
        return True
    return not sure and bool(_ELSEWHERE.search(match["after"]))


def _labelled(kind: str, held: Held) -> int:
    """How many different labels of a kind ("Attachment 2", "Attachment 3a") stand in the names of files."""
    label = re.compile(rf"\b{kind.lower()} (\d{{1,2}} ?[a-z]?|[a-z])\b")
    return len({found[1] for file in held.files for found in label.finditer(file)})
