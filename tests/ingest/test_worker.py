"""Files are read by processes of their own: one that hangs, eats memory or dies costs its file, or a page of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from reportlab.pdfgen.canvas import Canvas

from checker.domain import Document, Pack, Skipped
from checker.ingest import Pool, read_pack, read_pack_here
from checker.ingest import worker as worker_module
from checker.ingest.process import Child, start_child
from checker.ingest.worker import Task
from checker.settings import Limits
from tests.ingest.docx_maker import docx, p, pack_zip
from tests.ingest.pdf_maker import make_pdf, write

ODD = "tests.ingest.odd_child"
PATIENCE = 30.0  # seconds that a test waits at most for something that comes at once
_posix = pytest.mark.skipif(os.name != "posix", reason="needs signals")


@pytest.fixture(scope="module")
def odd() -> Iterator[Pool]:
    """Processes with readers that misbehave on request; short limits."""
    with Pool(Limits(seconds=3, processor_seconds=3, memory_mb=400, readers=2), child=ODD) as pool:
        yield pool


def _write(folder: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        (folder / name.replace("__", ".")).write_bytes(data)
    return folder


def _pages(*texts: str) -> bytes:
    def painter(text: str) -> Callable[[Canvas], None]:
        return lambda canvas: write(canvas, text, 72, 100)

    return make_pdf(*map(painter, texts))


def _texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


@pytest.mark.parametrize(
    ("what", "kind", "says"),
    [
        ("HANG", "timed-out", "longer than 3 seconds"),
        ("SPIN", "timed-out", "longer than 3 seconds"),
        ("EAT", "out-of-memory", "more than 400 MB"),
        ("ABORT", "damaged", "broke off"),
        ("KILL", "damaged", "broke off"),
        ("RAISE", "damaged", "KeyError"),
        ("MEMORY", "out-of-memory", "memory"),
    ],
)
def test_a_file_that_stops_its_reader_is_named_and_the_others_are_read(
    tmp_path: Path, odd: Pool, what: str, kind: str, says: str
) -> None:
    _write(tmp_path, a__txt="Words before.", b__txt=f"Please {what} here.", c__txt="Words after.")
    pack = read_pack(tmp_path, pool=odd)
    assert [document.name for document in pack.documents] == ["a.txt", "c.txt"]
    (skip,) = pack.skipped
    assert (skip.name, skip.kind) == ("b.txt", kind)
    assert says in skip.reason
    assert ":" in skip.reason and skip.reason.endswith(".")
    assert "secret" not in skip.reason


@pytest.mark.parametrize("what", ["HANG", "ABORT", "RAISE"])
def test_a_page_that_stops_the_reader_costs_itself(tmp_path: Path, odd: Pool, what: str) -> None:
    _write(tmp_path, a__pdf=_pages("First page.", f"{what} page.", "Third page."))
    (document,) = read_pack(tmp_path, pool=odd).documents
    assert _texts(document) == ["First page.", "Third page."]
    assert [gap.where for gap in document.ledger.gaps] == ["page 2"]
    assert document.read == "partly"
    assert (document.pages, document.ledger.pages_read) == (3, 2)
    assert [block.location.page for block in document.blocks] == [1, 3]


def test_when_page_after_page_stops_the_reader_it_ends_there_and_says_so(tmp_path: Path, odd: Pool) -> None:
    pages = ["First page.", *["ABORT"] * 3, "Fifth page.", "ABORT", "Seventh page."]
    _write(tmp_path, a__pdf=_pages(*pages))
    (document,) = read_pack(tmp_path, pool=odd).documents
    assert _texts(document) == ["First page.", "Fifth page."]
    assert [gap.where for gap in document.ledger.gaps] == ["pages 2 to 4", "pages 6 to 7"]
    assert "on page 6" in document.ledger.gaps[1].reason


def test_pages_whose_layout_stops_the_reader_are_put_in_order_one_by_one(tmp_path: Path, odd: Pool) -> None:
    _write(tmp_path, a__pdf=_pages("First page.", "TANGLE", "Third page."))
    (document,) = read_pack(tmp_path, pool=odd).documents
    assert _texts(document) == ["First page.", "Third page."]
    assert [gap.where for gap in document.ledger.gaps] == ["page 2"]


def test_forms_that_stop_the_reader_leave_the_text(tmp_path: Path, odd: Pool) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setKeywords("FORMS")
        write(canvas, "Words of the page.", 72, 100)

    _write(tmp_path, a__pdf=make_pdf(page))
    (document,) = read_pack(tmp_path, pool=odd).documents
    assert _texts(document) == ["Words of the page."]
    assert [gap.where for gap in document.ledger.gaps] == ["form fields and notes"]


def test_a_pdf_of_one_page_that_stops_the_reader_is_a_skip(tmp_path: Path, odd: Pool) -> None:
    _write(tmp_path, a__pdf=_pages("HANG"))
    (skip,) = read_pack(tmp_path, pool=odd).skipped
    assert (skip.name, skip.kind) == ("a.pdf", "timed-out")


def test_a_file_in_an_archive_that_stops_the_reader_costs_itself(tmp_path: Path, odd: Pool) -> None:
    inner = pack_zip({"x.txt": "Inner words.", "y.txt": "Please ABORT.", "z.txt": "More words."})
    _write(tmp_path, a__zip=pack_zip({"1.txt": "One.", "2.zip": inner, "3.txt": "Please RAISE.", "4.txt": "Four."}))
    pack = read_pack(tmp_path, pool=odd)
    names = [document.name for document in pack.documents]
    assert names == ["a.zip/1.txt", "a.zip/2.zip/x.txt", "a.zip/2.zip/z.txt", "a.zip/4.txt"]
    assert [skip.name for skip in pack.skipped] == ["a.zip/2.zip/y.txt", "a.zip/3.txt"]


def test_many_files_in_an_archive_that_stop_the_reader_end_it_with_a_reason(
    tmp_path: Path, odd: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("checker.ingest.assembly.BREAKS", 2)
    _write(tmp_path, a__zip=pack_zip({f"{number}.txt": "Please RAISE." for number in range(9)}))
    skips = read_pack(tmp_path, pool=odd).skipped
    assert [skip.name for skip in skips] == ["a.zip/0.txt", "a.zip/1.txt", "a.zip"]
    assert "what follows was not read" in skips[-1].reason


def test_what_a_reader_prints_does_no_harm(tmp_path: Path, odd: Pool) -> None:
    _write(tmp_path, a__txt="Words with NOISE.")
    assert [document.name for document in read_pack(tmp_path, pool=odd).documents] == ["a.txt"]


def test_the_same_pack_in_processes_and_in_this_one(tmp_path: Path) -> None:
    lines = "\n\n".join(f"{number}. Clause {number} of the terms, \ud7ff\U0001f600." for number in range(2_500))
    _write(
        tmp_path, a__pdf=_pages("One.", "Two."), b__docx=docx(p("Words")), c__txt=lines, d__bin=b"\x00\x01" * 50,
        e__zip=pack_zip({"f.docx": docx(p("Inner"))}),
    )  # fmt: skip
    alone = read_pack_here(tmp_path)
    assert read_pack(tmp_path) == alone
    assert read_pack(tmp_path, limits=Limits(readers=1)) == alone
    assert len(alone.documents) == 4
    assert type(alone.documents[0].blocks[0].pages) is tuple


def test_the_password_opens_a_locked_pdf_in_its_process(tmp_path: Path) -> None:
    import io

    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(_pages("Locked words."))) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="own", user="let-me-in"))
    _write(tmp_path, a__pdf=out.getvalue())
    (skip,) = read_pack(tmp_path).skipped
    assert skip.kind == "encrypted"
    (document,) = read_pack(tmp_path, password="let-me-in").documents
    assert _texts(document) == ["Locked words."]


def test_no_process_can_be_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr(worker_module, "start_child", fails)
    _write(tmp_path, a__txt="Words.")
    (skip,) = read_pack(tmp_path).skipped
    assert (skip.name, skip.kind) == ("a.txt", "other")
    assert "could not be started" in skip.reason


def test_a_child_that_dies_at_once_is_no_endless_loop(tmp_path: Path) -> None:
    _write(tmp_path, a__txt="Words.", b__txt="Words.")
    with Pool(child="tests.ingest.no_such_module") as pool:
        skipped = read_pack(tmp_path, pool=pool).skipped
    assert [(skip.name, skip.kind) for skip in skipped] == [("a.txt", "damaged"), ("b.txt", "damaged")]


def test_a_folder_that_cannot_be_written_is_read(tmp_path: Path) -> None:
    _write(tmp_path, a__txt="Words.", b__pdf=_pages("Words of a page."))
    for file in tmp_path.iterdir():
        file.chmod(0o400)
    tmp_path.chmod(0o500)
    try:
        pack = read_pack(tmp_path)
    finally:
        tmp_path.chmod(0o700)
    assert [document.name for document in pack.documents] == ["a.txt", "b.pdf"]


def test_processes_are_reused_and_gone_in_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[psutil.Process] = []

    def noting(module: str, limits: Limits) -> Child:
        child = start_child(module, limits)
        started.append(child.watched)
        return child

    monkeypatch.setattr(worker_module, "start_child", noting)
    _write(tmp_path, **{f"{number}__txt": "Words." for number in range(12)})
    pack = read_pack(tmp_path, limits=Limits(readers=2))
    assert len(pack.documents) == 12
    assert len(started) == 2
    assert not any(process.is_running() for process in started)


def test_temporary_files_of_a_reader_that_is_stopped_are_removed(
    tmp_path: Path, odd: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    (tmp_path / "pack").mkdir()
    _write(tmp_path / "pack", a__txt="Please LITTER.")
    with Pool(Limits(seconds=2), child=ODD) as pool:
        (skip,) = read_pack(tmp_path / "pack", pool=pool).skipped
    assert skip.kind == "timed-out"
    assert list(temporary.iterdir()) == []


def test_a_reading_that_is_given_up_leaves_the_pool_usable(tmp_path: Path, odd: Pool) -> None:
    _write(tmp_path, a__txt="Words.", b__txt="Please HANG.", c__txt="Words.")
    tasks = [Task(path=tmp_path / name, name=name) for name in ("a.txt", "b.txt", "c.txt")]
    reading = odd.read(tasks)
    first = next(reading)
    assert [result.name for result in first] == ["a.txt"]
    reading.close()  # type: ignore[attr-defined]
    (again,) = odd.read(tasks[2:])
    assert [result.name for result in again] == ["c.txt"]


_PROGRAM = """
import signal, sys
from pathlib import Path
from checker.ingest import Pool, read_pack
from checker.settings import Limits
signal.signal(signal.SIGTERM, lambda *_: sys.exit(130))
with Pool(Limits(readers=2), child="tests.ingest.odd_child") as pool:
    read_pack(Path(sys.argv[1]), pool=pool)
