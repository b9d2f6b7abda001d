"""One message for each owner: the clauses, why we ask, the proposed words, a day to reply by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from checker.domain import SEVERITIES, Facts, Owner, Report, Severity, Verdict
from checker.facts.working_days import add_working_days, held, is_working_day
from checker.report.as_json import in_order
from checker.report.points import where
from checker.report.sentences import title
from checker.report.words import count_word, plural, sentence, shorten, uk_date, visible

OWNERS: tuple[Owner, ...] = ("legal", "insurance", "finance", "hr", "it", "client")
MOST = 12  # points in a message; more are read by nobody
_BEFORE_ISSUE = 3  # working days that the officer needs to put the answers in
_LONGEST = 600  # characters of a clause or of proposed words
_GREETING = {
    "legal": "Dear legal colleagues",
    "insurance": "Dear insurance and risk colleagues",
    "finance": "Dear finance colleagues",
    "hr": "Dear HR colleagues",
    "it": "Dear IT colleagues",
    "client": "Dear colleagues",
}
_CHOICES = (
    "For each point: may we use the proposed words, what would you write instead, or what is the reason to keep it?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One e-mail as plain text."""

    owner: Owner
    subject: str
    text: str  # subject line not included
    points: int  # in the message
    more: int  # left out because there are too many


def messages(report: Report, *, reply_by: date | None, least: Severity = "medium") -> tuple[Message, ...]:
    """A message for each owner who is needed, in the order of OWNERS.

    Points that someone has decided, and those in unchanged standing templates, are not asked again.
    """
    folded = {key: fold for fold in report.folded for key in fold.findings}
    asked = [
        v
        for v in in_order(report)
        if v.chapter in ("barriers", "mistakes")
        and SEVERITIES.index(v.severity) <= SEVERITIES.index(least)
        and report.decision_of(v.finding.id) is None
        and v.finding.id not in folded
    ]
    found: list[Message] = []
    for owner in OWNERS:
        mine = sorted((v for v in asked if v.owner == owner), key=lambda v: SEVERITIES.index(v.severity))
        if mine:
            found.append(_message(owner, mine, report, reply_by))
    return tuple(found)


def reply_by(facts: Facts, as_of: date, stage: str) -> date | None:
    """The day to reply by: three working days before the issue of a draft, two before answers of a live tender are due.

    Never before the next working day after `as_of`; None where the tender's dates do not tell.
    """
    issued, answers = _day(facts, "issued"), _day(facts, "answers_deadline")
    if stage in ("plan", "draft") and issued and issued > as_of:
        due, days = issued, _BEFORE_ISSUE
    elif stage == "live" and answers and answers > as_of:
        due, days = answers, 2
    else:
        return None
    nation = _nation(facts)
    if not held(as_of, due, nation):
        return None
    earlier = due
    while days:
        earlier -= timedelta(days=1)
        days -= is_working_day(earlier, nation)
    return max(earlier, add_working_days(as_of, 1, nation))


def _day(facts: Facts, name: str) -> date | None:
    """The earliest full date that is known for a fact."""
    days = [fact.value for fact in facts.many(name) if isinstance(fact.value, str) and len(fact.value) == 10]
    try:
        return min((date.fromisoformat(day) for day in days), default=None)
    except ValueError:
        return None


def _nation(facts: Facts) -> str:
    told = str(facts.value("jurisdiction"))
    return told if told in ("england", "wales", "scotland", "ni") else "england"


def _message(owner: Owner, mine: list[Verdict], report: Report, due: date | None) -> Message:
    name = title(report)
    shown, more = mine[:MOST], len(mine) - len(mine[:MOST])
    lines = [f"{_GREETING[owner]},", ""]
    lines.append(_opening(report, name, len(shown)))
    lines += [f"Please reply by {uk_date(due) if due else '[date]'}. {_CHOICES}", ""]
    for number, verdict in enumerate(shown, start=1):
        lines += [*_point(number, verdict, report), ""]
    if more:
        lines += [f"There {'is' if more == 1 else 'are'} {plural(more, 'more point')} for you in the report.", ""]
    lines += ["If there is a reason to keep a text as it is, one sentence is enough: we will record it.", "", "[name]"]
    subject = shorten(" ".join(visible(f"Please reply by {uk_date(due) if due else '[date]'}: {name}").split()), 120)
    return Message(owner=owner, subject=subject, text=visible("\n".join(lines)) + "\n", points=len(shown), more=more)


def _opening(report: Report, name: str, count: int) -> str:
    state = {
        "live": "The tender is already out, so a change has to go to every bidder at the same time.",
        "past": "This tender has closed; we ask for the next one.",
    }.get(report.stage, "It has not gone out yet, so the text can still change.")
    points = f"{count_word(count)} {'point' if count == 1 else 'points'}"
    return (
        f"We looked through “{name}” for what could hold small firms back, and found {points} that you can "
        f"usually decide. {state}"
    )


def _point(number: int, verdict: Verdict, report: Report) -> list[str]:
    place = verdict.finding.place
    lines = [f"{number}. {' '.join(verdict.message.split())}"]
    if place.quote.strip():
        lines.append(f"   Where: {where((place,))}")
        lines.append(f"   It says: “{shorten(' '.join(place.quote.split()), _LONGEST)}”")
    else:
        lines.append("   Where: we did not find it in what we read.")
    why = " ".join(sentence(text) for text in (verdict.because, _first_sentence(verdict.why)) if text.strip())
    if why:
        lines.append(f"   Why we ask: {why}")
    rewrite = report.rewrite_of(verdict.finding.id)
    if rewrite is None:
        lines.append("   What we need from you: what should it say, or why should it stay?")
    elif rewrite.kind == "ask":
        lines.append(f"   Our question: {shorten(' '.join(rewrite.text.split()), _LONGEST)}")
    elif rewrite.kind == "delete":
        lines.append("   Proposed: take these words out.")
    else:
        lines.append(f"   Proposed words: “{shorten(' '.join(rewrite.text.split()), _LONGEST)}”")
    cites = list(dict.fromkeys(source.cite for source in verdict.sources if source.force == verdict.force))
    if cites and verdict.force in ("law", "duty"):
        label = "The law" if verdict.force == "law" else "A duty to consider"
        lines.append(f"   {label}: {'; '.join(cites)}")
    return lines


def _first_sentence(text: str) -> str:
    first, stop, _ = " ".join(text.split()).partition(". ")
    return first + stop.strip()


def file_of(message: Message) -> tuple[str, bytes]:
    """The file's name and content: the subject, an empty line, the text; Windows line ends, as mail programs expect."""
    text = f"Subject: {message.subject}\n\n{message.text}"
    return f"ask-{message.owner}.txt", text.replace("\n", "\r\n").encode("utf-8-sig", "replace")
