"""What has become of earlier decisions in the draft at hand. Plain functions; the day comes in, there is no clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from checker.domain import Choice, Clause, Decided, Decision, Fate, Folded, Pack, StandingTemplate, Verdict
from checker.matching import Pair, Problem, pairs, problem_of, same_words, stands_in, texts_of


def decision_about(
    verdict: Verdict,
    choice: Choice,
    earlier: Sequence[Decided] = (),
    *,
    reason: str,
    role: str,
    on: date,
    until: date | None = None,
) -> Decision:
    """A decision about a finding, with what is needed to know the finding again in the next draft.

    It stands instead of those of `earlier` that were about the same finding.
    """
    problem = problem_of(verdict.finding)
    before = [d.decision.finding for d in earlier if d.finding == problem.id and not d.template]
    return Decision(
        finding=problem.id, decision=choice, reason=reason, role=role, on=on, until=until, rule=problem.rule,
        document=problem.document, clause=problem.clause, quote=problem.quote, also=problem.also,
        severity=verdict.severity, point=verdict.message,
        replaces=tuple(sorted({key for key in before if key != problem.id})),
    )  # fmt: skip


def decided_of(
    decisions: Sequence[Decision],
    verdicts: Sequence[Verdict],
    clauses: Sequence[Clause],
    pack: Pack,
    as_of: date,
    template: str = "",
) -> tuple[Decided, ...]:
    """Every decision with what has become of it, in the order given; none is left out.

    Of several about one finding the latest counts (by date, then by place in the file); the others are "replaced".
    """
    over = _replaced(decisions)
    live = [i for i in range(len(decisions)) if i not in over]
    texts = texts_of(clauses)
    fates = {i: _unpaired(decisions[i], pack, texts) for i in live}
    for pair in pairs([_problem(decisions[i]) for i in live], [problem_of(v.finding) for v in verdicts]):
        i = live[pair.old]
        fates[i] = _paired(decisions[i], verdicts[pair.new], pair, as_of)
    for i in sorted(over, key=lambda i: _age(decisions, i), reverse=True):  # the one that replaces it is known by then
        by = fates[over[i]]
        fates[i] = Decided(decision=decisions[i], fate="replaced", finding=by.finding, now=by.now)
    return tuple(replace(fates[i], template=template) for i in range(len(decisions)))


def _age(decisions: Sequence[Decision], i: int) -> tuple[date, int]:
    return decisions[i].on, i


def _replaced(decisions: Sequence[Decision]) -> dict[int, int]:
    """Which decisions a later one has replaced: it is about the same finding, or says that it stands instead."""
    found: dict[int, int] = {}
    for i, old in enumerate(decisions):
        later = [j for j in range(len(decisions)) if _age(decisions, j) > _age(decisions, i)]
        about = [j for j in later if old.finding in (decisions[j].finding, *decisions[j].replaces)]
        if about:
            found[i] = min(about, key=lambda j: _age(decisions, j))
    return found


def kept(decided: Sequence[Decided]) -> frozenset[str]:
    """The ids of findings that stay for a recorded reason that still counts."""
    return frozenset(d.finding for d in decided if d.fate == "stands" and d.decision.decision == "keep")


def of_templates(
    folded: Sequence[Folded],
    templates: Sequence[StandingTemplate],
    verdicts: Sequence[Verdict],
    own: Sequence[Decided],
    as_of: date,
) -> tuple[Decided, ...]:
    """What the owners of standing templates decided about the findings that lie in their unchanged text.

    A decision of this pack's own comes before the owner's. Those on other points of the template are not shown.
    """
    decided_here = {d.finding for d in own if d.fate == "stands"}
    found: list[Decided] = []
    for fold in folded:
        template = next(t for t in templates if t.label == fold.template)
        here = [v for v in verdicts if v.finding.id in fold.findings and v.finding.id not in decided_here]
        about = decided_of(template.decisions, here, (), Pack(name="", documents=()), as_of, fold.template)
        found += [d for d in about if d.fate in ("stands", "expired")]
    return tuple(found)


def _problem(decision: Decision) -> Problem:
    return Problem(
        id=decision.finding, rule=decision.rule, document=decision.document, clause=decision.clause,
        quote=decision.quote, also=decision.also,
    )  # fmt: skip


def _paired(decision: Decision, verdict: Verdict, pair: Pair, as_of: date) -> Decided:
    problem = problem_of(verdict.finding)
    known = {same_words(words) for words in (decision.quote, *decision.also)}
    over = decision.until is not None and decision.until < as_of
    fate: Fate = "stale" if pair.likeness == "changed" else "expired" if over else "stands"
    return Decided(
        decision=decision,
        fate=fate,
        finding=verdict.finding.id,
        now=verdict.finding.place,
        moved=(problem.document, problem.clause) != (decision.document, decision.clause),
        added=tuple(words for words in problem.also if same_words(words) not in known) if fate == "stands" else (),
    )


def _unpaired(decision: Decision, pack: Pack, texts: Sequence[str]) -> Decided:
    if stands_in(decision.quote, texts):
        return Decided(decision=decision, fate="unflagged")
    return Decided(decision=decision, fate="gone" if _was_read(decision.document, pack) else "unread")


def _was_read(name: str, pack: Pack) -> bool:
    """Whether all of the document was read this time; for what the pack failed to say, all of the pack."""
    if not name:
        return not pack.skipped and all(document.read == "whole" for document in pack.documents)
    return any(document.name == name and document.read == "whole" for document in pack.documents)
