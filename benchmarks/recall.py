"""How many of a file's words the readers find, against other engines: the text of poppler or pdfminer for PDFs, of
LibreOffice for Word files; and clause numbers against LibreOffice's.

    python -m benchmarks.recall DIR [--only TEXT] [--worst 10] [--numbers]

A word is a run of letters and digits; each counts as often as it stands in the reference. PDFs with fewer than 20 words
in the reference are no born-digital ones and are left out, and so are Word files that LibreOffice cannot open. Exit 1
when the share of words found is under 0.985 for PDFs or 0.999 for Word files.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from checker.domain import Document
from checker.ingest.kinds import kind_of
from checker.ingest.pdf import read_pdf
from checker.ingest.unreadable import Unreadable
from checker.ingest.word import read_word

TARGETS = {"pdf": 0.985, "docx": 0.999}
FEWEST = 20  # words of a born-digital PDF
SECONDS = 120  # for a reference engine
EDGE = 6  # lines at the top and foot of a page among which running headers and footers are looked for
_BULLET = re.compile(r"^\s*o(?=\s)")
_WORD = re.compile(r"[^\W_]+")
_GLUED = str.maketrans("", "", "\u00ad\u200b\u200c\u200d\ufeff")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One file: words of the reference, of these found, and the most frequent missing ones."""

    name: str
    kind: str
    words: int
    found: int
    missing: tuple[tuple[str, int], ...]

    @property
    def recall(self) -> float:
        return self.found / self.words if self.words else 1.0


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Word recall of the PDF and Word readers.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="files with this text in their path")
    parser.add_argument("--worst", type=int, default=10, help="how many files to name with what they lack")
    parser.add_argument("--numbers", action="store_true", help="compare clause numbers of a made-up Word file first")
    options = parser.parse_args(arguments)
    good = True
    files = sorted(path for path in options.folder.rglob("*") if path.is_file() and options.only in str(path))
    lines = [line for path in files if (line := measure(path, path.relative_to(options.folder).as_posix()))]
    return 0 if conclude(lines, options.worst) and good else 1


def measure(path: Path, name: str) -> Line | None:
    """The recall of one file; None where there is no reference, or the reader says that it cannot read the file."""
    data = path.read_bytes()
    kind = kind_of(data, path.name)
    if kind not in TARGETS:
        return None
    reference = pdf_words(path) if kind == "pdf" else office_words(path)
    total = sum(reference.values())
    if total < FEWEST:
        return None
    try:
        document = read_pdf(data, name) if kind == "pdf" else read_word(data, name)
    except Unreadable as error:
        print(f"not read ({error.kind}): {name}")
        return None
    missing = reference - words_of(text_of(document))
    lost = sum(missing.values())
    return Line(name=name, kind=kind, words=total, found=total - lost, missing=tuple(missing.most_common(8)))


def words_of(text: str) -> Counter[str]:
    """Words with how often they stand there, ligatures opened and case folded."""
    plain = unicodedata.normalize("NFKC", text.translate(_GLUED)).casefold()
    return Counter(_WORD.findall(plain))


def text_of(document: Document) -> str:
    """Everything that was read, clause numbers too."""
    shown = (block for block in document.blocks if block.pending != "deleted")
    return "\n".join(f"{block.number or ''} {block.text}" for block in shown)


def pdf_words(path: Path) -> Counter[str]:
    """The words that poppler's pdftotext finds, hyphens at line ends joined; pdfminer's where it is not installed."""
    if shutil.which("pdftotext"):
        text = run(["pdftotext", "-q", "-enc", "UTF-8", str(path), "-"])
    else:
        from pdfminer.high_level import extract_text

        text = extract_text(str(path))
    return words_of("\n".join(_flowing_lines(text.split("\f"))))


def _flowing_lines(pages: list[str]) -> Iterable[str]:
    """The lines of all pages without running headers and footers (the reader drops these) and bullets."""
    lines = [[_BULLET.sub("", line) for line in page.splitlines() if line.strip()] for page in pages]
    edges = Counter(key for page in lines for key in {_key(line) for line in (*page[:EDGE], *page[-EDGE:])})
    least = max(3, len(pages) / 5)
    for page in lines:
        for place, line in enumerate(page):
            at_edge = place < EDGE or place >= len(page) - EDGE
            if not (at_edge and edges[_key(line)] >= least):
                yield line


def _key(line: str) -> str:
    """A line with its numbers alike, as those of pages."""
    return re.sub(r"\d+", "#", " ".join(line.split()).casefold())


def office_words(path: Path) -> Counter[str]:
    """The words of LibreOffice's plain text; none where LibreOffice is missing or fails."""
    return words_of(office_text(path))


def office_text(path: Path) -> str:
    """LibreOffice's plain text of a Word file, its clause numbers written out."""
    office = shutil.which("soffice")
    if office is None:
        return ""
    with tempfile.TemporaryDirectory() as folder:
        own = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        run([office, own, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder, str(path)])
        made = Path(folder, path.with_suffix(".txt").name)
        return made.read_text(encoding="utf-8-sig") if made.is_file() else ""


def run(command: list[str]) -> str:
    """What a program prints; nothing where it fails or takes too long."""
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603 - named above
    except (subprocess.TimeoutExpired, OSError):
        return ""
    return done.stdout.decode("utf-8", "replace")


def conclude(lines: Iterable[Line], worst: int) -> bool:
    """Prints the totals of each kind and the worst files; whether the targets are met."""
    good = True
    for kind, target in TARGETS.items():
        of_kind = [line for line in lines if line.kind == kind]
        if not of_kind:
            continue
        words, found = sum(line.words for line in of_kind), sum(line.found for line in of_kind)
        low = sum(line.recall < target for line in of_kind)
        print(
            f"{kind}: {found / words:.4f} of {words:,} words in {len(of_kind)} files (target {target}); {low} below it"
        )
        good = good and found / words >= target
        for line in sorted(of_kind, key=lambda line: line.found - line.words)[:worst]:
            if line.found < line.words:
                print(f"  {line.recall:.4f}  -{line.words - line.found}  {line.name}  {line.missing}")
    return good


if __name__ == "__main__":
    sys.exit(main())
