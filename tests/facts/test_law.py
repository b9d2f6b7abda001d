"""Which law applies: the wrong law is worse than none, so every open question must end in `unknown`."""

from __future__ import annotations

from datetime import date

import pytest

from checker.domain import Clause, Fact, Facts, Location, Sentence
from checker.facts.law import LEGAL, apply_law

TODAY = date(2026, 11, 23)
COUNCIL = {"buyer": "Birmingham City Council", "authority_type": "council"}
TRUST = {"buyer": "Solihull Valley NHS Trust", "authority_type": "nhs"}


def facts(status: str = "stated", **values: str | int | float) -> Facts:
    return Facts(tuple(Fact(name=n, value=v, status=status) for n, v in values.items()))  # type: ignore[arg-type]


def clause(*texts: str, negated: bool = False) -> Clause:
    def place(index: int, text: str) -> Location:
        return Location(document="itt.pdf", page=1, block=index, start=0, end=len(text))

    sentences = tuple(Sentence(text=t, location=place(i, t), negated=negated) for i, t in enumerate(texts))
    return Clause(
        document="itt.pdf", number="1.1", headings=(), role="instructions", sentences=sentences, location=place(0, "")
    )


def law(stated: Facts, *texts: str, as_of: date = TODAY, stage: str | None = None) -> Facts:
    return apply_law(stated, (clause(*texts),), as_of, stage)


def regime(stated: Facts, *texts: str, as_of: date = TODAY, stage: str | None = None) -> tuple[str, str]:
    fact = law(stated, *texts, as_of=as_of, stage=stage).get("regime")
    assert fact is not None
    assert fact.how.endswith(".")
    return str(fact.value), fact.how


def test_all_four_facts_are_added_each_once_and_with_a_reason() -> None:
    found = law(facts(**COUNCIL, issued="2026-05-01"))
    for name in LEGAL:
        (fact,) = found.many(name)
        assert fact.how
    again = apply_law(found, (clause(),), TODAY, None)
    assert again == found


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ("2005-06-01", "unknown"),
        ("2015-02-25", "pcr06"),
        ("2015-02-26", "pcr15"),
        ("2022-03-01", "pcr15"),
        ("2025-02-23", "pcr15"),
        ("2025-02-24", "pa23"),
        ("2026-06-01", "pa23"),
    ],
)
def test_the_day_of_issue_decides(issued: str, expected: str) -> None:
    assert regime(facts(**COUNCIL, issued=issued))[0] == expected


@pytest.mark.parametrize("words", ["This tender is run under the Procurement Act 2023.", "Nothing to see here."])
def test_no_procurement_act_on_a_pack_begun_before_it(words: str) -> None:
    found, how = regime(facts(**COUNCIL, issued="2024-11-01"), words)
    assert found == "pcr15"
    if "Act" in words:
        assert "Procurement Act 2023" in how
        assert "began later" in how


def test_a_deadline_before_the_change_proves_the_older_law() -> None:
    assert regime(facts(**COUNCIL, submission_deadline="2025-02-10"))[0] == "pcr15"


def test_a_deadline_soon_after_the_change_proves_nothing_but_words_do() -> None:
    stated = facts(**COUNCIL, submission_deadline="2025-03-20")
    assert regime(stated)[0] == "unknown"
    assert regime(stated, "This procurement is carried out under the Public Contracts Regulations 2015.")[0] == "pcr15"
    assert regime(facts(**COUNCIL, submission_deadline="2026-03-20"))[0] == "pa23"


def test_no_date_and_no_older_law_is_the_law_of_the_day_of_the_check() -> None:
    assert regime(facts(**COUNCIL))[0] == "pa23"
    assert regime(facts(**COUNCIL), as_of=date(2023, 5, 1))[0] == "pcr15"


def test_words_decide_over_the_day_of_the_check_and_the_difference_is_told() -> None:
    found, how = regime(facts(**COUNCIL), "Tenders are invited under the Public Contracts Regulations 2015.")
    assert found == "pcr15"
    assert "23 November 2026" in how


def test_words_that_decide_are_quoted_with_their_place() -> None:
    text = "Tenders are invited under the Public Contracts Regulations 2015."
    fact = law(facts(**COUNCIL), text).get("regime")
    assert fact is not None
    assert (fact.status, fact.quote, fact.clause) == ("stated", text, "1.1")
    assert fact.location is not None
    assert fact.location.document == "itt.pdf"


def test_words_against_the_day_of_issue_are_a_contradiction_that_is_told() -> None:
    found, how = regime(
        facts(**COUNCIL, issued="2026-05-01"), "The Public Contracts Regulations 2015 govern this tender."
    )
    assert found == "unknown"
    assert "Public Contracts Regulations 2015" in how
    assert "1 May 2026" in how


