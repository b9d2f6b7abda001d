"""What the verdicts come to: the five steps of a small firm's way, the counts, and the range of the score."""

from __future__ import annotations

from dataclasses import replace

import re2

from checker.domain import (
    SEVERITIES,
    STEPS,
    Clause,
    Credit,
    Facts,
    Named,
    Pack,
    Severity,
    State,
    Step,
    StepState,
    Summary,
    Verdict,
)
from checker.score import score_range, terms_were_read

# Names of documents that such a tender rests on.
_CORE = r"(?i)term|condition|contract|specification|pricing|schedule of rates"
# What a step cannot be called clear without: names of papers that were not read.
_RESTS_ON: dict[Step, str] = {
    "find": r"(?i)specification|requirements|\bbrief\b|schedule of (?:rates|works)|bill of quantities",
    "enter": r"(?i)questionnaire|\bs?p?qq?\b|selection",
    "win": r"(?i)evaluation|award criteria|scoring|questions|quality submission",
}


def journey_of(
    verdicts: tuple[Verdict, ...], clauses: tuple[Clause, ...], named: tuple[Named, ...], pack: Pack
) -> tuple[StepState, ...]:
    """The five steps of a small firm's way, each with the worst that stands in it.

    What only the terms, the specification, the questionnaire or the marking hold cannot be told where those were not
    read: such a step is never called clear.
    """
    if _nothing_checked(pack):
        return tuple(StepState(step=step, state="could-not-tell", findings=()) for step in STEPS)
    names = [*(item.name for item in named), *(item.name for item in pack.skipped)]
    terms_unread = any(re2.search(_CORE, name) for name in names) or not terms_were_read(clauses)
    unread: frozenset[Step] = frozenset(
        step for step, papers in _RESTS_ON.items() if any(re2.search(papers, name) for name in names)
    )
    return tuple(
        _step_state(step, verdicts, unread | ({"afford", "live"} if terms_unread else set())) for step in STEPS
    )


def _nothing_checked(pack: Pack) -> bool:
    return all(document.not_a_tender for document in pack.documents)


def _step_state(step: Step, verdicts: tuple[Verdict, ...], unread: frozenset[Step]) -> StepState:
    here = [v for v in verdicts if v.step == step and v.outcome == "barrier" and v.severity != "info"]
    worst = min((SEVERITIES.index(v.severity) for v in here), default=len(SEVERITIES))
    state: State = "clear"
    if worst <= SEVERITIES.index("high"):
        state = "likely-to-stop-small-firms"
    elif worst == SEVERITIES.index("medium"):
        state = "some-friction"
    elif step in unread:
        state = "could-not-tell"
    return StepState(step=step, state=state, findings=tuple(v.finding.id for v in here))


def summary_of(
    verdicts: tuple[Verdict, ...],
    credits: tuple[Credit, ...],
    facts: Facts,
    named: tuple[Named, ...],
    pack: Pack,
    kept: frozenset[str] = frozenset(),
    clauses: tuple[Clause, ...] | None = None,
) -> Summary:
    """Counts of problems (not passages), and the range of the score, withheld when core documents are unread.

    `clauses` show whether any terms were read; None where that is not to be judged. `kept` are the ids of findings
    that stay for a recorded reason: they still count in all but `after_reasons`.
    """
    barriers = [v for v in verdicts if v.outcome == "barrier" and v.chapter == "barriers"]
    withheld = _withheld(pack)
    return Summary(
        barriers=tuple((severity, sum(v.severity == severity for v in barriers)) for severity in SEVERITIES[:4]),
        mistakes=sum(v.outcome == "barrier" and v.chapter == "mistakes" for v in verdicts),
        review=sum(v.outcome == "review" for v in verdicts),
        credits=len({credit.rule_id for credit in credits}),
        score=None if withheld else score_range(verdicts, facts, named, clauses),
        withheld=withheld,
        after_reasons=None if withheld else score_range(_with_reasons(verdicts, kept), facts, named, clauses),
    )


def _with_reasons(verdicts: tuple[Verdict, ...], kept: frozenset[str]) -> tuple[Verdict, ...]:
    """The verdicts with the kept ones a step lighter; no reason makes lighter what is outside the law."""
    lighter: dict[Severity, Severity] = {"high": "medium", "medium": "low"}
    return tuple(
        replace(v, severity=lighter.get(v.severity, v.severity)) if v.finding.id in kept else v for v in verdicts
    )


def _withheld(pack: Pack) -> str | None:
    if _nothing_checked(pack):
        return "nothing that looks like a tender could be read"
    if any(re2.search(_CORE, item.name) for item in pack.skipped):
        return "documents that such a tender rests on could not be read"
    return None
