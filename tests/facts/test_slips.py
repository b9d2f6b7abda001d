"""Slips of the pen: weekdays, references, labels. A false one accuses somebody, so most tests are of silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.domain import Clause, Fact, Pack, Skipped
from checker.facts import find_facts
from checker.facts.dangling import dangling
from checker.ingest import read_pack_here
from checker.structure import find_clauses


def pack_of(folder: Path, **files: str) -> tuple[Pack, tuple[Clause, ...]]:
    for name, text in files.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    pack = read_pack_here(folder)
    return pack, find_clauses(pack)


def stated(folder: Path, text: str, name: str) -> list[Fact]:
    return list(find_facts(pack_of(folder, itt=text)[1]).many(name))


def loose(folder: Path, **files: str) -> list[str]:
    pack, clauses = pack_of(folder, **files)
    return [str(fact.value) for fact in dangling(clauses, pack) if fact.name == "dangling_reference"]


NUMBERED = "".join(f"# {n} Part {word}\n\n{n}.1 Some words stand here.\n\n{n}.2 More words.\n\n" for n, word in enumerate(
    ("one", "two", "three", "four", "five"), 1))  # fmt: skip
LABELLED = "# Schedule 1 Prices\n\nFill in.\n\n# Schedule 2 Plans\n\nLook.\n\n"


def test_a_weekday_that_does_not_fit_is_told_with_the_right_one(tmp_path: Path) -> None:
    (fact,) = stated(tmp_path, "Interviews are held on Friday 9 April 2026.", "weekday_wrong")
    assert (fact.value, fact.status) == ("Friday 9 April 2026 (a Thursday)", "derived")
    assert fact.location and fact.location.document == "itt.md"


def test_a_deadline_comes_first_and_is_counted_apart(tmp_path: Path) -> None:
    text = "Interviews: Friday 9 April 2026.\n\nThe deadline for tenders is Monday 3 March 2026."
    clauses = pack_of(tmp_path, itt=text)[1]
    facts = find_facts(clauses)
    assert facts.value("weekday_wrong") == "Monday 3 March 2026 (a Tuesday)"
    assert (facts.number("weekdays_wrong"), facts.number("deadline_weekdays_wrong")) == (2, 1)


@pytest.mark.parametrize(
    "text",
    [
        "The deadline for tenders is Tuesday 3 March 2026.",
        "The deadline for tenders is 3 March 2026, and Monday is a bank holiday.",
        "Held in common 3 March 2026.",
        "Interviews: Saturday 04/07/2026.",
        "Interviews: Tuesday 07/04/2026.",
        "Interviews: Wednesday 04/01/2026.",  # 1 April with day and month exchanged
        "Visits run from Monday 2 to Friday 6 March 2026.",
    ],
)
def test_a_weekday_that_fits_or_may_fit_is_no_slip(tmp_path: Path, text: str) -> None:
    assert stated(tmp_path, text, "weekdays_wrong") == []


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("Payment is explained in section 7.", "section 7"),
        ("Visits are dealt with in clause 4.5.", "clause 4.5"),
        ("See paragraph 6 of this document.", "paragraph 6"),
        ("The rota follows the measures in 4.5.", "paragraph 4.5"),
        ("Visits (see 4.5) are free.", "paragraph 4.5"),
    ],
)
def test_a_number_beyond_the_last_leads_nowhere(tmp_path: Path, text: str, reference: str) -> None:
    assert loose(tmp_path, itt=f"{NUMBERED}{text}\n") == [reference]


@pytest.mark.parametrize(
    "text",
    [
        "Payment is explained in section 5.",
        "The walk is done in 4.5 hours.",
        "Marks rose from 4.1 to 4.5 in the last year.",
        "Visits are dealt with in clause 4.2.",
        "Flats fall under section 20 of the Landlord and Tenant Act 1985.",
        "Planning gain falls under section 106.",
        "Clause 9 of the Conditions applies.",
        "The bidder accepts clause 7 in the draft contract.",
        "See paragraph 6 of Schedule 2.",
        "Section 7% is a share.",
        "The framework has section 7.",
    ],
)
def test_what_is_there_or_belongs_elsewhere_leads_somewhere(tmp_path: Path, text: str) -> None:
    assert loose(tmp_path, itt=f"{NUMBERED}{text}\n") == []


def test_a_document_without_numbers_of_its_own_says_nothing(tmp_path: Path) -> None:
    assert loose(tmp_path, itt="# Payment\n\nPayment is explained in section 7.\n") == []
    gap = NUMBERED.replace("# 3 Part three", "# Part three").replace("3.1 ", "").replace("3.2 ", "")
    assert loose(tmp_path, itt=f"{gap}Payment is explained in section 7.\n") == []


def test_a_number_of_another_document_of_the_pack_is_enough(tmp_path: Path) -> None:
    other = "# 7 Payment\n\nWe pay in 30 days.\n"
    assert loose(tmp_path, itt=f"{NUMBERED}Payment is explained in section 7.\n", other=other) == []


def test_a_schedule_beyond_the_last_leads_nowhere(tmp_path: Path) -> None:
    assert loose(tmp_path, itt=f"Day rates go into Schedule 3.\n\n{LABELLED}") == ["Schedule 3"]


@pytest.mark.parametrize(
    "text",
    [
        "Day rates go into Schedule 2.",
        "Day rates go into Schedule 3, a separate file.",
        "Day rates go into Schedule 9.",
        "The Regulations list them in Schedule 3.",
        "Day rates go into Schedule 3 of the Agreement.",
        "Appendix C shows the plans.",
    ],
)
def test_a_label_that_is_there_or_belongs_elsewhere_leads_somewhere(tmp_path: Path, text: str) -> None:
    assert loose(tmp_path, itt=f"{text}\n\n{LABELLED}") == []


def test_a_file_that_was_not_read_may_hold_it(tmp_path: Path) -> None:
    pack, clauses = pack_of(tmp_path, itt=f"Day rates go into Schedule 3.\n\n{LABELLED}")
    unread = Pack(
        name=pack.name,
        documents=pack.documents,
        skipped=(Skipped(name="prices.xlsx", kind="unsupported", reason="Not read."),),
    )
    assert dangling(clauses, pack) != ()
    assert dangling(clauses, unread) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sign the form of tender (Appendix C).", "The form of tender (Appendix E) is opened first."),
        ("Fill in the price schedule (Form D).", "# Form C: Price schedule"),
        ("The pricing schedule is Schedule 3 of this document.", "Upload Schedule 4 (pricing schedule)."),
        (
            "| Return | Document |\n|---|---|\n| R5 | Pricing workbook |",
            "Leave the pricing workbook (Return R6) as it is.",
        ),
    ],
)
def test_one_form_under_two_labels_is_a_conflict(tmp_path: Path, one: str, other: str) -> None:
    facts = stated(tmp_path, f"{one}\n\n{other}\n", "form_two_names")
    assert [fact.status for fact in facts] == ["conflicting", "conflicting"]
    assert len({fact.value for fact in facts}) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sign the form of tender (Appendix C).", "The form of tender (Appendix C) is opened first."),
        ("# Appendix A: Form of tender for the north", "# Appendix B: Form of tender for the south"),
        ("The form (Appendix A) is short.", "The form (Appendix B) is long."),
        ("The pricing schedule (Appendix C) is short.", "Schedule 1 (pricing schedule) is in it."),
        ("Lot 1: price schedule (Form A).", "Lot 2: price schedule (Form B)."),
    ],
)
def test_different_forms_or_kinds_of_label_do_not_clash(tmp_path: Path, one: str, other: str) -> None:
    assert stated(tmp_path, f"{one}\n\n{other}\n", "form_two_names") == []


def test_two_contracts_may_each_have_a_schedule_of_that_name(tmp_path: Path) -> None:
    clauses = pack_of(tmp_path, one="Schedule 1 (pricing schedule)\n", two="Schedule 2 (pricing schedule)\n")[1]
    assert find_facts(clauses).many("form_two_names") == ()


DEEP = "".join(f"# {n} Part {word}\n\n{n}.1 Some words.\n\n{n}.1.1 More.\n\n{n}.1.2 More.\n\n{n}.1.3 More.\n\n{n}.2 Last."
               "\n\n" for n, word in enumerate(("one", "two", "three", "four"), 1))  # fmt: skip


def test_a_number_three_deep_leads_nowhere_though_the_sentence_speaks_of_an_agreement(tmp_path: Path) -> None:
    assert loose(tmp_path, itt=DEEP + "Subject to paragraph 2.1.4, the agreement stands.") == ["paragraph 2.1.4"]


def test_an_appendix_beyond_the_list_of_contents_leads_nowhere_in_each_passage(tmp_path: Path) -> None:
    listed = "# Papers\n\nAppendix A: Plans\n\nAppendix B: Prices\n\nAppendix C: Form\n\n# Text\n\n"
    text = listed + "The proposed contract is at Appendix D.\n\nSome words.\n\nSign the contract at Appendix D.\n"
    assert loose(tmp_path, itt=text) == ["Appendix D", "Appendix D"]


def test_a_reference_that_is_told_with_the_part_it_means_is_not_told_again(tmp_path: Path) -> None:
    listed = "# Papers\n\nAppendix A: Plans\n\nAppendix B: Price form\n\nAppendix C: Rooms\n\n# Text\n\n"
    assert loose(tmp_path, itt=listed + "Sign the price form at Appendix D before noon on the day.\n") == []
