"""The statement that barriers to small firms were considered: only what someone decided counts as considered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from checker.domain import SEVERITIES, Decided, Place, Report, Verdict
from checker.record.law import Duty, duty_on_lots, duty_to_consider
from checker.report.labels import SEVERITY, THEME
from checker.report.points import where
from checker.report.sentences import title
from checker.report.words import count_word, listing, plural, sentence, uk_date

_GRAVE = ("critical", "high")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One point of the statement."""

    point: str
    where: str
    note: str  # what was decided, and why, in the words of the one who decided
    by: str  # "Category manager, 23 November 2026"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """All that the statement says, in the order of the page; the layouts only set it out."""

    title: str
    buyer: str
    dated: str
    clean: bool  # no point of high weight is undecided
    standing: str  # what kind of paper this is, in one or two sentences
    warnings: tuple[str, ...]
    duty: Duty
    law_how: tuple[str, ...]  # how the law and the threshold were worked out
    read: str
    lots: tuple[str, ...]
    lots_duty: Duty
    removed: tuple[Line, ...]
    reduced: tuple[Line, ...]
    kept: tuple[Line, ...]
    to_change: tuple[Line, ...]  # accepted, and still in the text
    rejected: tuple[Line, ...]
    undecided_grave: tuple[Line, ...]
    undecided: str  # the rest in one sentence
    open_questions: tuple[Line, ...]  # decisions that no longer count, or of which nothing can be said


def statement_of(report: Report, on: date) -> Statement:
    """The statement as of `on`, from the decisions that the report carries."""
    by_id = {verdict.finding.id: verdict for verdict in report.verdicts}
    reduced = {d.finding for d in report.decisions if _is_reduced(d, by_id)}
    points = [v for v in report.verdicts if v.outcome == "barrier" and v.chapter in ("barriers", "mistakes")]
    undecided = sorted(
        (v for v in points if report.decision_of(v.finding.id) is None),
        key=lambda v: SEVERITIES.index(v.severity),
    )
    grave = [v for v in undecided if v.severity in _GRAVE]
    standing = [d for d in report.decisions if d.fate == "stands"]
    return Statement(
        title=title(report),
        buyer=str(report.facts.value("buyer") or "Buyer not stated in the pack"),
        dated=uk_date(on),
        clean=not grave,
        standing=_standing(len(grave)),
        warnings=_warnings(report, on),
        duty=duty_to_consider(report.facts),
        law_how=tuple(sentence(note) for note in report.notes[:2]),
        read=_read(report),
        lots=_lots(report),
        lots_duty=duty_on_lots(report.facts),
        removed=_lines([d for d in report.decisions if d.fate == "gone" and d.decision.decision == "accept"], by_id),
        reduced=_reduced(report, reduced, by_id),
        kept=_lines([d for d in standing if d.decision.decision == "keep"], by_id),
        to_change=_lines([d for d in standing if d.decision.decision == "accept" and d.finding not in reduced], by_id),
        rejected=_lines([d for d in standing if d.decision.decision == "reject"], by_id),
        undecided_grave=tuple(_line_of(verdict) for verdict in grave),
        undecided=_rest([v for v in undecided if v.severity not in _GRAVE]),
        open_questions=_lines([d for d in report.decisions if _is_open(d, reduced)], by_id),
    )


def _is_reduced(decided: Decided, by_id: dict[str, Verdict]) -> bool:
    """Someone decided to change it, its words have changed since, and what is left weighs less."""
    verdict = by_id.get(decided.finding)
    if verdict is None or decided.decision.decision != "accept" or decided.fate not in ("stale", "replaced"):
        return False
    changed = verdict.finding.place.quote != decided.decision.quote
    return changed and SEVERITIES.index(verdict.severity) > SEVERITIES.index(decided.decision.severity)


def _is_open(decided: Decided, reduced: set[str]) -> bool:
    if decided.fate == "gone":
        return decided.decision.decision != "accept"  # a text that was to stay, and is not there any more
    return decided.fate in ("stale", "expired", "unflagged", "unread") and decided.finding not in reduced


def _reduced(report: Report, reduced: set[str], by_id: dict[str, Verdict]) -> tuple[Line, ...]:
    first = {d.finding: d for d in reversed(report.decisions) if d.finding in reduced and _is_reduced(d, by_id)}
    return tuple(
        Line(
            point=by_id[key].message,
            where=where((by_id[key].finding.place,)),
            note=f"From {SEVERITY[d.decision.severity].lower()} to {SEVERITY[by_id[key].severity].lower()}; the words "
            f"were changed." + _reason(d),
            by=_by(d),
        )
        for key, d in first.items()
    )


def _standing(grave: int) -> str:
    if not grave:
        return (
            "This statement lists what was decided, by whom and when. It rests on the decisions recorded, and no more."
        )
    many = f"{plural(grave, 'point')} of high or critical weight {'is' if grave == 1 else 'are'} not yet decided"
    return f"Working draft, not for filing: {many}."


