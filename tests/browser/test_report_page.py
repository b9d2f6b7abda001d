"""report.html in a real browser: for everyone, at every width, on paper, without script and without a network."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pdfplumber
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request, Route
from report_fixtures import BREAKS, EVIL, LONG, REPORTS

NAMES = tuple(REPORTS)
WIDTHS = (390, 1280)
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
}


def squeezed(text: str) -> str:
    return re.sub(r"[\s-]+", "", text)


def show(page: Page, path: Path, width: int = 1280) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(path.as_uri())


def unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("folded", [True, False])
def test_axe_finds_nothing(page: Page, pages: dict[str, Path], name: str, width: int, folded: bool) -> None:
    show(page, pages[name], width)
    if not folded:
        unfold(page)
    results = Axe().run(page, options=RULES)
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [320, *WIDTHS])
def test_nothing_is_wider_than_the_screen(page: Page, pages: dict[str, Path], name: str, width: int) -> None:
    show(page, pages[name], width)
    unfold(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", NAMES)
def test_no_request_leaves_and_nothing_complains(browser: Browser, pages: dict[str, Path], name: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    said: list[str] = []

    def refuse(route: Route, request: Request) -> None:
        if request.url.startswith("file:"):
            route.continue_()
        else:
            route.abort()

    page.route("**/*", refuse)
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.goto(pages[name].as_uri(), wait_until="networkidle")
    unfold(page)
    page.close()
    assert [url for url in asked if not url.startswith("data:")] == [pages[name].as_uri()]
    assert said == []


@pytest.mark.parametrize("name", NAMES)
def test_every_finding_is_there_without_script(browser: Browser, pages: dict[str, Path], name: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(pages[name].as_uri())
        assert page.locator("article").count() == len(REPORTS[name].verdicts)
        shown = squeezed(" ".join(page.locator("article").all_text_contents()))
    for verdict in REPORTS[name].verdicts:
        assert squeezed(verdict.because) in shown


def test_hostile_text_is_shown_as_text(page: Page, pages: dict[str, Path]) -> None:
    show(page, pages["hostile"])
    unfold(page)
    text = page.locator("main").inner_text()
    assert EVIL in text
    assert BREAKS in text
    assert LONG[:50] in text
    assert "safe⟨U+202E⟩txt.exe" in text
    assert page.locator("script").count() == 1
    assert page.locator("img, iframe, form").count() == 0


def test_a_link_opens_the_fold_its_point_is_in(page: Page, pages: dict[str, Path]) -> None:
    show(page, pages["full"])
    point = page.locator("h4", has_text="There is one visit, and missing it ends the bid.")
    assert not point.is_visible()
    number = point.text_content().split(".")[0]
    page.locator("#steps").get_by_role("link", name=f"Point {number}").click()
    assert point.is_visible()


def test_the_keyboard_reaches_the_report_first_and_focus_is_seen(page: Page, pages: dict[str, Path]) -> None:
    show(page, pages["full"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the report"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_contents_are_beside_the_text_or_folded_on_a_phone(page: Page, pages: dict[str, Path]) -> None:
    show(page, pages["full"], 1280)
    assert page.get_by_role("navigation").count() == 1
    assert page.get_by_role("link", name="Method and limits").is_visible()
    show(page, pages["full"], 390)
    assert page.get_by_role("navigation").count() == 1
    assert page.get_by_role("link", name="Method and limits").count() == 0


@pytest.mark.parametrize("name", NAMES)
def test_every_finding_is_on_paper_and_none_is_cut(page: Page, pages: dict[str, Path], name: str) -> None:
    show(page, pages[name])
    with pdfplumber.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as printed:
        text = squeezed(" ".join(sheet.extract_text() for sheet in printed.pages))
        beyond = [w for sheet in printed.pages for w in sheet.extract_words() if w["x1"] > sheet.width or w["x0"] < 0]
    assert beyond == []
    for verdict in REPORTS[name].verdicts:
        message = verdict.message if verdict.message.isprintable() else "safe⟨U+202E⟩txt.exe"
        assert squeezed(message) in text
        if verdict.because.isprintable():
            assert squeezed(verdict.because) in text


def articles(page: Page) -> int:
    return page.locator("article:not([hidden])").count()


def test_points_can_be_filtered_and_shown_again(page: Page, pages: dict[str, Path]) -> None:
    show(page, pages["full"])
    everything = len(REPORTS["full"].verdicts)
    page.get_by_text("Show only some points").click()
    page.get_by_label("Who can change it").select_option(label="Your finance team")
    finance = sum(v.owner == "finance" for v in REPORTS["full"].verdicts)
    assert 0 < articles(page) == finance < everything
    assert page.get_by_role("status").inner_text() == f"{finance} of {everything} points shown."
    assert all(page.locator("article:not([hidden])").nth(n).is_visible() for n in range(finance))
    page.get_by_label("Theme", exact=True).select_option("evaluation")
    assert articles(page) == 0
    page.get_by_role("button", name="Show all points").click()
    assert articles(page) == everything
    assert page.locator("details.theme[open]").count() == 0


def test_paper_says_that_a_filter_was_on(page: Page, pages: dict[str, Path]) -> None:
    show(page, pages["full"])
    page.get_by_text("Show only some points").click()
    page.get_by_label("Weight").select_option("high")
    page.emulate_media(media="print")
    assert "A filter was on when this was printed" in page.locator("#filter-printed").inner_text()
    assert not page.locator("#filter").is_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_next_goes_through_every_point_and_opens_its_fold(page: Page, pages: dict[str, Path], width: int) -> None:
    show(page, pages["full"], width)
    met = []
    for _ in REPORTS["full"].verdicts:
        page.get_by_role("button", name="Next point").click()
        met.append(page.evaluate("document.activeElement.closest('article').id"))
        assert page.evaluate("document.activeElement.getClientRects().length") > 0
    assert met == [f"point-{n}" for n in range(1, len(met) + 1)]
    page.get_by_role("button", name="Previous").click()
    assert page.evaluate("document.activeElement.closest('article').id") == met[-2]


def test_a_wording_can_be_copied(browser: Browser, pages: dict[str, Path]) -> None:
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        show(page, pages["full"])
        button = page.get_by_role("button", name="Copy this wording").first
        wording = page.locator(f"#{button.get_attribute('data-copies')}").inner_text()
        button.click()
        page.get_by_role("button", name="Copied").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == wording


def test_without_script_no_control_is_shown_that_does_nothing(browser: Browser, pages: dict[str, Path]) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(pages["full"].as_uri())
        assert page.locator("button:visible, select:visible").count() == 0
        page.locator("details.theme:has(article) > summary").first.click()
        assert page.locator("details.theme article").first.is_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_keyboard_alone_reaches_everything_and_focus_is_seen(
    page: Page, pages: dict[str, Path], width: int
) -> None:
    show(page, pages["full"], width)
    unfold(page)
    wanted = page.evaluate(
        "[...document.querySelectorAll('a[href], button, select, summary, [tabindex=\"0\"]')]"
        ".filter(e => e.getClientRects().length).length"
    )
    seen = set()
    for _ in range(wanted + 5):
        page.keyboard.press("Tab")
        key, plain, hidden = page.evaluate(
            """() => {
              const e = document.activeElement;
              window.order = window.order || new Map();
              if (!window.order.has(e)) window.order.set(e, window.order.size);
              const s = getComputedStyle(e), box = e.getBoundingClientRect();
              const bare = e !== document.body && s.outlineStyle === 'none' && s.boxShadow === 'none';
              const top = document.elementFromPoint(box.left + box.width / 2, Math.min(box.top + 2, innerHeight - 1));
              return [window.order.get(e), bare, e !== document.body && top === null];
            }"""
        )
        assert not plain
        assert not hidden
        seen.add(key)
    assert len(seen) >= wanted
