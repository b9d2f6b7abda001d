"""Elements of a web page -> paragraphs and tables, in the order of the text."""

from __future__ import annotations

from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from checker.ingest.tidy import count_characters
from checker.ingest.word_numbering import Shown, format_number
from checker.ingest.word_walk import Cell, Item, Paragraph, Row, Run, Table

_TEXT = "-text"
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset({"ul", "ol", "menu"})
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div",
        "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "legend", "li",
        "main", "nav", "optgroup", "option", "p", "pre", "search", "section", "select", "summary", "title",
    }
)  # fmt: skip
_BOLD = frozenset({"b", "strong", "th"})
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_MOST_COLUMNS = 63
_MOST_NUMBER = 1_000_000


@dataclass(frozen=True, slots=True)
class _Look:
    """What surrounds a piece of text."""

    bold: bool = False
    kept: bool = False  # line breaks count, as in <pre>


@dataclass(slots=True)
class WebWalker:
    """Reads one page, or one cell of it, into paragraphs and tables."""

    undescribed: int = 0  # pictures without alternative text
    _found: list[Item] = field(default_factory=list)
    _open: Paragraph | None = None
    _listed: Shown | None = None  # for the next paragraph
    _heading: int | None = None

    def items(self, node: LexborNode) -> list[Item]:
        """Everything below a node."""
        self._children(node, _Look())
        self._close()
        return self._found

    def _children(self, node: LexborNode, look: _Look) -> None:
        for child in node.iter(include_text=True):
            self._one(child, look)

    def _one(self, node: LexborNode, look: _Look) -> None:
        tag = node.tag or ""
        if tag == _TEXT:
            text = node.text_content or ""
            self._add(text if look.kept else text.replace("\n", " "), look)
        elif tag == "br":
            self._add("\n", look)
        elif tag in _HEADINGS:
            self._headed(node, _HEADINGS[tag], look)
        elif tag in _LISTS:
            self._list(node, look)
        elif tag == "table":
            self._table(node)
        elif tag in _BLOCKS:
            self._close()
            self._children(node, _Look(look.bold, look.kept or tag == "pre"))
            self._close()
        else:
            self._inline(node, tag, look)

    def _inline(self, node: LexborNode, tag: str, look: _Look) -> None:
        if tag == "img":
            self._picture(node)
        elif tag == "input":
            self._field(node, look)
        elif not tag.startswith(("-", "!")):  # comments
            self._children(node, _Look(look.bold or tag in _BOLD, look.kept or tag == "textarea"))

    def _add(self, text: str, look: _Look) -> None:
        if self._open is None and not text.strip():
            return
        self._paragraph().runs.append(Run(text, "none", look.bold, count_characters(text)))

    def _paragraph(self) -> Paragraph:
        if self._open is None:
            self._open = Paragraph(listed=self._listed, heading=self._heading)
            self._listed = None
            self._found.append(self._open)
        return self._open

    def _close(self) -> None:
        self._open = None

    def _headed(self, node: LexborNode, level: int, look: _Look) -> None:
        self._close()
        self._heading = level
        self._children(node, look)
        self._close()
        self._heading = None

    def _list(self, node: LexborNode, look: _Look) -> None:
        self._close()
        form = _FORMS.get(_attribute(node, "type"), "decimal")
        number = _number(_attribute(node, "start"), 1)
        for child in node.iter(include_text=True):
            if child.tag == "li":
                number = _number(_attribute(child, "value"), number)
                shown = Shown(format_number(number, form), bullet=False)
                self._listed = shown if node.tag == "ol" else Shown(None, bullet=True)
                number += 1
            self._one(child, look)
            self._close()
            self._listed = None

    def _picture(self, node: LexborNode) -> None:
        described = _attribute(node, "alt").strip()
        if described:
            self._paragraph().pictures.append(described)
        elif "alt" not in node.attributes:  # an empty one marks decoration
            self.undescribed += 1

    def _field(self, node: LexborNode, look: _Look) -> None:
        """What an input shows: a tick, or what it is filled with."""
        kind = _attribute(node, "type").lower()
        if kind in ("checkbox", "radio"):
            shown = "\u2612" if "checked" in node.attributes else "\u2610"
        else:
            shown = _attribute(node, "value")
        if shown:
            self._paragraph().runs.append(Run(f" {shown} ", "none", look.bold, 0))

    def _table(self, node: LexborNode) -> None:
        self._close()
        rows: list[Row] = []
        covered: dict[int, int] = {}  # column -> rows that a cell above still covers
        for row, in_head in self._rows(node, False):
            cells = [child for child in row.iter() if child.tag in ("td", "th")]
            header = in_head or (len(cells) > 1 and all(cell.tag == "th" for cell in cells))
            rows.append(Row(self._cells(cells, covered), header, 0))
        self._found.append(Table(rows, False))

    def _rows(self, node: LexborNode, in_head: bool) -> list[tuple[LexborNode, bool]]:
        """Rows of this table; what stands between them (a caption) goes before the table."""
        found: list[tuple[LexborNode, bool]] = []
        for child in node.iter(include_text=True):
            if child.tag == "tr":
                found.append((child, in_head))
            elif child.tag in ("thead", "tbody", "tfoot"):
                found += self._rows(child, child.tag == "thead")
            else:
                self._one(child, _Look())
                self._close()
        return found

    def _cells(self, nodes: list[LexborNode], covered: dict[int, int]) -> list[Cell]:
        cells: list[Cell] = []
        column = 0
        for node in nodes:
            while covered.get(column, 0):
                covered[column] -= 1
                cells.append(Cell([], 1))
                column += 1
            across = min(_number(_attribute(node, "colspan"), 1), max(1, _MOST_COLUMNS - column))
            down = _number(_attribute(node, "rowspan"), 1) - 1
            covered |= (
                dict.fromkeys(range(column, column + across), down) if down > 0 and column < _MOST_COLUMNS else {}
            )
            cells.append(Cell(self._items_of(node), across))
            column += across
        for later in sorted(place for place, rows in covered.items() if rows and place >= column):
            covered[later] -= 1
        return cells

    def _items_of(self, node: LexborNode) -> list[Item]:
        inner = WebWalker()
        inner._children(node, _Look(bold=node.tag == "th"))
        self.undescribed += inner.undescribed
        return inner._found


def _attribute(node: LexborNode, name: str) -> str:
    return node.attributes.get(name) or ""


def _number(text: str, otherwise: int) -> int:
    text = text.strip()
    return min(int(text), _MOST_NUMBER) if text.isascii() and text.isdecimal() and len(text) < 10 else otherwise
