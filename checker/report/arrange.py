"""Which finding stands where on the page, and under what number. Every finding stands in full exactly once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from checker.domain import SEVERITIES, STEPS, Folded, Report, Verdict
from checker.report.as_json import in_order
from checker.report.changes import CHANGES, Change, changes_of
from checker.report.harm import SMALL, harm_of
from checker.report.labels import THEME

FIRST = 10  # points an officer is asked to read before all others
ENOUGH = 8  # of them, where those that are left over are small
QUESTIONS = 5
MOST_OF_A_STEP, MOST_OF_A_THEME = 5, 4  # among the first points, critical ones aside
# What ends a bid or decides it comes before what makes it dearer.
_WEIGHTIEST = (
    "evaluation", "process", "experience", "finance", "insurance", "risk", "specification", "lots", "time", "payment",
    "policy", "clarity",
)  # fmt: skip
_CERTAINTY = ("plain", "likely", "please-check")


@dataclass(frozen=True, slots=True)
class Chapters:
    """The findings of a report by the place where each is shown in full."""

    first: tuple[Verdict, ...]
    questions: tuple[Verdict, ...]
    mistakes: tuple[Verdict, ...]
    themes: tuple[tuple[str, tuple[Verdict, ...]], ...]
    language: tuple[Verdict, ...]
    files: tuple[Verdict, ...]
    standing: tuple[tuple[Folded, tuple[Verdict, ...]], ...] = ()  # in unchanged text of standing templates
    changes: tuple[Change, ...] = ()  # what to do first; their findings stand in the chapters above
    later: tuple[Change, ...] = ()  # what to do after that

    def in_page_order(self) -> tuple[Verdict, ...]:
        """All findings as a reader meets them."""
        by_theme = (verdict for _, verdicts in self.themes for verdict in verdicts)
        folded = (verdict for _, verdicts in self.standing for verdict in verdicts)
        return (*self.first, *self.questions, *self.mistakes, *by_theme, *self.files, *folded, *self.language)


def arrange(report: Report) -> Chapters:
    """The chapters of the page for this report; findings that come first are in no later chapter."""
    everything = sorted(in_order(report), key=_urgency)
    standing = _standing(report, everything)
    folded = {verdict.finding.id for _, verdicts in standing for verdict in verdicts}
    ranked = [verdict for verdict in everything if verdict.finding.id not in folded]
    leading = [verdict for verdict in ranked if _may_come_first(verdict)]
    changes = changes_of(leading)
    first = _varied(leading, [change.verdicts[0] for change in changes[:CHANGES]])
    questions = tuple(filter(_is_question, ranked))[:QUESTIONS]
    shown = {verdict.finding.id for verdict in (*first, *questions)}
    rest = [verdict for verdict in ranked if verdict.finding.id not in shown]
    return Chapters(
        first=first,
        questions=questions,
        mistakes=tuple(verdict for verdict in rest if verdict.chapter == "mistakes"),
        themes=_by_theme(verdict for verdict in rest if verdict.chapter == "barriers"),
        language=tuple(verdict for verdict in rest if verdict.chapter == "language"),
        files=tuple(verdict for verdict in rest if verdict.chapter == "file"),
        standing=standing,
        changes=changes[:CHANGES],
        later=changes[CHANGES:],
    )


def _standing(report: Report, ranked: list[Verdict]) -> tuple[tuple[Folded, tuple[Verdict, ...]], ...]:
    """The findings of each unchanged standing template; one that lies in two is shown with the first."""
    left = {verdict.finding.id: verdict for verdict in ranked}
    found = []
    for fold in report.folded:
        own = set(fold.findings)
        found.append((fold, tuple(left.pop(v.finding.id) for v in ranked if v.finding.id in own & set(left))))
    return tuple((fold, verdicts) for fold, verdicts in found if verdicts)


def _varied(ranked: list[Verdict], lead: list[Verdict]) -> tuple[Verdict, ...]:
    """The first points: the worst, but not all of one step or one theme; among equals what leads a change."""
    chosen = list(lead)
    low = [verdict for verdict in ranked if verdict.severity == "low"]
    for verdict in (verdict for verdict in ranked if verdict.severity != "low" and verdict not in lead):
        same_step = sum(other.step == verdict.step for other in chosen)
        same_theme = sum(other.theme == verdict.theme for other in chosen)
        room = same_step < MOST_OF_A_STEP and same_theme < MOST_OF_A_THEME
        if verdict.severity == "critical" or (room and not any(_alike(verdict, other) for other in chosen)):
            chosen.append(verdict)
    others = [verdict for verdict in ranked if verdict not in chosen and verdict not in low]
    spare = sorted(others, key=lambda verdict: any(_alike(verdict, other) for other in chosen))
    ordered = [verdict for verdict in chosen if verdict not in lead] + spare + low
    grave = [verdict for verdict in ordered if not _is_small(verdict)][: FIRST - len(lead)]
    small = [verdict for verdict in ordered if _is_small(verdict)][: max(0, ENOUGH - len(lead) - len(grave))]
    rest = grave + small
    return tuple(sorted((*lead, *rest), key=lambda v: (SEVERITIES.index(v.severity), _place(v, lead), _urgency(v))))


def _is_small(verdict: Verdict) -> bool:
    return verdict.severity == "low" or harm_of(verdict) == SMALL


def _alike(verdict: Verdict, other: Verdict) -> bool:
    """Whether a reader would take both for one fault: the same rule, or the same words.

    A slip in some words (two dates) and what those words ask (too few days) are two.
    """
    here, there = verdict.finding.place.location, other.finding.place.location
    same_words = here is not None and here == there and verdict.chapter == other.chapter
    return verdict.rule_id == other.rule_id or same_words


def _place(verdict: Verdict, lead: list[Verdict]) -> int:
    """Its place among those that lead a change; after them all where it leads none."""
    return lead.index(verdict) if verdict in lead else len(lead)


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
        harm_of(verdict),
        _CERTAINTY.index(verdict.certainty),
        _WEIGHTIEST.index(verdict.theme) if verdict.theme in _WEIGHTIEST else len(_WEIGHTIEST),
        STEPS.index(verdict.step),
    )


def _by_theme(verdicts: Iterable[Verdict]) -> tuple[tuple[str, tuple[Verdict, ...]], ...]:
    groups: dict[str, list[Verdict]] = {theme: [] for theme in THEME}
    for verdict in verdicts:
        groups.setdefault(verdict.theme, []).append(verdict)
    return tuple((theme, tuple(group)) for theme, group in groups.items() if group)
