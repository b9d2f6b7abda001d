"""Texts of the product's rules, where a set text did harm once: what it must say, and where a question is asked."""

from __future__ import annotations

from functools import cache

import pytest

from checker.assess import assess
from checker.detect import detect
from checker.domain import FactValue, Rewrite
from checker.policy import load_policy
from checker.rewrite import rewrite
from checker.rulefile import RuleSet, load_rules
from tests.making import BOUND, clauses, facts

OWN = cache(load_rules)


def made(rule_id: str, text: str, **known: FactValue) -> Rewrite:
    """What a rule of the product makes of its first finding in a text; the text is taken to raise nothing."""
    rules, read, policy = RuleSet((OWN().get(rule_id),), OWN().pieces, ""), clauses(text), load_policy(None)
    facts_read = facts(**{**BOUND, **known})
    findings, _ = detect(read, facts_read, (), rules)
    verdicts = assess(findings, read, facts_read, rules, policy)
    return rewrite(verdicts, read, facts_read, rules, lambda *_: "info", policy)[0]


@pytest.mark.parametrize(
    ("rule_id", "text", "new"),
    [
        (
            "finance.audited-accounts",
            "Send audited accounts for two years, signed by the auditor.",
            "Send accounts (audited only if the law requires an audit), or equivalent information, for two years.",
        ),
        (
            "finance.years-of-accounts-gate",
            "Bidders must upload accounts for the last four years; newer firms fail.",
            "Bidders must upload accounts for the last two years (or since the start of trading).",
        ),
        (
            "policy.modern-slavery",
            "Every bidder, whatever its turnover, must publish a modern slavery statement.",
            "Every bidder with a turnover of £36 million or more must publish a modern slavery statement.",
        ),
        (
            "risk.broad-indemnity",
            "The Supplier shall indemnify the Council against all losses, even where the Council was negligent.",
            "The Supplier shall indemnify the Council against all losses, but only to the extent that the negligence or "
            "breach of contract of the Supplier is the cause.",
        ),
        (
            "risk.scope-open-ended",
            "The Contractor shall do such further work as the Clerk may require at no additional cost to the Council.",
            "The Contractor shall do such further work as the Clerk may require at the rates tendered.",
        ),
    ],
)
def test_what_stands_around_the_barrier_fits_the_new_words(rule_id: str, text: str, new: str) -> None:
    assert made(rule_id, text).text == new


@pytest.mark.parametrize(
    ("rule_id", "text", "known"),
    [
        ("time.start-at-once", "The supplier must start work immediately after award.",
         {"award": "2026-06-01", "start": "2026-06-03", "days_award_to_start": 2}),
        ("risk.one-way-exit", "The Council may end the contract on six months' notice.", {"term_months": 3}),
        ("risk.liability-cap-high", "The Supplier's liability is limited to £5 million.", {"term_months": 3}),
        ("process.automatic-rejection", "Answers over the word limit will be rejected.", {}),
        ("risk.tupe-hidden", "The Contractor indemnifies the Council against all claims of transferring staff under TUPE.",
         {}),
        ("process.confidentiality-blocks-partners",
         "The papers are confidential and shall not be shown to anyone without written consent.", {}),
        ("risk.terms-unseen", "The supplier must follow the policies, which are shown after award.", {}),
    ],
)  # fmt: skip
def test_where_a_set_text_would_not_fit_a_question_is_asked(
    rule_id: str, text: str, known: dict[str, FactValue]
) -> None:
    assert made(rule_id, text, **known).kind == "ask"


def test_a_cap_by_the_year_is_for_contracts_of_a_year_and_more() -> None:
    text = "The Contractor's liability is unlimited."
    assert "contract year" in made("risk.liability-unlimited", text, term_months=24).text
    assert "of the contract price" in made("risk.liability-unlimited", text, term_months=2).text


def test_a_chance_to_put_right_leaves_the_offer_as_it_is_and_late_tenders_out() -> None:
    text = made("process.automatic-rejection", "Incomplete tenders will be rejected.").text
    assert "offer and its price stay the same" in text
    assert "does not apply to late tenders" in text


def test_who_awards_may_still_award_to_nobody() -> None:
    text = made(
        "evaluation.at-discretion", "The decision which tender to accept is at the Council's sole discretion."
    ).text
    assert "may award no contract" in text
