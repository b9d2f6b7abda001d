"""The parts of a Word file that python-docx has no words for: numbering, notes, boxes, controls, tracked changes."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
EDITOR = 'w:author="Corporate Procurement" w:date="2026-04-10T09:00:00Z"'
NUMBER_ID = 90
ZIP_TIME = (2026, 1, 1, 0, 0, 0)


def add_numbering(document: Document, styles: tuple[tuple[str, str, str], ...]) -> None:
    """Define one list of several levels; `styles` gives the style id, number format and text of each level."""
    levels = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:pStyle w:val="{style}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{1276 if kind == "lowerLetter" else 709}" '
        f'w:hanging="{567 if kind == "lowerLetter" else 709}"/></w:pPr></w:lvl>'
        for index, (style, kind, text) in enumerate(styles)
    )
    root = document.part.numbering_part.element
    abstract = parse_xml(
        f'<w:abstractNum {SPACES} w:abstractNumId="{NUMBER_ID}">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
    root.insert(0, abstract)  # all abstract definitions come before the concrete ones
    root.append(parse_xml(f'<w:num {SPACES} w:numId="{NUMBER_ID}"><w:abstractNumId w:val="{NUMBER_ID}"/></w:num>'))
    for index, (style, _, _) in enumerate(styles):
        set_number(document.styles.element.find(f'.//w:style[@w:styleId="{style}"]', root.nsmap), NUMBER_ID, index)


def set_number(element: Any, number_id: int, level: int = 0) -> None:
    """Give a style or a paragraph its place in a list; list 0 takes it out of every list."""
    numbering = element.get_or_add_pPr().get_or_add_numPr()
    numbering.get_or_add_ilvl().val = level
    numbering.get_or_add_numId().val = number_id


def tracked(text: str, inserted: bool, change_id: int) -> Any:
    """Give a tracked insertion or deletion of `text`."""
    tag, inner = ("ins", "t") if inserted else ("del", "delText")
    return parse_xml(
        f'<w:{tag} {SPACES} w:id="{change_id}" {EDITOR}>'
        f'<w:r><w:{inner} xml:space="preserve">{escaped(text)}</w:{inner}></w:r></w:{tag}>'
    )


def note_mark(note_id: int) -> Any:
    """Give the raised number that points to a footnote."""
    return parse_xml(
        f'<w:r {SPACES}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{note_id}"/></w:r>'
    )


def add_footnotes(document: Document, notes: list[str]) -> None:
    """Add the footnotes part; nothing happens when there are no notes."""
    if not notes:
        return
    rules = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{tag}/></w:r></w:p></w:footnote>'
        for kind, number, tag in (("separator", -1, "separator"), ("continuationSeparator", 0, "continuationSeparator"))
    )
    texts = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t xml:space="preserve"> {escaped(text)}</w:t></w:r></w:p></w:footnote>'
        for number, text in enumerate(notes, 1)
    )
    xml = f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {SPACES}>{rules}{texts}</w:footnotes>'
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES_TYPE, xml.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def text_box(lines: tuple[str, ...]) -> Any:
    """Give a paragraph that holds a text box, once for newer and once for older readers, as Word saves it."""
    paragraphs = "".join(
        f"<w:p><w:r>{'<w:rPr><w:b/></w:rPr>' if not index else ''}<w:t>{escaped(line)}</w:t></w:r></w:p>"
        for index, line in enumerate(lines)
    )
    content = f"<w:txbxContent>{paragraphs}</w:txbxContent>"
    return parse_xml(
        f'<w:p {SPACES}><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:inline><wp:extent cx="5730000" cy="2150000"/><wp:docPr id="41" name="Key facts"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5730000" cy="2150000"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill>'
        '<a:srgbClr val="1F3864"/></a:solidFill></a:ln></wps:spPr>'
        f"<wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
        '</mc:Choice><mc:Fallback><w:pict><v:shape style="width:451pt;height:169pt">'
        f"<v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def content_control(title: str, placeholder: str) -> Any:
    """Give a paragraph-wide content control that still shows its placeholder."""
    return parse_xml(
        f'<w:sdt {SPACES}><w:sdtPr><w:alias w:val="{escaped(title)}"/><w:id w:val="7301"/><w:showingPlcHdr/><w:text/>'
        f"</w:sdtPr><w:sdtContent><w:p><w:r><w:t>{escaped(placeholder)}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )


def repeat_header(row: Any) -> None:
    """Mark a table row as the header that is repeated on each page."""
    row._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {SPACES}/>"))


def page_number(paragraph: Any) -> None:
    """Add the field that prints the page number."""
    paragraph._p.append(parse_xml(f'<w:fldSimple {SPACES} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'))


def drop_unused_table_styles(document: Document) -> None:
    """Take out the library's gallery of table styles, which no officer's file carries."""
    root = document.styles.element
    for style in root.findall("w:style", root.nsmap):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in ("TableNormal", "TableGrid"):
            root.remove(style)


def drop_theme_fonts(style: Any) -> None:
    """Let the font that a style names win over the theme's."""
    for fonts in style.iter(qn("w:rFonts")):
        for name in [name for name in fonts.attrib if name.endswith("Theme")]:
            del fonts.attrib[name]


def set_language(document: Document) -> None:
    """State the language of the whole document as English (United Kingdom)."""
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")


def packed(document: Document) -> bytes:
    """Give the file with fixed times, so that the bytes depend on nothing but the text."""
    saved, result = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(result, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # otherwise it tells which kind of machine made the file
            target.writestr(entry, source.read(name))
    return result.getvalue()


def escaped(text: str) -> str:
    """Give text safe to stand in XML."""
    return (
        str(etree.tostring(etree.Element("x", v=text), encoding="unicode")).removeprefix('<x v="').removesuffix('"/>')
    )
