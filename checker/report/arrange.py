"""Which finding stands where on the page, and under what number. Every finding stands in full exactly once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from checker.domain import SEVERITIES, STEPS, Report, Verdict
from checker.report.as_json import in_order
from checker.report.labels import THEME

FIRST = 10  # points an officer is asked to read before all others
QUESTIONS = 5
MOST_OF_A_STEP, MOST_OF_A_THEME = 4, 2  # among the first points, critical ones aside
# What ends a bid or decides it comes before what makes it dearer.
_WEIGHTIEST = (
    "evaluation", "process", "experience", "finance", "insurance", "risk", "specification", "lots", "time", "payment",
    "policy", "clarity",
)  # fmt: skip
_CERTAINTY = ("plain", "likely", "please-check")
_DATES_AND_SUMS = frozenset(
    {"amount", "budget", "date", "dates", "day", "days", "deadline", "mark", "marks", "price", "sum", "term", "time"}
    | {"timetable", "total", "value", "weight", "weighting", "weightings", "weights"}
)


@dataclass(frozen=True, slots=True)
class Chapters:
    """The findings of a report by the place where each is shown in full."""

    first: tuple[Verdict, ...]
    questions: tuple[Verdict, ...]
    mistakes: tuple[Verdict, ...]
    themes: tuple[tuple[str, tuple[Verdict, ...]], ...]
    language: tuple[Verdict, ...]
    files: tuple[Verdict, ...]

    def in_page_order(self) -> tuple[Verdict, ...]:
        """All findings as a reader meets them."""
        by_theme = (verdict for _, verdicts in self.themes for verdict in verdicts)
        return (*self.first, *self.questions, *self.mistakes, *by_theme, *self.language, *self.files)


def arrange(report: Report) -> Chapters:
    """The chapters of the page for this report; findings that come first are in no later chapter."""
    ranked = sorted(in_order(report), key=_urgency)
    first = _varied([verdict for verdict in ranked if _may_come_first(verdict)])
    asked = [
        verdict for verdict in ranked if verdict.outcome == "review" and verdict.chapter in ("barriers", "mistakes")
    ]
    questions = tuple(asked[:QUESTIONS])
    shown = {verdict.finding.id for verdict in (*first, *questions)}
    rest = [verdict for verdict in ranked if verdict.finding.id not in shown]
    return Chapters(
        first=first,
        questions=questions,
        mistakes=tuple(verdict for verdict in rest if verdict.chapter == "mistakes"),
        themes=_by_theme(verdict for verdict in rest if verdict.chapter == "barriers"),
        language=tuple(verdict for verdict in rest if verdict.chapter == "language"),
        files=tuple(verdict for verdict in rest if verdict.chapter == "file"),
    )


def _varied(ranked: list[Verdict]) -> tuple[Verdict, ...]:
    """The first points: the worst, but not all of one step or one theme; the critical ones always."""
    chosen: list[Verdict] = []
    for verdict in ranked:
        same_step = sum(other.step == verdict.step for other in chosen)
        same_theme = sum(other.theme == verdict.theme for other in chosen)
        if verdict.severity == "critical" or (same_step < MOST_OF_A_STEP and same_theme < MOST_OF_A_THEME):
            chosen.append(verdict)
    spare = [verdict for verdict in ranked if verdict not in chosen]
    return tuple(sorted((chosen + spare)[:FIRST], key=_urgency))


def _may_come_first(verdict: Verdict) -> bool:
    """Style, the file's own form, questions and small slips of wording wait for their own chapters."""
    if verdict.outcome == "review" or verdict.chapter in ("language", "file") or verdict.severity == "info":
        return False
    return not (verdict.theme == "clarity" and verdict.severity == "low")


def _is_question(verdict: Verdict) -> bool:
    return verdict.outcome == "review" and verdict.chapter in ("barriers", "mistakes")


def _urgency(verdict: Verdict) -> tuple[int, ...]:
    return (
        SEVERITIES.index(verdict.severity),
        _mistake_rank(verdict),
        _CERTAINTY.index(verdict.certainty),
        _WEIGHTIEST.index(verdict.theme) if verdict.theme in _WEIGHTIEST else len(_WEIGHTIEST),
        STEPS.index(verdict.step),
    )


def _mistake_rank(verdict: Verdict) -> int:
    """0 for a wrong date or sum (it spoils a bid and is quick to mend), 1 for another mistake, 2 for the rest."""
    if verdict.chapter != "mistakes":
        return 2
    words = set(verdict.rule_id.replace(".", "-").split("-"))
    return 0 if verdict.theme == "time" or words & _DATES_AND_SUMS else 1


def _by_theme(verdicts: Iterable[Verdict]) -> tuple[tuple[str, tuple[Verdict, ...]], ...]:
    groups: dict[str, list[Verdict]] = {theme: [] for theme in THEME}
    for verdict in verdicts:
        groups.setdefault(verdict.theme, []).append(verdict)
    return tuple((theme, tuple(group)) for theme, group in groups.items() if group)
