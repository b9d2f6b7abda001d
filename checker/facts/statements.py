"""Sentences with what stands around them, and facts made from them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from checker.domain import Clause, Fact, FactStatus, FactValue, Location, Sentence

UNITS = {
    "value_total": "GBP", "value_annual": "GBP", "insurance_el": "GBP", "insurance_pl": "GBP", "insurance_pi": "GBP",
    "min_turnover": "GBP", "term_months": "months", "extension_months": "months", "payment_days": "days",
    "issued": "date", "clarification_deadline": "date", "submission_deadline": "date", "award": "date", "start": "date",
    "answers_deadline": "date", "weights_sum": "percent",
    "price_weight": "percent", "quality_weight": "percent", "social_value_weight": "percent", "page_limit": "pages",
}  # fmt: skip
_QUOTE = 240  # characters; longer sentences are cut to the words around the value
_LOT = re.compile(
    r"\blots?\s?(?:no\.?\s?|number\s)?(?P<id>\d{1,2}\s?[a-z]?|[A-H]|one|two|three|four|five|"
    r"six)(?![\w%])",
    re.I,
)
_FOREIGN = re.compile(
    r"\bRM\s?\d{4}|\bframework(?: agreement)? (?:ref|number|no)|\bof (?:the|"
    r"this) [A-Z]\w+ framework",
    re.I,
)
_LOT_COLUMN = re.compile(r"\W*lots?(?: (?:no\.?|number|ref\w*))?\W*$", re.I)
_LOT_ID = re.compile(r"\W*(?P<id>\d{1,2}[a-z]?|[A-H])(?!\w)")
_WORDS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sentence, its clause, and the words just before it in the same document."""

    text: str
    clause: Clause
    sentence: Sentence
    index: int  # among all statements
    place: int  # among the statements of its document
    before: str = ""

    @property
    def heading(self) -> str:
        """The nearest heading above; empty where there is none."""
        return self.clause.headings[-1] if self.clause.headings else ""

    @property
    def context(self) -> str:
        """The words that introduce the sentence: headings, lead-in and column names."""
        return " ".join((*self.clause.headings, self.clause.lead_in, *self.sentence.columns))

    @property
    def in_front(self) -> bool:
        """Whether the document speaks for the whole pack: the invitation or the notice, not a form or schedule."""
        return self.clause.role in {"instructions", "notice", "unknown"}

    @property
    def cells(self) -> tuple[str, ...]:
        """The filled cells of a row."""
        return tuple(cell.strip() for cell in self.sentence.cells if cell.strip())


def statements(clauses: tuple[Clause, ...]) -> Iterator[Statement]:
    """All sentences of a pack in reading order."""
    document, before, place, index = "", "", 0, 0
    for clause in clauses:
        if clause.document != document:
            document, before, place = clause.document, "", 0
        for sentence in clause.sentences:
            yield Statement(
                text=sentence.text, clause=clause, sentence=sentence, index=index, place=place, before=before
            )
            before, place, index = sentence.text, place + 1, index + 1


def tables(told: Iterable[Statement]) -> Iterator[list[Statement]]:
    """The rows of each table under column names, those of one part of one document together."""
    rows = (s for s in told if s.sentence.cells and s.sentence.columns)
    for _, group in groupby(rows, key=lambda s: (s.clause.document, s.clause.headings, s.sentence.columns)):
        yield list(group)


def full_tables(told: Iterable[Statement]) -> Iterator[list[Statement]]:
    """The same, of rows that fill as many cells as there are columns."""
    return tables(s for s in told if len(s.sentence.cells) == len(s.sentence.columns))


def own_words(statement: Statement) -> bool:
    """Whether a sentence speaks for this tender: not a quotation of the law."""
    return statement.sentence.voice != "quoted-law"


def make_fact(
    name: str, value: FactValue, statement: Statement, start: int = 0, end: int | None = None, *,
    lot: str | None = None, how: str = "", status: FactStatus = "stated",
) -> Fact:  # fmt: skip
    """A fact with the exact words around characters `start` to `end` of a sentence."""
    text = statement.text
    left, right = _window(text, start, len(text) if end is None else end)
    return Fact(
        name=name, value=value, unit=UNITS.get(name), lot=lot, status=status, how=how, quote=text[left:right],
        clause=statement.clause.number, location=_narrowed(statement.sentence.location, text, left, right),
    )  # fmt: skip


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    if len(text) <= _QUOTE:
        return 0, len(text)
    room = max(0, (_QUOTE - (end - start)) // 2)
    left, right = max(0, start - room), min(len(text), end + room)
    while left and not text[left - 1].isspace():
        left += 1 if left < start else -1
    while right < len(text) and right > end and not text[right].isspace():
        right -= 1
    return left, right


def _narrowed(location: Location, text: str, left: int, right: int) -> Location:
    """The place of the quote, where the sentence stands in its block letter by letter."""
    if location.end - location.start != len(text) or (left == 0 and right == len(text)):
        return location
    return Location(
        document=location.document, page=location.page, block=location.block,
        start=location.start + left, end=location.start + right,
    )  # fmt: skip


def lot_names(text: str) -> list[tuple[str, int]]:
    """Lots named in a text, with their offset; lots of somebody's framework are not this tender's."""
    if _FOREIGN.search(text):
        return []
    found = []
    for match in _LOT.finditer(text):
        name = re.sub(r"\s", "", match["id"])
        if len(name) == 1 and name.isalpha() and name.islower():
            continue  # "lot a" is an article
        found.append((_WORDS.get(name.lower(), name.upper()), match.start()))
    return found


def lot_at(statement: Statement, offset: int, first: int | None = None) -> str | None:
    """The lot that a value at `offset` belongs to: named in the sentence, the row or the heading."""
    named = lot_names(statement.text)
    if named:
        if first is not None and first < named[0][1]:  # "£1m for Lot 1 and £2m for Lot 2"
            return next((name for name, at in named if at > offset), None)
        return next((name for name, at in reversed(named) if at <= offset), named[0][0])
    in_column = _lot_cell(statement)
    if in_column:
        return in_column
    for heading in reversed(statement.clause.headings):
        names = {name for name, _ in lot_names(heading)}
        if len(names) == 1:
            return names.pop()
    return None


def _lot_cell(statement: Statement) -> str | None:
    """The lot of a row whose first column is headed "Lot": "2", "2 - Coast cluster"; None for anything else."""
    cells, columns = statement.sentence.cells, statement.sentence.columns
    if not (cells and columns and _LOT_COLUMN.match(columns[0])):
        return None
    found = _LOT_ID.match(cells[0])
    return found["id"].upper() if found else None
