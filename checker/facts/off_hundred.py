"""Award criteria whose weights do not add up to a hundred: told only where the top split is read with certainty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from checker.domain import Fact
from checker.facts.criteria import PRICE, TOTAL, Weight, class_of
from checker.facts.statements import Statement, make_fact

_LEAST, _MOST = 80, 130  # a sum further off is a part of the criteria, or two splits in one
_ROWS, _NEAR = 3, 90  # criteria, and their sum, from which on a table is taken for the whole split
_WEIGHED = re.compile(r"\b(?:weight\w*|marks?|points|scor(?:e|es|ing)|%|per\s?cent)", re.I)
_OF_AWARD = re.compile(r"\b(?:weight\w*|marks|points|scor\w+|criteri\w+|social value)\b", re.IGNORECASE)
_PRICE = re.compile(rf"^\W*(?:total |overall |tendered |whole[\s-]life )?{PRICE}\W*$", re.I)
_HUNDRED = re.compile(
    r"\b(?:100\s?%|100 (?:marks|points|per\s?cent)|(?:one|a) hundred (?:marks|points|per\s?cent)|(?:out of|total\w*) "
    r"(?:of )?100)(?!\w)",
    re.I,
)


def off_hundred(runs: Sequence[Sequence[Weight]], told: Sequence[Statement]) -> Iterator[Fact]:
    """The weights as written and `weights_sum`, of the first table of criteria that misses a hundred.

    `how` of the sum names the addends; its quote is the sentence that promises a hundred, where there is one.
    """
    for table in (table for run in runs for table in _tables(run)):
        rows = [weight for weight in table if not TOTAL.search(weight.label)]
        total = sum(weight.number for weight in rows)
        promise = _promise(rows, told)
        if rows and _is_top_split(rows) and _is_off(total, promise is not None or _means_hundred(rows, told)):
            yield from _plain_weights(rows)
            how = " + ".join(f"{_name(weight)} {weight.number:g}" for weight in rows) + f" = {total:g}"
            at = promise if promise and _WEIGHED.search(promise.text) else rows[0].statement
            yield make_fact("weights_sum", _number(total), at, how=how, status="derived")
            return


def _tables(run: Sequence[Weight]) -> Iterator[list[Weight]]:
    """The run by tables: a scale of marks often follows the criteria under one heading."""
    for _, rows in groupby(run, key=lambda weight: weight.statement.sentence.columns):
        yield list(rows)


def _is_top_split(rows: Sequence[Weight]) -> bool:
    """Rows of one table under a weighting column, one of them price and nothing but price, none named twice."""
    columns = rows[0].statement.sentence.columns
    labels = [weight.label.lower().strip() for weight in rows]
    return (
        len(rows) >= 2
        and any(_WEIGHED.search(column) for column in columns)
        and all(weight.statement.sentence.columns == columns for weight in rows)
        and all(weight.statement.clause.headings == rows[0].statement.clause.headings for weight in rows)
        and len(set(labels)) == len(labels)
        and sum(bool(_PRICE.match(weight.label)) for weight in rows) == 1
        and len({lot for weight in rows for lot in re.findall(r"\blot \w+", weight.label, re.I)}) == 0
    )


def _is_off(total: float, promised: bool) -> bool:
    """Whether a sum misses the hundred; one below it only counts where the pack promises or must mean a hundred."""
    return 100.5 < total <= _MOST or (promised and _LEAST <= total < 99.5)


def _means_hundred(rows: Sequence[Weight], told: Sequence[Statement]) -> bool:
    """Whether nothing but a hundred can be meant: percentages in every row, or many marks in whole fives near it.

    Not where another sentence of the document gives what is left, as for social value.
    """
    rest = re.compile(
        rf"(?<![\d.]){_number(100 - sum(weight.number for weight in rows))}\s?(?:%|per\s?cent|marks|points)"
    )
    document, own = rows[0].statement.clause.document, {weight.statement.index for weight in rows}
    if any(
        s.clause.document == document and s.index not in own and rest.search(s.text) and _OF_AWARD.search(s.text)
        for s in told
    ):
        return False
    if all("%" in weight.statement.text[weight.start : weight.end + 1] for weight in rows):
        return len(rows) >= _ROWS
    total = sum(weight.number for weight in rows)
    return len(rows) > _ROWS and total >= _NEAR and all(weight.number % 5 == 0 for weight in rows)


def _promise(rows: Sequence[Weight], told: Sequence[Statement]) -> Statement | None:
    """The sentence under the same heading that says the weights make a hundred."""
    if not rows:
        return None
    headings, document = rows[0].statement.clause.headings, rows[0].statement.clause.document
    return next(
        (
            s
            for s in told
            if s.clause.document == document and s.clause.headings == headings and _HUNDRED.search(s.text)
        ),
        None,
    )


def _plain_weights(rows: Sequence[Weight]) -> Iterator[Fact]:
    """Price as written; quality and social value too where every row is one of the three."""
    names = [class_of(weight.label) for weight in rows]
    plain = None not in names and len(set(names)) == len(names)
    for weight, name in zip(rows, names, strict=True):
        if name is not None and (plain or (name == "price_weight" and _PRICE.match(weight.label))):
            yield make_fact(name, _number(weight.number), weight.statement, weight.start, weight.end)


def _name(weight: Weight) -> str:
    """The criterion as its row names it."""
    cells = weight.statement.cells
    return next((cell for cell in cells if re.search(r"[a-z]{2}", cell, re.I)), weight.label).strip()[:60]


def _number(value: float) -> int | float:
    return int(value) if value == int(value) else value
