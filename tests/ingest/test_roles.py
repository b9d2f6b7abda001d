"""Roles of documents, and documents that are no part of a tender."""

from __future__ import annotations

import pytest

from checker.ingest.roles import not_a_tender, role_of
from checker.ingest.text import blocks_of_text

_ITT = """# Invitation to Tender for window cleaning

You are invited to tender for the cleaning of windows at our offices in Leeds.
Tenders must be received by noon on 4 May 2027. Late bids will not be read.

# Award criteria

Price counts for 60% and quality for 40%. Bidders must answer every question. Bidders should say how they will work.
"""
_TERMS = """# Terms and Conditions

1. Termination

1.1 The Supplier shall stop work when the Customer ends this Agreement.
1.2 The Supplier shall hand back every key.

2. Liability

2.1 The Supplier shall insure the work against fire. The Customer shall pay within 30 days.
"""
_SQ = """# Selection Questionnaire

# Potential supplier information

1.1 Please state your trading name. Yes / No
1.2 Please provide your turnover. Please confirm that you hold insurance.
"""
_SPECIFICATION = """# Specification

# Scope

The contractor must clean every window twice a year. The contractor must provide ladders.

# Service levels

Marks are put right within two days.
"""


@pytest.mark.parametrize(
    ("name", "text", "role"),
    [
        ("doc1.docx", _ITT, "instructions"), ("doc2.docx", _TERMS, "terms"), ("doc3.docx", _SQ, "questionnaire"),
        ("doc4.docx", _SPECIFICATION, "specification"), ("Annex C - Pricing schedule.docx", "Rate a day:", "pricing"),
        ("Form of tender.docx", "We offer to do the work.\n\nSigned: ______", "form"),
        ("Contract notice.txt", "The city buys bread.", "notice"), ("minutes.txt", "The weather was fine.", "other"),
        ("ITT/ITT appendix 2 - terms and conditions.docx", "The weather was fine.", "terms"),
    ],
)  # fmt: skip
def test_role(name: str, text: str, role: str) -> None:
    assert role_of(name, blocks_of_text(text, name)) == role


def test_no_text_has_no_role() -> None:
    assert role_of("ITT.docx", ()) == "unknown"


_GUIDE = """# Selling to the borough: a guide for local firms

Foreword

This guide aims to help businesses who want to work with us. Our procurement team wrote it without jargon.

What is a tender? A tender is usually a sealed offer. Contracts over the threshold are normally put on the web, and
smaller ones are often settled with quotes where possible.

How to find work: you will need to register on our portal. You can find useful links at the end of this guide.
"""
_RULES = """# Contract Procedure Rules

Approved by full council. Review date: spring 2029. Version control: see the annex.

These rules are part of the standing orders and sit beside the financial regulations. Officers must follow these rules.
Budget holders answer for each purchase, and a budget holder may not split one. Heads of finance sign any waiver; each
waiver is kept. Staff must get three written quotations below the threshold. Tenders shall be opened by two officers.
"""
_EXERCISE = """# Request for quotation: drone photography

Submitted to Professor A. Lane, School of Business, Northern College

A student exercise in partial fulfilment of the bachelor degree. The client in this case study is fictional.
"""
_ANSWER = """# Proposal for office plants

Dear Ms Hill, Green Leaf is pleased to submit our proposal. Our team has cared for plants since 1998. Our clients like
our team, and our experience shows. Why choose us? Read on: our proposal sets out our company and our certifications.

Yours faithfully, the managing director
"""
_FOREIGN = """# Request for Proposals: janitorial services

The County of Marlow seeks proposals. Offerors shall deliver sealed copies to the purchasing center by 4 May 2027.
The offeror's price may not exceed $250,000. A bid bond of $5,000 and insurance of $1,000,000 are required under federal
and state law. Each offeror shall file form W-9. The program uses union labor at the service center.
"""


@pytest.mark.parametrize(
    ("text", "word"),
    [(_GUIDE, "guide"), (_RULES, "rules"), (_EXERCISE, "exercise"), (_ANSWER, "proposal"), (_FOREIGN, "outside")],
)
def test_strangers_are_named_with_their_sort(text: str, word: str) -> None:
    reason = not_a_tender("file.pdf", blocks_of_text(text, "file.pdf"))
    assert reason is not None
    assert word in reason


@pytest.mark.parametrize("text", [_ITT, _TERMS, _SQ, _SPECIFICATION])
@pytest.mark.parametrize("name", ["file.pdf", "Procurement guide.pdf", "Tendering procedure.docx", "policy.docx"])
def test_tender_documents_are_not_whatever_their_name(text: str, name: str) -> None:
    assert not_a_tender(name, blocks_of_text(text, name)) is None


def test_guidance_for_bidders_belongs_to_the_tender() -> None:
    text = """# Guidance for bidders

This guide tells you how to answer this ITT. Bidders must use the forms. This ITT closes on the date in section 2.
The deadline for bids is noon on 4 May 2027. You will need to register first. This ITT and this contract are in lots.
You can find the forms in annex B. Glossary: see annex C.
"""
    assert not_a_tender("guide.docx", blocks_of_text(text, "guide.docx")) is None


def test_nothing_is_no_stranger() -> None:
    assert not_a_tender("x.txt", ()) is None
