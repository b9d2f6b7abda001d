"""Paragraphs that begin a content control: what is set into them LibreOffice drops, with the text before it.

So nothing is: a comment on their words begins at the end of the paragraph before and ends where the next one begins,
which Word and LibreOffice both show on the words.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from checker.report.marked.wordfile import W


@dataclass(frozen=True, slots=True)
class Around:
    """The paragraphs before and behind some words, of which at least one is there."""

    before: etree._Element | None
    behind: etree._Element | None


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The paragraphs of a body in their order, and which of them begin a content control."""

    order: dict[etree._Element, int]
    beginning: frozenset[etree._Element]

    def around(self, paragraph: etree._Element) -> Around | None:
        """The nearest paragraphs before and behind one that begins a control; None where there are none."""
        place, all_of_them = self.order[paragraph], list(self.order)
        before = next((p for p in reversed(all_of_them[:place]) if p not in self.beginning), None)
        behind = next((p for p in all_of_them[place + 1 :] if p not in self.beginning), None)
        return None if before is None and behind is None else Around(before, behind)


def paragraphs_of(root: etree._Element) -> Paragraphs:
    """The paragraphs of the body itself; those of text boxes are not among them."""
    found = [p for p in root.iter(f"{W}p") if next(p.iterancestors(f"{W}txbxContent", f"{W}p"), None) is None]
    order = {paragraph: place for place, paragraph in enumerate(found)}
    controls = (control for control in root.iter(f"{W}sdt") if next(control.iterancestors(f"{W}p"), None) is None)
    firsts = (next(control.iter(f"{W}p"), None) for control in controls)
    return Paragraphs(order, frozenset(first for first in firsts if first is not None))
