"""A finished report of a council's pack. All wording is invented."""

from __future__ import annotations

from datetime import date

from report_builders import at, document, fact, place
from report_verdicts import REWRITES, VERDICTS

from checker.domain import (
    Bid,
    Clause,
    Credit,
    Decided,
    Decision,
    Facts,
    Gap,
    Ledger,
    Location,
    Named,
    Pack,
    Readability,
    Report,
    Returnable,
    Sentence,
    Skipped,
    StepState,
    Summary,
    Versions,
)

FACTS = Facts(
    (
        fact("buyer", "Brindleford District Council", quote="Brindleford District Council (the Council)"),
        fact("title", "Cleaning of community halls", quote="Cleaning of community halls"),
        fact("kind", "services", status="derived", how="Cleaning is a service", page=None, clause=None),
        fact(
            "regime", "pa23", status="derived", how="The tender is dated after 24 February 2025", page=None, clause=None
        ),
        fact("value_annual", 75000, "GBP", quote="about £75,000 a year"),
        fact("value_total", 225000, "GBP", status="derived", how="£75,000 a year × 3 years", page=None, clause=None),
        fact("vat_basis", "ex", quote="before VAT"),
        fact("term_months", 36, "months", quote="three years"),
        fact(
            "submission_deadline",
            "2027-01-08",
            "date",
            3,
            status="conflicting",
            clause="2.1",
            quote="noon on Friday 8 January 2027",
        ),
        fact(
            "submission_deadline",
            "2027-01-11",
            "date",
            9,
            status="conflicting",
            clause="6.4",
            quote="5pm, 11 January 2027",
        ),
        fact("price_weight", 40, "percent", 10, quote="Price: 40%"),
        fact("insurance_pl", 10000000, "GBP", 6, clause="3.5", quote="ten million pounds"),
        fact("payment_days", 30, "days", 15, quote="within 30 days"),
    )
)

CREDITS = tuple(
    Credit(rule_id=f"credits.{rule}", catalogue=code, place=place(quote, match, page, None), message=message)
    for rule, code, quote, match, page, message in (
        (
            "budget",
            "M1",
            "We expect to spend about £75,000 a year.",
            "about £75,000 a year",
            2,
            "The budget is published.",
        ),
        (
            "payment",
            "M4",
            "Invoices are paid within 30 days.",
            "within 30 days",
            15,
            "Invoices are paid within 30 days.",
        ),
        ("question", "M6", "Answers go to all bidders.", "all bidders", 3, "Every bidder sees every answer."),
        ("pages", "M8", "Two pages an answer at most.", "Two pages", 10, "Answers have a page limit."),
        ("consortia", "M9", "Firms may bid together.", "bid together", 5, "Firms may bid together."),
        (
            "feedback",
            "M2",
            "We tell every bidder its marks.",
            "its marks",
            17,
            "Every bidder gets its marks and the reasons.",
        ),
    )
)


PACK = Pack(
    name="Halls cleaning 2027",
    documents=(
        document(
            "itt.pdf",
            "instructions",
            9400,
            24,
            ledger=Ledger(
                pages_declared=24,
                pages_read=23,
                characters_read=48120,
                characters_placed=48010,
                gaps=(Gap(where="page 19", reason="It is a picture without text"),),
            ),
        ),
        document(
            "forms/questionnaire.docx",
            "questionnaire",
            2900,
            None,
            warnings=("Tracked changes were left in the file",),
            ledger=Ledger(characters_read=14800, characters_placed=14800, parts_present=4, parts_read=4),
        ),
    ),
    skipped=(
        Skipped(name="plans/halls.dwg", kind="unsupported", reason="Drawings are not read. Look at it yourself."),
        Skipped(
            name="pricing.xlsx",
            kind="encrypted",
            reason="It needs a password. Save a copy without one and run the check again.",
        ),
    ),
)


def _said(text: str, start: int) -> Sentence:
    return Sentence(text=text, location=Location(document="itt.pdf", page=5, block=5, start=start, end=start + 10))


