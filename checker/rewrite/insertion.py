"""A statement to add where a pack is silent, and the place that it belongs in."""

from __future__ import annotations

from checker.domain import Rewrite, Verdict
from checker.rewrite.bench import Bench
from checker.rewrite.fit import can_hold, in_form, leans, unit_of
from checker.rewrite.proof import note_of, promises_too_much, same_subject, too_bad
from checker.rulefile import RewriteSpec, compiled
from checker.words import gaps, plain

_INNER = str.maketrans("“”", "‘’")  # of a heading in quotes
AFTER = "after this sentence"
END = "at the end of this paragraph"


def insertion(spec: RewriteSpec, verdict: Verdict, bench: Bench, text: str) -> Rewrite | None:
    """A statement to add; None after a passage that nothing can follow."""
    place = verdict.finding.place
    if place.quote and in_form(bench.clause_of(verdict), (*bench.before(verdict)[-1:], *bench.after(verdict)[:1])):
        return None  # what the bidder signs is no place for a statement of the buyer
    if place.quote and spec.belongs is None:
        if unit_of(verdict, bench.clause_of(verdict)) is None:
            return None
        if _would_part(text, verdict, bench):
            return None
    sound = not gaps(text) and not promises_too_much(text) and same_subject(text, verdict)
    return Rewrite(
        finding_id=verdict.finding.id,
        kind="insert",
        text=text,
        checked=sound and not too_bad(bench.prove(text, verdict)),
        belongs=_belongs(spec, verdict, bench),
        note=note_of(text, longer=False),
    )


def _belongs(spec: RewriteSpec, verdict: Verdict, bench: Bench) -> str:
    """Where an insertion goes: under the heading that speaks of the same, else after the passage, else by itself."""
    for wanted in spec.belongs.split("|") if spec.belongs else ():
        pattern = compiled(wanted, bench.pieces)
        named = (path[-1] for path in bench.headings if can_hold(path))
        heading = next((name for name in named if pattern.search(plain(name))), None)
        if heading:
            return f"under “{heading.translate(_INNER)}”"
    if not verdict.finding.place.quote:
        return "under a heading of its own"
    if " | " in verdict.finding.place.quote:
        return "in the same cell, after this sentence"
    following, together = bench.followed_by(verdict)
    return END if following and together and leans(following.text) else AFTER


def _would_part(text: str, verdict: Verdict, bench: Bench) -> bool:
    """Whether a text would come between two sentences that belong together, and cannot follow the second."""
    following, together = bench.followed_by(verdict)
    if following is None or following.kind in ("heading", "row") or not leans(following.text):
        return False
    listed = following.kind == "item" and following.text.lstrip()[:1].islower()  # each item stands by itself
    return not listed and (leans(text) or not together)
