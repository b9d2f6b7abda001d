"""The report of a 300-page pack with 500 findings: its size, and how fast it opens, filters and goes on in Chromium.

Run from the checkout: python -m benchmarks.big_report [--chromium /usr/bin/chromium]. Needs the dev packages.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "report"))

from report_full import FULL

from checker.domain import Clause, Location, Report, Sentence, Verdict
from checker.report import FILES, FORMATS

PAGES, FINDINGS, MOST_BYTES = 300, 500, 3_000_000
_RUNS = 5
_AROUND = "The supplier keeps the halls clean and tells the office of anything that needs repair. " * 3


def big_report() -> Report:
    """The test pack's findings again and again, on 300 pages, each in a clause of its own."""
    document = replace(FULL.pack.documents[0], name="itt.pdf", pages=PAGES)
    verdicts, rewrites, clauses = [], [], []
    for n in range(FINDINGS):
        verdict = FULL.verdicts[n % len(FULL.verdicts)]
        key = f"{verdict.finding.id}-{n}"
        verdicts.append(_moved(verdict, key, n))
        rewrites += [replace(r, finding_id=key) for r in FULL.rewrites if r.finding_id == verdict.finding.id]
        clauses.append(_clause(verdict.finding.place.quote, n))
    pack = replace(FULL.pack, documents=(document, *FULL.pack.documents[1:]))
    return replace(
        FULL, pack=pack, verdicts=tuple(verdicts), rewrites=tuple(rewrites), clauses=tuple(clauses), journey=()
    )


def _location(n: int, start: int, end: int) -> Location:
    return Location(document="itt.pdf", page=1 + n * PAGES // FINDINGS, block=n, start=start, end=end)


def _moved(verdict: Verdict, key: str, n: int) -> Verdict:
    place = verdict.finding.place
    here = replace(place, location=_location(n, 0, max(1, len(place.quote)))) if place.location else place
    finding = replace(verdict.finding, id=key, place=here)
    return replace(verdict, finding=finding, because=f"{verdict.because} (Passage {n}.)")


def _clause(quote: str, n: int) -> Clause:
    end = max(1, len(quote))
    said = (
        Sentence(text=quote, location=_location(n, 0, end)),
        Sentence(text=_AROUND, location=_location(n, end + 1, end + 1 + len(_AROUND))),
    )
    at = _location(n, 0, end + 1 + len(_AROUND))
    return Clause(document="itt.pdf", number=str(n), headings=(), role="terms", sentences=said, location=at)


def _timed(page: Page, script: str) -> float:
    """Milliseconds of a step until the page is painted again."""
    painted = "new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
    return float(
        page.evaluate(
            f"async () => {{ const t = performance.now(); {script}; await {painted}; return performance.now() - t; }}"
        )
    )


def main() -> int:
    """Prints the figures; 1 when the page is larger than it may be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    options = parser.parse_args()
    report = big_report()
    sizes = {}
    for name, write in FORMATS.items():
        began = time.perf_counter()
        sizes[name] = write(report)
        print(f"{FILES[name]:15} {len(sizes[name]):>10,} bytes, made in {time.perf_counter() - began:5.2f} s")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "report.html"
        file.write_bytes(sizes["html"])
        browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        opened = []
        for _ in range(_RUNS):
            began = time.perf_counter()
            page.goto(file.as_uri(), wait_until="load")
            opened.append(time.perf_counter() - began)
        choose = "const s = document.getElementById('filter-{}'); s.value = '{}'; s.dispatchEvent(new Event('change'))"
        filtered = [
            _timed(page, choose.format("severity", value)) for value in ("high", "medium", "low", "", "high", "")
        ]
        gone_on = [_timed(page, "document.getElementById('walk-next').click()") for _ in range(20)]
        browser.close()
    print(f"opens in {median(opened):.2f} s (slowest {max(opened):.2f} s)")
    print(f"filters in {median(filtered):.0f} ms (slowest {max(filtered):.0f} ms)")
    print(f"goes to the next point in {median(gone_on):.0f} ms (slowest {max(gone_on):.0f} ms)")
    return int(len(sizes["html"]) > MOST_BYTES)


if __name__ == "__main__":
    sys.exit(main())
