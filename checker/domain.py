"""The nouns of the checker: frozen values that every stage takes and gives. Imports nothing of ours."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Severity = Literal["critical", "high", "medium", "low", "info"]
SEVERITIES: tuple[Severity, ...] = ("critical", "high", "medium", "low", "info")  # worst first
Force = Literal["law", "duty", "policy", "good", "tool"]
Outcome = Literal["barrier", "review"]
Certainty = Literal["plain", "likely", "please-check"]
Chapter = Literal["barriers", "mistakes", "language", "file"]
Step = Literal["find", "enter", "afford", "win", "live"]
STEPS: tuple[Step, ...] = ("find", "enter", "afford", "win", "live")
Owner = Literal["officer", "client", "legal", "insurance", "finance", "hr", "it"]
Role = Literal[
    "instructions", "specification", "terms", "questionnaire", "pricing", "notice", "form", "other", "unknown"
]
BlockKind = Literal["heading", "paragraph", "item", "row", "note"]
Obligation = Literal["must", "should", "may", "unstated"]
Duty = Literal["bidder", "authority", "unstated"]
Phase = Literal["bid", "award", "delivery", "unstated"]
Voice = Literal["plain", "definition", "template", "quoted-law"]
Pending = Literal["none", "inserted", "deleted"]
FactStatus = Literal["stated", "derived", "given", "conflicting"]
FactValue = str | int | float
SkipKind = Literal[
    "unsupported", "encrypted", "damaged", "empty", "too-large", "hostile", "scanned",
    "timed-out", "out-of-memory", "not-a-document", "other",
]  # fmt: skip
RewriteKind = Literal["replace", "delete", "insert", "ask"]
State = Literal["clear", "some-friction", "likely-to-stop-small-firms", "could-not-tell"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Where a piece of text stands; made when it is read and never searched for again."""

    document: str
    page: int | None  # the PDF's own, from 1; None where a format has none
    block: int  # index of the block within its document
    start: int  # character offsets within the block's text
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One heading, paragraph, list item, table row or note, as read."""

    text: str  # a row's text is its non-empty cells joined by " | "
    kind: BlockKind
    location: Location
    number: str | None = None  # "4.2.1", "(a)": as the document shows it; not part of text
    level: int | None = None  # of a heading, from 1, where the format says it
    cells: tuple[str, ...] = ()  # of a row, empty cells included
    header: bool = False  # a row that names the columns
    table: int | None = None  # index of the table within its document; rows of one table share it
    part: str = "body"  # body, header, footer, footnote, comment, text box, form field …
    pending: Pending = "none"  # inside a tracked insertion or deletion
    pages: tuple[tuple[int, int], ...] = ()  # (offset, page) where a block runs over pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something that was not read, and why."""

    where: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """What was there and what was read of it."""

    pages_declared: int | None = None
    pages_read: int | None = None
    characters_read: int = 0  # non-space characters the reader saw
    characters_placed: int = 0  # of these, in a block (or dropped by name: running headers)
    parts_present: int = 0  # files inside the package that can hold text
    parts_read: int = 0
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    name: str  # path within the pack, "/" between folders
    role: Role
    blocks: tuple[Block, ...]
    pages: int | None
    ledger: Ledger
    warnings: tuple[str, ...] = ()
    title: str | None = None  # the file's own title property
    not_a_tender: str | None = None  # why it is taken for a guide, procedure … instead

    @property
    def words(self) -> int:
        return sum(len(block.text.split()) for block in self.blocks)

    @property
    def read(self) -> Literal["whole", "partly"]:
        return "partly" if self.ledger.gaps else "whole"


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    name: str
    kind: SkipKind
    reason: str  # one sentence: what happened and what to do


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A document that the pack speaks of and does not hold."""

    name: str
    location: Location
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    name: str
    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    text: str
    location: Location
    obligation: Obligation = "unstated"
    duty_on: Duty = "unstated"
    phase: Phase = "unstated"  # when it binds: while bidding, at award, while delivering
    negated: bool = False  # the requirement is denied ("no minimum turnover applies")
    voice: Voice = "plain"
    kind: BlockKind = "paragraph"
    cells: tuple[str, ...] = ()  # of a row
    columns: tuple[str, ...] = ()  # the header row above a row


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A numbered clause, a list item or a table row, with the headings it stands under."""

    document: str
    number: str | None
    headings: tuple[str, ...]  # outermost first
    role: Role
    sentences: tuple[Sentence, ...]
    location: Location
    lead_in: str = ""  # the sentence that introduces the list this item belongs to

    @property
    def text(self) -> str:
        return " ".join(sentence.text for sentence in self.sentences)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    name: str
    value: FactValue
    unit: str | None = None  # GBP, months, days, percent, date
    lot: str | None = None
    status: FactStatus = "stated"
    how: str = ""  # for derived ones
    quote: str = ""
    clause: str | None = None
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of a pack. `get` gives the one to reckon with: given before stated before derived."""

    all: tuple[Fact, ...] = ()

    def get(self, name: str) -> Fact | None:
        found = [fact for fact in self.all if fact.name == name and fact.lot is None]
        order = {"given": 0, "stated": 1, "conflicting": 2, "derived": 3}
        return min(found, key=lambda fact: order[fact.status], default=None)

    def value(self, name: str) -> FactValue | None:
        fact = self.get(name)
        return None if fact is None else fact.value

    def number(self, name: str) -> float | None:
        value = self.value(name)
        return float(value) if isinstance(value, int | float) else None

    def many(self, name: str) -> tuple[Fact, ...]:
        return tuple(fact for fact in self.all if fact.name == name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    cite: str
    url: str
    checked: date
    force: Force


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The exact words of one occurrence, and the words in them that gave it away."""

    clause: str | None
    quote: str
    match: str
    location: Location | None
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Evidence, no opinion."""

    id: str
    rule_id: str
    place: Place
    places: tuple[Place, ...] = ()  # further ones of the same problem
    values: tuple[tuple[str, FactValue], ...] = ()  # captured
    detectors: tuple[str, ...] = ("rule",)
    confidence: float = 1.0
    sentence: Sentence | None = None
    looked_in: tuple[str, ...] = ()  # for something missing: where it was looked for

    @property
    def document(self) -> str:
        return self.place.location.document if self.place.location else ""

    @property
    def page(self) -> int | None:
        return self.place.location.page if self.place.location else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    rule_id: str
    catalogue: str
    place: Place
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Opinion, with its reason."""

    finding: Finding
    rule_id: str
    catalogue: str
    theme: str
    chapter: Chapter
    step: Step
    owner: Owner
    severity: Severity
    force: Force
    outcome: Outcome
    certainty: Certainty
    title: str
    message: str
    because: str
    why: str
    sources: tuple[Source, ...] = ()
    today: str = ""  # what today's law would say of an old text


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewrite:
    finding_id: str
    kind: RewriteKind
    text: str
    checked: bool  # put back through the rules it raised nothing worse than low


