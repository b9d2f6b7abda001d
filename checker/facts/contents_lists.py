"""Entries of a list of contents that the pack does not keep: the others of the list are there, and this one is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.domain import Block, Document, Pack
from checker.facts.held import label_key, plain_words, weighty

SHORTEST = 4  # entries that make a list of contents
_MOST = 2 / 3  # of its entries that have a heading, for the list to be one of what is inside
_LABEL = re.compile(
    r"^\W*(?P<label>(?:appendix|annexe?|schedule|attachment) (?:[A-Z]\d?|\d{1,2}))(?!\w)[\s:.,|–-]*(?P<title>.*)", re.I
)
_LETTER = re.compile(r"^\W*(?P<label>[A-Z]|\d{1,2})[.)]?\s*\|\s*(?P<title>.+)")
_PAGE = re.compile(r"[\s|.…]*\d{0,3}\s*$")
Entry = tuple[Block, str, str]  # the block, its label as a key, its title


def unkept_entries(pack: Pack) -> frozenset[tuple[str, int]]:
    """Document and block of the entries without a heading of their own, in lists most of whose entries have one."""
    return frozenset(
        (block.location.document, block.location.block)
        for document in pack.documents
        for run in _runs(document)
        for block, label, title in _unkept(run, document)
        if not any(_bears(other, label, title) for other in _openings(pack, run))
    )


def _unkept(run: list[Entry], document: Document) -> Iterator[Entry]:
    inside = {entry[0].location.block for entry in run}
    headings = [b for b in document.blocks if b.kind == "heading" and b.location.block not in inside]
    absent = [entry for entry in run if not any(_bears(block, entry[1], entry[2]) for block in headings)]
    if len(run) - len(absent) >= _MOST * len(run):
        yield from absent


def _openings(pack: Pack, run: list[Entry]) -> Iterator[Block]:
    """Headings and short blocks outside the list."""
    mine = {(entry[0].location.document, entry[0].location.block) for entry in run}
    for document in pack.documents:
        for block in document.blocks:
            short = block.kind == "heading" or len(block.text.split()) <= SHORTEST
            if short and (document.name, block.location.block) not in mine:
                yield block


def _bears(block: Block, label: str, title: str) -> bool:
    """Whether a block has the entry's title, its whole label ("Annex 1"), or opens with its letter and a word of it."""
    words, text = weighty(title), plain_words(block.text)
    if words and words <= weighty(text):
        return True
    if " " in label:
        return re.search(rf"\b{re.escape(label)}\b", text) is not None
    return text.split(" ")[0] == label and bool(words & weighty(text))


def _runs(document: Document) -> Iterator[list[Entry]]:
    run: list[Entry] = []
    for block in document.blocks:
        entry = _entry(block)
        if entry:
            run.append(entry)
            continue
        if len(run) >= SHORTEST:
            yield run
        run = []
    if len(run) >= SHORTEST:
        yield run


def _entry(block: Block) -> Entry | None:
    match = _LABEL.match(block.text) or _LETTER.match(block.text)
    if not match or len(block.text.split()) > 14:
        return None
    label = match["label"]
    return block, label_key(label) if " " in label else label.lower(), _PAGE.sub("", match["title"])
