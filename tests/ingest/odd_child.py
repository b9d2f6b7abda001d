"""A reading process whose readers misbehave, for the tests of the pool: what is asked for stands in the file itself."""

from __future__ import annotations

import os
import signal
import tempfile
import time
from pathlib import Path
from typing import Any

from checker.domain import Document
from checker.ingest import child, pdf
from checker.ingest.pack import READERS
from checker.ingest.text import read_text


def _misbehave(text: str) -> None:
    if "HANG" in text:
        time.sleep(600)
    if "SPIN" in text:
        while True:
            pass
    if "EAT" in text:
        held = []
        while True:
            held.append(bytearray(20_000_000))
            time.sleep(0.01)
    if "ABORT" in text:
        os.abort()
    if "KILL" in text:
        os.kill(os.getpid(), signal.SIGTERM)
    if "RAISE" in text:
        raise KeyError("secret words")
    if "MEMORY" in text:
        raise MemoryError
    if "NOISE" in text:
        print("noise that a library prints", flush=True)
        os.write(1, b"more of it")
    if "LITTER" in text:
        (Path(tempfile.mkdtemp()) / "left.txt").write_text("left", encoding="utf-8")
        time.sleep(600)


def _odd_text(data: bytes, name: str, password: str | None) -> Document:
    _misbehave(data.decode())
    return read_text(data, name)


_sound_page, _sound_layout = pdf.read_page, pdf.place_pages


def _odd_page(page: Any, number: int) -> Any:
    read = _sound_page(page, number)
    _misbehave(" ".join(word.text for word in read.words))
    return read


def _odd_layout(pages: Any) -> Any:
    if any(word.text == "TANGLE" for page in pages for word in page.words):
        os.abort()
    return _sound_layout(pages)


def _odd_forms(data: bytes, password: str | None) -> Any:
    if b"/Keywords (FORMS)" in data:
        os.abort()
    return []


def main() -> None:
    pdf.read_page, pdf.place_pages, pdf.read_forms = _odd_page, _odd_layout, _odd_forms
    child.main(READERS | {"text": _odd_text})