def _warnings(report: Report, on: date) -> tuple[str, ...]:
    issued = report.facts.value("issued")
    if not (isinstance(issued, str) and len(issued) == 10):
        out = "The dates in the pack say that this tender is already out, so this was written afterwards."
        return (out,) if report.stage in ("live", "past") else ()
    if issued >= on.isoformat():
        return ()
    mine = [d.decision.on.isoformat() for d in report.decisions if d.fate != "replaced"]
    after = sum(day > issued for day in mine)
    return (f"This statement is dated after the tender was issued ({uk_date(issued)}). {_after(after, len(mine))}",)


def _after(after: int, total: int) -> str:
    if not total:
        return "No decision was recorded before that day."
    if not after:
        return "The decisions in it were recorded by that day."
    told = "All decisions in it were"
    if after < total:
        told = f"{count_word(after).capitalize()} of its {plural(total, 'decision')} {'was' if after == 1 else 'were'}"
    return (
        f"{told} recorded after that day: {'it does' if after == 1 else 'they do'} not show what was considered before."
    )


def _read(report: Report) -> str:
    documents = [d.name for d in report.pack.documents if not d.not_a_tender]
    missing = [*(s.name for s in report.pack.skipped), *(n.name for n in report.named_not_given)]
    partly = [d.name for d in report.pack.documents if d.read == "partly"]
    text = f"The words of {listing(documents) or 'no document'} were read by a program." if documents else ""
    if partly:
        text += f" {listing(partly)} could be read only in part."
    if missing:
        text += f" Not seen: {listing(missing[:8])}{' and others' if len(missing) > 8 else ''}."
    return text.strip() or "Nothing could be read."


def _lots(report: Report) -> tuple[str, ...]:
    lines: list[str] = []
    number = report.facts.number("lots")
    if number is not None:
        told = "one contract, without lots" if number == 1 else f"{number:g} lots"
        lines.append(f"The pack describes {told}.")
    if report.lots:
        told = f"{report.lots.reason.strip().rstrip('.')} ({report.lots.role}, {uk_date(report.lots.on)})."
        lines.append(f"Considered: {told}")
    decided = [d for d in report.decisions if d.fate in ("stands", "gone") and d.decision.rule.startswith("lots.")]
    lines += [f"{sentence(d.decision.point)} {_did(d)}.{_reason(d)} ({_by(d)})" for d in decided]
    if not report.lots and not decided:
        lines.append("Not yet considered: nobody has recorded a decision on lots.")
    return tuple(lines)


def _lines(decided: Sequence[Decided], by_id: dict[str, Verdict]) -> tuple[Line, ...]:
    return tuple(_line(d, by_id.get(d.finding)) for d in decided)


def _line(decided: Decided, verdict: Verdict | None) -> Line:
    decision = decided.decision
    stood = ", ".join(
        part for part in (decision.document, f"clause {decision.clause}" if decision.clause else "") if part
    )
    return Line(
        point=(verdict.message if verdict else decision.point) or decision.rule or decision.finding,
        where=where((verdict.finding.place,)) if verdict else stood,
        note=f"{_did(decided)}.{_reason(decided)}",
        by=_by(decided),
    )


def _line_of(verdict: Verdict) -> Line:
    return Line(point=verdict.message, where=_stands(verdict.finding.place), note=SEVERITY[verdict.severity], by="")


def _stands(place: Place) -> str:
    return where((place,)) or "the pack as a whole"


_DID = {"accept": "Decided to change it", "keep": "Kept", "reject": "Found to be wrong"}
_FATE = {
    "stale": "the words have changed since, so it has to be decided again",
    "expired": "its last day is over, so it has to be decided again",
    "gone": "the words are not in what was read any more",
    "unflagged": "the words are as they were; the checker raises no point about them now",
    "unread": "its document was not read this time",
}


def _did(decided: Decided) -> str:
    done = (
        "Decided to change it; the words are gone from what was read"
        if _removed(decided)
        else _DID[decided.decision.decision]
    )
    more = "" if _removed(decided) else _FATE.get(decided.fate, "")
    return f"{done}; {more}" if more else done


def _removed(decided: Decided) -> bool:
    return decided.fate == "gone" and decided.decision.decision == "accept"


def _reason(decided: Decided) -> str:
    reason = decided.decision.reason.strip()
    return f" Reason given: {sentence(reason)}" if reason else ""


def _by(decided: Decided) -> str:
    decision = decided.decision
    until = f", until {uk_date(decision.until)}" if decision.until else ""
    template = f", for {decided.template}" if decided.template else ""
    return f"{decision.role}{template}, {uk_date(decision.on)}{until}"


def _rest(verdicts: Sequence[Verdict]) -> str:
    if not verdicts:
        return ""
    by_theme = {name: sum(v.theme == theme for v in verdicts) for theme, name in THEME.items()}
    told = [f"{name.lower()} {count_word(n)}" for name, n in by_theme.items() if n]
    return sentence(f"{plural(len(verdicts), 'more point')} of medium or low weight: {', '.join(told)}")
