"""Things to return that a pack names in passing, and documents that it keeps elsewhere."""

from __future__ import annotations

import pytest

from checker.domain import Clause, Duty, Location, Obligation, Role, Sentence
from checker.facts.asked_for import counted
from checker.facts.kept import kept_elsewhere
from checker.facts.returnables import returnables

PLACE = Location(document="itt.docx", page=None, block=0, start=0, end=1)


def names(text: str, obligation: Obligation = "unstated") -> list[str]:
    duty_on: Duty = "unstated" if obligation == "unstated" else "bidder"
    told = Sentence(text=text, location=PLACE, phase="bid", obligation=obligation, duty_on=duty_on)
    return [item.name for item in returnables((clause(told),))]


def clause(sentence: Sentence, role: Role = "instructions", heading: str = "Conditions") -> Clause:
    return Clause(
        document="itt.docx", number=None, headings=(heading,), role=role, sentences=(sentence,), location=PLACE
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("You must complete Attachment 4b – Staff List and send it back.", "Attachment 4b – Staff List"),
        ("Bidders should name the sub-contractors they will use.", "names of sub-contractors"),
        ("Its registration number is to be stated.", "registration number"),
        ("A published Carbon Reduction Plan is a condition of participation.", "Carbon Reduction Plan"),
        ("Give the link to your latest modern slavery statement.", "latest modern slavery statement"),
        ("Part G, the deed of guarantee, is to be returned by noon.", "Part G, the deed of guarantee"),
    ],
)
def test_named_in_a_sentence(text: str, name: str) -> None:
    found = names(text, "must")
    assert any(set(name.lower().split()[-2:]) <= set(one.lower().split()) for one in found), found


def test_counted_contracts_need_a_demand() -> None:
    assert names("Tenderers should name four contracts.", "should") == ["four contracts"]
    assert names("The service replaces four contracts.") == []


def test_what_accompanies_the_tender_is_sent_in() -> None:
    assert names("Audited accounts for a year shall accompany the tender.") == ["Audited accounts"]


def test_form_for_each_member_is_told_apart() -> None:
    assert names("Each group member must complete Form 2.", "must") == ["Form 2 for each member"]


def test_duty_while_delivering_is_no_returnable() -> None:
    late = Sentence(text="The Contractor must complete Form 7 each month.", location=PLACE, phase="delivery")
    assert returnables((clause(late),)) == ()


def test_policies_are_counted() -> None:
    assert counted("safety, equality, data and training") == "four policies: safety, equality …"
    assert counted("safety and equality") == ""


def test_answers_by_part() -> None:
    rows = [
        Sentence(
            text=f"F{at} | How will you train staff?", location=PLACE, phase="bid", kind="row",
            cells=(f"F{at}", "How will you train staff?"), columns=("No.", "Question"),
        )
        for at in (1, 2, 3)
    ]  # fmt: skip
    clauses = tuple(clause(row, "questionnaire", "Part F: Staff") for row in rows)
    assert "answers to F1 to F3 (Staff)" in [item.name for item in returnables(clauses)]


def test_table_after_its_introduction_is_a_checklist() -> None:
    told = Sentence(text="Bidders shall submit the following in one envelope.", location=PLACE, phase="bid")
    row = Sentence(text="Z1 | Price list | Ours", location=PLACE, phase="bid", kind="row", cells=("Z1", "Price list", "Ours"),
                   columns=("Item", "Content", "Form"))  # fmt: skip
    clauses = (clause(told), clause(row))
    assert [item.name for item in returnables(clauses)] == ["Price list"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Before that a list of the questions is on the portal.", "list of the questions"),
        ("We use the standard form, version 2, which is attached to the notice.", "standard form, version 2"),
        ("A register with addresses is given to the contractor at mobilisation.", "register with addresses"),
    ],
)
def test_kept_on_a_portal_or_for_the_winner(text: str, title: str) -> None:
    assert list(kept_elsewhere(text)) == [title]
