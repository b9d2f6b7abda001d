"""One reading process: started afresh on every system, watched from outside, ended with all that it has started.

Temporary files of a process lie in one folder, which goes when the process does.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import Any

import psutil

from checker.ingest.assembly import Break
from checker.settings import MEGABYTE, Limits

LONGEST_MESSAGE = 256 * MEGABYTE
_START = (
    "import sys,json;sys.path[:]=json.loads(sys.argv[1]);from importlib import import_module as i;i(sys.argv[2]).main()"
)
_PATIENCE = 5.0  # seconds for a killed process to be gone


@dataclass(slots=True, eq=False)
class Child:
    """A reading process and what it works on."""

    process: subprocess.Popen[bytes]
    watched: psutil.Process
    temporary: str | None
    limits: Limits
    index: int | None = None  # of the task at work
    started: float = 0.0  # of the document
    step: float = 0.0  # when the step at work began
    processor: float = 0.0  # seconds used until then
    memory: int = 0
    tree: list[psutil.Process] = field(default_factory=list)
    ended_for: Break | None = None

    def next_step(self, *, document: bool) -> None:
        self.step = time.monotonic()
        self.processor = self._processor()
        if document:
            self.started = self.step

    def look(self, *, around: bool) -> None:
        """Ends the process when it takes more than it may."""
        try:
            if around:
                self.tree = self.watched.children(recursive=True)
            self.memory = self.watched.memory_info().rss + sum(_memory(process) for process in self.tree)
        except psutil.Error:  # it has just ended
            return
        if self.index is not None and self.ended_for is None and (why := self._excess()):
            self.ended_for = why
            self.kill()

    def _excess(self) -> Break | None:
        now, limits = time.monotonic(), self.limits
        if self.memory > limits.memory_mb * MEGABYTE:
            return _out_of_memory(limits)
        if now - self.started > limits.file_seconds:
            return _too_slow(limits.file_seconds)
        if now - self.step > limits.seconds:
            return _too_slow(limits.seconds)
        if self._processor() - self.processor > limits.processor_seconds:
            return _too_slow(limits.processor_seconds)
        return None

    def _processor(self) -> float:
        try:
            used = self.watched.cpu_times()
        except psutil.Error:
            return self.processor
        return float(used.user + used.system)

    def kill(self) -> None:
        """Ends the process and all it has started."""
        with suppress(psutil.Error):  # those seen earlier may have lost their parent since
            self.tree += self.watched.children(recursive=True)
        for process in self.tree:
            _kill(process)
        if self.process.poll() is None:
            self.process.kill()

    def close(self) -> None:
        """The same, and removes what is left of it."""
        self.kill()
        with suppress(OSError):
            assert self.process.stdin is not None
            self.process.stdin.close()
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(_PATIENCE)
        if self.temporary is not None:
            shutil.rmtree(self.temporary, ignore_errors=True)


def start_child(module: str, limits: Limits) -> Child:
    """A fresh interpreter that runs `main` of a module. Raises OSError when the system starts none."""
    temporary = _temporary_folder()
    variables = dict(os.environ)
    if temporary is not None:
        variables |= dict.fromkeys(("TMPDIR", "TEMP", "TMP", "TENDERCHECK_TEMP"), temporary)
    own_group: dict[str, Any] = {"start_new_session": True}  # Ctrl-C reaches the parent alone, which ends the rest
    if sys.platform == "win32":
        own_group = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    try:
        process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own module
            [sys.executable, "-P", "-c", _START, json.dumps(sys.path), module],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=variables, **own_group,
        )  # fmt: skip
        return Child(process, psutil.Process(process.pid), temporary, limits)
    except BaseException as error:
        if temporary is not None:
            shutil.rmtree(temporary, ignore_errors=True)
        if isinstance(error, psutil.Error):
            raise OSError(str(error)) from error
        raise


def _temporary_folder() -> str | None:
    try:
        return tempfile.mkdtemp(prefix="tendercheck-")
    except OSError:  # nowhere to write: the readers that need no temporary file still work
        return None


def forward(child: Child, inbox: SimpleQueue[tuple[Child, bytes | None]]) -> None:
    """Passes messages on to the one queue that is waited for; None when the output ends."""
    pipe = child.process.stdout
    assert pipe is not None
    with suppress(OSError, ValueError), pipe:
        while len(head := pipe.read(4)) == 4:
            length = int.from_bytes(head, "big")
            if length > LONGEST_MESSAGE:
                break
            message = pipe.read(length)
            if len(message) < length:
                break
            inbox.put((child, message))
    inbox.put((child, None))


def _memory(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0


def _kill(process: psutil.Process) -> None:
    try:
        process.kill()
    except psutil.Error:
        return


ABORTED = Break(
    kind="damaged",
    of_file="The reader broke off on the file (it is damaged, or asks for far more memory than a tender needs): open "
    "it, save it again as .docx or .pdf and retry.",
    of_page="the reader broke off on it (it is damaged, or asks for far more memory than a page needs)",
)


def _out_of_memory(limits: Limits) -> Break:
    most = f"more than {limits.memory_mb:,} MB of memory"
    return Break(
        kind="out-of-memory",
        of_file=f"Reading the file took {most} and was stopped: split it, or raise memory_mb in tendercheck.toml.",
        of_page=f"reading it took {most} and was stopped",
    )


def _too_slow(seconds: int) -> Break:
    most = f"longer than {seconds} {'second' if seconds == 1 else 'seconds'}"
    return Break(
        kind="timed-out",
        of_file=f"Reading the file took {most} and was stopped: split it, or raise the limit in tendercheck.toml.",
        of_page=f"reading it took {most} and was stopped",
    )


def cannot_start(error: str) -> Break:
    reason = f"The process that reads files could not be started ({error}): close other programs and try again."
    return Break(kind="other", of_file=reason, of_page=reason)