@dataclass(frozen=True, slots=True, kw_only=True)
class Returnable:
    name: str
    kind: Literal["form", "answer", "certificate", "policy", "price", "signature", "other"]
    clause: str | None
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Bid:
    """The work a bid takes."""

    returnables: tuple[Returnable, ...] = ()
    questions: int | None = None
    words_asked: int | None = None
    pages_asked: int | None = None
    hours: tuple[int, int] | None = None
    how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Readability:
    name: str
    words: int
    sentences: int
    mean_sentence_words: float
    long_sentence_share: float
    passive_share: float
    flesch_reading_ease: float
    flesch_kincaid_grade: float
    smog: float | None  # None under 30 sentences, where SMOG says nothing
    gunning_fog: float


@dataclass(frozen=True, slots=True, kw_only=True)
class StepState:
    step: Step
    state: State
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    barriers: tuple[tuple[str, int], ...]  # severity -> count
    mistakes: int
    review: int
    credits: int
    score: tuple[int, int] | None = None  # 0 to 100, a range; None when withheld
    withheld: str | None = None  # why there is no score


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    checker: str
    rules: str
    policy: str
    model: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    made: str | None  # None with --reproducible
    as_of: date
    stage: Literal["plan", "draft", "live", "past"]
    versions: Versions
    pack: Pack
    clauses: tuple[Clause, ...]
    named_not_given: tuple[Named, ...]
    facts: Facts
    bid: Bid
    verdicts: tuple[Verdict, ...]
    credits: tuple[Credit, ...]
    rewrites: tuple[Rewrite, ...]
    readability: tuple[Readability, ...]
    journey: tuple[StepState, ...]
    summary: Summary
    notes: tuple[str, ...] = field(default=())  # what the reader must know first, in sentences

    def rewrite_of(self, finding_id: str) -> Rewrite | None:
        return next((rewrite for rewrite in self.rewrites if rewrite.finding_id == finding_id), None)


class CheckerError(Exception):
    """A rule, policy, setting or model that cannot be used; the message says where and what to do."""
