"""What find_facts does with facts once they are found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.facts import FINDERS, find_facts
from tests.facts.making import clause, lines, table


def test_every_finder_is_in_the_table_once() -> None:
    assert len(FINDERS) == len(set(FINDERS)) == 9


def test_no_clauses_no_facts() -> None:
    assert find_facts(()).all == ()


def test_a_fact_carries_its_words_and_place() -> None:
    (fact,) = find_facts((clause("Contract term: 12 months", place=4),)).many("term_months")
    assert (fact.quote, fact.clause, fact.unit, fact.status) == ("Contract term: 12 months", "5", "months", "stated")
    assert fact.location is not None
    assert fact.location.block == 4


def test_a_long_sentence_is_quoted_round_its_value() -> None:
    text = (
        "In view of all that was said above " * 10 + "the contract will be for three years " + "as set out below " * 20
    )
    (fact,) = find_facts((clause(text),)).many("term_months")
    assert "three years" in fact.quote
    assert fact.quote in text
    assert len(fact.quote) < 300
    assert fact.location is not None
    assert text[fact.location.start : fact.location.end] == fact.quote


def test_a_given_fact_wins_and_the_text_is_shown_beside_it() -> None:
    facts = find_facts((clause("Contract term: 12 months"),), {"term_months": 24})
    assert facts.value("term_months") == 24
    assert [(f.value, f.status, f.quote != "") for f in facts.many("term_months")] == [
        (24, "given", False),
        (12, "conflicting", True),
    ]


def test_a_given_fact_that_the_text_confirms_stands_alone() -> None:
    facts = find_facts((clause("Contract term: 12 months"),), {"term_months": 12})
    assert [fact.status for fact in facts.many("term_months")] == ["given"]


def test_a_given_fact_needs_no_text() -> None:
    (fact,) = find_facts((), {"value_total": 50000}).all
    assert (fact.value, fact.unit, fact.status, fact.location) == (50000, "GBP", "given", None)


def test_the_same_value_twice_is_one_fact() -> None:
    facts = find_facts(lines("Contract term: 2 years", "The contract is for 24 months."))
    assert [fact.status for fact in facts.many("term_months")] == ["stated"]


def test_exact_and_approximate_agree() -> None:
    facts = find_facts(lines("The annual budget is £15,000.", "The annual budget is approximately £15,000.00."))
    assert [(f.value, f.status) for f in facts.many("value_annual")] == [(15000, "stated")]


def test_two_values_conflict_and_yearly_and_total_do_not() -> None:
    facts = find_facts(
        lines("The contract value is £90,000.", "The contract value is £95,000.", "The annual value is £30,000.")
    )
    assert [f.status for f in facts.many("value_total")] == ["conflicting", "conflicting"]
    assert [f.status for f in facts.many("value_annual")] == ["stated"]


def test_values_by_lot_do_not_conflict() -> None:
    rows = table(("Lot", "Estimated value"), ("Lot 1", "£60,000"), ("Lot 2", "£70,000"))
    assert {f.status for f in find_facts(rows).many("value_total")} == {"stated"}


def test_order_is_that_of_the_text_whatever_was_asked_before() -> None:
    clauses = lines("The contract value is £90,000.", "The contract value is £95,000.")
    assert find_facts(clauses) == find_facts(clauses)
    assert [f.value for f in find_facts(clauses).many("value_total")] == [90000, 95000]


@given(st.lists(st.text(max_size=120), max_size=6))
def test_any_text_is_read_without_error(texts: list[str]) -> None:
    for fact in find_facts(lines(*texts)).all:
        assert fact.value != ""
        assert fact.location is not None


@given(st.lists(st.lists(st.text(max_size=30), min_size=1, max_size=4), max_size=6))
def test_any_table_is_read_without_error(rows: list[list[str]]) -> None:
    find_facts(table(("Stage", "Weighting %"), *rows))
