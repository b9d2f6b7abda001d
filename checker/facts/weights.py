"""How much price, quality and social value count, at the top level of the award criteria."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from checker.domain import Clause, Fact, FactStatus
from checker.facts.bare_marks import SPLIT_WORDS, bare_numbers, by_marks
from checker.facts.criteria import PRICE, QUALITY, TOTAL, Group, Weight, class_of, complete, top_split
from checker.facts.off_hundred import off_hundred
from checker.facts.percent import Share, find_percents, find_ratios
from checker.facts.statements import Statement, lot_at, make_fact, own_words, statements

_OTHER_RATE = re.compile(
    r"\bminimum (?:score|of|threshold)|\bat least\b|pass mark|threshold|benchmark|discount|"
    r"retention|uplift|interest|VAT|inflation|profit|margin|deposit|turnover|late|reduc\w+|"
    r"increase\w*|uptime|availab\w+|target|KPI|attendance|satisfaction|recycl\w+|"
    r"of (?:the )?(?:available|maximum|total) (?:marks|score|points)|deduct\w*|variance|tolerance|"
    r"below the|higher than|lower than|abnormal\w*|commission",
    re.I,
)
_COLUMN = re.compile(r"weight|\bmarks?\b|\bscor(?:e|es|ing)\b|points|%|per\s?cent|available|maximum", re.I)
_NUMBER = re.compile(r"^\W{0,2}(\d{1,4}(?:\.\d{1,2})?|\d,\d{3})\s?(?:%|marks|points|pts)?\W{0,2}$", re.I)
_RATIO_WORDS = re.compile(
    rf"({PRICE}|{QUALITY})\b[\s:/&]{{0,3}}(?:and|to|:|/|&)?\s?(?:the )?({PRICE}|{QUALITY})\b", re.I
)
_RANGE = re.compile(
    r"\bbetween \d{1,3}\s?% and \d|\[[^\]%]{0,20}\d\s?%[^\]]{0,20}%|\d\s?% (?:to|and up to) \d{1,3}\s?%", re.I
)
_MEASURE = re.compile(r"\bKPIs?\b|key performance|\bsavings\b|service credit", re.I)
_NOT_OURS = re.compile(  # a note to whoever fills in the model, or weights that were
    r"^\W*\[[^\]]*\b(?:usual\w*|standard|default|normally)\b|\bthe (?:draft|previous|earlier|former) (?:pack|"
    r"tender|split|weights?|weighting)\b",
    re.I,
)
_LEADS_ON = re.compile(r"\b(?:of|with|is|are|be|at|on|as follows|split|using|criteria)\W*$", re.I)


def find_weights(clauses: tuple[Clause, ...]) -> Iterable[Fact]:
    """Facts `price_weight`, `quality_weight`, `social_value_weight` in percent, of the top split only."""
    told = [s for s in statements(clauses) if own_words(s)]
    ranked: list[tuple[int, Group]] = []
    for statement in told:
        ranked.extend((0, group) for group in _in_sentence(statement))
    for weights in _runs(told):
        group = top_split(weights)
        if group:
            ranked.append((1, group))
    ranked.extend((2, group) for group in _by_heading(clauses, told))
    ranked.extend((3, group) for group in by_marks(told))
    if not ranked:
        yield from off_hundred(tuple(_runs(told)), told)
    best = min((tier for tier, _ in ranked), default=0)
    for tier, group in ranked:
        if tier == best or tier <= 1:
            yield from _facts(group)


def _facts(group: Group) -> Iterator[Fact]:
    for name, (percent, weight, how) in group.items():
        value = int(percent) if percent == int(percent) else percent
        status: FactStatus = "derived" if how else "stated"
        yield make_fact(
            name, value, weight.statement, weight.start, weight.end,
            lot=lot_at(weight.statement, weight.start), how=how, status=status,
        )  # fmt: skip


def _in_sentence(statement: Statement) -> Iterator[Group]:
    """Shares named in one sentence, a ratio with its names, or a row under the names of the criteria."""
    text = statement.text
    if _RANGE.search(text) or _MEASURE.search(text) or _NOT_OURS.search(text):
        return
    headed = list(_under_names(statement))
    if headed:
        yield from complete(headed)
        return
    shares = [s for s in find_percents(text) if not _OTHER_RATE.search(text[max(0, s.start - 25) : s.end + 30])]
    if len(shares) >= 2 and abs(sum(s.percent for s in shares) - 100) < 0.01:
        yield from complete(
            [Weight(_label(text, shares, n), s.percent, statement, s.start, s.end) for n, s in enumerate(shares)]
        )
        return
    for first, second, start, end in find_ratios(text):
        yield from complete(_ratio(statement, first, second, start, end))
    if not shares and SPLIT_WORDS.search(text):
        yield from complete(bare_numbers(statement))
    if (
        len(shares) == 1
        and shares[0].percent == 100
        and re.search(
            r"100\s?%\W{0,3}(?:on |of |weighting (?:on|for) )?(?:the )?(?:lowest )?(?:price|cost)\b|"
            r"\b(?:price|cost)\W{0,4}(?:only\W{0,3})?(?:weighting\W{0,3})?100\s?%",
            text,
            re.I,
        )
    ):
        yield {"price_weight": (100, Weight("price", 100, statement, shares[0].start, shares[0].end), "")}


def _under_names(statement: Statement) -> Iterator[Weight]:
    """Shares of a row whose columns are the criteria."""
    offset = 0
    for cell, column in zip(statement.sentence.cells, statement.sentence.columns, strict=False):
        shares = find_percents(cell)
        if class_of(column) and len(shares) == 1 and len(cell) < 14:
            start = max(0, statement.text.find(cell, offset))
            offset = start + len(cell)
            yield Weight(column, shares[0].percent, statement, start, offset)


def _label(text: str, shares: list[Share], place: int) -> str:
    """The words of a share: those before it when the text names first, else those behind it."""
    first = text[: shares[0].start]
    lead = re.split(r"[:;]|\b(?:as follows|basis of|on|using|ratio of|weighted|split)\b", first, flags=re.I)[-1]
    if class_of(re.split(r"[,;]", first)[-1][-25:]) and re.search(r"\w\W{0,4}$", first) and not _LEADS_ON.search(first):
        lead = first[-25:]
    if class_of(lead) or (
        lead.strip(" ([-–") and not re.search(r"\b(?:of|with|is|are|be|at)\s*$", lead, re.I) and class_of(first[-40:])
    ):
        return text[shares[place - 1].end if place else max(0, shares[0].start - 60) : shares[place].start]
    return str(text[shares[place].end : shares[place + 1].start if place + 1 < len(shares) else shares[place].end + 50])


def _ratio(statement: Statement, first: float, second: float, start: int, end: int) -> list[Weight]:
    """The two names beside a ratio, in its order."""
    text = statement.text
    names = _RATIO_WORDS.search(text, end) or next(iter(reversed(list(_RATIO_WORDS.finditer(text[:start])))), None)
    if names is None:
        return []
    return [Weight(names[1], first, statement, start, end), Weight(names[2], second, statement, start, end)]


def _runs(told: list[Statement]) -> Iterator[list[Weight]]:
    """Criteria with one share each that stand together: rows of a table, items of a list, under one heading."""
    run: list[Weight] = []
    key: tuple[object, ...] = ()
    last = -10
    category = ""
    for statement in told:
        category = _category(statement, category)
        weight = _one_weight(statement, category)
        here = (statement.clause.document, _lot_heading(statement))
        if weight is None:
            continue
        same_table = bool(run) and statement.sentence.columns == run[-1].statement.sentence.columns != ()
        gap = 10 if same_table else 3 if statement.sentence.cells else 8
        if run and (
            here != key
            or statement.index - last > gap
            or bool(statement.sentence.cells) != bool(run[-1].statement.sentence.cells)
        ):
            yield from _split(_with_headings(run))
            run = []
        run.append(weight)
        key, last = here, statement.index
    if run:
        yield from _split(_with_headings(run))


def _lot_heading(statement: Statement) -> str | None:
    return lot_at(statement, 0) if not statement.sentence.cells else None


def _with_headings(run: list[Weight]) -> list[Weight]:
    """Rows under several headings, those under a price heading named after it."""
    if len({weight.statement.heading for weight in run}) < 2:
        return run
    return [
        replace(weight, label=f"{weight.statement.heading}: {weight.label}")
        if class_of(weight.statement.heading) == "price_weight"
        else weight
        for weight in run
    ]


def _split(run: list[Weight]) -> Iterator[list[Weight]]:
    """A run as it is; where it holds more than a whole, also its parts that make a hundred."""
    yield run
    total = 0.0
    part: list[Weight] = []
    if abs(sum(w.number for w in run if not TOTAL.search(w.label)) - 100) < 0.6:
        return
    for weight in run:
        if TOTAL.search(weight.label):
            continue
        part.append(weight)
        total += weight.number
        if abs(total - 100) < 0.01:
            yield part
            part, total = [], 0.0


def _category(statement: Statement, above: str) -> str:
    """The first column of a row with a criterion in its second; an empty first cell goes on with the one above."""
    cells = statement.sentence.cells
    if len(cells) < 3:
        return ""
    words = [bool(re.search(r"[a-z]{3}", cell, re.I)) for cell in cells]
    if words[0] and any(words[1:]) and len(cells[0]) < 60:
        return cells[0]
    return above if not cells[0].strip() and any(words[1:]) else ""


def _one_weight(statement: Statement, category: str) -> Weight | None:
    text = statement.text
    if statement.sentence.cells:
        return _row_weight(statement, category)
    shares = find_percents(text)
    if len(shares) != 1 or len(text) > 400:
        return None
    share = shares[0]
    label = text[: share.start].strip(" ([:-–|.")
    if not re.search(r"[a-z]{3}", label, re.I):
        label = text[share.end :][:60].strip(" )]:-–|")
    if not label or len(label) > 110 or _OTHER_RATE.search(text[max(0, share.start - 30) : share.end + 30]):
        return None
    return Weight(label, share.percent, statement, share.start, share.end)


def _row_weight(statement: Statement, category: str) -> Weight | None:
    """Of a row: its words, and the share in a weighting column or the only percentage."""
    cells = statement.sentence.cells
    named = [cell for cell in cells if re.search(r"[a-z]{2}", cell, re.I) and not _NUMBER.match(cell)]
    chosen = _share_cell(statement, named[:1])
    if not named or chosen is None:
        return None
    label, share = named[0], find_percents(chosen)
    number = share[0].percent if share else float(re.sub(r"[^\d.]", "", chosen).strip("."))
    at = max(0, statement.text.find(chosen))
    words = chosen[: share[0].start] if chosen is label and share else label
    if category and category != label:
        words = f"{category}: {words}"
    elif len(named) > 1 and chosen is not label and class_of(label) is None:
        words = f"{label}: {named[1]}"  # "Stage 2 | Quality | 70%"
    return Weight(words[:110], number, statement, at, at + len(chosen))


def _share_cell(statement: Statement, label: list[str]) -> str | None:
    """The cell with a row's share: the only percentage, else a number under "weighting", else under "marks"."""
    cells, columns = statement.sentence.cells, statement.sentence.columns
    percents = [cell for cell in cells if len(find_percents(cell)) == 1 and (len(cell) < 14 or cell in label)]
    headed = [
        (not re.search(r"weight|%", name, re.I), place, cell)
        for place, (cell, name) in enumerate(zip(cells, columns, strict=False))
        if _COLUMN.search(name) and _NUMBER.match(cell)
    ]
    return percents[0] if percents else min(headed)[2] if headed else None


def _by_heading(clauses: tuple[Clause, ...], told: list[Statement]) -> Iterator[Group]:
    """Headings that bear a share: "Quality 40%" over one section, "Price 60%" over the next."""
    seen: dict[tuple[str, str], Weight] = {}
    for statement in told:
        for heading in statement.clause.headings:
            shares = find_percents(heading)
            if len(shares) == 1 and class_of(heading):
                label = (heading[: shares[0].start] + heading[shares[0].end :]).strip()
                seen.setdefault(
                    (statement.clause.document, heading),
                    Weight(label, shares[0].percent, statement, 0, len(statement.text)),
                )
    for document in {document for document, _ in seen}:
        yield from complete([weight for (where, _), weight in seen.items() if where == document])
