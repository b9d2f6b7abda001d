"""The officer's own Word file with comments on the exact words, and tracked changes where a rewrite replaces them."""

from __future__ import annotations

from checker.report.marked.mark import mark
from checker.report.marked.names import names_of_copies
from checker.report.marked.wordfile import Piece, WordFile

__all__ = ["Piece", "WordFile", "mark", "names_of_copies"]
