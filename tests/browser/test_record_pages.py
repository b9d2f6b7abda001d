"""The pages of the record in a real browser: for everyone, at every width, hostile words as text, two sheets of paper."""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pdfplumber
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

sys.path.insert(0, str(Path(__file__).parents[2]))

from checker.compare import compare
from checker.policy import load_policy
from checker.record.comparison import comparison_html
from checker.record.plan import plan_of
from checker.record.plan_pages import plan_html
from checker.record.statement import statement_of
from checker.record.statement_pages import statement_html
from checker.rulefile import load_rules
from tests.drafts import INVITATION, TODAY, carried, decide, draft

EVIL = "<script>alert(1)</script>\u202etxt"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
NAMES = ("statement", "compare", "plan")
WIDTHS = (390, 1280)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The three pages with hostile words in them."""
    folder = tmp_path_factory.mktemp("record")
    first = draft(INVITATION)
    kept = replace(decide(first, "finance.turnover-minimum", "keep", "Large crews. " + EVIL), role="Officer " + EVIL)
    accepted = decide(first, "finance.audited-accounts", "accept", on=date(2026, 5, 2))
    gone = INVITATION.replace("1.3 Bidders must supply audited accounts for the last three years.\n\n", "")
    given = (("value_total", 600_000), ("kind", "services"), ("authority_type", "council"), ("jurisdiction", "england"),
             ("procedure", "open"), ("title", "Cleaning " + EVIL))  # fmt: skip
    pages = {
        "statement": statement_html(statement_of(carried([kept, accepted], gone), TODAY)),
        "compare": comparison_html(compare(first, draft(INVITATION.replace("£500,000.", f"£450,000 {EVIL}.")))),
        "plan": plan_html(plan_of(given, load_rules(), load_policy(), TODAY)),
    }
    for name, content in pages.items():
        (folder / f"{name}.html").write_bytes(content)
    return {name: folder / f"{name}.html" for name in pages}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(page: Page, written: dict[str, Path], name: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(written[name].as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    results = Axe().run(page, options=RULES)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", NAMES)
def test_hostile_words_are_shown_as_text(page: Page, written: dict[str, Path], name: str) -> None:
    page.goto(written[name].as_uri())
    text = page.locator("main").inner_text()
    assert "<script>alert(1)</script>⟨U+202E⟩txt" in text
    assert page.locator("script, img").count() == 0


@pytest.mark.parametrize(("name", "sheets"), [("statement", 2), ("plan", 2)])
def test_it_fits_on_paper(page: Page, written: dict[str, Path], name: str, sheets: int) -> None:
    page.goto(written[name].as_uri())
    with pdfplumber.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as printed:
        assert len(printed.pages) <= sheets
