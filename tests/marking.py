"""Looks at marked Word files with eyes of its own: undoes and takes up what was marked, and checks the format's rules."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from io import BytesIO

from lxml import etree

AUTHOR = "Small-firm check"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT_W = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")
# Where the schema allows a range mark and a run beside each other.
_HOLDERS = {W + name for name in ("p", "hyperlink", "smartTag", "customXml", "dir", "bdo")}
_RUN_CONTENT = {
    W + name for name in ("rPr", "t", "delText", "tab", "br", "cr", "sym", "noBreakHyphen", "softHyphen")
} | {W + "lastRenderedPageBreak"}


def parts_of(data: bytes) -> dict[str, bytes]:
    """All parts of a package by name."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def main_part(data: bytes) -> str:
    """Name of the part that holds the body."""
    links = parts_of(data)["_rels/.rels"]
    targets = [link for link in etree.fromstring(links) if link.get("Type", "").endswith("/officeDocument")]
    return targets[0].get("Target", "").lstrip("/").replace("./", "")


def body(data: bytes) -> etree._Element:
    """Root of the main part; comments and processing instructions, which no office program writes, left out."""
    parser = etree.XMLParser(remove_comments=True, remove_pis=True)
    written = parts_of(data)[main_part(data)].replace(_STRICT_W[1:-1].encode(), W[1:-1].encode())
    return etree.fromstring(written, parser)


def comments(data: bytes) -> dict[str, str]:
    """Text of our comments by id, their paragraphs on lines."""
    found = {}
    for name, content in parts_of(data).items():
        if "comments" in name.rpartition("/")[2] and name.endswith(".xml") and b"comments>" in content:
            root = etree.fromstring(content.replace(_STRICT_W[1:-1].encode(), W[1:-1].encode()))
            for comment in root.iter(f"{W}comment"):
                if comment.get(f"{W}author") == AUTHOR:
                    lines = ("".join(t.text or "" for t in p.iter(f"{W}t")) for p in comment.iter(f"{W}p"))
                    found[comment.get(f"{W}id", "")] = "\n".join(lines)
    return found


def commented(data: bytes, *, inserted: bool = False) -> dict[str, str]:
    """The words each of our comments stands on, by id: deleted ones with the rest, our own new ones where asked for.

    Text boxes are left out: a comment stands on the place where they hang.
    """
    ids = list(comments(data))
    words: dict[str, list[str]] = {number: [] for number in ids}
    active: set[str] = set()
    for node in body(data).iter():
        number = node.get(f"{W}id")
        if node.tag == f"{W}commentRangeStart" and number in ids:
            active.add(number)
        elif node.tag == f"{W}commentRangeEnd":
            active.discard(number or "")
        elif node.tag in (f"{W}t", f"{W}delText"):
            up = list(node.iterancestors())
            if any(each.tag == f"{W}txbxContent" or (not inserted and _is_own(each, "ins")) for each in up):
                continue
            for each in active:
                words[each].append(node.text or "")
    return {number: "".join(pieces) for number, pieces in words.items()}


def rejected(data: bytes) -> etree._Element:
    """The body with our comments taken away and our changes rejected."""
    return _settled(data, kept="del", dropped="ins")


def accepted(data: bytes) -> etree._Element:
    """The body with our comments taken away and our changes accepted."""
    return _settled(data, kept="ins", dropped="del")


def _settled(data: bytes, *, kept: str, dropped: str) -> etree._Element:
    root = body(data)
    _take_marks_away(root, set(comments(data)))
    for node in [node for node in root.iter(W + kept, W + dropped) if node.get(f"{W}author") == AUTHOR]:
        parent = node.getparent()
        assert parent is not None
        if parent.tag == f"{W}rPr":  # the mark of a paragraph
            _settle_mark(parent, node, goes=dropped == "del")
        elif node.tag == W + kept:
            for child in list(node):
                node.addprevious(child)
            parent.remove(node)
        else:
            parent.remove(node)
    for text in root.iter(f"{W}delText"):
        if kept == "del" and not any(up.tag in (f"{W}del", f"{W}moveFrom") for up in text.iterancestors()):
            text.tag = f"{W}t"
    return root


def _settle_mark(looks: etree._Element, node: etree._Element, *, goes: bool) -> None:
    looks.remove(node)
    paragraph = next(looks.iterancestors(f"{W}p"))
    parent = paragraph.getparent()
    if goes and parent is not None:
        parent.remove(paragraph)


def _take_marks_away(root: etree._Element, ids: set[str]) -> None:
    for node in [node for node in root.iter(*(W + name for name in _MARKS)) if node.get(f"{W}id") in ids]:
        parent = node.getparent()
        assert parent is not None
        if node.tag == f"{W}commentReference":
            node, parent = parent, parent.getparent()
            assert parent is not None
        parent.remove(node)


def joined(root: etree._Element) -> bytes:
    """A body in one spelling: neighbouring runs of one look joined, so that cutting a run shows no difference."""
    root = deepcopy(root)
    for holder in list(root.iter()):
        for child in list(holder):
            child.tail = None if not (child.tail or "").strip() else child.tail
            if child.tag == f"{W}r":
                _join(child)
        if holder.tag == f"{W}t":
            holder.set(_SPACE, "preserve")
    for holder in reversed(list(root.iter(f"{W}pPr", f"{W}rPr"))):  # empty properties say nothing
        parent = holder.getparent()
        if len(holder) == 0 and not holder.attrib and parent is not None:
            parent.remove(holder)
    return etree.tostring(root, method="c14n")


