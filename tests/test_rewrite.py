"""Rewrites: filled with this tender's facts and words, and shown as checked only when they hold up."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from checker.assess import assess
from checker.detect import detect
from checker.domain import Facts, FactValue, Rewrite
from checker.rewrite import rewrite, usual_bidder
from checker.rulefile import Rule, RuleSet, load_rules
from tests.making import BOUND, clauses, facts, rule
from tests.test_assess import POLICY
from tests.test_detect import PIECES


def all_rewritten(some: Rule, text: str, known: Facts | None = None, worst: str = "info") -> tuple[Rewrite, ...]:
    rules, read, known = RuleSet((some,), PIECES, ""), clauses(text), known or facts()
    findings, _ = detect(read, known, (), rules)
    verdicts = assess(findings, read, known, rules, POLICY)
    return rewrite(verdicts, read, known, rules, lambda *_: worst)  # type: ignore[arg-type]


def rewritten(some: Rule, text: str, known: Facts | None = None) -> Rewrite:
    return all_rewritten(some, text, known)[0]


def test_it_speaks_of_bidders_as_the_sentence_does() -> None:
    made = rewritten(rule(), "Tenderers must show widget cover of £1m.")
    assert made.text == "Tenderers need widget cover that fits the work."
    assert made.checked


def test_else_as_the_pack_does() -> None:
    text = "Applicants apply. Applicants wait. Bidders are rare.\n\nBring widget cover of £1m."
    assert rewritten(rule(), text).text.startswith("Applicants")
    assert usual_bidder(clauses(text)) == "applicant"


def test_the_first_text_whose_facts_are_known_is_used() -> None:
    some = rule(
        rewrite=[{"needs": ["value_annual"], "text": "Widget cover for {value_annual}."}, {"text": "Widget cover."}]
    )
    assert rewritten(some, "Bring widget cover of £1m.", facts(value_annual=7500)).text == "Widget cover for £7,500."
    assert rewritten(some, "Bring widget cover of £1m.").text == "Widget cover."


def test_where_a_text_is_itself_flagged_a_question_is_asked() -> None:
    (made,) = all_rewritten(rule(), "Bring widget cover of £1m.", worst="medium")
    assert (made.kind, made.who) == ("ask", "officer")
    assert made.text.startswith("On “Bring widget cover of £1m”: does this contract need this")
    assert all_rewritten(rule(), "Bring widget cover of £1m.", worst="low")[0].kind == "replace"


def test_where_a_text_is_about_something_else_a_question_is_asked() -> None:
    assert rewritten(rule(rewrite=[{"text": "Tea at noon."}]), "Bring widget cover of £1m.").kind == "ask"


def test_where_nothing_fills_a_gap_a_question_is_asked() -> None:
    assert (
        rewritten(rule(rewrite=[{"text": "Widget cover of {nobody_knows}."}]), "Bring widget cover of £1m.").kind
        == "ask"
    )


def test_the_question_of_the_rule_goes_before_the_last_one() -> None:
    some = rule(rewrite=[{"text": "Tea at noon."}, {"kind": "ask", "text": "Which risk is it for?"}])
    made = rewritten(some, "Bring widget cover of £1m.")
    assert made.text == "On “Bring widget cover of £1m”: which risk is it for?"


def test_a_finding_that_is_itself_a_question_gets_a_question_first() -> None:
    some = rule(
        rewrite=[{"text": "{Bidders} need widget cover."}, {"kind": "ask", "text": "Is it needed?"}],
        assess={"cases": [{"severity": "medium", "outcome": "review", "because": "It hangs on the risk."}]},
    )
    assert rewritten(some, "Bring widget cover of £1m.").kind == "ask"


def test_only_the_words_that_are_the_barrier_change() -> None:
    text = "4.2 Tenderers must bring widget cover of £1m for the Blue Pump, and never park on site."
    some = rule(rewrite=[{"at": "(?P<cut>{money})", "text": "[£500,000]"}])
    made = rewritten(some, text)
    assert made.text == text.replace("£1m", "[£500,000]").removeprefix("4.2 ")
    assert made.start is not None
    assert made.end is not None


def test_a_sentence_that_says_more_than_the_barrier_is_not_replaced() -> None:
    text = "Tenderers must bring widget cover of £1m and two keys by 5 May 2026 to the Blue Gate."
    assert rewritten(rule(), text).kind == "ask"


def test_a_row_is_not_replaced_by_a_sentence() -> None:
    (made,) = all_rewritten(rule(), "Item | widget cover of £1m | Pass") or (None,)
    assert made is None or made.kind == "ask"


def test_what_may_follow_a_sentence_is_added_after_it() -> None:
    some = rule(rewrite=[{"kind": "insert", "text": "A smaller widget will do for {bidders}."}])
    made = rewritten(some, "Tenderers must bring widget cover of £1m.")
    assert (made.text, made.belongs) == ("A smaller widget will do for tenderers.", "after this sentence")


def test_only_sentences_that_fit_get_the_text() -> None:
    some = rule(rewrite=[{"fits": "gadget", "text": "Gadgets."}, {"text": "{Bidders} need widget cover."}])
    assert rewritten(some, "Tenderers must bring widget cover of £1m.").text == "Tenderers need widget cover."


def test_a_sentence_may_be_taken_out() -> None:
    made = rewritten(rule(rewrite=[{"kind": "delete", "text": ""}]), "Bring widget cover of £1m.")
    assert (made.kind, made.text, made.checked) == ("delete", "", True)


def test_a_passage_found_by_its_wording_alone_is_asked_about() -> None:
    some = rule(
        message="This reads like cover that few firms have.", rewrite=[{"kind": "ask", "text": "Would less do?"}]
    )
    rules, read = RuleSet((some,), PIECES, ""), clauses("Bring widget cover of £1m.")
    findings, _ = detect(read, facts(), (), rules)
    heard = tuple(replace(finding, detectors=("classifier",)) for finding in findings)
    made = rewrite(assess(heard, read, facts(), rules, POLICY), read, facts(), rules, lambda *_: "info")[0]
    assert made.text == (
        "Does “Bring widget cover of £1m” amount to cover that few firms have? If so: would less do? "
        "If not, leave it as it is."
    )


def test_what_is_missing_is_put_under_the_heading_that_speaks_of_it() -> None:
    some = rule(
        detect={"kind": "missing", "any": ["widget cover"], "least_words": 0},
        rewrite=[{"kind": "insert", "belongs": "insurance|cover", "text": "Widget cover by the start."}],
    )
    made = rewritten(some, "1 Rooms\n\nThe rooms are kept.\n\n2 Insurance and cover\n\nThe firm is insured.")
    assert made.kind == "insert"
    assert made.belongs in ("under “2 Insurance and cover”", "under “Insurance and cover”")


def test_at_most_five_sentences_of_a_document_are_made_plainer() -> None:
    some = rule(
        id="clarity.widget-words",
        chapter="language",
        detect={"kind": "phrase", "phrases": ["prior to"]},
        rewrite=[{"needs": ["plainer"], "text": "{plainer}"}, {"kind": "ask", "text": "Can it be plainer?"}],
        assess={"cases": [{"severity": "low", "because": "It is heavy."}]},
    )
    text = "\n\n".join(f"Send form {number} prior to the deadline." for number in range(10, 19))
    made = all_rewritten(some, text)
    plainer = [new for new in made if new.kind == "replace"]
    assert len(plainer) == 5
    assert plainer[0].text == "Send form 10 before the deadline."
    assert plainer[0].ease is not None


def test_a_text_is_kept_from_sentences_that_it_would_contradict() -> None:
    some = rule(
        rewrite=[
            {"kind": "insert", "unfit": "old widget", "text": "A list of widgets is in the appendix."},
            {"text": "{Bidders} need widget cover."},
        ]
    )
    assert rewritten(some, "Bring widget cover of £1m.").kind == "insert"
    assert rewritten(some, "Bring old widget cover of £1m.").kind == "replace"


def test_a_date_in_a_sentence_is_exchanged_with_its_weekday() -> None:
    some = rule(rewrite=[{"at": "(?P<cut>[0-9]+ May [0-9]{4})", "text": "[8 May 2026]"}])
    text = "Bring widget cover of £1m on Tuesday 5 May 2026."
    made = rewritten(some, text)
    assert made.text == "Bring widget cover of £1m on [Friday 8 May 2026]."
    assert text[made.start : made.end] == "Tuesday 5 May 2026"


def of_the_product(rule_id: str, text: str, **known: FactValue) -> Rewrite:
    """The rewrite that a rule of the product makes of a text; the text is taken to raise nothing."""
    own = load_rules()
    found = next(each for each in own if each.id == rule_id)
    rules, read = RuleSet((found,), own.pieces, ""), clauses(text)
    facts_read = facts(**{**BOUND, **known})
    findings, _ = detect(read, facts_read, (), rules)
    verdicts = assess(findings, read, facts_read, rules, POLICY)
    return rewrite(verdicts, read, facts_read, rules, lambda *_: "info")[0]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Accounts are paid within 60 days of receipt of a valid invoice, by bank.", True),
        ("Each undisputed invoice will be paid within 60 days of receipt.", True),
        ("The clerk lays every invoice before a meeting and pays it within 60 days of that meeting.", False),
        ("The clerk pays within 60 days of the end of the month of invoice.", False),
        ("The clerk pays each invoice within 60 days of receipt of the funds.", False),
    ],
)
def test_only_days_from_an_invoice_are_cut_to_thirty(text: str, part: bool) -> None:
    made = of_the_product("payment.over-30", text)
    assert (made.text == text.replace("60 days", "30 days")) is part


@pytest.mark.parametrize(
    "text",
    [
        "TUPE may apply, but we hold no information on the staff and bidders should take their own advice.",
        "TUPE may apply and the workforce information is only released after award.",
    ],
)
def test_staff_data_is_not_promised_beside_words_that_deny_it(text: str) -> None:
    text_that_denies_nothing = "Bidders take their own advice on TUPE."
    assert of_the_product("risk.tupe-hidden", text).kind in ("replace", "ask")
    assert of_the_product("risk.tupe-hidden", text_that_denies_nothing).kind == "insert"


@pytest.mark.parametrize("some", list(load_rules()), ids=lambda some: some.id)
def test_a_percent_sign_stands_inside_the_brackets_of_its_number(some: Rule) -> None:
    assert not any(re.search(r"\[\d+\]%", spec.text) for spec in some.rewrite)


def test_a_proposed_percentage_is_explained() -> None:
    made = rewritten(
        rule(rewrite=[{"at": "(?P<cut>{money})", "text": "[125%] of the charges"}]), "Bring widget cover of £1m."
    )
    assert "125% in square brackets: our yardstick" in made.note
    assert "yardstick" not in rewritten(rule(), "Bring widget cover of £1m.").note
