"""Two drafts beside each other: what is fixed, new, still there and changed. Only what was read is called fixed."""

from __future__ import annotations

from dataclasses import dataclass

from checker.domain import SEVERITIES, Report, Verdict
from checker.matching import pairs, problem_of, stands_in, texts_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Both:
    """One problem in the old draft and in the new one."""

    old: Verdict
    new: Verdict

    @property
    def words_changed(self) -> bool:
        return self.old.finding.place.quote != self.new.finding.place.quote

    @property
    def moved(self) -> bool:
        """Whether it stands under another clause number or in another document."""
        old, new = self.old.finding, self.new.finding
        return (old.document, old.place.clause) != (new.document, new.place.clause)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Every finding of both drafts exactly once; the gravest first in each list."""

    old: Report
    new: Report
    fixed: tuple[Verdict, ...]  # neither the point nor its words are in the new draft
    added: tuple[Verdict, ...]  # only in the new draft
    still: tuple[Both, ...]  # the same words and weight, wherever they stand
    changed: tuple[Both, ...]  # other words, or another weight
    unflagged: tuple[Verdict, ...]  # the words are still there and raise no point now: the facts or the rules changed
    unread: tuple[Verdict, ...]  # their document was not read this time: nothing can be said


def compare(old: Report, new: Report) -> Comparison:
    """The two drafts of one tender compared; pairs are made by words, not by clause numbers."""
    found = pairs(
        [problem_of(verdict.finding) for verdict in old.verdicts],
        [problem_of(verdict.finding) for verdict in new.verdicts],
    )
    both = [(Both(old=old.verdicts[p.old], new=new.verdicts[p.new]), p.likeness) for p in found]
    changed = [b for b, likeness in both if likeness == "changed" or _weighs_otherwise(b)]
    seen_old, seen_new = {p.old for p in found}, {p.new for p in found}
    left = [verdict for i, verdict in enumerate(old.verdicts) if i not in seen_old]
    texts = texts_of(new.clauses)
    unflagged = [verdict for verdict in left if stands_in(verdict.finding.place.quote, texts)]
    unread = [verdict for verdict in left if verdict not in unflagged and not _read(verdict, new)]
    return Comparison(
        old=old,
        new=new,
        fixed=_sorted([v for v in left if v not in unflagged and v not in unread]),
        added=_sorted([verdict for i, verdict in enumerate(new.verdicts) if i not in seen_new]),
        still=_sorted_both([b for b, _ in both if b not in changed]),
        changed=_sorted_both(changed),
        unflagged=_sorted(unflagged),
        unread=_sorted(unread),
    )


def _weighs_otherwise(both: Both) -> bool:
    return (both.old.severity, both.old.outcome) != (both.new.severity, both.new.outcome)


def _read(verdict: Verdict, report: Report) -> bool:
    """Whether what the old finding was about was read whole this time."""
    name = verdict.finding.document
    if not name:
        return not report.pack.skipped and all(document.read == "whole" for document in report.pack.documents)
    return any(document.name == name and document.read == "whole" for document in report.pack.documents)


def _sorted(verdicts: list[Verdict]) -> tuple[Verdict, ...]:
    return tuple(sorted(verdicts, key=lambda verdict: SEVERITIES.index(verdict.severity)))


def _sorted_both(found: list[Both]) -> tuple[Both, ...]:
    return tuple(sorted(found, key=lambda both: SEVERITIES.index(both.new.severity)))
