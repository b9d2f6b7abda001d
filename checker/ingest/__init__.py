"""Files -> Pack: every file ends as a Document or as a Skipped with its reason."""

from __future__ import annotations

from checker.ingest.pack import READERS, read_pack, read_pack_here
from checker.ingest.text import blocks_of_text
from checker.ingest.unreadable import Unreadable
from checker.ingest.worker import Pool

__all__ = ["READERS", "Pool", "Unreadable", "blocks_of_text", "read_pack", "read_pack_here"]
