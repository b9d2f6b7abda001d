"""How much price, quality and social value count, at the top level of the award criteria."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checker.domain import Clause, Fact
from checker.facts.percent import find_percents, find_points, find_ratios
from checker.facts.statements import Statement, lot_at, make_fact, own_words, statements

_PRICE = (
    r"(?:pric(?:e|es|ed|ing)|costs?|commercial\w*|financial(?! standing)|finance|fees?|"
    r"value[\s-]for[\s-]money|rates?|charges?|tender(?:ed)? sum|quotation|affordability|economic)"
)
_QUALITY = (
    r"(?:quality|qualitative|technical\w*|non[\s-]?(?:price|cost|financial|commercial)\w*|"
    r"method statements?|method\w*|experience|delivery|service|proposal|approach|understanding|"
    r"capability|resourc\w+|competence|expertise|design|implementation)"
)
_SOCIAL = r"(?:social[\s-]value|community benefits?|social impact|responsible procurement|fair work first)"
_CLASSES = (
    ("social_value_weight", re.compile(rf"\b{_SOCIAL}\b", re.I)),
    (
        "quality_weight",
        re.compile(r"\b(?:quality|qualitative|technical\w*|non[\s-]?(?:price|cost|financial|commercial)\w*)\b", re.I),
    ),
    ("price_weight", re.compile(rf"\b{_PRICE}\b", re.I)),
)
_STRICT_PRICE = re.compile(
    r"^\W*(?:[\dA-Z.]{1,5}[.):]?\s+)?(?:(?:total|overall|tendered|your|the|evaluated|"
    r"whole[\s-]life|lowest|contract)\s)*" + _PRICE + r"\b",
    re.I,
)
_OTHER_RATE = re.compile(
    r"\bminimum (?:score|of|threshold)|\bat least\b|pass mark|threshold|benchmark|discount|"
    r"retention|uplift|interest|VAT|inflation|profit|margin|deposit|turnover|late|reduc\w+|"
    r"increase\w*|uptime|availab\w+|target|KPI|attendance|satisfaction|recycl\w+|"
    r"of (?:the )?(?:available|maximum|total) (?:marks|score|points)|deduct\w*|variance|tolerance|"
    r"below the|higher than|lower than|abnormal\w*|commission",
    re.I,
)
_COLUMN = re.compile(r"weight|\bmarks?\b|\bscor(?:e|es|ing)\b|points|%|per\s?cent|available|maximum", re.I)
_TOTAL = re.compile(r"^\W*(?:grand |sub[\s-]?|overall )?total\b", re.I)
_AWARD = re.compile(
    r"award|evaluat|criteri|weight|scor|assess|mark|split|ratio|MEAT|MAT\b|"
    r"most (?:economically )?advantageous",
    re.I,
)
_NUMBER = re.compile(r"^\W{0,2}(\d{1,4}(?:\.\d{1,2})?)\s?(?:%|marks|points|pts)?\W{0,2}$", re.I)
_RATIO_WORDS = re.compile(
    rf"({_PRICE}|{_QUALITY})\b[\s:/&]{{0,3}}(?:and|to|:|/|&)?\s?(?:the )?({_PRICE}|{_QUALITY})\b", re.I
)
_NAMED_NUMBER = re.compile(rf"\b({_PRICE}|quality|technical|{_SOCIAL})\b[\s:(=–-]{{1,4}}(\d{{1,3}})(?![\d.%])", re.I)
_LEADS_ON = re.compile(r"\b(?:of|with|is|are|be|at|on|as follows|split|using|criteria)\W*$", re.I)
_MOST_MARKS = re.compile(
    r"\b(?:maximum|total|available|out of|worth|carr(?:y|ies)|"
    r"achievable)\b[^.;]{0,60}?(?<![\d.£])(\d{1,3})(?![\d%]|\.\d)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Weight:
    label: str
    number: float
    statement: Statement
    start: int
    end: int


_Group = dict[str, tuple[float, _Weight, str]]


def find_weights(clauses: tuple[Clause, ...]) -> Iterable[Fact]:
    """Facts `price_weight`, `quality_weight`, `social_value_weight` in percent, of the top split only."""
    told = [s for s in statements(clauses) if own_words(s)]
    ranked: list[tuple[int, _Group]] = []
    for statement in told:
        ranked.extend((0, group) for group in _in_sentence(statement))
    for weights in _runs(told):
        group = _top_split(weights)
        if group:
            ranked.append((1, group))
    ranked.extend((2, group) for group in _by_heading(clauses, told))
    ranked.extend((3, group) for group in _by_marks(told))
    best = min((tier for tier, _ in ranked), default=0)
    for tier, group in ranked:
        if tier == best or tier <= 1:
            yield from _facts(group)


def _facts(group: _Group) -> Iterator[Fact]:
    for name, (percent, weight, how) in group.items():
        value = int(percent) if percent == int(percent) else percent
        status = "derived" if how else "stated"
        yield make_fact(
            name, value, weight.statement, weight.start, weight.end,
            lot=lot_at(weight.statement, weight.start), how=how, status=status,  # type: ignore[arg-type]
        )  # fmt: skip


def _class(label: str) -> str | None:
    return next((name for name, pattern in _CLASSES if pattern.search(label)), None)


def _in_sentence(statement: Statement) -> Iterator[_Group]:
    """ "Price 60% / Quality 40%", "60:40 price to quality"."""
    text = statement.text
    shares = [s for s in find_percents(text) if not _OTHER_RATE.search(text[max(0, s.start - 25) : s.end + 30])]
    if len(shares) >= 2 and abs(sum(s.percent for s in shares) - 100) < 0.01:
        yield from _complete(
            [_Weight(_label(text, shares, n), s.percent, statement, s.start, s.end) for n, s in enumerate(shares)]
        )
        return
    for first, second, start, end in find_ratios(text):
        yield from _complete(_ratio(statement, first, second, start, end))
    if re.search(r"\b(?:out of|of|total(?:ling)?)\s100\b|\b100 (?:marks|points)", text, re.I):
        yield from _complete(
            [_Weight(m[1], float(m[2]), statement, m.start(), m.end()) for m in _NAMED_NUMBER.finditer(text)]
        )
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
        yield {"price_weight": (100, _Weight("price", 100, statement, shares[0].start, shares[0].end), "")}


def _label(text: str, shares: list, place: int) -> str:  # type: ignore[type-arg]
    """The words of a share: those before it when the text names first, else those behind it."""
    first = text[: shares[0].start]
    lead = re.split(r"[:;]|\b(?:as follows|basis of|on|using|ratio of|weighted|split)\b", first, flags=re.I)[-1]
    if _class(re.split(r"[,;]", first)[-1][-25:]) and re.search(r"\w\W{0,4}$", first) and not _LEADS_ON.search(first):
        lead = first[-25:]
    if _class(lead) or (
        lead.strip(" ([-–") and not re.search(r"\b(?:of|with|is|are|be|at)\s*$", lead, re.I) and _class(first[-40:])
    ):
        return str(text[shares[place - 1].end if place else max(0, shares[0].start - 60) : shares[place].start])
    return str(text[shares[place].end : shares[place + 1].start if place + 1 < len(shares) else shares[place].end + 50])


def _ratio(statement: Statement, first: float, second: float, start: int, end: int) -> list[_Weight]:
    """The two names beside a ratio, in its order."""
    text = statement.text
    names = _RATIO_WORDS.search(text, end) or next(iter(reversed(list(_RATIO_WORDS.finditer(text[:start])))), None)
    if names is None:
        return []
    return [_Weight(names[1], first, statement, start, end), _Weight(names[2], second, statement, start, end)]


def _complete(weights: list[_Weight]) -> Iterator[_Group]:
    group = _top_split(weights)
    if group:
        yield group


def _top_split(weights: list[_Weight]) -> _Group | None:
    """Price, quality and social value of criteria that make a whole with a price criterion among them."""
    rows = [w for w in weights if not _TOTAL.search(w.label) and w.number > 0]
    for chosen in (rows, _leading(rows)):
        total = sum(w.number for w in chosen)
        if len(chosen) >= 2 and chosen and _is_whole(total, chosen, weights):
            group = _classed(chosen, total)
            if group:
                return group
    return None


def _is_whole(total: float, chosen: list[_Weight], weights: list[_Weight]) -> bool:
    if abs(total - 100) < 0.6:
        return True
    stated = [w.number for w in weights if _TOTAL.search(w.label)]
    return bool(stated) and abs(total - stated[-1]) < 0.01 and total > 1


def _leading(rows: list[_Weight]) -> list[_Weight]:
    """Rows named plainly after price, quality or social value: the totals above their sub-criteria."""
    plain = re.compile(
        rf"^\W*(?:[\dA-Za-z.]{{1,4}}[.):]?\s+)?(?:(?:total|overall)\s)?(?:{_PRICE}|quality|"
        rf"technical\w*|non[\s-]?price\w*|{_SOCIAL})(?:\s(?:{_PRICE}|quality|criteria|criterion|"
        rf"evaluation|response|envelope|submission|score|weighting|element|questions?|assessment|total|"
        rf"and|&|/|merit|offer|proposal)){{0,4}}\W*$",
        re.I,
    )
    seen: dict[str, _Weight] = {}
    for row in rows:
        name = _class(row.label)
        if name and plain.search(row.label) and (name not in seen or row.number > seen[name].number):
            seen[name] = row
    return list(seen.values())


def _classed(rows: list[_Weight], total: float) -> _Group | None:
    scale = 100 / total
    group: _Group = {}
    prices = [
        w
        for w in rows
        if _class(w.label) == "price_weight"
        and (_STRICT_PRICE.search(w.label) or not re.search(_QUALITY, w.label, re.I))
    ]
    if not prices:
        prices = [w for w in rows if _class(w.label) == "price_weight"][:1]
    if not prices or len(prices) == len(rows):
        return None  # no price, or the inside of the price criterion
    _put(group, "price_weight", prices, scale, "sum of the price criteria" if len(prices) > 1 else "")
    social = [w for w in rows if _class(w.label) == "social_value_weight"]
    if not social:
        social = [
            w
            for w in rows
            if w not in prices and re.search(r"\b(?:environment\w*|sustainab\w*|carbon)\b", w.label, re.I)
        ]
    if social:
        _put(group, "social_value_weight", social[:1], scale, "")
    named = [w for w in rows if w not in prices and w not in social and _class(w.label) == "quality_weight"]
    rest = [w for w in rows if w not in prices and w not in social]
    if len(named) == 1:
        _put(group, "quality_weight", named, scale, "")
    elif rest:
        _put(
            group,
            "quality_weight",
            rest,
            scale,
            "sum of the criteria other than price and social value" if len(rest) > 1 else "",
        )
    return group


def _put(group: _Group, name: str, rows: list[_Weight], scale: float, how: str) -> None:
    group[name] = (round(sum(w.number for w in rows) * scale, 2), rows[0], how)


def _runs(told: list[Statement]) -> Iterator[list[_Weight]]:
    """Criteria with one share each that stand together: rows of a table, items of a list, under one heading."""
    run: list[_Weight] = []
    key: tuple[object, ...] = ()
    last = -10
    category = ""
    for statement in told:
        category = _category(statement, category)
        weight = _one_weight(statement, category)
        here = (statement.clause.document, _lot_heading(statement))
        if weight is None:
            continue
        gap = 3 if statement.sentence.cells else 8
        if run and (
            here != key
            or statement.index - last > gap
            or bool(statement.sentence.cells) != bool(run[-1].statement.sentence.cells)
        ):
            yield from _split(run)
            run = []
        run.append(weight)
        key, last = here, statement.index
    if run:
        yield from _split(run)


def _lot_heading(statement: Statement) -> str | None:
    return lot_at(statement, 0) if not statement.sentence.cells else None


def _split(run: list[_Weight]) -> Iterator[list[_Weight]]:
    """A run as it is; where it holds more than a whole, also its parts that make a hundred."""
    yield run
    total = 0.0
    part: list[_Weight] = []
    if abs(sum(w.number for w in run if not _TOTAL.search(w.label)) - 100) < 0.6:
        return
    for weight in run:
        if _TOTAL.search(weight.label):
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


def _one_weight(statement: Statement, category: str) -> _Weight | None:
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
    return _Weight(label, share.percent, statement, share.start, share.end)


def _row_weight(statement: Statement, category: str) -> _Weight | None:
    """Of a row: its first words, and the share in a weighting column or the only percentage."""
    cells, columns = statement.sentence.cells, statement.sentence.columns
    label = next((cell for cell in cells if re.search(r"[a-z]{2}", cell, re.I) and not _NUMBER.match(cell)), "")
    if not label:
        return None
    percents = [cell for cell in cells if len(find_percents(cell)) == 1 and (len(cell) < 14 or cell is label)]
    headed = [cell for cell, name in zip(cells, columns, strict=False) if _COLUMN.search(name) and _NUMBER.match(cell)]
    chosen = percents[0] if percents else headed[0] if headed else None
    if chosen is None:
        return None
    share = find_percents(chosen)
    number = share[0].percent if share else float(_NUMBER.match(chosen)[1])  # type: ignore[index]
    at = max(0, statement.text.find(chosen))
    words = chosen[: share[0].start] if chosen is label and share else label
    if category and category != label:
        words = f"{category}: {words}"
    return _Weight(words[:110], number, statement, at, at + len(chosen))


def _by_heading(clauses: tuple[Clause, ...], told: list[Statement]) -> Iterator[_Group]:
    """Headings that bear a share: "Quality 40%" over one section, "Price 60%" over the next."""
    seen: dict[tuple[str, str], _Weight] = {}
    for statement in told:
        for heading in statement.clause.headings:
            shares = find_percents(heading)
            if len(shares) == 1 and _class(heading):
                label = (heading[: shares[0].start] + heading[shares[0].end :]).strip()
                seen.setdefault(
                    (statement.clause.document, heading),
                    _Weight(label, shares[0].percent, statement, 0, len(statement.text)),
                )
    for document in {document for document, _ in seen}:
        yield from _complete([weight for (where, _), weight in seen.items() if where == document])


def _by_marks(told: list[Statement]) -> Iterator[_Group]:
    """Marks for price and for quality in separate sentences that together make a hundred."""
    marks: dict[str, list[_Weight]] = {"price_weight": [], "quality_weight": []}
    for statement in told:
        if re.search(r"\b(?:marks?|points|scores?)\b", statement.text, re.I):
            name = _class(statement.text)
            if name in marks:
                label = name.removesuffix("_weight")
                marks[name].extend(
                    _Weight(label, number, statement, start, end) for number, start, end in _most_marks(statement.text)
                )
    for price in marks["price_weight"]:
        for quality in marks["quality_weight"]:
            if price.number + quality.number == 100:
                yield from _complete([price, quality])
                return


def _most_marks(text: str) -> Iterator[tuple[float, int, int]]:
    found = _MOST_MARKS.search(text)
    if found:
        yield float(found[1]), found.start(), found.end()
        return
    points = find_points(text)
    if len(points) == 1:
        yield points[0].percent, points[0].start, points[0].end
