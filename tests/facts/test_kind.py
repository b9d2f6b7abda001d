"""The kind of contract: by a row of the notice, the title, the CPV code, the words of the pack."""

from __future__ import annotations

import pytest

from checker.facts.bodies import authority_type
from checker.facts.kind_words import kind_of
from tests.facts.making import found, lines, told, written

TITLES: list[tuple[str, str | None]] = [
    ("Security Guarding at Civic Offices", None),
    ("Day Nursery Places for Two Year Olds", "light-touch"),
    ("Roof Replacement at Mill Lane School", "works"),
    ("Purchase of Two Electric Vans", "goods"),
    ("Library Management System", "services"),
    ("Replacement Windows Programme 2026", "works"),
    ("Supply of Fresh Milk", "goods"),
    ("Grounds Maintenance", "services"),
    ("Legal Services Panel", "light-touch"),
    ("Architect for the New Community Hall", "services"),
    ("Construction of a Skate Park", "works"),
    ("Temporary Agency Staff", "services"),
    ("Hire of Minibuses", "services"),
    ("Playground Equipment Supply and Installation", None),
    ("Alternative Education Provision", "light-touch"),
    ("Boiler Servicing", "services"),
    ("Water Coolers", None),
    ("Painting and Decorating of Communal Areas", None),
    ("Homecare Framework", "light-touch"),
    ("Translation and Interpreting", "services"),
    ("Library Shelving", None),
]
NAMES: list[tuple[str, str | None]] = [
    ("St Aldwyn Multi Academy Trust", "school"),
    ("Wren Academy", "school"),
    ("The Chief Constable of Ferndale", "police"),
    ("Office of the Police and Crime Commissioner for Ferndale", "police"),
    ("Milldale Homes", "housing"),
    ("Riverway Housing Group", "housing"),
    ("Royal College of Fenland", "university"),
    ("Ministry of Waterways", "central"),
    ("HM Courts Service", "central"),
    ("Fenland Integrated Care Board", "nhs"),
    ("Northmoor Health and Social Care Trust", "nhs"),
    ("Ferndale County Council", "council"),
    ("Local Government and Social Care Ombudsman", None),
    ("Homes England", "central"),
    ("Saltway Community Council", "council"),
    ("Fernshire Fire and Rescue Service", "police"),
    ("Peak Valley National Park Authority", None),
]


@pytest.mark.parametrize(("title", "kind"), TITLES)
def test_the_title_tells_the_kind(title: str, kind: str | None) -> None:
    assert kind_of(title) == kind


@pytest.mark.parametrize(("name", "kind"), NAMES)
def test_a_name_tells_what_kind_of_authority_it_is(name: str, kind: str | None) -> None:
    assert authority_type(name) == kind


@pytest.mark.parametrize(
    ("code", "kind"),
    [("45233140", "works"), ("34144700-5", "goods"), ("90910000-9", "services"), ("85311100", "light-touch")],
)
def test_a_cpv_code_tells_the_kind(code: str, kind: str) -> None:
    assert told(f"CPV: {code}") == {"kind": kind}


@pytest.mark.parametrize("code", ["79713000-5", "79110000", "98380000"])
def test_a_code_that_may_be_light_touch_or_not_tells_nothing(code: str) -> None:
    assert "kind" not in told(f"CPV code: {code}")


def test_a_row_of_the_notice_goes_before_the_title() -> None:
    facts = found(
        *written("""Title | Grounds Maintenance
    Procurement type | Works""")
    )
    assert facts["kind"] == "works"


def test_the_words_of_the_pack_tell_the_kind_where_one_stands_out() -> None:
    text = ["The principal contractor is responsible for the works until practical completion."] * 3
    assert found(*lines(*text))["kind"] == "works"


def test_mixed_words_tell_nothing() -> None:
    text = ["The supplier delivers the goods and then provides the services."] * 8
    assert "kind" not in found(*lines(*text))
