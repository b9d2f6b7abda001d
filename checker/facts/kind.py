"""What is bought: works, goods, services, light-touch services or a concession."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checker.domain import Clause, Fact
from checker.facts.kind_words import kind_of
from checker.facts.statements import Statement, make_fact, own_words, statements
from checker.facts.titles import find_titles

_KIND_ROW = re.compile(
    r"^\W*(?:contract type|type of (?:procurement|purchase|requirement)|procurement type|kind of contract|"
    r"type of contract|nature of (?:the )?contract|main (?:procurement )?category|"
    r"contract category|category|procurement category)\W*$",
    re.I,
)

_NAMED_KINDS = {
    "services": "services", "service": "services", "goods": "goods", "supplies": "goods", "works": "works",
    "light touch": "light-touch", "light-touch": "light-touch", "concession": "concession",
}  # fmt: skip
_CPV = re.compile(
    r"\bCPV\b[^.;]{0,60}?(?<!\d)(?P<code>\d{8})(?:-\d)?(?!\d)|(?<!\d)(?P<dashed>[0-9]{8}-[0-9])(?!\d)", re.I
)
_WORKS = re.compile(
    r"\b(?:JCT|NEC\s?[34] (?:Engineering|ECC)|building contract|works contract|practical completion|"
    r"principal contractor|main contractor|construction phase plan|making good|rectification period|"
    r"defects liability period|bills? of quantities|the works)\b",
    re.I,
)
_GOODS = re.compile(
    r"\b(?:the goods|goods (?:are|must|shall|will|delivered)|supply and delivery of|delivery of the goods)\b", re.I
)
_SERVICES = re.compile(
    r"\b(?:the services?|service (?:provider|delivery|levels?|users?)|services (?:are|must|shall|will|required))\b",
    re.I,
)
_PARTLY_LIGHT_TOUCH = ("55", "60112", "64", "75", "791", "796", "797", "92", "98")  # the code alone does not decide
_TOLD = {"instructions", "notice", "specification", "unknown"}


def find_kind(clauses: tuple[Clause, ...]) -> Iterable[Fact]:
    """The fact `kind`: as a row of the notice names it, else by the title, the CPV code or the body of the pack."""
    told = [s for s in statements(clauses) if own_words(s)]
    found = next((fact for way in (_named, _titled, _coded, _spoken) for fact in way(told)), None)
    return () if found is None else (found,)


def _named(told: list[Statement]) -> Iterator[Fact]:
    """The kind that a row, a line or a heading of the notice names."""
    for statement in told:
        cells = statement.cells
        label, _, rest = statement.text.partition(":")
        row = (cells[0], cells[1]) if len(cells) == 2 else (statement.heading, statement.text)
        for name, words in (row, (label, rest), (statement.before, statement.text)):
            if _KIND_ROW.search(name) and words.strip(" .").lower() in _NAMED_KINDS:
                yield make_fact("kind", _NAMED_KINDS[words.strip(" .").lower()], statement)


def _titled(told: list[Statement]) -> Iterator[Fact]:
    title = min(find_titles(told), key=lambda item: item[0], default=None)
    code = kind_of(str(title[1].value)) if title else None
    if title and code:
        yield make_fact("kind", code, title[2], how="from the title")


def _coded(told: list[Statement]) -> Iterator[Fact]:
    """By the first CPV code: divisions 03 to 44 and 48 are goods, 45 works, the others services."""
    for statement in told:
        code = _CPV.search(statement.text)
        if code:
            kind = _kind_of_code(code["code"] or code["dashed"])
            if kind:
                yield make_fact("kind", kind, statement, code.start(), code.end(), how="from the CPV code")
            return


def _kind_of_code(code: str) -> str | None:
    division = int(code[:2])
    if division == 45:
        return "works"
    if 3 <= division <= 44 or division == 48:
        return "goods"
    if division in (80, 85):
        return "light-touch"  # education and health
    return "services" if 50 <= division <= 98 and not code.startswith(_PARTLY_LIGHT_TOUCH) else None


def _spoken(told: list[Statement]) -> Iterator[Fact]:
    """By what the instructions and the specification keep naming, where one kind stands far above the others."""
    spoken = [s for s in told if s.clause.role in _TOLD]
    places = {
        code: [(s, m) for s in spoken for m in pattern.finditer(s.text)]
        for code, pattern in (("works", _WORKS), ("goods", _GOODS), ("services", _SERVICES))
    }
    (most, hits), (_, next_hits), _ = sorted(places.items(), key=lambda item: -len(item[1]))
    if len(hits) >= 6 and len(hits) >= 4 * len(next_hits):
        statement, match = hits[0]
        yield make_fact("kind", most, statement, match.start(), match.end(), how="from the words of the pack")