CLAUSES = (
    Clause(
        document="itt.pdf",
        number="3.2",
        headings=("3 Standing",),
        role="instructions",
        sentences=(
            _said("Each bidder shall show a yearly turnover of £2,000,000 for three years running.", 0),
            _said("A bidder that cannot show it will be marked Fail and its bid will not be read any further.", 20),
        ),
        location=at("itt.pdf", 5, 5),
        lead_in="Standing of the bidder:",
    ),
)
DECISIONS = (
    Decided(
        decision=Decision(
            finding="a03", decision="keep", reason="The halls hold 400 people", role="Insurance officer",
            on=date(2026, 11, 20), until=date(2027, 11, 19), rule="insurance.public-liability-level",
            point="Public liability cover of £10 million must be in place before bidding.",
        ),
        fate="stands", finding="a03",
    ),
    Decided(
        decision=Decision(
            finding="b77", decision="accept", reason="", role="Category manager", on=date(2026, 11, 20),
            rule="time.site-visit-fixed", point="There is one visit.", quote="The visit is on 3 November.",
        ),
        fate="stale", finding="a11", now=place("The visit is on 4 November.", "4 November", 4, "2.4"),
    ),
    Decided(
        decision=Decision(
            finding="b78", decision="keep", reason="Asked for by the insurer", role="Legal", on=date(2026, 11, 20),
            rule="risk.gone", point="An indemnity has no limit.", quote="Old words.",
        ),
        fate="gone",
    ),
)  # fmt: skip

FULL = Report(
    made="2026-11-23T10:15:00Z",
    as_of=date(2026, 11, 23),
    stage="draft",
    versions=Versions(checker="1.0.0", rules="3f9a2c", policy="77b0d1", model="barrier-classifier@5ce1"),
    pack=PACK,
    clauses=CLAUSES,
    named_not_given=(
        Named(name="Annex D", location=at("itt.pdf", 10), quote="listed in Annex D"),
        Named(name="Conditions of contract", location=at("itt.pdf", 22), quote="see the conditions of contract"),
    ),
    facts=FACTS,
    bid=Bid(
        returnables=(
            Returnable(name="Form of tender", kind="form", clause="6.1", location=at("itt.pdf", 9)),
            Returnable(name="Questionnaire", kind="answer", clause=None, location=at("forms/questionnaire.docx", None)),
            Returnable(name="ISO 9001 certificate", kind="certificate", clause="4.3", location=at("itt.pdf", 7)),
        ),
        questions=12,
        words_asked=6000,
        hours=(20, 45),
        how="Two to four hours for every 500 words, and one for each form",
    ),
    verdicts=VERDICTS,
    credits=CREDITS,
    rewrites=REWRITES,
    readability=(
        Readability(
            name="itt.pdf",
            words=9400,
            sentences=392,
            mean_sentence_words=24.0,
            long_sentence_share=0.38,
            passive_share=0.31,
            flesch_reading_ease=38.2,
            flesch_kincaid_grade=13.4,
            smog=15.1,
            gunning_fog=16.0,
        ),
        Readability(
            name="forms/questionnaire.docx",
            words=310,
            sentences=21,
            mean_sentence_words=14.8,
            long_sentence_share=0.1,
            passive_share=0.12,
            flesch_reading_ease=55.0,
            flesch_kincaid_grade=9.0,
            smog=None,
            gunning_fog=11.2,
        ),
    ),
    journey=(
        StepState(step="find", state="likely-to-stop-small-firms", findings=("a01", "a09", "a11", "a17")),
        StepState(step="enter", state="likely-to-stop-small-firms", findings=("a02", "a07", "a16")),
        StepState(step="afford", state="some-friction", findings=("a03", "a05", "a12")),
        StepState(step="win", state="could-not-tell", findings=("a04",)),
        StepState(step="live", state="clear", findings=()),
    ),
    summary=Summary(
        barriers=(("critical", 0), ("high", 3), ("medium", 7), ("low", 1)),
        mistakes=2,
        review=2,
        credits=6,
        score=(35, 60),
    ),
    notes=(
        "The tender states no date of issue; we used the law in force on 23 November 2026.",
        "With 20% VAT the whole contract comes to about £270,000, which is above the threshold for services",
    ),
    decisions=DECISIONS,
    keep_until=date(2027, 2, 21),
)