def _join(run: etree._Element) -> None:
    before = run.getprevious()
    if (
        before is None
        or before.tag != f"{W}r"
        or dict(before.attrib) != dict(run.attrib)
        or _look(before) != _look(run)
    ):
        _join_texts(run)
        return
    for child in list(run):
        if child.tag != f"{W}rPr":
            before.append(child)
    parent = run.getparent()
    assert parent is not None
    parent.remove(run)
    _join_texts(before)


def _join_texts(run: etree._Element) -> None:
    for text in run.findall(f"{W}t"):
        before = text.getprevious()
        if before is not None and before.tag == f"{W}t":
            before.text = (before.text or "") + (text.text or "")
            run.remove(text)


def _look(run: etree._Element) -> bytes:
    properties = run.find(f"{W}rPr")
    return b"" if properties is None else etree.tostring(properties, method="c14n", with_tail=False)


def text_of(root: etree._Element) -> str:
    """Running text of a body, a line for each paragraph, deleted text left out."""
    lines = []
    for paragraph in root.iter(f"{W}p"):
        own = (t for t in paragraph.iter(f"{W}t") if next(t.iterancestors(f"{W}p")) is paragraph)
        lines.append("".join(t.text or "" for t in own))
    return "\n".join(lines)


def faults(data: bytes, original: bytes) -> list[str]:
    """Rules of the format, and of leaving things alone, that a marked file breaks; empty when all is well."""
    return [*_package_faults(data, original), *_body_faults(body(data), comments(data), body(original))]


def _package_faults(data: bytes, original: bytes) -> Iterator[str]:
    main = main_part(original)
    links = re.sub(r"([^/]+)$", r"_rels/\1.rels", main)
    before, after = parts_of(original), parts_of(data)
    changed = {name for name in after if before.get(name) != after[name]}
    allowed = {main, links, "[Content_Types].xml"}
    if extra := {name for name in changed - allowed if "comments" not in name}:
        yield f"parts changed: {sorted(extra)}"
    if lost := set(before) - set(after):
        yield f"parts lost: {sorted(lost)}"
    old, new = _entries(original), _entries(data)
    if any(old[name] != new[name] for name in before if name not in changed):
        yield "a part that did not change was packed anew"


def _entries(data: bytes) -> dict[str, bytes]:
    """The packed bytes of each part."""
    found = {}
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for entry in archive.infolist():
            at = entry.header_offset + 26
            name, extra = (int.from_bytes(data[at + i : at + i + 2], "little") for i in (0, 2))
            begin = entry.header_offset + 30 + name + extra
            found[entry.filename] = data[begin : begin + entry.compress_size]
    return found


def _body_faults(root: etree._Element, ours: dict[str, str], original: etree._Element) -> Iterator[str]:
    for name in _MARKS:
        counts = Counter(node.get(f"{W}id") for node in root.iter(W + name))
        if any(counts[number] != 1 for number in ours):
            yield f"{name}: not one for each comment"
    before = Counter(_numbered(original))
    twice = {key for key, count in Counter(_numbered(root)).items() if count > 1 and count > before[key]}
    if twice:
        yield f"ids used twice: {sorted(twice)}"
    for node in root.iter(f"{W}ins", f"{W}del"):
        if node.get(f"{W}author") == AUTHOR:
            yield from _change_faults(node)
    for node in root.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd"):
        parent = node.getparent()
        if node.get(f"{W}id") in ours and (parent is None or parent.tag not in _HOLDERS):
            yield f"a range mark in {parent.tag if parent is not None else 'nothing'}"
    for holder, first in ((f"{W}p", f"{W}pPr"), (f"{W}r", f"{W}rPr")):
        if any(node.find(first) is not None and node[0].tag != first for node in root.iter(holder)):
            yield f"{first} is not the first in {holder}"


def _numbered(root: etree._Element) -> Iterator[tuple[str, str]]:
    kinds = {f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo", f"{W}rPrChange", f"{W}pPrChange"}
    for node in root.iter():
        if node.tag in kinds:
            yield "change", node.get(f"{W}id", "")
        elif node.tag == f"{W}commentReference":
            yield "comment", node.get(f"{W}id", "")


def _change_faults(node: etree._Element) -> Iterator[str]:
    parent = node.getparent()
    assert parent is not None
    if parent.tag == f"{W}rPr":
        if parent[0] is not node and parent[0].tag != f"{W}ins":
            yield "a deleted paragraph mark is not first in its properties"
        if len(node):
            yield "a deleted paragraph mark holds something"
        return
    if parent.tag not in _HOLDERS:
        yield f"a change in {parent.tag}"
    inside = {child.tag for run in node for child in run}
    if any(run.tag != f"{W}r" for run in node) or not inside <= _RUN_CONTENT:
        yield f"a change holds {sorted(inside - _RUN_CONTENT)}"
    wrong = f"{W}t" if node.tag == f"{W}del" else f"{W}delText"
    if wrong in inside:
        yield f"{wrong} in {node.tag}"


def _is_own(node: etree._Element, name: str) -> bool:
    return node.tag == W + name and node.get(f"{W}author") == AUTHOR
