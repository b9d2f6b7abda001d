"""Which text is used: only one that fits the passage, what stands beside it and the tender."""

from __future__ import annotations

import pytest

from checker.assess import assess
from checker.detect import detect
from checker.domain import FactValue, Rewrite
from checker.rewrite import rewrite
from checker.rulefile import RuleSet
from tests.making import clauses, facts, rule
from tests.test_assess import POLICY
from tests.test_detect import PIECES

ASK: dict[str, object] = {"kind": "ask", "text": "Which widgets?"}
WHOLE: dict[str, object] = {"text": "{Bidders} need widget cover."}


def made(text: str, *specs: dict[str, object], **known: FactValue) -> Rewrite:
    """What a rule with these texts makes of its first finding."""
    rules, read = RuleSet((rule(rewrite=[*specs, ASK]),), PIECES, ""), clauses(text)
    findings, _ = detect(read, facts(**known), (), rules)
    verdicts = assess(findings, read, facts(**known), rules, POLICY)
    return rewrite(verdicts, read, facts(**known), rules, lambda *_: "info")[0]


@pytest.mark.parametrize(("months", "kind"), [(24, "replace"), (3, "ask"), (None, "ask")])
def test_a_text_for_some_tenders_needs_the_fact_to_be_known(months: int | None, kind: str) -> None:
    known = {} if months is None else {"term_months": months}
    assert made("Bring widget cover of £1m.", WHOLE | {"when": {"over": {"term_months": 12}}}, **known).kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Bring widget cover of £1m. Spare parts are in the price.", "ask"),
        ("Spare parts are in the price.\n\nBring widget cover of £1m.", "ask"),
        ("# Spare parts\n\nBring widget cover of £1m.", "ask"),
        ("Bring widget cover of £1m. " + "Nothing else is needed. " * 5 + "Spare parts are extra.", "replace"),
    ],
    ids=["after", "before", "heading", "far away"],
)
def test_what_a_neighbour_says_counts(text: str, kind: str) -> None:
    assert made(text, WHOLE | {"unfit_near": "spare parts"}).kind == kind
    assert made(text, WHOLE | {"fits_near": "spare parts"}).kind == {"ask": "replace", "replace": "ask"}[kind]


def test_a_sentence_that_the_next_one_hangs_on_is_not_replaced() -> None:
    assert made("Bring widget cover of £1m. This is checked.", WHOLE).kind == "ask"
    assert made("Bring widget cover of £1m. At least two of those are new.", WHOLE).kind == "ask"
    assert made("Bring widget cover of £1m. Tools are checked.", WHOLE).kind == "replace"


def test_what_the_bidder_signs_is_not_put_in_the_words_of_the_buyer() -> None:
    assert made("# Form of Tender\n\nBring widget cover of £1m.", WHOLE).kind == "ask"
    part: dict[str, object] = {"at": "£1m", "text": "[£500,000]"}
    assert made("# Form of Tender\n\nBring widget cover of £1m.", part).text == "Bring widget cover of [£500,000]."


def test_an_addition_to_a_row_ends_the_cell_of_the_passage() -> None:
    table = "| Item | Result |\n|---|---|\n| Bring widget cover of £1m | Pass / Fail |\n| Bring tools | Yes |"
    new = made(table, {"at": "(?P<cut>)$", "text": ", or less"})
    assert new.text == "Bring widget cover of £1m, or less | Pass / Fail"
