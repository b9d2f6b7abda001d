"""The formats for other tools: tables that run nothing, Markdown that stays text, a Word file to mail."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from dataclasses import replace

import docx
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from report_builders import place, verdict
from report_fixtures import EMPTY, FULL, HOSTILE, PAST, REPORTS

from checker.domain import Report
from checker.report import FILES, FORMATS
from checker.report.as_markdown import as_markdown, text
from checker.report.as_word import as_word
from checker.report.as_xlsx import as_xlsx
from checker.report.table import COLUMNS, as_csv, safe

BAD = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "＝1", "|calc", '=HYPERLINK("x")', "\r=1")


def rows(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(as_csv(report).decode("utf-8-sig"), newline="")))


def one_finding(words: str) -> Report:
    found = verdict("x", "time.x", place(words, words, 1, None), message=words, because=words, severity="high")
    return replace(EMPTY, verdicts=(found,))


def test_every_format_has_a_file() -> None:
    assert list(FILES) == list(FORMATS)
    assert len(set(FILES.values())) == len(FILES)


@pytest.mark.parametrize("name", REPORTS)
def test_tables_have_a_row_a_finding_with_the_numbers_of_the_page(name: str) -> None:
    found = rows(REPORTS[name])
    assert [row["Point"] for row in found] == [str(n) for n in range(1, len(REPORTS[name].verdicts) + 1)]
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(REPORTS[name])))
    assert book["Findings"].max_row == max(1, len(found)) + (1 if found else 0)


def test_a_row_says_what_where_and_what_to_write() -> None:
    row = next(row for row in rows(FULL) if row["Reference"] == "a02")
    assert (row["Weight"], row["Document"], row["Page"], row["Clause"]) == ("High", "itt.pdf", "5", "3.2")
    assert row["Words in the document"].startswith("Each bidder shall show")
    assert row["Suggested wording"].startswith("We expect a yearly turnover")
    assert row["Passes our own rules"] == "Yes"
    assert next(row for row in rows(FULL) if row["Reference"] == "a03")["Decision"] == "Kept"


@pytest.mark.parametrize("bad", BAD)
def test_no_cell_can_be_run_as_a_formula(bad: str) -> None:
    for row in rows(one_finding(bad)):
        assert not any(re.match(r"\s*[=+\-@＝|]", value) for value in row.values())
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx(one_finding(bad))))["Findings"]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert all(cell.hyperlink is None for row in sheet.iter_rows() for cell in row)


@settings(deadline=None)
@given(st.text(max_size=20))
def test_a_safe_cell_keeps_its_text(value: str) -> None:
    assert str(safe(value)).removeprefix("'") == value.removeprefix("'")
    assert not str(safe(value)).strip().startswith(("=", "+", "-", "@"))


def test_the_workbook_has_filters_on_and_widths_set() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx(FULL)))["Findings"]
    last = sheet.cell(1, len(COLUMNS)).column_letter
    assert sheet.auto_filter.ref == f"A1:{last}{len(FULL.verdicts) + 1}"
    assert sheet.freeze_panes == "E2"
    widths = [sheet.column_dimensions[sheet.cell(1, n).column_letter].width for n in (1, 4)]
    assert widths[0] < 10 < 40 < widths[1]
    about = openpyxl.load_workbook(io.BytesIO(as_xlsx(FULL)))["About this check"]
    assert any("Working copy." in str(row[0].value) for row in about.iter_rows())


@pytest.mark.parametrize("name", REPORTS)
def test_markdown_lets_no_markup_of_the_tender_through(name: str) -> None:
    html = MarkdownIt("commonmark", {"html": True, "linkify": False}).render(as_markdown(REPORTS[name]).decode())
    tags = {tag.lower() for tag in re.findall(r"<(/?[a-zA-Z][a-zA-Z0-9]*)", html)}
    assert {tag.lstrip("/") for tag in tags} <= {
        "h1",
        "h2",
        "h3",
        "p",
        "em",
        "strong",
        "ul",
        "ol",
        "li",
        "blockquote",
        "a",
    }
    assert all(
        re.match(r"https://(www\.)?(legislation\.)?gov\.uk/", link) for link in re.findall(r'href="([^"]*)"', html)
    )


@settings(deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=40))
def test_any_text_stays_text_in_markdown(value: str) -> None:
    html = MarkdownIt("commonmark", {"html": True}).render(text(value))
    assert not re.search(r"<(?!/?p>)", html)


def test_every_finding_is_in_the_word_report_with_its_words_marked() -> None:
    document = docx.Document(io.BytesIO(as_word(FULL)))
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 3"]
    assert len(headings) == len(FULL.verdicts)
    marked = ["".join(r.text for r in p.runs if r.font.highlight_color) for p in document.paragraphs]
    assert "yearly turnover of £2,000,000" in marked
    assert any("Working copy." in p.text for p in document.paragraphs)
    assert document.core_properties.title == "Cleaning of community halls"


def test_the_word_report_has_its_annex_on_a_new_page_and_short_lines_before_it() -> None:
    body = docx.Document(io.BytesIO(as_word(FULL)))
    texts = [p.text for p in body.paragraphs]
    annex = texts.index("Annex 1: all findings")
    assert body.paragraphs[annex - 1].contains_page_break or 'w:type="page"' in body.paragraphs[annex - 1]._p.xml
    before = sum(len(line) for line in texts[:annex])
    cells = sum(len(cell.text) for table in body.tables[:2] for row in table.rows for cell in row.cells)
    assert before + cells < 7_500  # characters; about what two pages of this type hold


def test_the_first_pages_of_the_word_report_stay_short_whatever_the_pack() -> None:
    long = replace(
        PAST, notes=("word " * 900,), verdicts=tuple(replace(v, message=v.message * 40) for v in PAST.verdicts)
    )
    body = docx.Document(io.BytesIO(as_word(long)))
    texts = [p.text for p in body.paragraphs]
    cells = sum(len(cell.text) for table in body.tables[:2] for row in table.rows for cell in row.cells)
    assert sum(len(line) for line in texts[: texts.index("Annex 1: all findings")]) + cells < 7_500


def test_hostile_text_is_text_in_word_and_links_only_where_trusted() -> None:
    data = as_word(HOSTILE)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        links = re.findall(
            r'Target="([^"]+)" TargetMode="External"', package.read("word/_rels/document.xml.rels").decode()
        )
    assert links == []
    assert any("safe⟨U+202E⟩txt.exe" in p.text for p in docx.Document(io.BytesIO(data)).paragraphs)
