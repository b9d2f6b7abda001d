"""Reads a made-up PDF of 10,000 pages and says what memory all processes took together; exit 1 above 400 MB.

    python -m benchmarks.big_pdf [--pages 10000] [--lines 42] [--most-mb 400]

The file is made by another process, so that this one is as small as it is in a check.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import psutil

from checker.domain import Document
from checker.ingest import Pool
from checker.ingest.worker import Task
from checker.settings import MEGABYTE

TEXT = (
    "the provider keeps a record of every visit and sends it to the contract manager within five working days so that "
    "defects can be put right before the next inspection of the site takes place"
)
WORDS = TEXT.split()


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Peak memory while a PDF of many pages is read.")
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--lines", type=int, default=42, help="of text on a page")
    parser.add_argument("--most-mb", type=int, default=400)
    parser.add_argument("--make", type=Path, help="only make the file")
    options = parser.parse_args(arguments)
    if options.make:
        make(options.make, options.pages, options.lines)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "big.pdf"
        size = ["--pages", str(options.pages), "--lines", str(options.lines)]
        command = [sys.executable, "-m", "benchmarks.big_pdf", "--make", str(file), *size]
        subprocess.run(command, check=True)  # noqa: S603 - ourselves
        return measure(file, options.most_mb)


def measure(file: Path, most_mb: int) -> int:
    """Reads the file in the usual way while a second thread weighs the processes."""
    peak = [0]
    done = threading.Event()
    threading.Thread(target=_weigh, args=(peak, done), daemon=True).start()
    began = time.monotonic()
    with Pool() as pool:
        ((document,),) = pool.read([Task(path=file, name=file.name)])
    done.set()
    seconds = time.monotonic() - began
    if not isinstance(document, Document):
        print(f"not read: {document.reason}")
        return 1
    ledger = document.ledger
    print(
        f"{ledger.pages_read} of {ledger.pages_declared} pages, {len(document.blocks)} blocks, "
        f"{ledger.characters_placed} of {ledger.characters_read} characters placed, {len(ledger.gaps)} gaps\n"
        f"{file.stat().st_size / MEGABYTE:.0f} MB file; {seconds:.0f} s; "
        f"peak of all processes {peak[0] / MEGABYTE:.0f} MB (at most {most_mb})"
    )
    whole = ledger.pages_read == ledger.pages_declared and document.read == "whole"
    return 0 if whole and peak[0] <= most_mb * MEGABYTE else 1


def _weigh(peak: list[int], done: threading.Event) -> None:
    """The memory of this process and of all below it, at most; pages that they share are counted for each."""
    own = psutil.Process()
    while not done.wait(0.1):
        total = 0
        for process in (own, *own.children(recursive=True)):
            try:
                total += process.memory_info().rss
            except psutil.Error:
                continue
        peak[0] = max(peak[0], total)


def make(file: Path, pages: int, lines: int) -> None:
    """A PDF of numbered clauses with a header and a footer on each page."""
    import pikepdf

    pdf = pikepdf.new()
    font = pdf.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    )
    for number in range(1, pages + 1):
        page = pdf.add_blank_page(page_size=(595, 842))
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        page.obj.Contents = pdf.make_stream(_content(number, pages, lines))
    pdf.save(file, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True)


def _content(number: int, pages: int, count: int) -> bytes:
    lines = ["BT /F1 10 Tf 14 TL 60 812 Td (Terms of a made-up contract) Tj 0 -30 Td"]
    for line in range(count):
        start = number * 31 + line * 13
        words = " ".join(WORDS[(start + word) % len(WORDS)] for word in range(15))
        end = "." if line % 6 == 5 else ""
        lead = f"{number}.{line // 6 + 1} The text says that " if line % 6 == 0 else ""
        lines.append(f"({lead}{words}{end}) Tj T*" + (" 0 -8 Td" if end else ""))
    lines.append(f"ET BT /F1 8 Tf 270 30 Td (Page {number} of {pages}) Tj ET")
    return "\n".join(lines).encode("ascii")


if __name__ == "__main__":
    sys.exit(main())