def test_a_law_that_is_named_only_to_be_denied_does_not_count() -> None:
    stated = facts(**COUNCIL, issued="2026-05-01")
    texts = (
        "The Public Contracts Regulations 2015 do not apply.",
        "The Procurement Act 2023 replaced the Public Contracts Regulations 2015.",
        "This tender is under the Act and not under the Public Contracts Regulations 2015.",
    )
    assert regime(stated, *texts)[0] == "pa23"


def test_european_rules_without_a_date_are_not_the_procurement_act() -> None:
    assert regime(facts(**COUNCIL), "The opportunity was advertised in the OJEU.")[0] == "unknown"


def test_a_call_off_keeps_the_law_of_its_framework() -> None:
    call_off = facts(**COUNCIL, procedure="call-off", issued="2026-05-01")
    words = "The framework was let under the Public Contracts Regulations 2015."
    assert regime(call_off, words)[0] == "pcr15"
    assert regime(call_off)[0] == "unknown"
    assert regime(facts(**COUNCIL, procedure="call-off", issued="2024-05-01"))[0] == "pcr15"


def test_health_care_is_psr_only_where_the_words_say_so() -> None:
    said = "This is a Competitive Process under the Provider Selection Regime."
    assert regime(facts(**TRUST, issued="2026-05-01"), said)[0] == "psr"
    denied = "The Provider Selection Regime does not apply to this purchase of cleaning."
    assert regime(facts(**TRUST, title="Ward cleaning", issued="2026-05-01"), denied)[0] == "pa23"
    assert regime(facts(**TRUST, title="Community dermatology service", issued="2026-05-01"))[0] == "unknown"
    assert regime(facts(**TRUST, title="Community dermatology service", issued="2022-05-01"))[0] == "pcr15"
    assert regime(facts(**TRUST, title="Laundry", issued="2026-05-01"), "CPV 85121200")[0] == "unknown"


def test_defence_and_utilities_are_other_where_the_words_say_so() -> None:
    exempt = "We are exempt from the Public Contracts Regulations 2015."
    assert regime(facts(issued="2018-10-10", authority_type="central"), exempt)[0] == "other"
    assert regime(facts(issued="2018-10-10"), "The Utilities Contracts Regulations 2016 apply.")[0] == "other"
    both = "Regulations means the Public Contracts Regulations 2015 and the Utilities Contracts Regulations 2016."
    assert regime(facts(issued="2018-10-10"), both)[0] == "pcr15"


def test_a_draft_with_dates_left_over_from_an_older_law_is_unknown() -> None:
    found, how = regime(facts(**COUNCIL, issued="2022-03-01"), stage="draft")
    assert found == "unknown"
    assert "draft" in how
    assert regime(facts(**COUNCIL, issued="2025-09-01"), stage="draft")[0] == "pa23"
    assert regime(facts(**COUNCIL, issued="2022-03-01"), stage="past")[0] == "pcr15"


def test_given_facts_are_never_replaced() -> None:
    given = facts("given", regime="pcr15", jurisdiction="england", bound="yes", threshold_band="above")
    stated = facts(buyer="Glasgow City Council", issued="2026-01-05", value_total=10)
    found = apply_law(Facts((*stated.all, *given.all)), (clause(),), TODAY, None)
    assert [found.value(name) for name in LEGAL] == ["england", "pcr15", "yes", "above"]


@pytest.mark.parametrize(
    ("buyer", "kind", "expected"),
    [
        ("Birmingham City Council", "council", "england"),
        ("Little Worth Parish Council", "council", "england"),
        ("Cornwall Council", "council", "england"),
        ("Ashby Town Council", "council", "unknown"),
        ("City of Edinburgh Council", "council", "scotland"),
        ("Scottish Water Museum", "other", "scotland"),
        ("Caerphilly County Borough Council", "council", "wales"),
        ("Belfast City Council", "council", "ni"),
        ("Armagh City, Banbridge and Craigavon Borough Council", "council", "ni"),
        ("Anytown NHS Foundation Trust", "nhs", "england"),
        ("Velindre University NHS Trust", "nhs", "wales"),
        ("Western Health and Social Care Trust", "nhs", "ni"),
        ("Prisons Board for England and Wales", "central", "unknown"),
        ("Minister for Roads of Great Britain and Northern Ireland", "central", "unknown"),
        ("Sunrise Homes Limited", "housing", "unknown"),
    ],
)
def test_the_nation_of_a_buyer(buyer: str, kind: str, expected: str) -> None:
    assert law(facts(buyer=buyer, authority_type=kind)).value("jurisdiction") == expected


