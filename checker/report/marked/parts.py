"""The parts of the package that hold comments: the comments themselves, the link to them, and the list of types."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence

from lxml import etree

from checker.domain import CheckerError
from checker.report.marked.comments import INITIALS
from checker.report.marked.edit import Stamp, set_text
from checker.report.marked.wordfile import W, WordFile

_TYPES = "[Content_Types].xml"
_TYPE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_KINDS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)  # of links, in a usual file and in a strict one


def style_of(file: WordFile, name: str) -> str | None:
    """Id of the style of this name ("annotation text"); None where the file has none."""
    part = file.linked("styles")
    if part is None:
        return None
    for style in file.tree(part).iter(f"{W}style"):
        named = style.find(f"{W}name")
        if named is not None and named.get(f"{W}val", "").lower() == name:
            return style.get(f"{W}styleId")
    return None


def comment_of(number: int, lines: Sequence[str], stamp: Stamp, file: WordFile) -> etree._Element:
    """One w:comment with a paragraph for each line."""
    comment = stamp.on(etree.Element(f"{W}comment"), number)
    comment.set(f"{W}initials", INITIALS)
    text_style, mark_style = style_of(file, "annotation text"), style_of(file, "annotation reference")
    for order, line in enumerate(lines):
        paragraph = etree.SubElement(comment, f"{W}p")
        if text_style is not None:
            etree.SubElement(etree.SubElement(paragraph, f"{W}pPr"), f"{W}pStyle").set(f"{W}val", text_style)
        if order == 0:
            run = etree.SubElement(paragraph, f"{W}r")
            if mark_style is not None:
                etree.SubElement(etree.SubElement(run, f"{W}rPr"), f"{W}rStyle").set(f"{W}val", mark_style)
            etree.SubElement(run, f"{W}annotationRef")
        set_text(etree.SubElement(paragraph, f"{W}r"), line)
    return comment


def with_comments(file: WordFile, comments: Sequence[etree._Element]) -> dict[str, bytes]:
    """The parts to change or to add so that the file holds these comments beside its own."""
    if _TYPES not in file.parts:
        raise CheckerError("its package has no list of types: open it in Word and save it again")
    own = file.linked("comments")
    if own is not None:
        root = file.tree(own)
        root.extend(comments)
        return {own: file.written(root)}
    root = etree.Element(f"{W}comments", nsmap={"w": W[1:-1]})
    root.extend(comments)
    part = _new_name(file)
    return {_TYPES: _with_type(file, part), **_with_link(file, part), part: file.written(root)}


def _new_name(file: WordFile) -> str:
    folder = posixpath.dirname(file.main)
    names = [posixpath.join(folder, f"comments{number or ''}.xml") for number in range(len(file.parts) + 1)]
    taken = {name.lower() for name in file.parts}
    return next(name for name in names if name.lower() not in taken)


def _with_type(file: WordFile, part: str) -> bytes:
    root = file.tree(_TYPES)
    entry = etree.SubElement(root, f"{_TYPE}Override")
    entry.set("PartName", f"/{part}")
    entry.set("ContentType", _COMMENTS)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _with_link(file: WordFile, part: str) -> dict[str, bytes]:
    folder, name = posixpath.split(file.main)
    source = posixpath.join(folder, "_rels", f"{name}.rels")
    exists = source in file.parts
    root = file.tree(source) if exists else etree.fromstring(f'<Relationships xmlns="{_LINKS}"/>'.encode())
    used = {link.get("Id") for link in root}
    link = etree.SubElement(root, f"{{{_LINKS}}}Relationship")
    link.set("Id", next(f"rIdChecked{n}" for n in range(len(used) + 1) if f"rIdChecked{n}" not in used))
    link.set("Type", f"{_KINDS[file.strict]}/comments")
    link.set("Target", posixpath.basename(part))
    return {source: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)}
