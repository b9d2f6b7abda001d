"""The kinds of rules: how each looks at the pack. A kind is added only when three real rules need it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from checker.detect.gate import source_of
from checker.detect.heard import heard_by, passage_of
from checker.detect.values import read_values
from checker.detect.view import Spot, View
from checker.domain import Clause, Fact, FactValue, Finding, Location, Place, Sentence
from checker.identity import finding_id
from checker.language import find_phrases, phrase_matcher
from checker.model import telling_words
from checker.policy import holds
from checker.rulefile import (
    Classifier,
    Conflict,
    File,
    Find,
    Limit,
    Measure,
    Missing,
    Pattern,
    Phrase,
    Reads,
    Rule,
    compiled,
)
from checker.words import plain

Pieces = tuple[tuple[str, str], ...]
NO_WORD = "no word by itself, but the passage with its heading as a whole"  # ends "What gave it away: …"
MOST_PLACES = 10  # slips of one kind that are shown with their words
MOST_QUOTED = 60  # words: a longer sentence is quoted by the part around the match


def _reads(reads: Reads, spot: Spot) -> bool:
    sentence = spot.sentence
    return (
        (not reads.roles or spot.clause.role in reads.roles)
        and (not reads.obligation or sentence.obligation in reads.obligation)
        and (not reads.duty_on or sentence.duty_on in reads.duty_on)
        and (not reads.phase or sentence.phase in reads.phase)
        and sentence.voice in reads.voice
        and (reads.negated is None or sentence.negated == reads.negated)
        and (reads.scope != "row" or sentence.kind == "row")
        and (reads.scope != "heading" or sentence.kind == "heading")
    )


def _hits(pattern: str, text: str, pieces: Pieces) -> bool:
    return compiled(pattern, pieces).search(text) is not None


def _any(patterns: Iterable[str], text: str, pieces: Pieces) -> bool:
    return any(_hits(pattern, text, pieces) for pattern in patterns)


def _match(item: str | Find, spot: Spot, pieces: Pieces) -> Any | None:
    find = item if isinstance(item, Find) else Find(find=item)
    found = compiled(find.find, pieces).search(spot.text)
    if found is None or found.start() == found.end():
        return None
    if find.under is not None and not _hits(find.under, spot.under, pieces):
        return None
    if find.beside is not None and not _hits(find.beside, spot.beside, pieces):
        return None
    return None if _any(find.unless, spot.text, pieces) else found


def _pattern(rule: Rule, view: View, pieces: Pieces) -> Iterator[Finding]:
    detect = rule.detect
    assert isinstance(detect, Pattern)
    if holds(detect.when, view.facts) is False or _any(detect.unless_pack, view.whole, pieces):
        return
    for spot, chances in view.where([source_of(item) for item in detect.any]):
        if not _reads(rule.reads, spot):
            continue
        matches = [found for item in detect.any if source_of(item) in chances and (found := _match(item, spot, pieces))]
        if not matches or _excepted(detect, spot, pieces):
            continue
        best = min(matches, key=lambda found: (found.start(), -found.end()))
        values = {name: value for found in matches for name, value in found.groupdict().items() if value}
        yield _finding(rule, spot, best.start(), best.end(), read_values(values))


def _excepted(detect: Pattern, spot: Spot, pieces: Pieces) -> bool:
    return (
        _any(detect.unless, spot.text, pieces)
        or _any(detect.unless_under, spot.under, pieces)
        or _any(detect.unless_beside, spot.beside, pieces)
    )


def _finding(rule: Rule, spot: Spot, start: int, end: int, values: Mapping[str, FactValue]) -> Finding:
    place = place_of(spot.sentence, spot.clause, start, end)
    return Finding(
        id=finding_id(rule.id, place),
        rule_id=rule.id,
        place=place,
        values=tuple(values.items()),
        sentence=spot.sentence,
    )


def place_of(sentence: Sentence, clause: Clause, start: int, end: int) -> Place:
    """The place of characters start to end of a sentence; a very long sentence is quoted by the part around them."""
    text = sentence.text
    first, last = 0, len(text)
    if len(text.split()) > MOST_QUOTED:
        breaks = [0, *(index + 1 for index, mark in enumerate(text) if mark in ";:,"), len(text)]
        first = max(point for point in breaks if point <= start)
        last = min(point for point in breaks if point >= end)
        while len(text[first:last].split()) < 25 and last < len(text):
            last = min(point for point in breaks if point > last)
        first += len(text[first:last]) - len(text[first:last].lstrip())
    place = sentence.location
    location = Location(
        document=place.document, page=place.page, block=place.block, start=place.start + first, end=place.start + last
    )
    return Place(
        clause=clause.number, quote=text[first:last].strip(), match=text[start:end], location=location,
        headings=clause.headings,
    )  # fmt: skip


@cache
def _matcher(phrases: tuple[str, ...]) -> Any:
    return phrase_matcher({"phrase": phrases})


def _phrase(rule: Rule, view: View, pieces: Pieces) -> Iterator[Finding]:
    detect = rule.detect
    assert isinstance(detect, Phrase)
    found = []
    for spot in view.spots:
        if not _reads(rule.reads, spot) or _any(detect.unless, spot.text, pieces):
            continue
        spans = find_phrases(_matcher(detect.phrases), spot.text)
        if spans:
            _, start, end = spans[0]
            found.append(_finding(rule, spot, start, end, {"phrase": spot.sentence.text[start:end]}))
    if len(found) >= detect.at_least:
        yield from found


def _missing(rule: Rule, view: View, pieces: Pieces) -> Iterator[Finding]:
    detect = rule.detect
    assert isinstance(detect, Missing)
    silent = (
        view.words < detect.least_words
        or holds(detect.when, view.facts) is False
        or (detect.needs_roles and not view.roles.intersection(detect.needs_roles))
        or any(fact.status in ("stated", "conflicting") for name in detect.facts for fact in view.facts.many(name))
        or any(_any(detect.silent_if_named, plain(f"{named.name} {named.quote}"), pieces) for named in view.named)
        or _any(detect.any, view.whole, pieces)
        or (detect.needs and not _any(detect.needs, view.whole, pieces))
    )
    if not silent:
        place = Place(clause=None, quote="", match="", location=None)
        yield Finding(id=finding_id(rule.id, place), rule_id=rule.id, place=place, looked_in=view.documents)


def _place_of_fact(fact: Fact) -> Place:
    return Place(clause=fact.clause, quote=fact.quote, match=fact.quote, location=fact.location)


def _conflict(rule: Rule, view: View, pieces: Pieces) -> Iterator[Finding]:
    detect = rule.detect
    assert isinstance(detect, Conflict)
    for name in detect.facts:
        rivals = [fact for fact in view.facts.many(name) if fact.status == "conflicting" and fact.location]
        if len({fact.value for fact in rivals}) > 1:
            first, *more = [_place_of_fact(fact) for fact in rivals]
            others = [place for place in more if place.location != first.location]  # two values of one sentence
            values = {"fact": name, **{f"value{index}": fact.value for index, fact in enumerate(rivals, 1)}}
            yield Finding(
                id=finding_id(rule.id, first), rule_id=rule.id, place=first, places=tuple(others),
                values=tuple(values.items()),
            )  # fmt: skip


def _limit(rule: Rule, view: View, pieces: Pieces) -> Iterator[Finding]:
    detect = rule.detect
    assert isinstance(detect, Limit)
    number = view.facts.number(detect.of)
    if number is None or holds(detect.when, view.facts) is False:
        return
    below, above = _amount(detect.below, view), _amount(detect.above, view)
    if not ((below is not None and number < below) or (above is not None and number > above)):
        return
    fact = view.facts.get(detect.at or detect.of)
    if fact is None:
        return
    values = {detect.of: number, "limit": below if below is not None else above or 0}
    place = _place_of_fact(fact)
    alike = view.facts.many(fact.name) if detect.at and fact.status == "derived" else ()
    others = tuple(_place_of_fact(other) for other in alike if other.location and other.location != fact.location)
    yield Finding(
        id=finding_id(rule.id, place), rule_id=rule.id, place=place, places=others[: MOST_PLACES - 1],
        values=tuple(values.items()),
    )  # fmt: skip


def _amount(bound: float | str | None, view: View) -> float | None:
    return view.facts.number(bound) if isinstance(bound, str) else bound


def _measure(rule: Rule, view: View, pieces: Pieces) -> Iterator[Finding]:
    detect = rule.detect
    assert isinstance(detect, Measure)
    for document in view.documents:
        spots = [
            s
            for s in view.spots
            if s.clause.document == document and _reads(rule.reads, s) and s.sentence.kind != "row"
        ]
        long = [spot for spot in spots if len(spot.text.split()) > detect.over]
        if long and len(long) >= detect.share * len(spots):
            worst = sorted(long, key=lambda spot: -len(spot.text.split()))[: detect.worst]
            values = {"count": len(long), "sentences": len(spots)}
            yield from (
                _finding(rule, spot, 0, len(spot.text), {**values, "words": len(spot.text.split())}) for spot in worst
            )


def _classifier(rule: Rule, view: View, pieces: Pieces) -> Iterator[Finding]:
    detect = rule.detect
    assert isinstance(detect, Classifier)
    for spot, guess, sure in heard_by(rule, view):
        if _reads(rule.reads, spot) and view.model is not None:
            words = telling_words(view.model, passage_of(spot), detect.label)
            values: dict[str, FactValue] = {"chance": round(guess.chance * 100), "words": ", ".join(words) or NO_WORD}
            found = _finding(rule, spot, 0, len(spot.text), values)
            yield replace(
                found,
                values=(*found.values, ("sure", int(sure and detect.speaks == "barrier"))),
                detectors=("classifier",),
                confidence=round(guess.chance, 3),
            )


def _file(rule: Rule, view: View, pieces: Pieces) -> Iterator[Finding]:
    """One finding a document, however often it occurs there."""
    detect = rule.detect
    assert isinstance(detect, File)
    for document, seen in view.files:
        if seen.kind == detect.of and seen.count >= detect.at_least:
            place, *more = [_place_of_line(document, *line) for line in seen.lines or ((seen.page, ""),)]
            values: tuple[tuple[str, FactValue], ...] = (("count", seen.count), ("where", seen.where or document))
            yield Finding(
                id=finding_id(rule.id, place), rule_id=rule.id, place=place, places=tuple(more), values=values
            )


def _place_of_line(document: str, page: int | None, line: str) -> Place:
    location = Location(document=document, page=page, block=0, start=0, end=0)
    return Place(clause=None, quote=line, match=line, location=location)


DETECTORS: dict[str, Callable[[Rule, View, Pieces], Iterable[Finding]]] = {
    "pattern": _pattern,
    "phrase": _phrase,
    "missing": _missing,
    "conflict": _conflict,
    "limit": _limit,
    "measure": _measure,
    "classifier": _classifier,
    "file": _file,
}