"""


@_posix
@pytest.mark.parametrize("number", ["SIGINT", "SIGTERM", "SIGKILL"])
def test_when_the_program_is_ended_no_process_and_no_file_is_left(tmp_path: Path, number: str) -> None:
    pack, temporary = tmp_path / "pack", tmp_path / "temporary"
    pack.mkdir()
    temporary.mkdir()
    _write(pack, a__txt="Please LITTER.", b__txt="Please LITTER.")
    root = Path(__file__).parents[2]
    program = subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, str(pack)],
        cwd=root, env={**os.environ, "TMPDIR": str(temporary)}, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    _wait(lambda: len(list(temporary.rglob("left.txt"))) == 2)
    children = psutil.Process(program.pid).children(recursive=True)
    assert len(children) == 2
    program.send_signal(getattr(signal, number))
    program.wait(PATIENCE)
    _wait(lambda: not any(child.is_running() for child in children) and not list(temporary.iterdir()))


def _wait(until: Callable[[], bool]) -> None:
    """Looks again and again; the test fails when it has not come true in the end."""
    end = time.monotonic() + PATIENCE
    while not until():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.02)


def test_a_message_that_is_none_ends_the_child_and_not_the_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(message: bytes) -> None:
        raise KeyError("unknown type")

    monkeypatch.setattr(worker_module, "decode", refuse)
    _write(tmp_path, a__txt="Words.")
    pack = read_pack(tmp_path)
    assert isinstance(pack, Pack)
    assert [type(skip) for skip in pack.skipped] == [Skipped]
