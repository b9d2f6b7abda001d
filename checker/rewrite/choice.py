"""Which of a rule's texts is used for a verdict: the first that fits the passage and passes every proof."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from checker.domain import Place, Rewrite, Verdict
from checker.rewrite.bench import Bench
from checker.rewrite.fit import cell_of, in_form, joined, named_words, points_back, trimmed, unit_of, with_weekday
from checker.rewrite.insertion import insertion
from checker.rewrite.plain import MOST, plain_version
from checker.rewrite.proof import (
    MOST_LEFT_OUT,
    ease,
    kept,
    left_out,
    note_of,
    promises_too_much,
    same_subject,
    too_bad,
)
from checker.rewrite.question import asked, last_question
from checker.rewrite.voice import spoken_as
from checker.rulefile import RewriteSpec, compiled
from checker.words import filled, gaps, plain

PLAINER = "plainer"  # what a text needs that stands for a plainer version of the sentence


@dataclass(frozen=True, slots=True)
class Cut:
    """The characters of a quote that a text takes the place of, and those of them that are the barrier."""

    start: int
    end: int
    barrier: tuple[int, int]  # counted from start
    whole: bool  # a ready text in the place of a sentence, rather than a few words of it
    values: dict[str, str]


def choose(verdict: Verdict, bench: Bench) -> Rewrite:
    """The first text of the rule that holds up; if none does, the first that could be filled, not `checked`."""
    made = [draft for spec in _in_order(verdict, bench) if (draft := _draft(spec, verdict, bench))]
    return next((draft for draft in made if draft.checked), made[0] if made else last_question(verdict, bench))


def _in_order(verdict: Verdict, bench: Bench) -> list[RewriteSpec]:
    """The rule's texts; where the finding is itself a question, its questions first."""
    specs = list(bench.rules[verdict.rule_id].rewrite)
    return sorted(specs, key=lambda spec: spec.kind != "ask") if verdict.outcome == "review" else specs


def _draft(spec: RewriteSpec, verdict: Verdict, bench: Bench) -> Rewrite | None:
    """The text of one way to put it right, proved; None where it is not for this passage."""
    if PLAINER in spec.needs:
        return _plain_draft(verdict, 0, bench)
    place, voice = verdict.finding.place, bench.voice_of(verdict)
    words = named_words(place)
    values = bench.known | dict(verdict.finding.values) | voice.values() | ({"words": words} if words else {})
    if not set(spec.needs) <= {name for name, value in values.items() if value is not None}:
        return None
    if not _is_for(spec, verdict, bench):
        return None
    if spec.kind == "ask":
        return asked(spec, verdict, voice, values)
    template = spoken_as(spec.text, voice)
    if spec.kind == "insert":
        return insertion(spec, verdict, bench, filled(template, values))
    return _replacement(spec, verdict, bench, template, values)


def _is_for(spec: RewriteSpec, verdict: Verdict, bench: Bench) -> bool:
    """Whether a text is for this passage, its neighbours and this tender."""
    quote = plain(verdict.finding.place.quote)
    if spec.unfit and compiled(spec.unfit, bench.pieces).search(quote):
        return False
    if spec.fits and not compiled(spec.fits, bench.pieces).search(quote):
        return False
    near = plain(bench.near(verdict)) if spec.fits_near or spec.unfit_near else ""
    if spec.unfit_near and compiled(spec.unfit_near, bench.pieces).search(near):
        return False
    if spec.fits_near and not compiled(spec.fits_near, bench.pieces).search(near):
        return False
    return bench.holds(spec.when)


def _replacement(
    spec: RewriteSpec, verdict: Verdict, bench: Bench, template: str, values: dict[str, Any]
) -> Rewrite | None:
    quote = verdict.finding.place.quote
    cut = _cut(spec, verdict, bench)
    if cut is None or (cut.whole and in_form(bench.clause_of(verdict), bench.before(verdict)[-1:])):
        return None  # the bidder speaks in a form that it signs
    said = filled(template, values | cut.values)
    start, end, said = with_weekday(quote, cut.start, cut.end, said)
    if (start, end) != (cut.start, cut.end):
        cut = replace(cut, start=start, end=end, barrier=(0, end - start))
    text = joined(quote, cut.start, cut.end, said)
    part = (cut.start, cut.end) != (0, len(quote))
    before, after = ease(quote), ease(text)
    return Rewrite(
        finding_id=verdict.finding.id,
        kind="replace" if part else spec.kind,  # where part of the sentence stays, the rest is the text
        text=text,
        checked=not list(_faults(said, text, cut, verdict, bench)),
        start=cut.start if part else None,
        end=cut.end if part else None,
        ease=(before, after),
        note=note_of(said, longer=after > before),
    )


