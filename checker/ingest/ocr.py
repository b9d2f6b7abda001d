"""The text in a picture of a page: words with their places and how sure each is. English.

By the program Tesseract where it is installed, else by the package RapidOCR where the `ocr` extra is.
"""

from __future__ import annotations

import csv
import importlib.util
import io
import math
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any

from PIL import Image

from checker.ingest.pdf_words import Word, clean, letters

DPI = 300
MOST_PIXELS = 25_000_000  # of a picture that is looked at
LEAST_SURE = 50.0  # mean of a page, of 100: below, it is a drawing or noise and no text
SURE = 75.0  # below, the picture may lie on its side
WORST_WORD = 15.0  # below, a word is a smudge or a piece of a line
_SAME_SIZE = 0.3  # lines whose height differs by less are set in one size
_WINDOWS = Path("C:/Program Files/Tesseract-OCR/tesseract.exe")
_LONG_WORD = 4  # letters: wider than high when it stands upright
_WORD = "5"  # level of a word in Tesseract's table
Picture = Image.Image


class TooSlow(Exception):  # noqa: N818 - it names what happened
    """Recognition took longer than it may."""


class Failed(Exception):  # noqa: N818 - it names what happened
    """The recognition program ended with an error."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One word in pixels of the picture; words of one line share `line`. `sure` is 0 to 100."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    line: tuple[int, ...]
    sure: float


@dataclass(frozen=True, slots=True)
class Recognised:
    """The words of a page in points, as the PDF reader has them; `sure` is the mean over their letters, 0 to 100."""

    words: tuple[Word, ...]
    width: float
    height: float
    sure: float


Engine = Callable[[Picture, int], list[Sighting]]


def find_engine() -> Engine | None:
    """What recognises text here: a picture at about 300 dots per inch and a time limit in seconds -> words."""
    if _tesseract() is not None:
        return _by_tesseract
    if importlib.util.find_spec("rapidocr") and importlib.util.find_spec("onnxruntime"):
        return _by_rapidocr
    return None


def recognise(picture: Picture, seconds: int, engine: Engine) -> Recognised | None:
    """The text of a picture, turned upright; None where there is none to be told. Raises TooSlow, Failed."""
    picture = picture.convert("L")
    found = engine(picture, seconds)
    best, sideways = _page(picture, found), _sideways(found)
    if (sideways or best.sure < SURE) and (quarters := _quarters(picture, seconds)):
        turned = picture.rotate(90 * quarters, expand=True)
        again = _page(turned, engine(turned, seconds))
        best = again if again.sure > best.sure or (sideways and again.sure >= LEAST_SURE) else best
    return best if best.words and best.sure >= LEAST_SURE else None


def scale_within(width: float, height: float, wanted: float) -> float:
    """The scale that gives at most MOST_PIXELS, and no more than the one wanted."""
    return min(wanted, math.sqrt(MOST_PIXELS / max(width * height, 1.0)))


def _sideways(found: list[Sighting]) -> bool:
    """Whether most words stand on end: Tesseract reads such lines, but in no order."""
    long = [seen for seen in found if len(seen.text) >= _LONG_WORD]
    return 2 * sum(seen.bottom - seen.top > seen.right - seen.left for seen in long) > len(long)


def _page(picture: Picture, found: list[Sighting]) -> Recognised:
    kept = [seen for seen in found if seen.sure >= WORST_WORD and any(map(str.isalnum, seen.text))]
    counts = [letters(seen.text) for seen in kept]
    sure = sum((seen.sure * count for seen, count in zip(kept, counts, strict=True)), 0.0) / max(sum(counts), 1)
    points = 72 / DPI
    return Recognised(tuple(_words(kept, points)), picture.width * points, picture.height * points, sure)


def _words(found: list[Sighting], points: float) -> Iterator[Word]:
    """Words on the line they stand on; lines of about the usual height count as set in one size."""
    lines: dict[tuple[int, ...], list[Sighting]] = {}
    for seen in found:
        lines.setdefault(seen.line, []).append(seen)
    heights = {key: max(s.bottom for s in line) - min(s.top for s in line) for key, line in lines.items()}
    usual = median(heights.values()) if heights else 0.0
    for key, line in lines.items():
        high = usual if abs(heights[key] - usual) <= _SAME_SIZE * usual else heights[key]
        base = median(seen.bottom for seen in line) * points
        for seen in line:
            yield Word(
                text=seen.text, x0=seen.left * points, top=base - high * points, x1=seen.right * points,
                bottom=base + 0.2 * high * points, base=base, size=high * points,
            )  # fmt: skip


@cache
def _tesseract() -> str | None:
    found = shutil.which("tesseract")
    return found or (str(_WINDOWS) if sys.platform == "win32" and _WINDOWS.is_file() else None)


def _run_tesseract(picture: Picture, seconds: int, *options: str) -> str:
    buffer = io.BytesIO()
    picture.save(buffer, format="PPM")
    command = [_tesseract() or "tesseract", "stdin", "stdout", "--dpi", str(DPI), *options]
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program; the picture comes on its input
            command, input=buffer.getvalue(), capture_output=True, timeout=seconds, check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise TooSlow from error
    except (subprocess.CalledProcessError, OSError) as error:
        raise Failed from error
    return done.stdout.decode("utf-8", "replace")


def _by_tesseract(picture: Picture, seconds: int) -> list[Sighting]:
    table = _run_tesseract(picture, seconds, "-l", "eng", "--psm", "3", "tsv")
    rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [_sighting(row) for row in rows if row.get("level") == _WORD and (row.get("text") or "").strip()]


def _sighting(row: dict[str, str]) -> Sighting:
    left, top, width, height = (float(row[name]) for name in ("left", "top", "width", "height"))
    line = (int(row["block_num"]), int(row["par_num"]), int(row["line_num"]))
    text = "".join(map(clean, row["text"].strip()))
    return Sighting(text, left, top, left + width, top + height, line, float(row["conf"]))


def _quarters(picture: Picture, seconds: int) -> int:
    """How many quarter turns to the left put the picture upright; 0 where that cannot be told."""
    if _tesseract() is None:
        return 0
    try:
        told = _run_tesseract(picture, seconds, "--psm", "0")
    except Failed:  # too little text to tell, or the part of Tesseract that tells is not installed
        return 0
    for line in told.splitlines():
        name, _, value = line.partition(":")
        if name == "Rotate" and value.strip().isdecimal():
            return (4 - int(value) // 90) % 4
    return 0


@cache
def _rapidocr() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR()


def _by_rapidocr(picture: Picture, seconds: int) -> list[Sighting]:
    """RapidOCR finds lines, and words share a line's box by their length. The reader's own limits keep the time."""
    import numpy

    try:
        told = _rapidocr()(numpy.asarray(picture.convert("RGB")))
    except Exception as error:  # a chain of three models, each with faults of its own
        raise Failed from error
    if told.boxes is None:
        return []
    found = zip(told.boxes, told.txts, told.scores, strict=True)
    return [seen for index, (box, text, score) in enumerate(found) for seen in _split(box, text, score, index)]


def _split(box: Any, text: str, score: float, line: int) -> Iterator[Sighting]:
    left, right = float(min(x for x, _ in box)), float(max(x for x, _ in box))
    top, bottom = float(min(y for _, y in box)), float(max(y for _, y in box))
    letter = (right - left) / max(len(text), 1)
    at = 0
    for word in text.split():
        at = text.index(word, at)
        start = left + at * letter
        at += len(word)
        yield Sighting("".join(map(clean, word)), start, top, left + at * letter, bottom, (line,), 100 * float(score))
