"""The identity of a finding: the same problem has the same id in the next draft and in the next run."""

from __future__ import annotations

import hashlib
import re

from checker.domain import Place


def finding_id(rule_id: str, place: Place) -> str:
    """Twelve hexadecimal digits made of rule, document, clause number and the quote without case and spacing."""
    document = place.location.document if place.location else ""
    words = " ".join(re.findall(r"\w+", place.quote.lower()))
    return hashlib.sha256("\n".join((rule_id, document, place.clause or "", words)).encode()).hexdigest()[:12]
