"""report.html: what stands first, what is said and not said, and that tender text stays text."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
from collections.abc import Callable
from dataclasses import replace

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.etree import _Element
from report_builders import NOWHERE, place, verdict
from report_fixtures import EMPTY, FULL, LIVE, PAST, REPORTS

from checker.domain import Folded, Report, Rewrite
from checker.report.as_html import as_html
from checker.report.law_in_words import in_words
from checker.report.words import visible

UNSEEN = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


def page(report: Report) -> _Element:
    return lxml.html.document_fromstring(as_html(report), parser=lxml.html.HTMLParser(encoding="utf-8"))


def words(node: _Element) -> str:
    return " ".join(node.text_content().split())


def one(root: _Element, path: str) -> _Element:
    (found,) = root.xpath(path)
    return found


def point(report: Report, message: str) -> _Element:
    return next(a for a in page(report).xpath("//article") if message in words(a.xpath("./h3|./h4")[0]))


def test_sections_come_in_the_order_a_reader_needs(full: Report) -> None:
    ids = page(full).xpath("//main/section/@id")
    assert ids == (
        [
            "read",
            "ten-seconds",
            "steps",
            "first",
            "questions",
            "good",
            "mistakes",
            "themes",
            "decisions",
            "bid",
            "language",
            "map",
            "facts",
            "method",
        ]
    )


def test_the_page_opens_with_what_was_read_and_what_was_not(full: Report) -> None:
    reading = words(one(page(full), "//section[@id='read']/div[@class='reading']"))
    assert reading.startswith("Read: two documents (24 pages, 12,300 words); itt.pdf only in part.")
    assert "Not read: halls.dwg and pricing.xlsx" in reading
    assert "plans/halls.dwg" in reading
    assert "pricing.xlsx (locked with a password). It needs a password." in reading
    assert "Named in the pack and not given to us: Annex D and Conditions of contract" in reading
    assert "Value: £75,000 a year, £225,000 in all, before VAT." in reading


def test_notes_stand_before_any_count(full: Report) -> None:
    text = words(one(page(full), "//main"))
    assert text.index("we used the law in force on 23 November 2026.") < text.index("Ten seconds")


@pytest.mark.parametrize("name", REPORTS)
def test_every_finding_stands_in_full_exactly_once(name: str) -> None:
    articles = page(REPORTS[name]).xpath("//article")
    assert len(articles) == len(REPORTS[name].verdicts)
    references = [words(one(a, ".//*[@class='reference']")) for a in articles]
    for v in REPORTS[name].verdicts:
        assert sum(v.finding.id in reference for reference in references) == 1


def test_first_points_are_the_worst_with_wrong_dates_ahead(full: Report) -> None:
    headings = [words(h) for h in page(full).xpath("//section[@id='first']/article/h3")]
    assert headings[0] == "1. The pack gives two closing dates for bids."
    assert headings[1] == "2. Bidders need a yearly turnover of £2,000,000."
    assert len(headings) == 10


def test_the_first_points_are_not_all_of_one_step_or_theme() -> None:
    many = tuple(
        verdict(f"v{i}", f"finance.point-{i}", NOWHERE, severity="high", message=f"Finance {i}.") for i in range(12)
    )
    other = verdict("w", "risk.point", NOWHERE, severity="medium", step="live", message="Risk.")
    headings = [
        words(h) for h in page(replace(FULL, verdicts=(*many, other))).xpath("//section[@id='first']/article/h3")
    ]
    assert len(headings) == 10
    assert headings[-1] == "10. Risk."


def test_language_and_slips_are_never_among_the_first(full: Report) -> None:
    few = [v for v in full.verdicts if v.chapter in ("language", "file", "mistakes") or v.severity == "info"]
    first = words(one(page(replace(full, verdicts=tuple(few))), "//section[@id='first']"))
    assert "two closing dates" in first
    for late in ("This sentence has", "A gap was left", "screen reader", "Nine policies"):
        assert late not in first


def test_at_most_five_questions_stand_apart_and_the_rest_in_their_theme() -> None:
    asked = tuple(
        verdict(f"q{i}", f"time.question-{i}", NOWHERE, outcome="review", message=f"Question {i}?") for i in range(7)
    )
    root = page(replace(FULL, verdicts=asked))
    assert len(root.xpath("//section[@id='questions']/article")) == 5
    assert len(root.xpath("//section[@id='themes']//article")) == 2


def test_the_words_that_gave_it_away_are_marked(full: Report) -> None:
    article = point(full, "yearly turnover")
    quote = one(article, ".//div[@class='now']//blockquote")
    assert words(quote) == (
        "Standing of the bidder: Each bidder shall show a yearly turnover of £2,000,000 for three years running."
        " A bidder that cannot show it will be marked Fail and its bid will not be read any further."
    )
    assert [words(bdi) for bdi in quote.xpath(".//bdi[@class='around']")] == [
        "Standing of the bidder:",
        "A bidder that cannot show it will be marked Fail and its bid will not be read any further.",
    ]
    assert "".join(mark.text for mark in quote.iter("mark")) == "yearly turnover of £2,000,000"
    assert words(one(article, ".//div[@class='now']//figcaption")) == "itt.pdf, page 5, clause 3.2"
    assert words(one(article, "./details/summary")) == "Also in forms/questionnaire.docx, page 12, clause B7"


def test_both_halves_of_a_contradiction_are_unfolded(full: Report) -> None:
    quotes = [words(q) for q in point(full, "two closing dates").xpath(".//figure/blockquote[not(ancestor::details)]")]
    assert len(quotes) == 2


def test_the_law_line_carries_plain_labels_strongest_first(full: Report) -> None:
    lines = [words(p) for p in point(full, "yearly turnover").xpath("./p[@class='law']")]
    assert lines == [
        "The law says: Procurement Act 2023, section 22(1) and (5)",
        f"You must consider: Procurement Act 2023, s.12(4) {in_words('Procurement Act 2023, s.12(4)')}",
    ]
    assert "Our yardstick (yours to change)" in words(point(full, "Prices are fixed"))
    assert "If you use this text today: The same rule applies" in words(point(full, "Only ISO 9001"))


@pytest.mark.parametrize(
    ("message", "label", "holds"),
    [
        ("yearly turnover", "Write this instead", "We expect a yearly turnover of about £75,000."),
        ("how a price becomes marks", "Add this", "The lowest total price scores 40."),
        ("Bids go on paper", "Take this out", "Words struck through go out."),
        ("liability has no limit", "Ask this first", "Who can usually answer: your legal team."),
    ],
)
def test_what_to_do_is_named_by_its_kind(full: Report, message: str, label: str, holds: str) -> None:
    box = one(point(full, message), ".//div[contains(@class, 'advice ')]")
    assert words(box).startswith(label)
    assert holds in words(box)


def test_a_gap_in_a_rewrite_is_pointed_out(full: Report) -> None:
    assert "Fill in what stands in [square brackets]." in words(point(full, "Public liability"))


def test_something_missing_says_where_it_was_looked_for(full: Report) -> None:
    text = words(point(full, "how a price becomes marks"))
    assert "We looked in itt.pdf and forms/questionnaire.docx and did not find it." in text
    assert "It may be in a document that we were not given or could not read." in text


def test_facts_show_conflicts_and_what_was_not_found(full: Report) -> None:
    facts = words(one(page(full), "//section[@id='facts']"))
    assert "Bids due 8 January 2027 The pack says more than one thing" in facts
    assert "£75,000 a year × 3 years." in facts
    assert "36 months (3 years)" in facts
    assert re.search(r"Not found in what we read:.*Weight of quality", facts)


def test_no_confidence_score_or_verdict_of_law_is_shown() -> None:
    for report in REPORTS.values():
        text = words(one(page(report), "//body")).lower()
        for banned in ("0.97", "compliant", "unlawful", "illegal", "you failed", "35 to 60", "gov.uk "):
            assert banned not in text


def test_limits_are_stated(full: Report) -> None:
    method = words(one(page(full), "//section[@id='method']"))
    assert "The checker flags and explains; people decide. Nobody has reviewed this report." in method
    assert "3f9a2c" in method
    assert "23 November 2026 at 10:15 UTC" in method


@pytest.mark.parametrize("name", REPORTS)
def test_nothing_comes_from_or_leads_elsewhere(name: str) -> None:
    root = page(REPORTS[name])
    assert not root.xpath("//iframe|//img|//object|//embed|//form|//base|//*[@src]|//link[@rel!='icon']")
    assert not root.xpath("//@*[starts-with(name(), 'on')]")
    assert "url(" not in root.xpath("string(//style)")
    for link in root.xpath("//a"):
        assert re.match(r"#[a-z0-9-]+$|https://(www\.)?(legislation\.)?gov\.uk/", link.get("href"))
        assert link.get("href").startswith("#") or link.get("rel") == "noreferrer"
    policy = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    digest = base64.b64encode(hashlib.sha256(one(root, "//script").text.encode()).digest()).decode()
    assert policy.startswith(
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; img-src data:"
    )


@pytest.mark.parametrize("name", REPORTS)
def test_links_within_the_page_have_a_place_to_go(name: str) -> None:
    root = page(REPORTS[name])
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in root.xpath("//a/@href") if href.startswith("#")} <= set(ids)


@pytest.mark.parametrize("name", REPORTS)
def test_headings_step_down_one_at_a_time(name: str) -> None:
    levels = [
        int(h.tag[1]) for h in page(REPORTS[name]).xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4]")
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_the_page_is_built_for_everyone(full: Report) -> None:
    root = page(full)
    assert root.get("lang") == "en-GB"
    assert root.xpath("//body/*[1]/@href") == ["#main"]
    assert root.xpath("//header")
    assert root.xpath("//nav")
    assert root.xpath("//main[@id='main']")
    assert root.xpath("//footer")
    assert all(table.xpath("./caption") for table in root.xpath("//table"))
    assert all(th.get("scope") in ("col", "row") for th in root.xpath("//th"))
    assert all(words(tag) for tag in root.xpath("//*[contains(@class, 'tag-')]"))  # a word, never colour alone


def test_unseen_characters_are_written_out(hostile: Report) -> None:
    text = as_html(hostile).decode("utf-8")
    assert not UNSEEN.search(text)
    assert "safe⟨U+202E⟩txt.exe⟨U+202C⟩" in text
    assert "esc⟨U+001B⟩[31m" in text


def test_an_empty_report_says_so(empty: Report) -> None:
    text = words(one(page(empty), "//main"))
    assert "Read: nothing." in text
    assert "We cannot tell No document of this pack could be read." in text
    assert "No barriers" not in text
    assert text.count("We cannot say: nothing could be read.") == 2
    assert "We give no overall view of this pack. Nothing could be read." in text


def _in_message(text: str) -> Report:
    return replace(EMPTY, verdicts=(verdict("x", "time.x", NOWHERE, message=text, severity="high"),))


def _in_quote(text: str) -> Report:
    return replace(EMPTY, verdicts=(verdict("x", "time.x", place(text, text[:3], 1, None)),))


def _in_rewrite(text: str) -> Report:
    return replace(_in_message("m"), rewrites=(Rewrite(finding_id="x", kind="insert", text=text, checked=True),))


@settings(max_examples=25, deadline=None)
@given(
    st.text(min_size=1, max_size=80).filter(lambda text: text.strip() != ""),
    st.sampled_from([_in_message, _in_quote, _in_rewrite]),
)
def test_any_text_is_shown_as_text(text: str, build: Callable[[str], Report]) -> None:
    root = page(build(text))
    assert "".join(visible(text).split()) in "".join(root.text_content().split())
    assert len(root.xpath("//script")) == 1
    assert not root.xpath("//img")


def test_old_and_new_wording_stand_side_by_side_with_the_difference() -> None:
    old = "Bidders must send audited accounts for the last two years, whatever their size."
    new = "Bidders must send accounts or like papers for the last two years, whatever their size."
    found = verdict("x", "finance.x", place(old, "audited accounts", 1, "2"), severity="high")
    rewrite = Rewrite(finding_id="x", kind="replace", text=new, checked=True)
    root = page(replace(EMPTY, stage="draft", verdicts=(found,), rewrites=(rewrite,)))
    compare = one(root, "//div[@class='compare']")
    assert "".join(node.text_content() for node in compare.iter("del")) == "audited accounts"
    assert [words(node) for node in compare.iter("ins")] == ["accounts or like papers"]
    assert words(one(compare, ".//p[contains(@class, 'words')]")) == new
    assert "Passes our own rules. Nobody has approved it" in words(compare)
    assert "approved" not in words(compare).replace("Nobody has approved it", "")


def test_facts_that_a_reason_speaks_of_are_linked(full: Report) -> None:
    foot = one(point(full, "yearly turnover"), "./p[contains(@class, 'foot')]")
    assert [words(link) for link in foot.iter("a")] == ["value a year, £75,000"]
    assert page(full).xpath(f"//div[@id='{foot.xpath('.//a/@href')[0][1:]}']")


def test_decisions_stand_with_their_point_and_none_is_lost(full: Report) -> None:
    kept = words(one(point(full, "Public liability"), "./p[contains(@class, 'decided')]"))
    assert kept.startswith("Kept, and still counted as a barrier: decided on 20 November 2026 (Insurance officer)")
    assert "until 19 November 2027" in kept
    assert "Reason: The halls hold 400 people." in kept
    listed = words(one(page(full), "//section[@id='decisions']"))
    assert "The words have changed: decide again. There is one visit." in listed
    assert "Then: The visit is on 3 November. Now: The visit is on 4 November." in listed
    assert "Neither the point nor its words are there any more. An indemnity has no limit." in listed


def test_points_in_standing_templates_are_folded_once_and_complete(full: Report) -> None:
    fold = Folded(
        template="Terms v7", owner="Legal", line="2 known points in Terms v7", findings=("a02", "a05"), unseen=("a05",)
    )
    section = one(page(replace(full, folded=(fold,))), "//section[@id='standing']")
    assert len(section.xpath("./details//article")) == 2
    assert "2 known points in Terms v7" in words(section)
    assert "its owner has not seen it" in words(section)


def test_a_report_on_a_draft_says_that_it_is_a_working_copy(full: Report) -> None:
    said = "It may be deleted after 21 February 2027, unless your records rules or a request for information say otherwise."
    assert said in words(one(page(full), "//section[@id='read']"))
    assert "Working copy" not in words(one(page(replace(full, keep_until=None)), "//main"))


def test_a_live_tender_gets_sentences_to_send_and_the_effect_on_the_deadline() -> None:
    root = page(LIVE)
    assert "Bids are due on 8 January 2027: 19 days from the day of this check." in words(
        one(root, "//section[@id='changing']")
    )
    told = words(one(point(LIVE, "yearly turnover"), "./div[@class='live']"))
    assert told.startswith("Tell every bidder: In itt.pdf, page 5, clause 3.2 the words “Each bidder shall show")
    assert "Effect on the deadline: this can change who bids, or at what price. Move the closing date" in told


def test_a_past_tender_is_spoken_of_in_the_past() -> None:
    text = words(one(page(PAST), "//main"))
    assert "Was it ready to go out?" in text
    assert "Some small firms that could have done the work probably gave up here." in text
    assert "If you use this text today, write this instead" in text
    assert "likely to give up here" not in text
    assert not page(PAST).xpath("//section[@id='changing']")


def test_pictures_say_in_words_what_they_show(full: Report) -> None:
    drawn = page(full).xpath("//svg[@role='img']")
    assert drawn
    for svg in drawn:
        named = [page(full).xpath(f"//*[@id='{key}']") for key in svg.get("aria-labelledby").split()]
        assert all(len(found) == 1 and words(found[0]) for found in named)


def test_the_map_names_the_points_of_each_page(full: Report) -> None:
    found = one(page(full), "//section[@id='map']//figure[1]//ul")
    line = next(li for li in found if words(li).startswith("Page 5:"))
    assert "Bidders need a yearly turnover" in words(line)


def test_the_filter_offers_only_what_is_there(full: Report) -> None:
    root = page(full)
    for select in root.xpath("//select"):
        by = select.get("data-by")
        values = {value for article in root.xpath("//article") for value in article.get(f"data-{by}").split()}
        assert {option.get("value") for option in select if option.get("value")} == values
    assert one(root, "//section[@id='filter']").get("hidden") is not None
