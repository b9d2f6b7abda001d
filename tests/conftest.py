"""What all tests share: the rules and yardsticks read once, and no network."""

from __future__ import annotations

import pytest

from checker.policy import Policy, load_policy
from checker.rulefile import RuleSet, load_rules


@pytest.fixture(scope="session")
def rules() -> RuleSet:
    return load_rules()


@pytest.fixture(scope="session")
def policy() -> Policy:
    return load_policy()
