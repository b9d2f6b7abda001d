"""The yardsticks: what is taken as usual changes at the amount it names, and an authority's file lies over ours."""

from __future__ import annotations

from pathlib import Path

import pytest
import re2

from checker.domain import Fact, Facts, FactValue
from checker.policy import LimitBand, Policy, holds, load_policy
from checker.rulefile import When
from tests.making import facts

MILLION = 1_000_000


def test_between_over_and_under_no_amount_is_lost() -> None:
    for amount in (9, 10, 11):
        known = facts(value_annual=amount)
        assert holds(When(over={"value_annual": 10}), known) is (amount > 10)
        assert holds(When(under={"value_annual": 10}), known) is (amount <= 10)
    assert holds(When(over={"value_annual": 10}), facts()) is None
    assert holds(When(under={"value_annual": 10}), facts()) is None


def test_an_exception_holds_if_one_reading_of_a_contradiction_is_barred() -> None:
    two = Facts(tuple(Fact(name="kind", value=value, status="conflicting") for value in ("goods", "services")))
    assert holds(When(not_kind=("goods",)), two) is False
    assert holds(When(not_kind=("works",)), two) is True


@pytest.mark.parametrize(
    "name", ["regime", "threshold_band", "authority_type", "kind", "procedure", "jurisdiction", "bound"]
)
def test_every_condition_is_looked_at(name: str) -> None:
    when = When.model_validate({name: ["this"]})
    assert [holds(when, facts(**{name: value})) for value in ("this", "that", "unknown")] == [True, False, None]


@pytest.mark.parametrize("name", ["procedure", "kind", "authority_type"])
def test_every_exception_is_looked_at(name: str) -> None:
    when = When.model_validate({f"not_{name}": ["this"]})
    assert [holds(when, facts(**{name: value})) for value in ("this", "that", "unknown")] == [False, True, True]


def limit(*bands: LimitBand, **known: FactValue) -> float | None:
    return Policy("test", (("cover", bands),), (), (), "").limit("cover", facts(**known))


HATS = LimitBand(amount=1, title="hats?$")
WORKS = LimitBand(amount=2, when=When(kind=("works",)))
REST = LimitBand(amount=3)


def test_the_first_line_that_holds_is_used() -> None:
    assert limit(HATS, WORKS, REST, title="Supply of HATS", kind="works") == 1
    assert limit(HATS, WORKS, REST, title="Hats and coats", kind="works") == 2
    assert limit(HATS, WORKS, REST, title="Coats", kind="goods") == 3
    assert limit(WORKS, kind="goods") is None


def test_a_line_that_hangs_on_an_unknown_fact_gives_no_yardstick() -> None:
    assert limit(WORKS, REST, title="Coats") is None
    assert limit(HATS, WORKS, REST, title="Hats") == 1


def test_a_line_with_a_title_needs_one() -> None:
    assert limit(LimitBand(amount=1, title="."), REST) == 3


# What the yardstick is on either side of every amount it turns on: (limit, facts at the edge, there, one pound on).
EDGES = [
    ("insurance_pl", {"kind": "services", "title": "Training for governors"}, 100_000, 2 * MILLION, 5 * MILLION),
    ("insurance_pl", {"kind": "services", "title": "Meals"}, MILLION, 5 * MILLION, 10 * MILLION),
    ("insurance_pi", {"title": "Bridge design"}, 250_000, 2 * MILLION, 5 * MILLION),
    ("insurance_pi", {"title": "Bridge design"}, MILLION, 5 * MILLION, 10 * MILLION),
]


@pytest.mark.parametrize(("name", "known", "edge", "there", "beyond"), EDGES)
def test_cover_that_is_usual_steps_up_one_pound_beyond_the_edge(
    policy: Policy, name: str, known: dict[str, FactValue], edge: int, there: float, beyond: float
) -> None:
    assert policy.limit(name, facts(**known, value_annual=edge)) == there
    assert policy.limit(name, facts(**known, value_annual=edge + 1)) == beyond


@pytest.mark.parametrize(
    ("name", "known", "amount"),
    [
        ("insurance_pl", {"kind": "works", "value_annual": 5_000}, 10 * MILLION),
        ("insurance_pl", {"kind": "services", "title": "Town carnival", "value_annual": 5_000}, 10 * MILLION),
        ("insurance_pl", {"kind": "goods", "value_annual": 9 * MILLION}, 5 * MILLION),
        ("insurance_pl", {"kind": "services"}, None),
        ("insurance_el", {}, 5 * MILLION),
        ("insurance_pi", {"title": "Office cleaning", "value_annual": 9 * MILLION}, 1),
        ("insurance_pi", {"title": "Bridge design"}, None),
        ("insurance_runoff_years", {"kind": "services"}, 6),
        ("insurance_runoff_years", {"kind": "works"}, 12),
        ("accounts_years", {"regime": "pa23"}, 2),
        ("accounts_years", {"regime": "pcr15"}, 3),
        ("accounts_years", {}, None),
    ],
)
def test_what_is_usual_rests_on_the_kind_of_work(
    policy: Policy, name: str, known: dict[str, FactValue], amount: float | None
) -> None:
    assert policy.limit(name, facts(**known)) == amount


def test_price_at_seven_tenths_is_over_the_most_and_just_under_is_not(policy: Policy) -> None:
    most = policy.limit("price_weight", facts())
    assert most is not None
    assert 69.5 <= most < 70


def test_three_in_a_hundred_may_be_held_back(policy: Policy) -> None:
    assert policy.limit("retention_percent", facts()) == 3


OWN = """
name: Anyshire
limits:
  accounts_years:
    - {amount: 1}
reasons: ['because we say so']
switched_off: {finance.credit-score: We need it.}
"""


def test_an_authoritys_file_lies_over_ours(tmp_path: Path, policy: Policy) -> None:
    path = tmp_path / "anyshire.yaml"
    path.write_text(OWN, encoding="utf-8")
    own = load_policy(path)
    assert own.name == "Anyshire"
    assert own.limit("accounts_years", facts()) == 1
    assert own.limit("insurance_el", facts()) == policy.limit("insurance_el", facts())
    assert own.reasons == (*policy.reasons, "because we say so")
    assert own.off == (("finance.credit-score", "We need it."),)


def test_a_changed_yardstick_changes_the_version(tmp_path: Path, policy: Policy) -> None:
    path = tmp_path / "anyshire.yaml"
    path.write_text(OWN, encoding="utf-8")
    first = load_policy(path).digest
    path.write_text(OWN.replace("amount: 1", "amount: 4"), encoding="utf-8")
    assert len({first, load_policy(path).digest, policy.digest}) == 3
    assert len(first) == 12


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ("because of the risk to the public", True),
        ("owing to work at height", True),
        ("This level reflects the risk assessment", True),
        ("based on our assessment of risk", True),
        ("to protect the Council's interests", False),
        ("because it is our standard", False),
    ],
)
def test_only_a_reason_of_this_contract_is_a_reason(policy: Policy, words: str, counts: bool) -> None:
    assert any(re2.search("(?i)" + reason, words) for reason in policy.reasons) is counts
