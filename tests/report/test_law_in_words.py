"""What the law asks, in words: true to the rules' citations, plain, and shown under each citation that has words."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import docx
import lxml.html
import pytest
from report_builders import CHECKED, place, verdict
from report_fixtures import EMPTY

from checker.domain import CheckerError, Force, Report, Source
from checker.report.as_html import as_html
from checker.report.as_markdown import as_markdown, text
from checker.report.as_word import as_word
from checker.report.law_in_words import LawInWords, in_words, law_in_words
from checker.report.marked.comments import full_comment
from checker.report.points import as_points, run_on
from checker.rulefile import RuleSet
from checker.yamlfile import load_yaml

ENTRIES = law_in_words().citations
DUTY = "Procurement Act 2023, s.12(4)"
SHORT = "Procurement Act 2023, s.22(4)(a)"
LONG = "Procurement Act 2023, s.56(7)-(8)"
UNKNOWN = "Standing orders, part 9"
BANNED = ("unlawful", "illegal", "complian", "excessive", "discriminat", "you failed", "breach", "guilty")


def report_citing(*cites: str, force: Force = "law") -> Report:
    sources = tuple(
        Source(cite=cite, url="https://www.legislation.gov.uk/ukpga/2023/54", checked=CHECKED, force=force)
        for cite in cites
    )
    where = place("Send three copies.", "three copies", 1, None)
    return replace(EMPTY, verdicts=(verdict("x", "process.x", where, force=force, sources=sources),))


def law_lines(report: Report) -> list[str]:
    page = lxml.html.document_fromstring(as_html(report), parser=lxml.html.HTMLParser(encoding="utf-8"))
    return [" ".join(p.text_content().split()) for p in page.xpath("//article//p[@class='law']")]


def word_lines(report: Report) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(as_word(report))).paragraphs]


def comment(report: Report) -> str:
    return "\n".join(full_comment(1, as_points(report.verdicts, report)["x"], tracked=False))


@pytest.mark.parametrize("cite", ENTRIES)
def test_each_citation_is_used_by_a_rule(cite: str, rules: RuleSet) -> None:
    assert cite in {source.cite for rule in rules for source in rule.sources}


@pytest.mark.parametrize("cite", ENTRIES)
def test_each_is_one_plain_sentence_with_where_it_was_read(cite: str) -> None:
    entry = ENTRIES[cite]
    assert len(entry.says.split()) <= 30
    assert entry.says[0].isupper() and entry.says.endswith(".") and ". " not in entry.says
    assert re.fullmatch(r"law\.md, lines? \d+(, \d+)*( (and|to) \d+)?", entry.lines)


@pytest.mark.parametrize("cite", ENTRIES)
def test_none_rules_on_the_buyer(cite: str) -> None:
    assert [word for word in BANNED if word in ENTRIES[cite].says.lower()] == []


def test_a_duty_to_consider_is_not_told_as_a_ban(rules: RuleSet) -> None:
    duties = {source.cite for rule in rules for source in rule.sources if source.force == "duty"}
    assert DUTY in duties
    for cite in duties:
        assert not re.search(r"\b(must|may|shall|can) ?not\b", in_words(cite).lower()), cite


@pytest.mark.parametrize("cite", ["Procurement Act 2023, s.12(4)", "Procurement Act 2023, s.86(1)"])
def test_the_duty_to_small_firms_is_to_have_regard_and_consider(cite: str) -> None:
    assert "must have regard to" in in_words(cite) and "consider whether" in in_words(cite)


@pytest.mark.parametrize(
    "entry",
    [
        "{says: Pay soon., from: memory}",
        "{says: Pay soon., from: 'law.md, line x'}",
        "{says: '', from: 'law.md, line 4'}",
        "{says: Pay soon.}",
    ],
)
def test_words_without_where_they_were_read_are_refused(entry: str, tmp_path: Path) -> None:
    path = tmp_path / "words.yaml"
    path.write_text(f"citations:\n  Some Act:\n    {entry}\n", encoding="utf-8")
    with pytest.raises(CheckerError, match=r"words\.yaml:\d+: citations\.Some Act"):
        load_yaml(LawInWords, path)


def test_the_words_stand_under_the_citation() -> None:
    report = report_citing(SHORT)
    assert law_lines(report) == [f"The law says: {SHORT} {in_words(SHORT)}"]
    lines = word_lines(report)
    assert lines[lines.index(f"The law says: {SHORT}") + 1] == in_words(SHORT)
    assert text(f"): {in_words(SHORT)}") in as_markdown(report).decode()
    assert f"The law says: {SHORT}: {in_words(SHORT)}" in comment(report)


def test_a_source_without_words_shows_the_citation_alone() -> None:
    report = report_citing(UNKNOWN)
    assert law_lines(report) == [f"The law says: {UNKNOWN}"]
    assert word_lines(report)[word_lines(report).index(f"The law says: {UNKNOWN}") + 1].startswith("Who can change it")
    assert f"{UNKNOWN} (<https://www.legislation.gov.uk/ukpga/2023/54>)\n" in as_markdown(report).decode()
    assert f"The law says: {UNKNOWN}." in comment(report).splitlines()


def test_of_several_citations_each_has_its_own_words() -> None:
    report = report_citing(UNKNOWN, DUTY, SHORT)
    assert law_lines(report) == [f"The law says: {UNKNOWN}; {DUTY} {in_words(DUTY)} {SHORT} {in_words(SHORT)}"]
    assert {f"{DUTY}: {in_words(DUTY)}", f"{SHORT}: {in_words(SHORT)}"} <= set(word_lines(report))


def test_a_comment_leaves_long_words_to_the_report() -> None:
    report = report_citing(LONG, SHORT)
    assert f"The law says: {LONG}; {SHORT}." in comment(report).splitlines()


def test_a_comment_says_a_rule_in_words_and_names_a_duty() -> None:
    assert f"You must consider: {DUTY}." in comment(report_citing(DUTY, force="duty")).splitlines()


def test_a_label_without_citation_stays_a_label() -> None:
    assert law_lines(report_citing(force="tool")) == ["Our yardstick (yours to change)"]
    assert "Our yardstick (yours to change)." in comment(report_citing(force="tool")).splitlines()


def test_citations_in_a_row() -> None:
    assert run_on(["A", "B: words.", "C"]) == "A; B: words. C"
