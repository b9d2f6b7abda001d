"""Old Word files (.doc, .dot) -> Document, by way of LibreOffice where it is installed."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from checker.domain import Document
from checker.ingest.unreadable import Unreadable
from checker.ingest.word import read_word

LONGEST = 120  # seconds for one file; a large one takes about ten
_PROGRAMS = ("soffice", "libreoffice")
_NOT_HERE = "Old Word files (.doc) are read only where LibreOffice is installed: open it in Word and save it as .docx."
_FAILED = "LibreOffice could not open the file ({}): open it in Word, save it as .docx and check that copy."
_WARNING = "An old Word file: it was read after LibreOffice turned it into .docx, so numbers may differ from Word's."


def read_doc(data: bytes, name: str) -> Document:
    """The document in an old Word file. Its copies stand in a folder of their own, removed at the end.

    Raises Unreadable: unsupported without LibreOffice, timed-out, damaged, and what the Word reader raises.
    """
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise Unreadable("unsupported", _NOT_HERE)
    document = read_word(as_docx(data, program), name)
    return replace(document, warnings=(*document.warnings, _WARNING))


def as_docx(data: bytes, program: str) -> bytes:
    """The bytes of the .docx that LibreOffice makes of an old Word file; macros and links stay unopened."""
    with tempfile.TemporaryDirectory(prefix="tendercheck-", ignore_cleanup_errors=True) as place:
        folder = Path(place)
        source = folder / "in" / "file.doc"
        source.parent.mkdir()
        source.write_bytes(data)
        _convert(program, source, folder)
        result = folder / "out" / "file.docx"
        if not result.is_file():
            raise Unreadable("damaged", _FAILED.format("it gave no text"))
        return result.read_bytes()


def _convert(program: str, source: Path, folder: Path) -> None:
    """Runs LibreOffice with a profile of its own, so that it neither meets nor changes the user's."""
    command = [
        program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore",
        "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML", "--outdir",
        str(folder / "out"), str(source),
    ]  # fmt: skip
    with subprocess.Popen(  # noqa: S603 - the program is the one found on the path, the file has our own name
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder,
        start_new_session=True,
    ) as process:  # fmt: skip
        try:
            process.wait(timeout=LONGEST)
        except subprocess.TimeoutExpired as error:
            raise Unreadable("timed-out", _FAILED.format(f"it took over {LONGEST} seconds")) from error
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the program and what it started."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        process.kill()
    if sys.platform != "win32":
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