def test_the_place_tells_the_nation_where_no_name_and_no_law_does() -> None:
    stated = facts(buyer="Sunrise Homes Limited", authority_type="housing")
    assert law(stated, "Send it to 4 Quay Road, BT9 5AA.").value("jurisdiction") == "ni"
    assert law(stated, "Send it to 4 Mill Road, B15 2TT.").value("jurisdiction") == "england"
    assert (
        law(stated, "Send it to 4 Mill Road, EH9 1AA.", "Our store is at B15 2TT.").value("jurisdiction") == "unknown"
    )
    assert law(stated, "4 Mill Road, B15 2TT.", "We also have homes in Wales.").value("jurisdiction") == "unknown"
    assert law(stated, "4 Mill Road, SY10 1AA.").value("jurisdiction") == "unknown"
    assert law(stated, "Bids are in the English language.", "4 Quay Road, BT9 5AA.").value("jurisdiction") == "ni"


def test_a_city_tells_the_nation_where_the_work_or_an_office_is_in_it() -> None:
    stated = facts(buyer="Sunrise Homes Limited", authority_type="housing")
    found = law(stated, "Two people work on site in Leeds on most days.").get("jurisdiction")
    assert found is not None
    assert (found.value, "Leeds" in found.how) == ("england", True)
    assert law(stated, "Our office is in Belfast.", "Another office is in Leeds.").value("jurisdiction") == "unknown"
    assert law(stated, "Pay the London Living Wage.").value("jurisdiction") == "unknown"
    assert law(stated, "Staff are based in London, and one of them in Scotland.").value("jurisdiction") == "unknown"


@pytest.mark.parametrize(
    ("known", "stage", "expected"),
    [
        (
            {"issued": "2024-11-01"}, None,
            "The pack was issued on 1 November 2024. The law of that day is the Public Contracts Regulations 2015.",
        ),
        (
            {"issued": "2024-11-01", "issued_revised": 1}, None,
            "This version of the pack is dated 1 November 2024, and the tender may have been out before. The law of that "
            "date is the Public Contracts Regulations 2015.",
        ),
        (
            {"issued": "2024-11-01"}, "draft",
            "It is called a draft, though the pack was issued on 1 November 2024. That date may have been left from an "
            "earlier text. The law may be the Public Contracts Regulations 2015 or the Procurement Act 2023.",
        ),
        (
            {"submission_deadline": "2024-11-01"}, None,
            "The first date in the pack is 1 November 2024, and it gives no day of issue. The law of that time is the "
            "Public Contracts Regulations 2015.",
        ),
    ],
)  # fmt: skip
def test_the_law_is_told_in_whole_sentences(known: dict[str, str | int], stage: str | None, expected: str) -> None:
    found = apply_law(facts(**COUNCIL, **known), (), date(2026, 11, 23), stage).get("regime")
    assert found is not None
    assert found.how == expected


def test_english_law_alone_does_not_tell_england_from_wales_but_postcodes_do() -> None:
    governed = "This agreement is governed by the laws of England and Wales."
    stated = facts(buyer="Sunrise Homes Limited", authority_type="housing")
    assert law(stated, governed).value("jurisdiction") == "unknown"
    assert law(stated, governed, "Our office is at 1 High Street, B15 2TT.").value("jurisdiction") == "england"
    assert law(stated, governed, "Our offices: B15 2TT and CF10 1AA.").value("jurisdiction") == "unknown"
    assert law(stated, "The laws of Northern Ireland apply.").value("jurisdiction") == "ni"
    assert law(stated, "A partnership formed under the laws of Scotland may bid.").value("jurisdiction") == "unknown"


def test_a_buyer_in_scotland_is_under_scottish_law() -> None:
    stated = facts(buyer="Fife Council", authority_type="council", issued="2026-05-01")
    assert regime(stated)[0] == "scotland"


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("council", "yes"),
        ("nhs", "yes"),
        ("police", "yes"),
        ("central", "yes"),
        ("school", "yes"),
        ("university", "unknown"),
        ("housing", "unknown"),
        ("other", "unknown"),
    ],
)
def test_who_is_bound(kind: str, expected: str) -> None:
    assert law(facts(authority_type=kind)).value("bound") == expected


def test_a_body_that_calls_itself_a_contracting_authority_is_bound() -> None:
    university = facts(buyer="University of Birmingham", authority_type="university")
    says = "The University is a contracting authority for the purposes of the Act."
    assert law(university, says).value("bound") == "yes"
    for other in (
        "Where the customer is a contracting authority, clause 4 applies.",
        "The University is not a contracting authority.",
        "Any other contracting authority may use the framework.",
    ):
        assert law(university, other).value("bound") != "yes"
    assert law(university, "The University is not subject to public procurement law.").value("bound") == "no"


def test_no_buyer_is_no_guess() -> None:
    found = law(facts(issued="2026-05-01"))
    assert found.value("bound") == found.value("jurisdiction") == "unknown"
