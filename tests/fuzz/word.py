"""python -m tests.fuzz.word [--seconds N]: Word files with broken parts; the package around them stays whole.

The bytes are the body, then the numbering and the styles, with a line of three signs between.
"""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from random import Random

import atheris
from lxml import etree

with atheris.instrument_imports(include=["checker.ingest"]):
    from checker.ingest.word import read_word

from tests.fuzz.harness import fuzz
from tests.ingest.docx_maker import docx, p, pack_zip, r, tbl, tc, tr, xml

BETWEEN = b"\n===\n"
_ODD = ("", "0", "-1", "99999999999", "1", "x", "none", "bullet", "lowerRoman", "%1%9", "H1", "\u202e\u0301", "2.5")
_LINKS = (("rn", "numbering", "numbering.xml"), ("rs", "styles", "styles.xml"))
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%2)"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
_STYLES = '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
_BODIES = (
    p("Terms", style="H1") + p("One", numbered="1/0") + p("Two", numbered="1/1"),
    tbl(tr(tc(p("Item")), tc(p("Price"))), tr(tc(p("Broom")), tc(p("5")))) + p(),
    f'<w:p><w:ins w:id="1">{r("new")}</w:ins><w:del w:id="2"><w:r><w:delText>old</w:delText></w:r></w:del></w:p>',
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGEREF</w:instrText></w:r>'
    "<mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></mc:Choice>"
    "</mc:AlternateContent></w:p><w:sdt><w:sdtContent><w:p><w:r><w:t>held</w:t></w:r></w:p></w:sdtContent></w:sdt>",
)
_PACKAGE = docx("", _LINKS, numbering_xml=xml("w:numbering", ""), styles_xml=xml("w:styles", ""))


def seeds() -> list[bytes]:
    """The parts of some small files."""
    others = (xml("w:numbering", _NUMBERING), xml("w:styles", _STYLES))
    bodies = (xml("w:document", f"<w:body>{body}</w:body>") for body in _BODIES)
    return [BETWEEN.join(part.encode() for part in (body, *others)) for body in bodies]


def package(data: bytes) -> bytes:
    """The Word file whose parts these bytes are."""
    parts = data.split(BETWEEN)
    names = ("word/document.xml", "word/numbering.xml", "word/styles.xml")
    with zipfile.ZipFile(io.BytesIO(_PACKAGE)) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    return pack_zip({**content, **dict(zip(names, parts, strict=False))})


def mutate(data: bytes, most: int, seed: int) -> bytes:
    """Another file: mostly one whose XML is whole, with an element gone, doubled, moved, renamed or told otherwise."""
    random = Random(seed)
    parts = data.split(BETWEEN)
    place = random.choice([0, 0, 0, *range(len(parts))])
    try:
        root = etree.fromstring(parts[place])
    except etree.XMLSyntaxError:
        return atheris.Mutate(data, most)
    for _ in range(random.randint(1, 4)):
        _change(root, random)
    parts[place] = etree.tostring(root)
    made = BETWEEN.join(parts)
    return made if len(made) <= most and random.random() < 0.95 else atheris.Mutate(data, most)


def _change(root: etree._Element, random: Random) -> None:
    elements = list(root.iter(etree.Element))
    one, other = random.choice(elements), random.choice(elements)
    deed = random.randrange(5)
    if deed == 0 and one.getparent() is not None:
        one.getparent().remove(one)
    elif deed == 1:
        other.append(deepcopy(one))
    elif deed == 2:
        one.tag = other.tag
    elif deed == 3 and one.attrib:
        one.set(random.choice(list(one.attrib)), random.choice(_ODD))
    else:
        one.text = random.choice(_ODD)


if __name__ == "__main__":
    fuzz(lambda data: read_word(package(data), "fuzz.docx"), seeds(), mutate)
