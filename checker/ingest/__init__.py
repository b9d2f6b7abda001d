"""Files -> Pack: every file ends as a Document or as a Skipped with its reason."""

from __future__ import annotations

from checker.ingest.pack import READERS, read_pack
from checker.ingest.text import blocks_of_text
from checker.ingest.unreadable import Unreadable

__all__ = ["READERS", "Unreadable", "blocks_of_text", "read_pack"]
