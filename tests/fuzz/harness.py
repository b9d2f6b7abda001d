"""Feeds a reader with broken versions of small files until it raises something else than Unreadable.

By atheris, which watches what code each file reaches and keeps those that reach more. Linux only.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import atheris

from checker.ingest.unreadable import Unreadable

SLOWEST = 60  # seconds for one file
MEMORY_MB = 3_000
LARGEST = 60_000  # bytes of a file


def fuzz(
    read: Callable[[bytes], object],
    seeds: Sequence[bytes],
    mutate: Callable[[bytes, int, int], bytes] | None = None,
    arguments: list[str] | None = None,
) -> None:
    """Runs until the time or the number of files is over; ends the process, with 0 when nothing was found.

    `mutate` makes a new file of an old one (with the largest size, and a seed); without it bytes change at random. A
    file that breaks the reader is kept in the folder given with --keep.
    """
    parser = argparse.ArgumentParser(description="Feeds a reader with broken files.")
    parser.add_argument("--seconds", type=int, default=20, help="0 for no limit")
    parser.add_argument("--runs", type=int, default=-1, help="so many files; the same ones each time")
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()), help="folder for files that break it")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        for index, seed in enumerate(seeds):
            (Path(folder) / f"seed{index}").write_bytes(seed)
        settings = [
            f"-max_total_time={options.seconds if options.runs < 0 else 0}", f"-runs={options.runs}", "-seed=1",
            f"-timeout={SLOWEST}", f"-rss_limit_mb={MEMORY_MB}", f"-max_len={LARGEST}", "-print_final_stats=1",
            f"-artifact_prefix={options.keep}/",
        ]  # fmt: skip
        extra = {"custom_mutator": mutate} if mutate else {}
        atheris.Setup([sys.argv[0], *settings, folder], lambda data: _once(read, data), **extra)
        atheris.Fuzz()


def _once(read: Callable[[bytes], object], data: bytes) -> None:
    try:
        read(data)
    except (Unreadable, MemoryError):  # what a reader may do; the reading process deals with both
        return
