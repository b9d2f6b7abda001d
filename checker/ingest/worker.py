"""Reads the files of a pack in child processes, some side by side, each watched and ended when it takes too much.

A child is a fresh interpreter on every system; requests are lines of JSON, answers are events (events.py). What a child
starts (LibreOffice, an OCR program) counts as its own, and ends with it.
"""

from __future__ import annotations

import json
import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Self

from checker.domain import Document, Skipped
from checker.ingest.assembly import Assembly
from checker.ingest.events import Begun, decode
from checker.ingest.process import ABORTED, Child, cannot_start, forward, start_child
from checker.settings import MEGABYTE, Limits

CHILD = "checker.ingest.child"
TICK = 0.05  # seconds between two looks at the children
TREE = 5  # ticks between two looks at what the children have started
MOST_READERS = 4
TIRED = 250 * MEGABYTE  # a child that holds so much after a file is replaced


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A file to read: where it lies, its name in the pack, and the folder that a link must not leave."""

    path: Path
    name: str
    root: Path | None = None


class Pool:
    """Reading processes for one or more packs; a context manager, which leaves none of them behind."""

    def __init__(self, limits: Limits | None = None, *, child: str = CHILD) -> None:
        self.limits = limits or Limits()
        self._child = child
        self._children: list[Child] = []
        self._inbox: SimpleQueue[tuple[Child, bytes | None]] = SimpleQueue()
        self.peak = 0  # bytes that the reading processes held together, at most

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends every process."""
        while self._children:
            self._children[-1].close()
            self._children.pop()

    def read(
        self,
        tasks: Sequence[Task],
        *,
        password: str | None = None,
        progress: Callable[[str], None] | None = None,
    ) -> Iterator[list[Document | Skipped]]:
        """What each file gives (several results for an archive), in the order of the tasks.

        `progress` is called with each name when its reading begins. A file that stops a reader is tried again
        without the page that did it; in the end it is partly read, or a skip with the reason.
        """
        run = _Run(tasks, password, progress)
        try:
            while run.next_out < len(tasks):
                self._hand_out(run)
                self._listen(run)
                while run.next_out in run.ready:
                    yield run.ready.pop(run.next_out)
                    run.next_out += 1
        finally:  # when the caller has lost interest, what is still being read is of no use
            for child in [child for child in self._children if child.index is not None]:
                self._remove(child)

    def _hand_out(self, run: _Run) -> None:
        """Gives waiting files to idle processes, started as far as they are needed."""
        idle = [child for child in self._children if child.index is None]
        while run.waiting and (idle or len(self._children) < self._size()):
            index = run.waiting.popleft()
            try:
                child = idle.pop() if idle else self._start()
            except OSError as error:
                assembly = run.assembly(index)
                assembly.broken(cannot_start(type(error).__name__))
                run.settle(index)
                continue
            child.index = index
            child.next_step(document=True)
            try:
                self._ask(child, run, index)
            except OSError:  # it has ended already; the end of its output says so too
                continue

    def _size(self) -> int:
        return self.limits.readers or min(os.cpu_count() or 1, MOST_READERS)

    def _start(self) -> Child:
        child = start_child(self._child, self.limits)
        self._children.append(child)
        threading.Thread(target=forward, args=(child, self._inbox), daemon=True).start()
        return child

    def _ask(self, child: Child, run: _Run, index: int) -> None:
        assembly = run.assembly(index)
        task, resume = run.tasks[index], assembly.resume
        request = {
            "path": str(task.path), "root": str(task.root) if task.root else None, "name": task.name,
            "password": run.password, "limits": asdict(self.limits), "done": resume.done, "broken": resume.broken,
            "at": resume.name, "part": asdict(resume.part),
        }  # fmt: skip
        assert child.process.stdin is not None
        child.process.stdin.write(json.dumps(request).encode("ascii") + b"\n")
        child.process.stdin.flush()

    def _listen(self, run: _Run) -> None:
        """Takes the messages that are there, and looks after the processes once a tick."""
        try:
            child, message = self._inbox.get(timeout=TICK)
            if child in self._children:
                self._take(child, message, run)
        except Empty:
            pass
        if time.monotonic() - run.looked >= TICK:
            run.looked = time.monotonic()
            run.looks += 1
            for child in self._children:
                child.look(around=run.looks % TREE == 0)
            self._weigh()

    def _take(self, child: Child, message: bytes | None, run: _Run) -> None:
        if message is None:
            self._bury(child, run)
        elif child.index is None:
            return
        elif message == b"":
            self._complete(child, run)
        else:
            try:
                event = decode(message)
                run.assembly(child.index).take(event)
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
                self._bury(child, run)  # what else it has sent is not looked at
                return
            child.next_step(document=isinstance(event, Begun))

    def _complete(self, child: Child, run: _Run) -> None:
        assert child.index is not None
        run.settle(child.index)
        child.index = None
        child.look(around=False)
        self._weigh()
        if child.memory > TIRED:
            self._remove(child)

    def _weigh(self) -> None:
        self.peak = max(self.peak, sum(child.memory for child in self._children))

    def _bury(self, child: Child, run: _Run) -> None:
        """A process is gone: what it was reading is settled or asked for again."""
        index = child.index
        self._remove(child)
        if index is not None:
            run.assembly(index).broken(child.ended_for or ABORTED)
            run.settle(index)

    def _remove(self, child: Child) -> None:
        child.close()
        self._children.remove(child)


class _Run:
    """The files of one call of Pool.read: which wait, which are at work, which are ready."""

    def __init__(self, tasks: Sequence[Task], password: str | None, progress: Callable[[str], None] | None) -> None:
        self.tasks, self.password, self._progress = tasks, password, progress
        self.waiting = deque(range(len(tasks)))
        self.ready: dict[int, list[Document | Skipped]] = {}
        self.next_out = 0
        self.looked = 0.0
        self.looks = 0
        self._assemblies: dict[int, Assembly] = {}

    def assembly(self, index: int) -> Assembly:
        """What is read so far of a file; its name is told when it is first asked for."""
        if index not in self._assemblies:
            if self._progress is not None:
                self._progress(self.tasks[index].name)
            self._assemblies[index] = Assembly(self.tasks[index].name)
        return self._assemblies[index]

    def settle(self, index: int) -> None:
        """The file is ready, or it goes to the front of the queue again after a break."""
        assembly = self._assemblies[index]
        if assembly.over and not assembly.results:  # no file ends without a word
            assembly.broken(ABORTED)
        if assembly.over:
            self.ready[index] = self._assemblies.pop(index).results
        else:
            assembly.again()
            self.waiting.appendleft(index)
