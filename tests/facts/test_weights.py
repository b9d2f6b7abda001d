"""The top split of the award criteria, in sentences, ratios, tables, lists and headings."""

from __future__ import annotations

import pytest

from checker.domain import FactValue
from checker.facts import find_facts
from tests.facts.making import clause, found, lines, table

SENTENCES = [
    ("Tenders will be evaluated on price (60%) and quality (40%).", 60, 40, None),
    ("The award criteria are 70% quality and 30% price.", 30, 70, None),
    ("Bids will be scored using a 60:40 price to quality ratio.", 60, 40, None),
    ("Quality 50%, Price 40%, Social Value 10%", 40, 50, 10),
    ("The split is Price/Quality 40/60.", 40, 60, None),
    ("Price (40%); Technical quality (50%); Social value (10%).", 40, 50, 10),
    ("Award criteria: cost 45%, quality 45% and social value 10%.", 45, 45, 10),
    ("Evaluation will be on the basis of 80% quality / 20% cost.", 20, 80, None),
    ("The most advantageous tender: Quality – 60%; Commercial – 40%", 40, 60, None),
    ("A weighting of 55% will be given to quality and 45% to price.", 45, 55, None),
    ("The highest combined score out of 100 wins (Price 30, Quality 70).", 30, 70, None),
    ("Price 60% / Quality 40%", 60, 40, None),
    ("Price: 35% Quality: 55% Social value: 10%", 35, 55, 10),
    ("Quality will count for sixty per cent and price for forty per cent.", 40, 60, None),
    ("The evaluation uses a quality/price split of 70:30.", 30, 70, None),
    ("60% Price, 40% Quality", 60, 40, None),
    ("Technical (65%) and Financial (35%)", 35, 65, None),
    ("The contract will be awarded on 100% price.", 100, None, None),
]
NOT_THE_SPLIT = [
    "Retention of 5% will be held and 95% paid on completion of the price schedule.",
    "Staff are 60% local and 40% from elsewhere.",
    "The price may rise by 3% a year.",
    "Bidders must score at least 50% for quality.",
    "Recycled content of 40% and virgin content of 60% is allowed.",
    "A discount of 10% on price is expected.",
    "Price and quality will both be considered.",
    "The weighting is [x]% price and [y]% quality.",
]


def _wanted(price: int | None, quality: int | None, social: int | None) -> dict[str, FactValue]:
    names = ("price_weight", "quality_weight", "social_value_weight")
    return {name: value for name, value in zip(names, (price, quality, social), strict=True) if value is not None}


def _weights(facts: dict[str, FactValue]) -> dict[str, FactValue]:
    return {name: value for name, value in facts.items() if name.partition("/")[0].endswith("_weight")}


@pytest.mark.parametrize(("text", "price", "quality", "social"), SENTENCES)
def test_a_sentence_gives_the_split(text: str, price: int, quality: int | None, social: int | None) -> None:
    assert _weights(found(clause(text))) == _wanted(price, quality, social)


@pytest.mark.parametrize("text", NOT_THE_SPLIT)
def test_other_percentages_are_no_split(text: str) -> None:
    assert _weights(found(clause(text))) == {}


TABLES = {
    "one row a criterion": (
        (
            ("Criterion", "Weighting"),
            ("Price", "40%"),
            ("Method statement", "25%"),
            ("Staffing", "25%"),
            ("Social value", "10%"),
        ),
        (40, 50, 10),
    ),
    "bare numbers under a header": (
        (("Criterion", "Weighting (%)"), ("Price", "40"), ("Quality", "60"), ("Total", "100")),
        (40, 60, None),
    ),
    "sub-criteria beside their totals": (
        (
            ("Criterion", "Sub-criterion", "Weighting"),
            ("Quality", "", "60%"),
            ("", "Start-up", "20%"),
            ("", "Staffing", "20%"),
            ("", "Complaints", "20%"),
            ("Price", "", "40%"),
        ),
        (40, 60, None),
    ),
    "marks of a stated total": (
        (("Criterion", "Marks available"), ("Cost", "300"), ("Delivery", "150"), ("Staff", "50"), ("Total", "500")),
        (60, 40, None),
    ),
    "numbered sub-criteria": (
        (
            ("Ref", "Criterion", "Weight"),
            ("1", "Price", "50%"),
            ("2", "Quality", "40%"),
            ("2.1", "Method", "20%"),
            ("2.2", "Team", "20%"),
            ("3", "Social Value", "10%"),
        ),
        (50, 40, 10),
    ),
    "value for money is the price": (
        (("Criteria", "Weighting"), ("Value for money", "30%"), ("Experience", "45%"), ("Approach", "25%")),
        (30, 70, None),
    ),
    "criteria within a class": (
        (
            ("Class", "Criterion", "Weight"),
            ("Technical", "Track record", "30%"),
            ("", "Plan", "30%"),
            ("Commercial", "Fee proposal", "40%"),
        ),
        (40, 60, None),
    ),
}
NO_TOP_TABLE = {
    "the inside of the price": (
        ("Sub-criterion", "Weighting"),
        ("Pricing of variations", "50%"),
        ("Hourly rates", "50%"),
    ),
    "the inside of the quality": (
        ("Question", "Weighting"),
        ("Q1 Start-up", "30%"),
        ("Q2 Staff", "40%"),
        ("Q3 Complaints", "30%"),
    ),
    "a scoring scale": (("Score", "Meaning"), ("0", "Poor"), ("5", "Good"), ("10", "Excellent")),
}


