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
RECOGNISED = "recognised"  # the part of a block whose words were read from a picture
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
COPY_OF_OURS = "It is a copy with comments of an earlier check"  # how `not_a_tender` of such a copy begins
RewriteKind = Literal["replace", "delete", "insert", "ask"]
State = Literal["clear", "some-friction", "likely-to-stop-small-firms", "could-not-tell"]
AccessKind = Literal[
    "untagged", "untitled", "no-language", "undescribed-pictures", "scanned-pages", "headerless-tables",
    "no-heading-styles", "empty-headings", "locked-form", "struck-through",
]  # fmt: skip
Choice = Literal["accept", "keep", "reject"]  # will be changed; stays, for a reason; the point is wrong
Fate = Literal["stands", "expired", "replaced", "stale", "gone", "unflagged", "unread"]


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
    part: str = "body"  # body, header, footer, footnote, comment, text box, form field, recognised …
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
class Access:
    """One thing that makes a file hard to use with a screen reader, at larger type or by keyboard."""

    kind: AccessKind
    count: int = 1  # of pictures, tables, pages …
    page: int | None = None  # the first of them
    where: str = ""  # "pages 3 to 5", or the words of the first
    lines: tuple[tuple[int, str], ...] = ()  # where words tell more than a count: the page and the line of each


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
    access: tuple[Access, ...] = ()  # what the reader saw of the file's own accessibility; empty where it cannot tell

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
    recognised: bool = False  # read from a picture of text, so words may be wrong


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
    """What to write instead. A `replace` stands for the whole quote of its place; a `delete` has no text.

    Where only part of the quote changes, `start` and `end` are that part, in characters of the quote: what is before
    and behind them stands in `text` as it stands in the quote.
    """

    finding_id: str
    kind: RewriteKind
    text: str
    checked: bool  # it passed every proof: see checker.rewrite.proof
    place: int = 0  # of which place it is: 0 for the finding's own, 1 for the first of its further places …
    start: int | None = None
    end: int | None = None
    belongs: str = ""  # of an insert: where it goes, in words ("after this sentence", "under “Timetable”")
    who: Owner | None = None  # of an ask: who can usually answer
    ease: tuple[float, float] | None = None  # mean words a sentence, before and after
    note: str = ""  # why it does not read easier, where it does not


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What someone in a role decided about one finding, with enough of it to know it again in the next draft."""

    finding: str  # its id when it was decided
    decision: Choice
    reason: str  # never empty for "keep"
    role: str  # "Category manager": a role, not a person
    on: date
    until: date | None = None  # the last day on which it counts
    rule: str = ""
    document: str = ""
    clause: str | None = None
    quote: str = ""  # the words it was about; empty for something the pack failed to say
    also: tuple[str, ...] = ()  # the words of its further places
    severity: Severity = "info"  # at that time
    point: str = ""  # the finding's message at that time
    replaces: tuple[str, ...] = ()  # ids of findings whose earlier decisions this one stands instead of


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision and what has become of it in the draft that was checked.

    fate: "stands" it counts (words as they were, here or in another place); "expired" the words stand, its last day
    is over; "replaced" a later decision is about the same finding; "stale" the words have changed: it no longer
    counts, and `decision.quote` is the old, `now.quote` the new wording; "gone" neither finding nor words are there
    any more; "unflagged" the words are there and raise no point now; "unread" its document was not read this time, so
    nothing can be said. Show every fate but "replaced": a decision is never lost silently.
    """

    decision: Decision
    fate: Fate
    finding: str = ""  # the id in this draft; empty when there is none
    now: Place | None = None  # where it stands in this draft, and its words
    moved: bool = False  # to another document, clause or number
    added: tuple[str, ...] = ()  # words of the same problem that nobody had decided about
    template: str = ""  # "Standard Terms v7" when the decision is its owner's, not this pack's


@dataclass(frozen=True, slots=True, kw_only=True)
class LotsView:
    """What someone in a role recorded about dividing the contract into lots."""

    reason: str
    role: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingTemplate:
    """A standard document that an authority registered; of its text only hashes are kept."""

    name: str
    version: str
    owner: str  # "Legal"
    added: date
    file: str
    digest: str  # of the file
    clauses: frozenset[str]  # hashes of normalised clauses
    points: frozenset[str]  # hashes of rule and words of the points that it had when it was registered
    decisions: tuple[Decision, ...] = ()

    @property
    def label(self) -> str:
        """Standard Terms v7."""
        return f"{self.name} {self.version}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """The findings that lie in unchanged text of a standing template: one line on the page, `line`, that unfolds.

    They are still counted, and still in `Report.verdicts`; a page shows all other findings in full.
    """

    template: str  # "Standard Terms v7"
    owner: str
    line: str  # "12 known points in Standard Terms v7, owner Legal"
    findings: tuple[str, ...]  # ids, those of `unseen` among them
    unseen: tuple[str, ...] = ()  # not raised when the template was registered: its owner has not seen them
    newer: str = ""  # a later registered version of it


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
    after_reasons: tuple[int, int] | None = None  # the range with barriers kept for a reason a step lighter


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
    decisions: tuple[Decided, ...] = ()  # in the order of the file, then those of templates
    lots: LotsView | None = None
    folded: tuple[Folded, ...] = ()  # findings in unchanged standing templates
    keep_until: date | None = None  # of a working copy, on a draft or a plan: the day after which it may be deleted

    def decision_of(self, finding_id: str) -> Decided | None:
        """The decision that counts for a finding; None when nobody decided, or it is stale or expired."""
        return next((d for d in self.decisions if d.finding == finding_id and d.fate == "stands"), None)

    def rewrite_of(self, finding_id: str) -> Rewrite | None:
        return next((rewrite for rewrite in self.rewrites if rewrite.finding_id == finding_id), None)


class CheckerError(Exception):
    """A rule, policy, setting or model that cannot be used; the message says where and what to do."""
