"""Slips that need the whole pack: targets, weights and days said twice, references inside the terms, strays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from checker.domain import Clause, Pack
from checker.facts import find_facts
from checker.facts.dangling import dangling
from checker.facts.final_report import final_report
from checker.facts.question_weights import question_weights
from checker.facts.statements import statements
from checker.facts.strays import strays
from checker.facts.targets_twice import targets_twice
from checker.facts.terms_numbers import beyond_terms, other_topics
from tests.facts.making import clause, lines, table

HEADINGS = (
    "Meaning of words", "Services", "Staff", "Charges and payment", "Records", "Confidential information", "Insurance",
    "Personal data", "Disputes", "Ending the contract early and termination",
)  # fmt: skip


def values(facts: Sequence[object]) -> list[object]:
    return [fact.value for fact in facts]  # type: ignore[attr-defined]


def after(first: Sequence[Clause], more: Sequence[Clause]) -> tuple[Clause, ...]:
    """The clauses of both, in one document, each at a place of its own."""
    moved = []
    for place, item in enumerate((*first, *more)):
        location = replace(item.location, block=place)
        sentences = tuple(replace(s, location=location) for s in item.sentences)
        moved.append(replace(item, sentences=sentences, location=location))
    return tuple(moved)


def terms(*texts: tuple[str, str], part: str = "Conditions of contract") -> tuple[Clause, ...]:
    """Ten headed clauses of terms, each with a first point, and the numbered texts in their order among them."""
    extra = dict(texts)
    found = []
    for number, heading in enumerate(HEADINGS, 1):
        head = clause(heading, heading=part, role="terms")
        found.append(replace(head, number=str(number), sentences=(replace(head.sentences[0], kind="heading"),)))
        points = {
            f"{number}.1": "This has its usual meaning.",
            **{k: v for k, v in extra.items() if k.split(".")[0] == str(number)},
        }
        for key, text in points.items():
            point = clause(text, heading=part, role="terms")
            found.append(replace(point, number=key, headings=(part, f"{number} {heading}")))
    return after(found, ())


# --- targets


KPIS = ("No", "Measure", "Target", "Minimum")


@pytest.mark.parametrize(
    "text",
    [
        "The pass rate shall be at least 80% in each year.",
        "The provider is expected to achieve a pass rate of 80 per cent.",
        "Pass rate: minimum 80%.",
    ],
)
def test_a_target_in_a_sentence_and_another_in_the_table(text: str) -> None:
    rows = table(KPIS, ("1", "Pass rate", "90%", "85%"), ("2", "Attendance", "95%", "90%"))
    assert values(targets_twice(after(lines(text), rows))) == ["80% (pass rate)", "90% (pass rate)"]


@pytest.mark.parametrize(
    "text",
    [
        "The pass rate shall be at least 85% in each year.",  # the minimum of the table
        "Where the pass rate falls below 80%, we may ask for a plan.",
        "The pass rate of the present provider was 80% last year.",
        "Describe how you would achieve a pass rate as high as ours.",
        "Staff satisfaction must be at least 70%.",
        "At least 80% of the marks for pass rates are needed.",
    ],
)
def test_levels_of_other_kinds_are_no_second_target(text: str) -> None:
    rows = table(KPIS, ("1", "Pass rate", "90%", "85%"), ("2", "Resident satisfaction", "95%", "90%"))
    assert not targets_twice(after(lines(text), rows))


# --- weights of questions


CRITERIA = (
    ("Understanding of the site", "20%"),
    ("Team and supervision", "15%"),
    ("Programme of works", "10%"),
    ("Safety and environment", "15%"),
    ("Price", "40%"),
)


def test_a_question_that_weighs_less_in_the_form_than_in_the_criteria() -> None:
    form = [
        ("Q1", "Show your understanding of the building.", "15%"),
        ("Q2", "Who is in your team?", "15%"),
        ("Q3", "Give a programme.", "10%"),
        ("Q4", "How do you keep people safe and protect the environment?", "15%"),
    ]
    pack = after(table(("Criterion", "Weighting"), *CRITERIA), table(("Ref", "Question", "Weighting"), *form))
    assert values(question_weights(pack)) == ["20", "15"]
    agreed = [("Q1", "Show your understanding of the building.", "20%"), *form[1:]]
    pack = after(table(("Criterion", "Weighting"), *CRITERIA), table(("Ref", "Question", "Weighting"), *agreed))
    assert not question_weights(pack)


def test_tables_of_other_things_or_of_lots_are_not_compared() -> None:
    other = [("Bins", "15%"), ("Vans", "15%"), ("Paper", "10%"), ("Fuel", "15%")]
    pack = after(table(("Criterion", "Weighting"), *CRITERIA), table(("Item", "Weighting"), *other))
    assert not question_weights(pack)
    lot = [("Understanding of the site", "15%"), *CRITERIA[1:]]
    one = table(("Criterion", "Weighting"), *CRITERIA, heading="Lot 1")
    assert not question_weights(after(one, table(("Criterion", "Weighting"), *lot, heading="Lot 2")))


def test_a_question_of_one_number_with_two_weights() -> None:
    rows = [("M1", "Working together", "15%"), ("M2", "Courses and tutors", "20%"), ("M3", "Results", "10%")]
    again = [("M1", "Working together", "15%"), ("M2", "Courses and tutors", "25%"), ("M3", "Results", "10%")]
    pack = after(table(("No", "Title", "Weight"), *rows), table(("No", "Method statement", "Weight"), *again))
    assert values(question_weights(pack)) == ["20", "25"]


def test_a_scale_of_marks_below_the_criteria_does_not_hide_their_sum() -> None:
    criteria = table(("Criterion", "Weighting"), ("Approach", "50%"), ("Team", "25%"), ("Commercial", "30%"))
    scale = table(("Meaning", "Marks"), ("Very good", "10"), ("Good", "7"), ("Fair", "5"))
    facts = find_facts(after(criteria, scale))
    assert facts.get("weights_sum") is not None and values(facts.many("weights_sum")) == [105]


# --- the final report


def test_the_final_report_is_due_once() -> None:
    rows = table(("Stage", "Date"), ("Final report", "5 March 2027"))
    more = table(("Ref", "Output", "Due"), ("M4", "Final report and data", "2 April 2027"))
    assert values(final_report(after(rows, more))) == ["2027-03-05", "2027-04-02"]


@pytest.mark.parametrize("label", ["Final report accepted", "Draft final report", "Publication of the final report"])
def test_later_steps_and_drafts_are_other_days(label: str) -> None:
    rows = table(("Stage", "Date"), ("Final report", "5 March 2027"), (label, "2 April 2027"))
    assert not final_report(rows)


def test_a_report_is_not_accepted_before_it_is_due() -> None:
    rows = table(("Stage", "Date"), ("Final report accepted", "5 March 2027"), ("Final report", "2 April 2027"))
    assert values(final_report(rows)) == ["2027-03-05", "2027-04-02"]


# --- references inside the terms


def test_a_clause_that_the_terms_do_not_have() -> None:
    points = [("5.1", "Keep records."), ("5.2", "Show them."), ("5.3", "Then store them."), ("9.1", "See clause 5.5.")]
    assert [said.value for _, said in beyond_terms(terms(*points))] == ["clause 5.5"]
    assert "clause 5.5" in values(dangling(terms(*points), Pack(name="pack", documents=())))


@pytest.mark.parametrize(
    "text",
    [
        "See clause 5.3.",
        "See clause 5.5 of the framework.",
        "See clause 5.5 of Schedule 2.",
        "Section 5.5 of the instructions applies.",
        "See condition 9.9 of the JCT form.",
    ],
)
def test_clauses_that_stand_or_stand_elsewhere(text: str) -> None:
    points = [("5.1", "Keep records."), ("5.2", "Show them."), ("5.3", "Then store them."), ("9.1", text)]
    assert not list(beyond_terms(terms(*points)))


def test_the_points_of_the_last_clause_may_go_on_unread() -> None:
    points = [("9.1", "See clause 10.5."), ("10.1", "One."), ("10.2", "Two."), ("10.3", "Three.")]
    assert not list(beyond_terms(terms(*points)))


def test_a_condition_beyond_the_last_and_extracts_of_terms() -> None:
    points = [("9.1", "Arbitration under Condition 13 stays open.")]
    assert [(sure, said.value) for sure, said in beyond_terms(terms(*points))] == [(True, "condition 13")]
    next_one = [("9.1", "Arbitration under Condition 11 stays open.")]
    assert [sure for sure, _ in beyond_terms(terms(*next_one))] == [False]
    assert not list(beyond_terms(terms(*points, part="Conditions of contract (extracts)")))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Else the buyer may terminate under clause 8.", ["clause 8 (terminate)", f"10 {HEADINGS[9]}"]),
        ("The firm keeps the insurances required by clause 4.", []),  # not a link that is read
        ("The firm keeps up the insurances required under clause 4.", ["clause 4 (insurances)", "7 Insurance"]),
        ("Else the buyer may terminate under clause 10.", []),
        ("Else the buyer may terminate under clause 8 of the framework.", []),
        ("The price is agreed under clause 4.", []),
    ],
)
def test_a_clause_about_something_else(text: str, told: list[str]) -> None:
    assert values(other_topics(terms(("2.2", text)))) == told


def test_a_clause_that_speaks_of_it_is_right_whatever_its_heading() -> None:
    points = [
        ("2.2", "Else the buyer may terminate under clause 8."),
        ("8.2", "The buyer may terminate on a breach of this."),
    ]
    assert not other_topics(terms(*points))


# --- strays


def pack_of(*texts: str, times: int = 300) -> tuple[Clause, ...]:
    return lines(*["The agency writes the text and draws the pictures for us."] * times, *texts)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Cleaning operatives must sign in at the desk.", "Cleaning operatives"),
        ("If it is late the journey shall be treated as not run and nothing is paid.", "journey"),
        ("Charterers should note that the master signs for stores.", "Charterers"),
    ],
)
def test_words_of_another_trade(text: str, words: str) -> None:
    assert [said.value for said in strays(tuple(statements(pack_of(text))))] == [words]


@pytest.mark.parametrize(
    "texts",
    [
        ("Our own cleaning operatives will be on site, employed by the landlord.",),
        ("Cleaning operatives must sign in.", "Rooms are cleaned daily.", "The cleaner locks up.", "Clean the glass."),
        ("The journey of each learner is to be recorded.",),
        ("The journey shall be treated as not run.", *["Each driver checks the vehicle."] * 13),
    ],
)
def test_neighbours_of_the_trade_and_the_buyers_own_people_are_let_be(texts: tuple[str, ...]) -> None:
    assert not list(strays(tuple(statements(pack_of(*texts)))))


def test_a_short_pack_says_nothing_of_strays() -> None:
    assert not list(strays(tuple(statements(pack_of("Cleaning operatives must sign in.", times=20)))))


# --- how long a tender stays open, and figures that are read as something else


@pytest.mark.parametrize(
    "text",
    [
        "Our offer is open for 60 days.",
        "We undertake not to withdraw our tender for 60 days.",
        "This offer, which may not be withdrawn for 60 days, binds us.",
        "We shall be bound by this offer for 60 days.",
        "Our prices will be held for 60 days from the return date.",
    ],
)
def test_a_form_that_keeps_the_tender_open_for_less(text: str) -> None:
    facts = find_facts(lines("Responses must stay open for us to accept for ninety days.", text))
    assert values(facts.many("tenders_open")) == ["90 days", "60 days"]


@pytest.mark.parametrize(
    "text",
    [
        "Prices shall remain firm for 12 months from the start of the contract.",
        "Quotations given under the framework are valid for 30 days.",
        "Bids may not be withdrawn without 7 days notice.",
        "Supplier quotes for extra work must stay open for 14 days.",
    ],
)
def test_other_things_that_stay_open(text: str) -> None:
    assert not find_facts(lines("Tenders remain open for acceptance for 90 days.", text)).many("tenders_open")


def test_a_label_named_by_the_wrong_annex() -> None:
    rows = table(("Document", "Title"), ("Annex A", "Rules"), ("Annex B", "Tender return label"), ("Annex C", "Prices"))
    heads = [
        clause(text, heading="") for text in ("Annex A - Rules", "Annex B - Tender return label", "Annex C - Prices")
    ]
    heads = [replace(head, sentences=(replace(head.sentences[0], kind="heading"),)) for head in heads]
    under = [clause("Write what each thing costs.", heading="Annex C - Prices")]
    facts = find_facts(after(rows, (*heads, *under, clause("The parcel bears the label at Annex C."))))
    assert values(facts.many("reference_elsewhere")) == ["Annex C (label)", "Annex B: Tender return label"]


def test_a_discount_for_early_payment_is_no_second_day_of_payment() -> None:
    texts = (
        "Invoices are paid within 30 days of receipt.",
        "We offer a prompt payment discount for payment within 10 days.",
    )
    assert values(find_facts(lines(*texts)).many("payment_days")) == [30]


def test_the_adviser_s_replies_are_no_deadline_for_bids() -> None:
    texts = ("Tender return: 16 July 2027", "Last date for responses by the Consultant: 7 July 2027")
    assert values(find_facts(lines(*texts)).many("submission_deadline")) == ["2027-07-16"]


def test_the_shares_of_a_budget_are_no_values_of_the_contract() -> None:
    rows = (("Spring", "£18,000"), ("Summer", "£35,000"), ("Autumn", "£22,000"), ("Total", "£75,000"))
    facts = find_facts(table(("Campaign", "Budget for the agency"), *rows))
    assert values(facts.many("value_total")) == [75000]