@pytest.mark.parametrize(("rows", "weights"), TABLES.values(), ids=TABLES.keys())
def test_a_table_gives_the_split(rows: tuple[tuple[str, ...], ...], weights: tuple[int, int, int | None]) -> None:
    assert _weights(found(*table(*rows))) == _wanted(*weights)


@pytest.mark.parametrize("rows", NO_TOP_TABLE.values(), ids=NO_TOP_TABLE.keys())
def test_tables_below_the_top_are_left_alone(rows: tuple[tuple[str, ...], ...]) -> None:
    assert _weights(found(*table(*rows))) == {}


def test_a_list_gives_the_split() -> None:
    assert _weights(found(*lines("Price – 40%", "Quality – 50%", "Social Value – 10%"))) == _wanted(40, 50, 10)


def test_headings_give_the_split() -> None:
    clauses = (
        clause("We mark the method.", heading="Quality 70%"),
        clause("We mark the sum.", heading="Price 30%", place=1),
    )
    assert _weights(found(*clauses)) == _wanted(30, 70, None)


def test_marks_in_separate_sentences_give_the_split() -> None:
    texts = ("The maximum mark for quality is 80.", "The maximum mark for price is 20.")
    assert _weights(found(*lines(*texts))) == _wanted(20, 80, None)


def test_a_summed_weight_says_so() -> None:
    rows = table(("Criterion", "Weighting"), ("Price", "40%"), ("Method", "35%"), ("Team", "25%"))
    fact = find_facts(rows).get("quality_weight")
    assert fact is not None
    assert (fact.value, fact.status) == (60, "derived")
    assert "sum" in fact.how


def test_splits_by_lot_under_the_names_of_the_criteria() -> None:
    rows = table(("Lot", "Price", "Quality"), ("Lot 1", "60%", "40%"), ("Lot 2", "50%", "50%"))
    facts = find_facts(rows)
    assert {(f.lot, f.value) for f in facts.many("price_weight")} == {("1", 60), ("2", 50)}


def test_totals_above_questions_in_one_table() -> None:
    rows = table(
        ("Question", "Maximum score", "Weighting"),
        ("Quality", "", "60%"),
        ("Q1", "5", "20%"),
        ("Q2", "5", "20%"),
        ("Q3", "5", "20%"),
        ("Q4", "5", "0%"),
        ("Price", "", "40%"),
    )
    assert _weights(found(*rows)) == _wanted(40, 60, None)


def test_the_criterion_may_stand_in_the_second_column() -> None:
    rows = table(("Stage", "Criterion", "Weighting"), ("Stage 2", "Quality", "70%"), ("Stage 2", "Cost", "30%"))
    assert _weights(found(*rows)) == _wanted(30, 70, None)


def test_rows_of_one_table_under_the_headings_of_its_sections() -> None:
    columns = ("Part", "Marks")
    quality = table(columns, ("Organisation", "25"), ("Scenarios", "50"), heading="Answers")
    price = table(columns, ("Day rates", "15"), ("Volume discounts", "10"), heading="Commercial schedule", start=2)
    assert _weights(found(*quality, *price)) == _wanted(25, 75, None)


def test_two_splits_conflict() -> None:
    facts = find_facts(lines("Price 60% / Quality 40%", "Tenders are marked 50% price and 50% quality."))
    assert [(f.value, f.status) for f in facts.many("price_weight")] == [(60, "conflicting"), (50, "conflicting")]


def test_splits_by_lot_do_not_conflict() -> None:
    facts = find_facts(lines("Lot 1: Price 60% / Quality 40%", "Lot 2: Price 50% / Quality 50%"))
    assert {(f.lot, f.value, f.status) for f in facts.many("price_weight")} == {
        ("1", 60, "stated"),
        ("2", 50, "stated"),
    }


FIVE = (("Price", "50"), ("Method", "20"), ("People", "15"), ("Care", "5"), ("Local benefit", "5"))


def short_of_a_hundred(*said: str) -> object:
    rows = table(("Criterion", "Marks"), *FIVE, heading="How we choose")
    return found(*rows, *(clause(text, heading="How we choose", place=20) for text in said)).get("weights_sum")


def test_marks_in_fives_that_stay_just_short_of_a_hundred_are_told() -> None:
    assert short_of_a_hundred() == 95
    assert short_of_a_hundred("Retention of 5% is kept back.") == 95


def test_marks_whose_rest_is_given_elsewhere_are_left_alone() -> None:
    assert short_of_a_hundred("Social value has the other 5 marks.") is None


def test_three_shares_in_percent_short_of_a_hundred_are_told_and_few_marks_are_not() -> None:
    shares = table(("Criterion", "Weighting"), ("Price", "50%"), ("Method", "25%"), ("People", "20%"))
    assert found(*shares)["weights_sum"] == 95
    assert "weights_sum" not in found(
        *table(("Criterion", "Marks"), ("Price", "50"), ("Method", "25"), ("People", "20"))
    )
