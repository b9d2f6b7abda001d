"""A real browser, and the reports as files that it opens. A missing browser is a failure, never a skip."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "report"))

CHROMIUM = Path("/usr/bin/chromium")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium (`apt-get install chromium`)."""
    assert CHROMIUM.exists(), f"{CHROMIUM} is missing: apt-get install chromium"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(CHROMIUM), args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The reports by name, written as report.html files."""
    from report_fixtures import REPORTS

    from checker.report import FORMATS

    folder = tmp_path_factory.mktemp("reports")
    written = {}
    for name, report in REPORTS.items():
        written[name] = folder / f"{name}.html"
        written[name].write_bytes(FORMATS["html"](report))
    return written


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A desktop page that reaches no network."""
    with browser.new_context(viewport={"width": 1280, "height": 900}, offline=True) as context:
        yield context.new_page()
