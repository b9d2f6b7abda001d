"""The summary a terminal shows, and what the first ten seconds say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from report_builders import NOWHERE, verdict
from report_full import FULL

from checker.domain import COPY_OF_OURS, Fact, Facts, Location, Named, Pack, Report, Summary
from checker.report import summary_text
from checker.report.sentences import could_it_go_out, reading_lines

NOTHING = Summary(barriers=(), mistakes=0, review=0, credits=0)
WHOLE = Pack(name="p", documents=(FULL.pack.documents[1],))
CALM = replace(FULL, pack=WHOLE, named_not_given=(), verdicts=(), summary=NOTHING, notes=())


def test_it_holds_reading_counts_and_the_first_three_points(full: Report) -> None:
    text = summary_text(full)
    assert text.startswith("Cleaning of community halls\nRead: two documents")
    assert "11 barriers to small firms (three high, seven medium and one low)" in text
    flat = " ".join(text.split())
    assert "1. Put right what the pack says twice or wrongly (one critical point). Critical: The pack gives" in flat
    assert "closing dates for bids. (itt.pdf, page 3, clause 2.1)" in flat
    assert "\n3. " in text
    assert "\n4. " not in text
    assert max(len(line) for line in text.splitlines()) <= 100


def test_it_is_safe_to_print(hostile: Report) -> None:
    text = summary_text(hostile)
    assert "\u001b" not in text
    assert "\u202e" not in text
    assert len(text.splitlines()) < 40


@pytest.mark.parametrize(
    ("severity", "summary", "said"),
    [
        ("critical", replace(NOTHING, barriers=(("critical", 1),)), "Not ready: one point would stop some small firms"),
        ("high", replace(NOTHING, barriers=(("high", 2),)), "Not yet: two points would stop some small firms"),
        ("medium", replace(NOTHING, barriers=(("medium", 1),)), "Nearly: one point would make it harder"),
        ("low", replace(NOTHING, barriers=(("low", 1),)), "As far as we can see, yes"),
        ("low", replace(NOTHING, mistakes=1), "Nearly: one mistake has to be put right."),
    ],
)
def test_could_it_go_out(severity: str, summary: Summary, said: str) -> None:
    report = replace(CALM, verdicts=(verdict("x", "time.x", NOWHERE, severity=severity),), summary=summary)
    assert could_it_go_out(report).startswith(said)


def test_questions_and_style_do_not_hold_a_tender_back() -> None:
    asked = verdict("x", "time.x", NOWHERE, severity="critical", outcome="review")
    style = verdict("y", "clarity.y", NOWHERE, severity="high", chapter="language")
    assert could_it_go_out(replace(CALM, verdicts=(asked, style))).startswith("As far as we can see, yes")


def test_a_live_or_past_tender_is_spoken_of_as_such() -> None:
    assert "It is already out:" in could_it_go_out(replace(CALM, stage="live"))
    assert "should have stopped a small firm. This tender has closed:" in could_it_go_out(replace(CALM, stage="past"))


def test_what_was_not_seen_is_owned_up_to(full: Report) -> None:
    assert could_it_go_out(full).endswith("We have not seen the whole pack, so there may be more.")
    assert not could_it_go_out(CALM).endswith("there may be more.")


def test_a_value_given_in_two_ways_is_shown_as_such() -> None:
    facts = Facts(tuple(Fact(name="value_total", value=v, unit="GBP", status="conflicting") for v in (90000, 75000)))
    assert reading_lines(replace(CALM, facts=facts))[-1] == (
        "Value: the pack gives more than one sum in all (£90,000 and £75,000)."
    )


def test_papers_not_given_stand_apart_though_their_names_hold_commas_and_slashes() -> None:
    def given(*names: str) -> str:
        place = Location(document="itt.pdf", page=1, block=0, start=0, end=1)
        named = tuple(Named(name=name, location=place, quote="See it.") for name in names)
        return reading_lines(replace(CALM, named_not_given=named))[2]

    assert given("Plans AB/01 to AB/04", "Terms and Conditions") == (
        "Named in the pack and not given to us: Plans AB/01 to AB/04; Terms and Conditions. We could not check what they"
        " say, and something we call missing may be in one of them."
    )
    assert "to us: Annex A, Annex B and Annex C; we could not" in given("Annex A", "Annex B", "Annex C")


def test_our_own_marked_copies_are_named_as_such() -> None:
    copy = replace(WHOLE.documents[0], name="itt (checked).docx", not_a_tender=f"{COPY_OF_OURS}; “itt” is read.")
    guide = replace(copy, name="guide.pdf", not_a_tender="It reads like a guide.")
    ours = "Marked copies of an earlier check, not read again: itt (checked).docx."
    assert reading_lines(replace(CALM, pack=replace(WHOLE, documents=(*WHOLE.documents, copy))))[2] == ours
    assert reading_lines(replace(CALM, pack=replace(WHOLE, documents=(*WHOLE.documents, copy, guide))))[2] == (
        f"Not a tender: guide.pdf does not look like part of one, and so was not checked. {ours}"
    )


def test_a_pack_read_whole_says_so() -> None:
    assert reading_lines(CALM)[:3] == (
        "Read: one document (2,900 words), from start to finish.",
        "Not read: no file was left out.",
        "Named in the pack and not given to us: nothing that we saw.",
    )
