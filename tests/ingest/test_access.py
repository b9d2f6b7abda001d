"""What the readers tell of a file's own accessibility."""

from __future__ import annotations

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from checker.domain import Access
from checker.ingest.pdf_access import read_access
from checker.ingest.word import read_word
from tests.ingest.docx_maker import docx, p, r, tbl, tc, tr, xml
from tests.ingest.pdf_maker import LEFT, change, make_pdf, write

HEADING = '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'


def kinds(found: tuple[Access, ...]) -> dict[str, int]:
    return {seen.kind: seen.count for seen in found}


def page(canvas: Canvas) -> None:
    write(canvas, "Terms", LEFT, 90)


def element(pdf: pikepdf.Pdf, kind: str, *kids: pikepdf.Object, **more: object) -> pikepdf.Object:
    return pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name("/" + kind), K=pikepdf.Array(kids), **more))


def tagged(*trees, **catalogue: object) -> bytes:
    """A PDF whose structure tree holds what these functions make."""

    def edit(pdf: pikepdf.Pdf) -> None:
        kids = pikepdf.Array([tree(pdf) for tree in trees])
        pdf.Root.StructTreeRoot = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot, K=kids))
        pdf.Root.Lang = pikepdf.String("en-GB")
        for name, value in catalogue.items():
            pdf.Root.StructTreeRoot[f"/{name}"] = value

    return change(make_pdf(page, title="Terms"), edit)


def table(pdf: pikepdf.Pdf, *, header: str) -> pikepdf.Object:
    rows = [
        element(pdf, "TR", *(element(pdf, kind) for _ in range(2))) for kind in (header, "TD", "TD")
    ]  # fmt: skip
    return element(pdf, "Table", *rows)


def test_a_bare_pdf_has_no_tags_title_or_language() -> None:
    def untitle(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo["/Title"] = " "

    assert kinds(read_access(change(make_pdf(page), untitle), None)) == {"untagged": 1, "untitled": 1, "no-language": 1}


def test_a_tagged_pdf_with_all_of_it_raises_nothing() -> None:
    assert read_access(tagged(lambda pdf: element(pdf, "P")), None) == ()


def test_a_title_may_stand_in_the_metadata() -> None:
    def move(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo["/Title"] = ""
        with pdf.open_metadata() as metadata:
            metadata["dc:title"] = "Terms of work"

    assert "untitled" not in kinds(read_access(change(make_pdf(page), move), None))


def test_figures_without_words_are_counted() -> None:
    found = read_access(
        tagged(
            lambda pdf: element(pdf, "Figure"), lambda pdf: element(pdf, "Figure", Alt=pikepdf.String("A map")),
            lambda pdf: element(pdf, "Sect", element(pdf, "Picture")), RoleMap=pikepdf.Dictionary(Picture=pikepdf.Name.Figure),
        ), None,
    )  # fmt: skip
    assert kinds(found) == {"undescribed-pictures": 2}


@pytest.mark.parametrize(("header", "expected"), [("TD", {"headerless-tables": 1}), ("TH", {})])
def test_tables_without_header_cells_are_counted(header: str, expected: dict[str, int]) -> None:
    assert kinds(read_access(tagged(lambda pdf: table(pdf, header=header)), None)) == expected


def test_a_tree_that_bites_its_own_tail_ends() -> None:
    def bite(pdf: pikepdf.Pdf) -> pikepdf.Object:
        figure = element(pdf, "Figure")
        figure.K = pikepdf.Array([figure])
        return figure

    assert kinds(read_access(tagged(bite), None)) == {"undescribed-pictures": 1}


def test_locks_are_named() -> None:
    rights = pikepdf.Permissions(extract=False, modify_form=False)
    locked = change(tagged(), lambda pdf: None, encryption=pikepdf.Encryption(owner="o", user="", allow=rights))
    (found,) = read_access(locked, None)
    assert (found.kind, found.count, found.where) == ("locked-form", 1, "copying its text")


def test_a_form_that_may_not_be_filled_in_is_locked() -> None:
    def form(canvas: Canvas) -> None:
        canvas.acroForm.textfield(name="firm", x=72, y=600)

    rights = pikepdf.Permissions(modify_form=False, modify_annotation=False)
    locked = change(make_pdf(form), lambda pdf: None, encryption=pikepdf.Encryption(owner="o", user="", allow=rights))
    assert [seen.where for seen in read_access(locked, None) if seen.kind == "locked-form"] == ["filling in its form"]


@given(st.binary(max_size=400))
def test_bytes_that_are_no_pdf_tell_nothing(data: bytes) -> None:
    assert read_access(data, None) == ()


def word(body: str, styles: str = HEADING) -> dict[str, int]:
    data = docx(body, (("rs", "styles", "styles.xml"),), styles_xml=xml("w:styles", styles))
    return kinds(read_word(data, "a.docx").access)


PROSE = "".join(p(f"The supplier shall carry out visit number {n} and tell the buyer of it.") for n in range(30))
BOLD = "".join(p(title, bold=True) + p("The supplier shall do as it says.") for title in ("Scope", "Price", "Term"))


def test_word_headings_in_bold_alone_are_told() -> None:
    assert word(BOLD + PROSE) == {"no-heading-styles": 3}
    assert word(p("Scope", style="H1") + p("Price", style="H1") + BOLD + PROSE) == {}


def test_a_short_letter_needs_no_heading_styles() -> None:
    assert word(p("Dear all", bold=True) + p("The visit is on Monday.")) == {}


def test_empty_headings_are_counted() -> None:
    assert word(p("Scope", style="H1") + p("", style="H1") + p("Price", style="H1") + PROSE) == {"empty-headings": 1}


def rows(properties: str, *, bold: bool = True) -> str:
    head = tr(*(tc(f"<w:p>{r(name, bold=bold)}</w:p>") for name in ("Item", "Price")), properties=properties)
    return tbl(head, tr(tc(p("Broom")), tc(p("5"))), tr(tc(p("Mop")), tc(p("7"))))


def test_tables_whose_header_row_is_not_marked_are_counted() -> None:
    titled = p("Scope", style="H1") + p("Price", style="H1")
    assert word(titled + rows("")) == {"headerless-tables": 1}
    assert word(titled + rows("<w:tblHeader/>")) == {}
    assert word(titled + rows("", bold=False)) == {}


def picture(properties: str) -> str:
    return (
        f'<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="p">{properties}</wp:docPr>'
        "<a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def test_pictures_without_words_are_counted_and_decorative_ones_not() -> None:
    space = "http://schemas.microsoft.com/office/drawing/2017/decorative"
    marked = f'<a:extLst><a:ext uri="x"><d:decorative xmlns:d="{space}" val="1"/></a:ext></a:extLst>'
    assert word(p("Scope") + picture("")) == {"undescribed-pictures": 1}
    assert word(p("Scope") + picture(marked)) == {}
