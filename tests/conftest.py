"""What all tests share: the rules and yardsticks read once, and no network."""

from __future__ import annotations

import pytest
from hypothesis import settings

from checker.policy import Policy, load_policy
from checker.rulefile import RuleSet, load_rules

settings.register_profile("same", deadline=None, derandomize=True)  # no clock, and the same cases every time
settings.load_profile("same")


@pytest.fixture(scope="session")
def rules() -> RuleSet:
    return load_rules()


@pytest.fixture(scope="session")
def policy() -> Policy:
    return load_policy()
