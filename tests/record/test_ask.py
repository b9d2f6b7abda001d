"""Messages to those who can change something: who is asked, by when, and in plain text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from checker.domain import Fact, Facts, Report, Rewrite
from checker.record.ask import MOST, file_of, messages, reply_by
from checker.settings import Settings
from checker.standing import template_of
from tests.drafts import INVITATION, TODAY, carried, decide, draft, finding

TURNOVER = "finance.turnover-minimum"


@pytest.fixture(scope="module")
def first() -> Report:
    return draft(INVITATION)


def dated(**days: str) -> Facts:
    return Facts(tuple(Fact(name=name, value=day, unit="date") for name, day in days.items()))


def test_each_owner_gets_one_message_with_their_clauses(first: Report) -> None:
    found = {message.owner: message for message in messages(first, reply_by=date(2026, 6, 12))}
    assert {"finance", "insurance"} <= set(found)
    assert "officer" not in found
    text = found["finance"].text
    assert "Please reply by 12 June 2026." in text
    assert "It says: “Bidders must have a minimum annual turnover of £500,000.”" in text
    assert "itt.txt, clause 1.2" in text
    assert "£10 million" not in text
    assert "£10 million" in found["insurance"].text


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("replace", "Proposed words: “Use this.”"),
        ("delete", "Proposed: take these"),
        ("ask", "Our question: Use this."),
    ],
)
def test_proposed_words_or_the_question_come_with_the_clause(first: Report, kind: str, says: str) -> None:
    rewrite = Rewrite(finding_id=finding(first, TURNOVER).finding.id, kind=kind, text="Use this.", checked=True)  # type: ignore[arg-type]
    (finance,) = [m for m in messages(replace(first, rewrites=(rewrite,)), reply_by=None) if m.owner == "finance"]
    assert says in finance.text
    assert "[date]" in finance.text


def test_what_is_decided_is_not_asked_again(first: Report) -> None:
    made = decide(first, TURNOVER, "keep", "Large crews.")
    told = "".join(message.text for message in messages(carried([made], INVITATION), reply_by=None))
    assert "turnover of £500,000" not in told
    changed = carried([made], INVITATION.replace("£500,000", "£650,000"))
    assert "turnover of £650,000" in "".join(message.text for message in messages(changed, reply_by=None))


def test_unchanged_standing_text_is_not_asked_again(first: Report) -> None:
    template = template_of(
        first.clauses, first.verdicts, (), name="All", version="1", owner="Legal", added=TODAY, file="f", digest="d"
    )
    folded = draft(INVITATION, settings=Settings(as_of=TODAY, templates=(template,)))
    asked = {m.owner for m in messages(folded, reply_by=None)}
    assert "insurance" not in asked


def test_a_message_is_short_and_says_what_it_left_out(first: Report) -> None:
    verdict = finding(first, TURNOVER)
    many = replace(first, verdicts=tuple(
        replace(verdict, finding=replace(verdict.finding, id=str(n))) for n in range(MOST + 3)
    ))  # fmt: skip
    (message,) = messages(many, reply_by=None)
    assert (message.points, message.more) == (MOST, 3)
    assert "There are three more points for you in the report." in message.text


def test_a_higher_floor_asks_less(first: Report) -> None:
    assert sum(m.points for m in messages(first, reply_by=None, least="critical")) < sum(
        m.points for m in messages(first, reply_by=None, least="low")
    )


@pytest.mark.parametrize(
    ("facts", "stage", "day"),
    [
        (dated(issued="2026-06-19"), "draft", date(2026, 6, 16)),
        (dated(issued="2026-06-02"), "draft", date(2026, 6, 2)),  # never before the next working day
        (dated(issued="2026-09-01"), "draft", date(2026, 8, 26)),  # over the bank holiday of 31 August
        (dated(answers_deadline="2026-06-19"), "live", date(2026, 6, 17)),
        (dated(issued="2026-05-01"), "draft", None),
        (dated(issued="2026-06-19"), "past", None),
        (dated(issued="2026-09"), "draft", None),
        (Facts(), "draft", None),
    ],
)
def test_the_day_to_reply_by_comes_from_the_tenders_dates(facts: Facts, stage: str, day: date | None) -> None:
    assert reply_by(facts, TODAY, stage) == day


def test_hostile_words_cannot_start_a_line_or_a_header(first: Report) -> None:
    verdict = finding(first, TURNOVER)
    place = replace(verdict.finding.place, quote="Cover.\nSubject: pay me\r\n\u202eevil")
    bad = replace(first, verdicts=(replace(verdict, finding=replace(verdict.finding, place=place)),))
    (message,) = messages(bad, reply_by=None)
    assert not any(line.startswith("Subject") for line in message.text.splitlines())
    assert "\u202e" not in message.text
    name, content = file_of(message)
    assert name == "ask-finance.txt"
    assert content.decode("utf-8-sig").startswith(f"Subject: {message.subject}\r\n\r\n")
