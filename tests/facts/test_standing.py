"""Packs of several documents: each is heard by its standing."""

from __future__ import annotations

import pytest

from checker.domain import Clause, FactValue, Role
from checker.facts import find_facts
from checker.facts.standing import CONTRACT, FRONT, LATER, SCHEDULE, standing
from tests.facts.making import found, written


def facts_of(*clauses: Clause) -> dict[str, set[FactValue]]:
    values: dict[str, set[FactValue]] = {}
    for fact in find_facts(clauses).all:
        values.setdefault(fact.name, set()).add(fact.value)
    return values


NAMES: list[tuple[str, Role, int]] = [
    ("pack/READ FIRST about this tender.docx", "questionnaire", FRONT),
    ("ITT_v2.pdf", "unknown", FRONT),
    ("Invitation to tender.docx", "terms", FRONT),
    ("Contract notice.pdf", "notice", FRONT),
    ("Statement of needs.docx", "specification", FRONT),
    ("Volume 2.docx", "instructions", FRONT),
    ("Specification.docx", "specification", CONTRACT),
    ("Appendix C terms and conditions.docx", "terms", CONTRACT),
    ("Schedule 5 Levy.docx", "terms", SCHEDULE),
    ("Order Schedule 3 Exit.docx", "terms", LATER),
    ("Call-Off Order Form.docx", "terms", LATER),
    ("Call-off procedure.docx", "instructions", LATER),
    ("Invoice template.docx", "pricing", LATER),
    ("Form of tender.docx", "form", LATER),
]


@pytest.mark.parametrize(("name", "role", "rank"), NAMES)
def test_a_document_stands_by_its_name_and_role(name: str, role: Role, rank: int) -> None:
    assert standing(name, role) == rank


INVITATION = written(
    """Estuary Housing Association invites tenders for the care of its gardens.
    The estimated value is £300,000 over the term of three years.
    Deadline for tenders | 4 September 2026
    Public liability insurance of £5 million is needed.""",
    document="1 Invitation to tender.docx",
)


def test_a_schedule_says_nothing_against_the_invitation() -> None:
    schedule = written(
        """The contract value for small orders is £1,000.
        The contract is for a term of six months.
        The supplier holds public liability insurance of £1 million.""",
        document="Schedule 4 Small orders.docx",
        role="terms",
    )
    facts = facts_of(*INVITATION, *schedule)
    assert facts["value_total"] == {300000}
    assert facts["term_months"] == {36}
    assert facts["insurance_pl"] == {5000000}


def test_a_form_for_later_orders_states_no_weights_and_no_title() -> None:
    order = written(
        """Title | Content
        ! Criterion | Weighting
        Price | 30%
        Quality | 70%""",
        document="Call-off order form.docx",
        role="terms",
    )
    facts = facts_of(*INVITATION, *order)
    assert not {"price_weight", "quality_weight"} & set(facts)
    assert facts.get("title") != {"Content"}


def test_the_terms_may_contradict_the_invitation() -> None:
    terms = written(
        "The Contractor shall have public liability insurance of £10 million.", document="Conditions.docx", role="terms"
    )
    statuses = {(f.value, f.status) for f in find_facts((*INVITATION, *terms)).many("insurance_pl")}
    assert statuses == {(5000000, "conflicting"), (10000000, "conflicting")}


def test_a_schedule_alone_is_heard_on_insurance_and_payment() -> None:
    front = written("Estuary Housing Association invites tenders.", document="Invitation to tender.docx")
    schedule = written(
        """The Buyer pays within 30 days of a valid invoice.
        Professional indemnity insurance of £1 million is needed.
        The contract value is £9,000.""",
        document="Schedule 3.docx",
        role="terms",
    )
    facts = facts_of(*front, *schedule)
    assert (facts["payment_days"], facts["insurance_pi"]) == ({30}, {1000000})
    assert "value_total" not in facts


def test_the_buyer_of_the_instructions_is_found_among_many_schedules() -> None:
    front = written(
        """Crown Commercial Service (CCS) invites you to tender for desk booking software.
        By “we” we mean Crown Commercial Service.""",
        document="Read first.docx",
    )
    rest = [
        written("Follow the policy of the UK Government. " * 3, document=f"Schedule {n}.docx", role="terms")
        for n in range(9)
    ]
    clauses = (*front, *(clause for document in rest for clause in document))
    assert facts_of(*clauses)["buyer"] == {"Crown Commercial Service"}
    assert facts_of(*clauses)["authority_type"] == {"central"}


def test_the_owner_of_a_framework_is_not_the_buyer() -> None:
    facts = found(
        *written(
            """Selbourne Borough Council is inviting bids for software.
            The Crown Commercial Service framework agreement RM9999 applies.
            The terms are those of the Crown Commercial Service framework."""
        )
    )
    assert facts["buyer"] == "Selbourne Borough Council"


def test_a_month_is_dropped_where_the_day_is_known() -> None:
    notice = written("Approximate start | September 2026", document="Notice.docx")
    spec = written("Service commencement date | 14 September 2026", document="Specification.docx", role="specification")
    assert facts_of(*notice, *spec)["start"] == {"2026-09-14"}


def test_weights_that_miss_a_hundred_keep_both_quotes() -> None:
    clauses = written(
        """# Criteria
        The criteria share 100 marks between them.
        ! Criterion | Marks
        Price | 50
        Method | 30
        Staff | 30"""
    )
    facts = find_facts(clauses)
    total, price = facts.get("weights_sum"), facts.get("price_weight")
    assert total is not None and price is not None
    assert (total.value, total.unit, total.status) == (110, "percent", "derived")
    assert total.how == "Price 50 + Method 30 + Staff 30 = 110"
    assert total.quote == "The criteria share 100 marks between them."
    assert price.quote == "Price | 50"


def test_a_weekday_that_does_not_fit_is_told() -> None:
    (fact,) = find_facts(written("Deadline for answers to questions | Monday 10 June 2026")).many("answers_deadline")
    assert fact.how == "the weekday does not fit the date"
