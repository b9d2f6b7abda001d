"""Pages of a PDF that are pictures of text: drawn again at about 300 dots per inch, and recognised."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from checker.domain import Gap
from checker.ingest.ocr import DPI, Engine, Failed, Recognised, TooSlow, find_engine, recognise, scale_within
from checker.ingest.pdf_document import NO_TEXT_SEEN, PICTURE
from checker.ingest.pdf_drawn import Drawn
from checker.ingest.pdf_pages import ReadPage
from checker.ingest.pdf_second import sees_text


@dataclass(slots=True)
class Pictures:
    """The recognition of one file's pages; `seconds` for each, 0 for none at all."""

    data: bytes
    password: str | None
    seconds: int
    engine: Engine | None = field(init=False)
    _asked: bool = False

    def __post_init__(self) -> None:
        self.engine = find_engine() if self.seconds else None

    def wants(self, page: ReadPage) -> bool:
        """Whether a page is to be recognised: no endless drawing, and not in a file that the second engine can read."""
        if self.engine is None or page.drawn.cut or not any(gap.reason == PICTURE for gap in page.gaps):
            return False
        if not self._asked:
            self._asked = True
            if sees_text(self.data, self.password, page.number):
                self.engine = None
        return self.engine is not None

    def read(self, raw: Any, page: ReadPage) -> ReadPage:
        """The page with its recognised words; `raw` is the `pypdfium2.PdfPage`."""
        assert self.engine is not None
        width, height = raw.get_size()
        picture = raw.render(scale=scale_within(width, height, DPI / 72), grayscale=True).to_pil()
        return recognised_page(picture, page, self.seconds, self.engine)


def recognised_page(picture: Any, page: ReadPage, seconds: int, engine: Engine) -> ReadPage:
    """A page with the words that are recognised in its picture; where that fails, with a gap that says why."""
    others = tuple(gap for gap in page.gaps if gap.reason != PICTURE)
    try:
        found = recognise(picture, seconds, engine)
    except TooSlow:
        return replace(
            page, gaps=(*others, _gap(page, f"a picture of text: recognising it took longer than {seconds} seconds"))
        )
    except Failed:
        return replace(page, gaps=(*others, _gap(page, "a picture of text: the program that recognises text failed")))
    if found is None:
        return replace(page, gaps=(*others, _gap(page, NO_TEXT_SEEN)))
    return _filled(page, found, others)


def _filled(page: ReadPage, found: Recognised, gaps: tuple[Gap, ...]) -> ReadPage:
    """What was drawn does not help any more: the picture may have been turned."""
    return replace(
        page, width=found.width, height=found.height, words=found.words, grids=(), drawn=Drawn(), gaps=gaps,
        sure=found.sure,
    )  # fmt: skip


def _gap(page: ReadPage, reason: str) -> Gap:
    return Gap(where=f"page {page.number}", reason=reason)
