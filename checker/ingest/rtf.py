"""Rich text (.rtf) -> Document: paragraphs, lists with their numbers as shown, tables, notes, headers and footers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from checker.domain import Document, Gap, Pending
from checker.ingest.flow import Flow, document_of_flow
from checker.ingest.rtf_tokens import Token, Tokens
from checker.ingest.tidy import count_characters, tidy
from checker.ingest.word_numbering import Shown
from checker.ingest.word_walk import Cell, Item, Paragraph, Row, Run, Table

_STORIES = {
    "footnote": "footnote", "annotation": "comment", "shptxt": "text box", "header": "header", "headerl": "header",
    "headerr": "header", "headerf": "header", "footer": "footer", "footerl": "footer", "footerr": "footer",
    "footerf": "footer",
}  # fmt: skip
_ASIDE = frozenset({"listtext", "pntext", "fonttbl", "stylesheet", "title"})  # destinations that are read apart
_DROPPED = frozenset(
    {
        "colortbl", "info", "pict", "objdata", "fldinst", "listtable", "listoverridetable", "filetbl", "nonshppict",
        "themedata", "datastore", "nonesttables", "bkmkstart", "bkmkend", "xe", "tc", "sp", "sn", "sv", "revtbl",
        "author", "operator", "atnid", "atnauthor", "chftn", "private", "datafield", "fldtype", "ftnsep", "ftnsepc",
        "aftnsep", "aftnsepc", "ftncn", "aftncn", "template", "keywords", "subject", "doccomm", "company", "manager",
        "category", "hlinkbase", "upr",
    }
)  # fmt: skip
_STARRED = frozenset({"shppict", "shpinst", "annotation", "ud", "txfieldtext"})  # \* destinations that hold text
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_OBJECT = "an embedded object was not read: put it into the pack as a file of its own"
_CUT_SHORT = "the file ends in the middle, so text may be missing: save it again from Word"
_MOST_CELLS = 63


@dataclass(frozen=True, slots=True)
class _State:
    """What holds in a group."""

    target: str = "body"  # "body" for the text of the open story, a destination, or "" for what is dropped
    bold: bool = False
    pending: Pending = "none"
    hidden: bool = False


@dataclass(slots=True)
class _Story:
    """One run of text; its paragraph, cell and row at work."""

    part: str
    items: list[Item] = field(default_factory=list)
    paragraph: Paragraph = field(default_factory=Paragraph)
    cell: list[Item] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    in_table: bool = False
    header: bool = False  # the row names the columns
    heading: int | None = None

    def end_paragraph(self) -> None:
        if self.paragraph.runs:
            self.paragraph.heading = self.heading
            (self.cell if self.in_table else self._settled()).append(self.paragraph)
        self.paragraph = Paragraph()

    def _settled(self) -> list[Item]:
        """The items, once what a table left open is among them."""
        if self.cells or self.cell:
            self.end_row()
        return self.items

    def end_cell(self) -> None:
        self.in_table = True
        self.end_paragraph()
        if len(self.cells) < _MOST_CELLS:
            self.cells.append(Cell(self.cell, 1))
        else:
            self.cells[-1].items.extend(self.cell)
        self.cell = []

    def end_row(self) -> None:
        if self.cell:
            self.cells.append(Cell(self.cell, 1))
        if self.cells:
            last = self.items[-1] if self.items else None
            table = last if isinstance(last, Table) else Table([], False)
            table.rows.append(Row(self.cells, self.header, 0))
            if table is not last:
                self.items.append(table)
        self.cells, self.cell, self.header = [], [], False

    def end(self) -> None:
        self.end_paragraph()
        self.end_row()


def read_rtf(data: bytes, name: str) -> Document:
    """The document in a rich text file; pages are None.

    Text reads as if tracked changes were accepted; deleted text stands in blocks of its own. Raises
    Unreadable("empty") when there is no text. Tables within tables are read as text of the cell they stand in.
    """
    reader = _Reader(Tokens(data))
    return document_of_flow(reader.flow(), name)


@dataclass(slots=True)
class _Reader:
    tokens: Tokens
    out: Flow = field(default_factory=Flow)
    states: list[_State] = field(default_factory=lambda: [_State()])
    stories: list[tuple[int, _Story]] = field(default_factory=lambda: [(0, _Story("body"))])  # with their depth
    done: list[_Story] = field(default_factory=list)
    starred: bool = False
    styles: dict[int, int] = field(default_factory=dict)  # style number -> heading level
    label: str = ""
    title: str = ""
    entry: str = ""  # name of a style at work
    entry_style: int = 0
    font: int = 0
    hidden: int = 0
    pictures: int = 0

    @property
    def state(self) -> _State:
        return self.states[-1]

    @property
    def story(self) -> _Story:
        return self.stories[-1][1]

    def flow(self) -> Flow:
        """All of the file: the body, then its other stories in their order."""
        for token in self.tokens.read():
            self._take(token)
        while self.stories:
            self._end_story()
        stories = [self.done[-1], *self.done[:-1]]
        self.out.stories = [(story.part, story.items) for story in stories]
        if not self.tokens.closed:
            self.out.gaps.append(Gap(where="end of the file", reason=_CUT_SHORT))
        sentences = (
            (self.pictures, "Pictures: {}; what they show was not read."),
            (self.hidden, "Pieces of hidden text: {}; the page does not show them, but bidders can find them."),
        )
        self.out.warnings = [sentence.format(count) for count, sentence in sentences if count]
        self.out.title = tidy(self.title) or None
        return self.out

    def _take(self, token: Token) -> None:
        if token.kind == "open":
            self.states.append(self.state)
        elif token.kind == "close":
            self._close()
        elif token.kind == "text":
            self._text(token)
        elif token.text == "*":
            self.starred = True
            return
        else:
            self._word(token.text, token.value)
        self.starred = False

    def _close(self) -> None:
        if self.stories[-1][0] == len(self.states) and len(self.stories) > 1:
            self._end_story()
        if len(self.states) > 1:
            self.states.pop()

    def _end_story(self) -> None:
        story = self.stories.pop()[1]
        story.end()
        self.done.append(story)

    def _text(self, token: Token) -> None:
        target = self.state.target
        if target in ("listtext", "pntext"):
            self.label += "\u2022" if token.symbols and token.text.strip() else token.text
        elif target == "title":
            self.title += token.text
        elif target == "stylesheet":
            self._style_name(token.text)
        elif target == "body":
            self._add(token)

    def _add(self, token: Token) -> None:
        paragraph = self.story.paragraph
        if not paragraph.runs and self.label.strip():
            paragraph.listed = _shown(self.label)
        self.label = ""
        counted = count_characters(token.text) if token.written else 0
        self.out.written += counted
        self.hidden += self.state.hidden and bool(token.text.strip())
        paragraph.runs.append(Run(token.text, self.state.pending, self.state.bold, counted))

    def _style_name(self, text: str) -> None:
        """Names end in ";": "heading 1;"."""
        self.entry += text
        if ";" in text:
            found = _HEADING.match(self.entry.strip())
            if found and found[1] != "0":
                self.styles[self.entry_style] = int(found[1])
            elif self.entry.strip().lower() == "title;":
                self.styles[self.entry_style] = 1
            self.entry, self.entry_style = "", 0

    def _word(self, word: str, value: int | None) -> None:
        target = self.state.target
        if target == "":
            self._in_dropped(word)
        elif target == "fonttbl":
            self._font_table(word, value)
        elif target == "stylesheet":
            self.entry_style = value or 0 if word in ("s", "cs", "ds", "ts") else self.entry_style
            if self.starred:  # styles of characters and tables
                self._become("")
        elif word in _STORIES:
            self.stories.append((len(self.states), _Story(_STORIES[word])))
            self.states[-1] = _State()
        elif word == "ftnalt" and self.story.part == "footnote":
            self.story.part = "endnote"
        elif word in _ASIDE or word in _DROPPED or (self.starred and word not in _STARRED):
            self._leave_text(word)
        else:
            self._layout(word, value)

    def _in_dropped(self, word: str) -> None:
        """Within what is dropped: the title stands in the information about the file, Unicode beside plain text."""
        if word in ("title", "ud"):
            self._become("body" if word == "ud" else word)

    def _leave_text(self, word: str) -> None:
        self.pictures += word == "pict"
        if word == "objdata":
            self.out.parts_present += 1
            self.out.gaps.append(Gap(where="an object", reason=_OBJECT))
        self._become(word if word in _ASIDE else "")

    def _become(self, target: str) -> None:
        self.states[-1] = replace(self.state, target=target)

    def _font_table(self, word: str, value: int | None) -> None:
        if word == "f":
            self.font = value or 0
        elif word == "fcharset":
            self.tokens.fonts[self.font] = value or 0

    def _layout(self, word: str, value: int | None) -> None:
        story = self.story
        if word in ("par", "sect", "page", "nestcell", "nestrow"):
            story.end_paragraph()
        elif word == "cell":
            story.end_cell()
        elif word == "row":
            story.end_paragraph()
            story.end_row()
        elif word == "trhdr":
            story.header = True
        elif word == "pard":
            story.in_table, story.heading = False, None
        elif word == "intbl":
            story.in_table = True
        elif word == "s":
            story.heading = self.styles.get(value or 0)
        elif word == "outlinelevel" and value is not None and 0 <= value < 9:
            story.heading = value + 1
        else:
            self._look(word, value)

    def _look(self, word: str, value: int | None) -> None:
        on = value != 0
        if word == "b":
            self.states[-1] = replace(self.state, bold=on)
        elif word == "v":
            self.states[-1] = replace(self.state, hidden=on)
        elif word == "deleted":
            self.states[-1] = replace(self.state, pending="deleted" if on else "none")
        elif word == "revised" and self.state.pending != "deleted":
            self.states[-1] = replace(self.state, pending="inserted" if on else "none")
        elif word == "plain":
            self.states[-1] = replace(self.state, bold=False, hidden=False, pending="none")


def _shown(label: str) -> Shown:
    """A number or a bullet by what the file says stands before the paragraph."""
    number = label.strip().rstrip(".:").strip()
    counted = any(map(str.isalnum, number)) and number != "o"
    return Shown(number if counted else None, bullet=not counted)
