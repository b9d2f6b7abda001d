"""The finished reports that the tests of this folder lay out."""

from __future__ import annotations

import pytest
from report_fixtures import EMPTY, HOSTILE
from report_full import FULL

from checker.domain import Report


@pytest.fixture
def full() -> Report:
    return FULL


@pytest.fixture
def hostile() -> Report:
    return HOSTILE


@pytest.fixture
def empty() -> Report:
    return EMPTY
