"""Gathers what a careful reviewer would find in a sample pack, for its `expected.yaml`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
from marked_text import Label

THEMES = {
    "A": "finance", "B": "insurance", "C": "experience", "D": "specification", "E": "lots", "F": "time",
    "G": "process", "H": "evaluation", "I": "payment", "J": "risk", "K": "policy", "L": "clarity",
}  # fmt: skip
SLUG_THEMES = {
    "terms-not-negotiable": "risk", "terms-unseen": "risk", "information-risk": "risk", "scope-open-ended": "risk",
    "specification-after-award": "specification", "consortium-change-restricted": "experience",
    "confidentiality-blocks-partners": "process", "selection-at-award": "evaluation",
    "financial-test-undefined": "finance", "director-history": "policy", "signature-formality": "process",
    "validity-long": "time", "price-rounds": "evaluation", "worker-status": "policy", "reuse-of-ideas": "risk",
    "subcontract-consent": "risk", "no-feedback": "process", "locality-scored": "evaluation",
    "open-book-reporting": "risk", "contact-fatal": "process", "clarification-discretion": "time",
    "stage-unexplained": "evaluation",
}  # fmt: skip
SEVERITIES = ("critical", "high", "medium", "low")
Entry = dict[str, Any]


def gathered(folder: Path, labels: dict[str, list[Label]], about: Entry) -> Entry:
    """Join the labels of each document (by file name) with what `about` states of the pack as a whole."""
    placed = [(label, _place(folder / name, label)) for name, found in labels.items() for label in found]
    barriers = [_barrier(label, place) for label, place in placed if label.kind == "barrier"]
    return {
        "facts": about["facts"],
        "top_three": about["top_three"],
        "named_not_given": about["named_not_given"],
        "must_find": barriers + [{"quote": "", **entry} for entry in about.get("missing", [])],
        "must_not_flag": [
            {"quote": _checked(label), "looks_like": label.name, "why": label.note, **place}
            for label, place in placed
            if label.kind == "lookalike"
        ],
        "conflicts": [_conflict(name, what, placed) for name, what in about["conflicts"].items()],
        "credits": [
            {"catalogue": label.name, "quote": label.quote, **place}
            for label, place in placed
            if label.kind == "credit"
        ],
    }


def theme_of(catalogue: str) -> str:
    """Give the theme of a catalogue entry. Raises KeyError for one that is not in the catalogue."""
    return SLUG_THEMES[catalogue] if catalogue in SLUG_THEMES else THEMES[catalogue[0]]


def words(text: str) -> list[str]:
    """Give the words of a text in small letters, without punctuation."""
    return re.findall(r"[a-z0-9£]+", text.lower())


def page_of(path: Path, quote: str) -> int:
    """Give the page of a PDF, from 1, on which a quote stands. Raises ValueError when no page holds it."""
    document = pdfium.PdfDocument(path)
    wanted = f" {' '.join(words(quote))} "
    for number, page in enumerate(document, 1):
        if wanted in f" {' '.join(words(page.get_textpage().get_text_range()))} ":
            return number
    raise ValueError(f"{path.name} does not hold {quote!r} on one page.")


def _place(path: Path, label: Label) -> Entry:
    page = page_of(path, label.quote) if path.suffix == ".pdf" else None
    return {"document": path.name, "page": page, "clause": label.clause}


def _barrier(label: Label, place: Entry) -> Entry:
    if label.note not in SEVERITIES:
        raise ValueError(f"The label {label.name} on {label.quote!r} has no severity.")
    return {
        "catalogue": label.name,
        "theme": theme_of(label.name),
        "quote": _checked(label),
        **place,
        "severity": label.note,
        "critical": label.note == "critical",
    }


def _checked(label: Label) -> str:
    if not 6 <= len(words(label.quote)) <= 25:
        raise ValueError(f"{len(words(label.quote))} words, not 6 to 25: {label.quote!r}")
    theme_of(label.name)
    return label.quote


def _conflict(name: str, what: str, placed: list[tuple[Label, Entry]]) -> Entry:
    places = [{"quote": label.quote, **place} for label, place in placed
              if label.kind == "conflict" and label.name == name]  # fmt: skip
    if not places:
        raise ValueError(f"No passage is labelled ={name}.")
    return {"name": name, "what": what, "places": places}
