"""Sentence splitting: cases that full stops, lists and line breaks make hard."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.structure.sentences import split_text

# "|" marks where one sentence ends and the next begins; list marks that are no part of a sentence are in {braces}.
CASES = [
    # plain full stops, questions, exclamations
    "Bids close on Friday.| Late bids fail.",
    "Do you hold a licence?| If so, give its number.",
    "Read this first!| Then fill in the form.",
    "One sentence without a full stop",
    "The price is fixed.| It does not rise.| It does not fall.",
    # abbreviations
    "Interest runs at 4% p.a. on late sums.| It is simple interest.",
    "Late sums bear interest at 4% p.a.| The rate is fixed.",
    "See cl. 7 of the terms.| It deals with delay.",
    "Reg. 12 and Sch. 2 apply here.| No others do.",
    "The plan is at App. C to this brief.| Bring a copy.",
    "Hedges approx. 40 metres long need cutting.| Paths do not.",
    "Rates are excl. VAT and incl. travel.| Fuel is extra.",
    "Greenfield Ltd. holds the lease until June.| It then ends.",
    "The work is now done by Greenfield Ltd.| The firm leaves in May.",
    "Moor Homes plc. owns the block.| It was built in 1970.",
    "Cover the basics, e.g. names and dates.| Keep it short.",
    "One office, i.e. the depot, is open daily.| The rest are not.",
    "Bring gloves, boots, etc.| The site is wet.",
    "Gloves, boots, etc. are on loan.| Return them.",
    "Visit St. Mary's Hall on Tuesday.| Park at the rear.",
    "Ask Mr. Okafor or Dr. Lee for the keys.| They are on site.",
    "Write to Mrs. J. Patel at the depot.| She will reply.",
    "A lift of min. 300 kg and max. 500 kg is needed.| Two would be better.",
    "Use ref. 4471 on all letters.| We file by it.",
    "Ring tel. 01632 960 001 first.| Nobody calls without notice.",
    "The survey fills vol. 2, pp. 14 to 30.| Read it.",
    "Doors open at 9 a.m. and shut at 5 p.m. on weekdays.| Sundays differ.",
    "Hand it in by 5 p.m.| The desk then shuts.",
    "Ask if the terms can be met.| BLS staff will say so.| PDF files are best.",
    # "No." and other short forms with numbers
    "Lot No. 3 is the largest.| Lot No. 4 is the smallest.",
    "Form No. 12 is blank.| Fill it in.",
    "Is a bond asked for?| No.| We rely on references.",
    "Nos. 4 and 5 Hill Street are empty.| The rest are let.",
    # numbers, money, dates, times
    "The budget is £5.5m.| It covers two years.",
    "The budget is £5.5m. It may not grow.".replace("m. It", "m.| It"),
    "Pay £1,250.00 per visit.| Nothing more is due.",
    "Send it by 12.00 noon on 3.4.2031.| The clock is ours.",
    "Noon means 12.00.| We use the office clock.",
    "It weighs 3.5 tonnes.| The lane bears 7.5 tonnes.",
    "Quality counts for 60.5%.| Price counts for 39.5%.",
    "The term starts on 1 Sept. 2031 and lasts a year.| It may be renewed.",
    "Version 2.1 replaces version 2.0.| Destroy the old one.",
    # clause numbers inside the text
    "As clause 4.2.1 says, notice is in writing.| Email counts.",
    "Clauses 3.1, 3.2 and 9.4(b) survive.| The rest end.",
    "The rule is in paragraph 6.| Paragraph 7 has the exception.",
    "Forms are in Appendix B.| The bidder signs each one.",
    "This is for Lot A.| Any bidder may also try Lot B.",
    # e-mail, web, names
    "Write to bids@moor.example.org.| We answer in two days.",
    "Go to www.moor.example.org/tenders and sign in.| It is free.",
    "The file is plan.v2.pdf in the folder.| Open it.",
    "See https://moor.example.org/a.b?c=d.| Save the page.",
    # quotes and brackets
    "“We agree.”| Those words are enough.",
    'Mark it "Tender."| Leave the rest blank.',
    "Sign the form (in ink).| Post it.",
    "Sign the form. (Ink only.)| Post it.".replace("form. (", "form.| ("),
    "The words “as soon as we can.” bind nobody.",
    # lost space
    "Send it by post.The sender pays for that.".replace("post.The", "post.|The"),
    # marks at the start
    "{4.2} The price is firm.| It holds for a year.",
    "{(a)} keep the site tidy;",
    "{•} Clean the hall.| Lock the door.",
    "{iv)} send a report each month.",
    "{3.} Price.| State it in pounds.",
    "{A1.2} Give your trading name.",
    "2.5 million people live here.| Half of them rent.",
    # lists inside a paragraph
    "The buyer may:| {a)} stop the work;| {b)} ask for more of it; or| {c)} hire another firm.",
    "The firm will (1) clear the drains each week in the autumn, (2) sweep the yard and (3) lock up.",
    "A bid must be (a) signed and (b) dated.",
    "Under (a) and (b) above the sum is due.| Pay it.",
    "Bring these:| {•} boots| {•} gloves| {•} a hard hat",
    "The firm must:| {(i)} keep a log of each visit it makes;| {(ii)} show it on request.| That log is ours.",
    "Please send copies of the policy(s) and plan(s) you use.| Short ones will do.",
    # semicolons without marks: only a long list is cut
    "Bring boots; gloves; and a hat.",
    "The firm appointed to look after the grounds will carry out these tasks through the growing season each year:"
    "| cutting all the grass on the playing field every ten days;| edging the paths and the beds at least once a month;"
    " and| taking all cuttings away from the site on the day they are made.",
    # lines
    "The long line that the reader wrapped in the middle of\nits sentence goes on here.| It ends now.",
    "Site rules:\n|{-} no smoking\n|{-} no dogs",
    "Opening hours\n\n|Closed on Mondays",
    "Payment\n|Sums fall due thirty days after a correct bill reaches the finance office of the buyer.",
]  # fmt: skip


def expected(case: str) -> list[str]:
    pieces = [piece for piece in case.split("|") if piece.strip()]
    return [piece.partition("}")[2].strip() if piece.strip().startswith("{") else piece.strip() for piece in pieces]


def plain(case: str) -> str:
    return case.replace("|", "").replace("{", "").replace("}", "")


@pytest.mark.parametrize("case", CASES)
def test_sentences_are_cut_where_a_reader_would(case: str) -> None:
    text = plain(case)
    assert [text[start:end] for part in split_text(text) for start, end in part.spans] == expected(case)


def test_marks_are_kept_apart_from_the_text() -> None:
    parts = split_text("The buyer may: a) stop the work at once; b) ask for more of it; c) hire another firm.")
    assert [(part.mark, part.item) for part in parts] == [(None, False), ("a)", True), ("b)", True), ("c)", True)]


def test_text_after_a_list_is_no_item() -> None:
    parts = split_text("The firm must: (i) keep a log; (ii) show it on request. That log is ours.")
    assert [part.item for part in parts] == [False, True, True, False]


PIECES = st.sampled_from(
    [
        "The bidder must sign",
        "cl. 4",
        "p.a.",
        "No. 3",
        "£5.5m",
        "(a)",
        "(b)",
        "b)",
        "•",
        "-",
        "1.2",
        "e.g.",
        ";",
        ":",
        ".",
        "?",
        "\n",
        "\n\n",
        " ",
        "”",
        "“",
        "–",
        "a@b.org",
        "12.00 noon",
        "Ltd.",
        "The",
        "it",
        "\t",
        "…",
        "é",
        "\uf0b7",
        "(i)",
        "ii)",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=120), st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES, max_size=40).map("".join)
)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_nothing_is_lost_and_offsets_hold(text: str) -> None:
    parts = split_text(text)
    spans = [span for part in parts for span in part.spans]
    assert spans == sorted(spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)
    kept = sum(len("".join(text[start:end].split())) for start, end in spans)
    marks = sum(len("".join(mark.split())) for part in parts for mark in (part.mark, part.number) if mark)
    assert kept + marks == len("".join(text.split()))
