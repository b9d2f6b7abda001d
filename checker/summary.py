"""What the verdicts come to: the five steps of a small firm's way, the counts, and the range of the score."""

from __future__ import annotations

import re2

from checker.domain import (
    SEVERITIES,
    STEPS,
    Clause,
    Credit,
    Facts,
    Named,
    Pack,
    State,
    Step,
    StepState,
    Summary,
    Verdict,
)

# Names of documents that such a tender rests on.
_CORE = r"(?i)term|condition|contract|specification|pricing|schedule of rates"


def journey_of(
    verdicts: tuple[Verdict, ...], clauses: tuple[Clause, ...], named: tuple[Named, ...], pack: Pack
) -> tuple[StepState, ...]:
    """The five steps of a small firm's way, each with the worst that stands in it.

    What only the terms hold cannot be told where no terms were read.
    """
    if _nothing_checked(pack):
        return tuple(StepState(step=step, state="could-not-tell", findings=()) for step in STEPS)
    names = [*(item.name for item in named), *(item.name for item in pack.skipped)]
    unread = any(re2.search(_CORE, name) for name in names) or not any(clause.role == "terms" for clause in clauses)
    return tuple(_step_state(step, verdicts, unread) for step in STEPS)


def _nothing_checked(pack: Pack) -> bool:
    return all(document.not_a_tender for document in pack.documents)


def _step_state(step: Step, verdicts: tuple[Verdict, ...], unread: bool) -> StepState:
    here = [v for v in verdicts if v.step == step and v.outcome == "barrier" and v.severity != "info"]
    worst = min((SEVERITIES.index(v.severity) for v in here), default=len(SEVERITIES))
    state: State = "clear"
    if worst <= SEVERITIES.index("high"):
        state = "likely-to-stop-small-firms"
    elif worst == SEVERITIES.index("medium"):
        state = "some-friction"
    elif unread and step in ("afford", "live"):
        state = "could-not-tell"
    return StepState(step=step, state=state, findings=tuple(v.finding.id for v in here))


def summary_of(
    verdicts: tuple[Verdict, ...], credits: tuple[Credit, ...], facts: Facts, named: tuple[Named, ...], pack: Pack
) -> Summary:
    """Counts of problems (not passages), and the range of the score, withheld when core documents are unread."""
    barriers = [v for v in verdicts if v.outcome == "barrier" and v.chapter == "barriers"]
    withheld = _withheld(pack)
    return Summary(
        barriers=tuple((severity, sum(v.severity == severity for v in barriers)) for severity in SEVERITIES[:4]),
        mistakes=sum(v.outcome == "barrier" and v.chapter == "mistakes" for v in verdicts),
        review=sum(v.outcome == "review" for v in verdicts),
        credits=len({credit.rule_id for credit in credits}),
        score=None if withheld else _score(verdicts, facts, named),
        withheld=withheld,
    )


def _withheld(pack: Pack) -> str | None:
    if _nothing_checked(pack):
        return "nothing that looks like a tender could be read"
    if any(re2.search(_CORE, item.name) for item in pack.skipped):
        return "documents that such a tender rests on could not be read"
    return None


_WEIGHT = {"critical": 14.0, "high": 8.0, "medium": 3.0, "low": 0.5, "info": 0.0}
MOST_A_THEME = 20.0  # points that one theme can take away
MOST_OWN = 5.0  # points that language and the tool's own yardsticks together can take away


def _score(verdicts: tuple[Verdict, ...], facts: Facts, named: tuple[Named, ...]) -> tuple[int, int]:
    """0 to 100, a range: the lower end takes questions, unknown facts and absent documents for barriers."""
    lost, doubtful, own = dict.fromkeys(sorted({v.theme for v in verdicts}), 0.0), 0.0, 0.0
    for verdict in verdicts:
        weight = _WEIGHT[verdict.severity]
        if verdict.outcome == "review":
            doubtful += weight / 2
        elif verdict.chapter in ("language", "file") or verdict.force == "tool":
            own += weight / 2
        else:
            lost[verdict.theme] += weight
    high = 100 - sum(min(MOST_A_THEME, points) for points in lost.values()) - min(MOST_OWN, own)
    unknown = sum(
        facts.get(name) is None for name in ("value_total", "value_annual", "term_months", "submission_deadline")
    )
    low = high - min(20.0, doubtful) - 3 * unknown - 3 * min(5, len(named))
    return max(0, round(low)), max(0, round(high))
