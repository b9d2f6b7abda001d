"""The reading process: takes requests on its standard input, and sends events back on its standard output.

It is started afresh (never forked), holds itself to the limits where the system can, and ends when its parent does.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from queue import SimpleQueue
from typing import Any, BinaryIO

from checker.domain import Skipped
from checker.ingest.events import Refused, Resume, encode
from checker.ingest.files import bytes_of, cannot_open
from checker.ingest.pack import READERS
from checker.ingest.pdf_document import Part
from checker.ingest.reading import Reader, Reading, broken_by
from checker.ingest.unreadable import Unreadable
from checker.settings import MEGABYTE, Limits

SPARE = 1_000 * MEGABYTE  # address space beyond the memory allowed: programs reserve more than they use


def main(readers: Mapping[str, Reader] = READERS) -> None:
    """Answers requests until the input ends or a fault of memory makes a new process the better choice."""
    out = _private_output()
    requests: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, requests), daemon=True).start()
    while True:
        request = json.loads(requests.get())
        limits = Limits(**request["limits"])
        _hold_to(limits)
        for message in _answer(request, limits, readers):
            out.write(len(message).to_bytes(4, "big") + message)
            out.flush()


def _answer(request: dict[str, Any], limits: Limits, readers: Mapping[str, Reader]) -> Iterator[bytes]:
    """The messages of one file; an empty one ends them."""
    name = request["name"]
    part = request["part"]
    resume = Resume(
        done=tuple(request["done"]), broken=tuple(request["broken"]), name=request["at"],
        part=Part(**{**part, "skip": tuple(part["skip"])}),
    )  # fmt: skip
    reading = Reading(readers, request["password"], limits, resume)
    try:
        data = bytes_of(Path(request["path"]), request["root"] and Path(request["root"]), limits)
        for event in reading.events(data, name):
            yield encode(event)
    except Unreadable as error:
        yield encode(Refused(skipped=Skipped(name=name, kind=error.kind, reason=error.reason)))
    except OSError as error:
        yield encode(Refused(skipped=cannot_open(name, error)))
    except Exception as error:  # the one place: a fault in one file must not stop the rest of the pack
        yield encode(broken_by(error))
    yield b""


def _private_output() -> BinaryIO:
    """The pipe to the parent, out of reach of libraries that print."""
    out = os.fdopen(os.dup(1), "wb")
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.close(silent)
    return out


def _listen(pipe: BinaryIO, requests: SimpleQueue[bytes]) -> None:
    """Passes requests on. The input ends when the parent is gone, however it went: then nothing stays behind."""
    for line in pipe:
        requests.put(line)
    _end_what_was_started()
    if folder := os.environ.get("TENDERCHECK_TEMP"):
        shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)


def _end_what_was_started() -> None:
    import psutil

    for process in psutil.Process().children(recursive=True):
        try:
            process.kill()
        except psutil.Error:
            continue


def _hold_to(limits: Limits) -> None:
    """A second guard inside the process, where the system has one: the parent watches too, but not every moment."""
    try:
        import resource
    except ImportError:  # Windows
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    # The parent counts by steps and knows them; this holds for a whole file, and after the parent is gone.
    seconds = int(used.ru_utime + used.ru_stime) + limits.file_seconds
    for name, most in ((resource.RLIMIT_AS, limits.memory_mb * MEGABYTE + SPARE), (resource.RLIMIT_CPU, seconds)):
        try:
            _, hard = resource.getrlimit(name)
            soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(name, (soft, hard))
        except (OSError, ValueError):  # macOS knows the limit and does not set it
            continue