def _cut(spec: RewriteSpec, verdict: Verdict, bench: Bench) -> Cut | None:
    """The words of `at`, where the rule names some; else the sentence. None where the words are not there."""
    place = verdict.finding.place
    if spec.at is None:
        start, end = unit_of(verdict, bench.clause_of(verdict)) or (0, len(place.quote))
        at = place.quote.find(place.match, start, end)
        return Cut(start, end, (at - start, at - start + len(place.match)) if at >= 0 else (0, 0), True, {})
    return _cut_at(compiled(spec.at, bench.pieces), place)


def _cut_at(pattern: Any, place: Place) -> Cut | None:
    """The words that a pattern names; of a row first in the cell of the match, so that an addition does not end it."""
    first, last = cell_of(place) if " | " in place.quote else (0, 0)
    offset, quote = (first, plain(place.quote)[first:last]) if last else (0, plain(place.quote))
    found = pattern.search(quote)
    if not found and last:
        offset, quote = 0, plain(place.quote)
        found = pattern.search(quote)
    if not found:
        return None
    groups = {name: found.span(index) for name, index in pattern.groupindex.items()}
    start, end = (offset + at for at in trimmed(quote, *groups.get("cut", found.span())))
    if start == end and not last and " | " in place.quote:
        return None  # an addition at the end of a row of several cells stands nowhere
    spans = {name: (offset + first, offset + last) for name, (first, last) in groups.items() if first >= 0}
    return Cut(start, end, (0, end - start), False, {name: place.quote[slice(*span)] for name, span in spans.items()})


def _faults(said: str, text: str, cut: Cut, verdict: Verdict, bench: Bench) -> Iterator[str]:
    """What speaks against a text; nothing where it passes every proof."""
    quote = verdict.finding.place.quote
    old = quote[cut.start : cut.end]
    yield from (f"nothing fills {gap}" for gap in gaps(said))
    yield from kept(old, cut.barrier, said)
    if cut.whole and quote and unit_of(verdict, bench.clause_of(verdict)) is None:
        yield "the passage is part of a list, a row or a longer sentence"
    following, together = bench.followed_by(verdict)
    if cut.whole and following and together and points_back(following.text):
        yield "the next sentence hangs on it"
    if cut.whole and left_out(old, cut.barrier, said) > MOST_LEFT_OUT:
        yield "the passage says more than the barrier"
    if text.strip() and not same_subject(text, verdict):
        yield "it speaks of something else"
    if promises_too_much(said):
        yield "it promises what the law reserves"
    if text.strip() and too_bad(bench.prove(text, verdict)):
        yield "our own rules flag it"


def plainer(verdicts: tuple[Verdict, ...], made: tuple[Rewrite, ...], bench: Bench) -> tuple[Rewrite, ...]:
    """Plainer versions for the further places of language findings, at most five a document with those of `made`."""
    heavy = [verdict for verdict in verdicts if any(PLAINER in s.needs for s in bench.rules[verdict.rule_id].rewrite)]
    documents = {verdict.finding.id: verdict.finding.document for verdict in heavy}
    counts = Counter(documents[new.finding_id] for new in made if new.finding_id in documents and new.kind == "replace")
    found: list[Rewrite] = []
    for verdict in heavy:
        for number in range(1, len(verdict.finding.places) + 1):
            document = verdict.finding.document
            draft = _plain_draft(verdict, number, bench) if counts[document] < MOST else None
            if draft:
                counts[document] += 1
                found.append(draft)
    return tuple(found)


def _plain_draft(verdict: Verdict, number: int, bench: Bench) -> Rewrite | None:
    """A plainer version of the sentence at one place of a finding (0: its own); None where there is no safe one."""
    place = (verdict.finding.place, *verdict.finding.places)[number]
    sentence, clause = bench.sentences.get(place.location, (None, None)) if place.location else (None, None)
    new = plain_version(sentence, clause, place.quote)
    if new is None or _still_heavy(place, new) or too_bad(bench.prove(new, verdict)):
        return None
    return Rewrite(
        finding_id=verdict.finding.id, kind="replace", text=new, checked=True, place=number,
        ease=(ease(place.quote), ease(new)),
    )  # fmt: skip


def _still_heavy(place: Place, new: str) -> bool:
    """Whether the very words that were found heavy are still there."""
    return place.match != place.quote and place.match.lower() in new.lower()
