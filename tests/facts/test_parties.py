"""Buyer, kind of authority, title and the kind the title tells."""

from __future__ import annotations

import pytest

from checker.facts.bodies import authority_type
from checker.facts.kind_words import kind_of
from tests.facts.making import clause, found, lines, table

COVERS = [
    (
        ("Invitation to Tender", "Window Cleaning Services", "Ref: ABC/123", "Northfield Borough Council"),
        "Northfield Borough Council",
        "council",
        "Window Cleaning Services",
        "services",
    ),
    (
        (
            "Anytown Town Council",
            "TENDER FOR GRASS CUTTING SERVICES 2026-2029",
            "Anytown Town Council (“the Council”) invites tenders for the care of parks.",
        ),
        "Anytown Town Council",
        "council",
        "GRASS CUTTING SERVICES 2026-2029",
        "services",
    ),
    (
        ("Request for Quotation (RFQ)", "Supply of Laptop Computers", "St Modwen's Academy Trust"),
        "St Modwen's Academy Trust",
        "school",
        "Supply of Laptop Computers",
        "goods",
    ),
    (
        (
            "University of Westmarch",
            "ITT for the Provision of Catering Services",
            "The University of Westmarch (hereafter “the University”) is seeking a provider.",
        ),
        "University of Westmarch",
        "university",
        "Provision of Catering Services",
        "services",
    ),
    (
        ("Midshire Hospitals NHS Foundation Trust", "Invitation to Tender for Medical Waste Collection"),
        "Midshire Hospitals NHS Foundation Trust",
        "nhs",
        "Medical Waste Collection",
        "services",
    ),
    (
        ("The Police and Crime Commissioner for Westland (the “PCC”) invites tenders for vehicle recovery services.",),
        "Police and Crime Commissioner for Westland",
        "police",
        "vehicle recovery services",
        "services",
    ),
    (
        (
            "Contract title: Evaluation of farm advice pilots",
            "“The Client” means the Secretary of State for Rural Affairs",
        ),
        "Secretary of State for Rural Affairs",
        "central",
        "Evaluation of farm advice pilots",
        "services",
    ),
    (
        ("Refurbishment of Village Hall", "Little Barton Parish Council"),
        "Little Barton Parish Council",
        "council",
        "Refurbishment of Village Hall",
        "works",
    ),
    (
        ("Domiciliary Care Framework 2026", "Westland County Council", "Invitation to Tender"),
        "Westland County Council",
        "council",
        "Domiciliary Care Framework 2026",
        "light-touch",
    ),
    (
        (
            "Greenfield Housing Association Limited (“the Association”) wishes to appoint a contractor.",
            "Project name: Roof repairs at Elm Court",
        ),
        "Greenfield Housing Association Limited",
        "housing",
        "Roof repairs at Elm Court",
        "works",
    ),
]
TYPES = [
    ("Eastvale City Council", "council"),
    ("Little Barton Parish Council", "council"),
    ("Three Rivers Combined Authority", "council"),
    ("London Borough of Eastham", "council"),
    ("Royal Vale NHS Trust", "nhs"),
    ("NHS Westland Integrated Care Board", "nhs"),
    ("University of Westmarch", "university"),
    ("Westmarch University", "university"),
    ("Eastvale Constabulary", "police"),
    ("Westland Fire and Rescue Service", "police"),
    ("Chief Constable of Westland", "police"),
    ("Oakdene Housing Association", "housing"),
    ("Oakdene Homes", "housing"),
    ("Elm Grove Primary School", "school"),
    ("Northstar Academy Trust", "school"),
    ("Ministry of Justice", "central"),
    ("Department for Transport", "central"),
    ("HM Treasury", "central"),
    ("British Council", "other"),
    ("General Medical Council", "other"),
    ("Friends of the Old Mill Limited", None),
]
KINDS = [
    ("Provision of Window Cleaning Services", "services"),
    ("Supply and Delivery of Office Furniture", "goods"),
    ("Construction of a Cycle Path", "works"),
    ("Re-roofing of the Town Hall", "works"),
    ("Home Care Framework", "light-touch"),
    ("Supported Living for Adults", "light-touch"),
    ("Ice cream concession at Mill Park", "concession"),
    ("Purchase of Vehicles", "goods"),
    ("Independent Advocacy Service", "light-touch"),
    ("Leadership Training", "services"),
    ("Something else", None),
]


@pytest.mark.parametrize(("texts", "buyer", "kind_of_buyer", "title", "kind"), COVERS)
def test_a_cover_page(texts: tuple[str, ...], buyer: str, kind_of_buyer: str, title: str, kind: str) -> None:
    facts = found(*lines(*texts))
    assert (facts["buyer"], facts["authority_type"], facts["title"], facts["kind"]) == (
        buyer,
        kind_of_buyer,
        title,
        kind,
    )


@pytest.mark.parametrize(("name", "code"), TYPES)
def test_kind_of_authority_from_its_name(name: str, code: str | None) -> None:
    assert authority_type(name) == code


@pytest.mark.parametrize(("title", "code"), KINDS)
def test_kind_of_contract_from_its_title(title: str, code: str | None) -> None:
    assert kind_of(title) == code


def test_rows_name_buyer_and_title() -> None:
    rows = table((), ("Contracting authority", "Eastvale City Council"), ("Contract title", "Pest control services"))
    facts = found(*rows)
    assert (facts["buyer"], facts["title"]) == ("Eastvale City Council", "Pest control services")


def test_initials_behind_the_name_are_left_out() -> None:
    assert (
        found(clause("Eastvale City Homes Limited (ECH) wishes to appoint a contractor."))["buyer"]
        == "Eastvale City Homes Limited"
    )
    assert (
        found(clause("Central Eastvale Community NHS Trust (CEC) intends to set up a list."))["authority_type"] == "nhs"
    )


def test_a_notice_heading_names_the_kind() -> None:
    assert found(clause("Works", heading="Main procurement category")) == {"kind": "works"}


def test_a_buyer_named_by_its_initials_only() -> None:
    texts = ("FOSA’s offices need cleaning.", "FOSA’s staff will help.", "See FOSA’s rules.", "Use FOSA’s form.")
    assert found(*lines(*texts))["buyer"] == "FOSA"


def test_a_signature_block_names_no_buyer() -> None:
    assert "buyer" not in found(*lines("Signed for and on behalf of", "Date:"))


def test_the_title_of_the_invitation_beats_that_of_a_schedule() -> None:
    schedule = clause("Invitation to Tender for Price Form Completion", role="pricing")
    invitation = clause("Invitation to Tender for Hedge Cutting Services", place=3)
    assert found(schedule, invitation)["title"] == "Hedge Cutting Services"


def test_roles_and_regulators_are_no_buyer() -> None:
    texts = ("The Contracting Authority may ask the Local Authority.", "Register with the Care Quality Commission.")
    assert "buyer" not in found(*lines(*texts))


def test_placeholders_are_no_title() -> None:
    assert found(clause("Contract title: [insert title]")) == {}
    assert found(*table((), ("Contract title", "<name of project>"))) == {}
