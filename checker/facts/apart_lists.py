"""Lists of a pack's papers whose heading says that they are separate files."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.domain import Sentence
from checker.facts.held import label_key

ENTRY = re.compile(
    r"^\W*(?P<kind>(?i:section|part|appendix|annexe?|schedule|attachment|enclosure|document|volume|exhibit))"
    r" (?P<id>\d{1,2}[A-Za-z]?|[A-Z]\d{0,2})(?!\w)"
)
LONGEST_TITLE = 10  # words of an entry in a list of separate files
_THING = r"(?:documents?|files?|attachments?|enclosures?|spreadsheets?|workbooks?)\b"
APART = re.compile(
    rf"\bseparate(?:ly)? (?:\w+ )?(?:attached )?{_THING}|\baccompanying (?:\w+ )?{_THING}|\bseparately attached\b"
    r"|\b(?:attached|enclosed|issued|provided|supplied|uploaded|published|available)\b(?: \w+){0,3} separately\b",
    re.IGNORECASE,
)
_LIST_APART = re.compile(r"\blists?\b|\bfollowing\b|:\s*$", re.IGNORECASE)


def listed_apart(sentences: Sequence[Sentence]) -> frozenset[tuple[str, int]]:
    """Places (document, block) of the entries of lists whose heading says that they are separate files."""
    found: set[tuple[str, int]] = set()
    labels: set[str] = set()  # a label that comes again is the document itself, after the list
    within = ""
    for sentence in sentences:
        place = sentence.location
        if _LIST_APART.search(sentence.text) and APART.search(sentence.text):
            within, labels = place.document, set()
        elif within == place.document and (label := _entry(sentence)) and label not in labels:
            labels.add(label)
            found.add((place.document, place.block))
        else:
            within = ""
    return frozenset(found)


def _entry(sentence: Sentence) -> str:
    """The label that an entry of a list opens with, or the whole of a short item; empty for anything else."""
    match = ENTRY.match(sentence.text)
    if match:
        return label_key(f"{match['kind']} {match['id']}")
    return sentence.text.lower() if sentence.kind == "item" and len(sentence.text.split()) <= LONGEST_TITLE else ""
