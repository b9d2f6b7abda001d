"""E-mails: their own text is a document, and so is every attachment."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.domain import Document, Skipped
from checker.ingest import read_pack, read_pack_here
from checker.settings import Limits
from tests.ingest.docx_maker import docx, p, pack_zip

HTML = "<html><body><h1>Notice</h1><p>Replies by noon on Friday.</p><script>bad()</script></body></html>"


def _mail(text: str | None = "Please find the tender attached.\n", subject: str = "Tender for grounds") -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = subject, "Buyer <buyer@example.org>"
    mail["To"], mail["Date"] = "bids@example.org", "Mon, 2 Nov 2026 09:00:00 +0000"
    if text is not None:
        mail.set_content(text)
    return mail


def _attach(mail: EmailMessage, data: bytes, name: str) -> None:
    mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)


def _read(tmp_path: Path, mail: EmailMessage | bytes, limits: Limits | None = None) -> dict[str, Document | Skipped]:
    file = tmp_path / "m.eml"
    file.write_bytes(mail if isinstance(mail, bytes) else bytes(mail))
    pack = read_pack_here(file, limits=limits)
    return {result.name: result for result in (*pack.documents, *pack.skipped)}


def _texts(result: Document | Skipped) -> list[str]:
    assert isinstance(result, Document)
    return [block.text for block in result.blocks]


def test_headers_and_text_are_a_document(tmp_path: Path) -> None:
    (document,) = _read(tmp_path, _mail("First line.\n\n1. Reply by noon.\n")).values()
    assert _texts(document) == [
        "Tender for grounds", "From: Buyer <buyer@example.org>", "To: bids@example.org",
        "Date: Mon, 02 Nov 2026 09:00:00 +0000", "First line.", "Reply by noon.",
    ]  # fmt: skip
    assert isinstance(document, Document)
    assert document.title == "Tender for grounds"
    assert [block.location.block for block in document.blocks] == list(range(6))
    assert document.blocks[-1].number == "1"
    assert document.read == "whole"


def test_attachments_are_documents_under_the_mail(tmp_path: Path) -> None:
    mail = _mail()
    _attach(mail, docx(p("Terms of contract")), "terms.docx")
    _attach(mail, pack_zip({"inner.txt": "Words of a tender."}), "pack.zip")
    _attach(mail, b"\x89PNG\r\n\x1a\n", "logo.png")
    _attach(mail, b"", "empty.docx")
    results = _read(tmp_path, mail)
    assert set(results) == {
        "m.eml",
        "m.eml/terms.docx",
        "m.eml/pack.zip/inner.txt",
        "m.eml/logo.png",
        "m.eml/empty.docx",
    }
    assert _texts(results["m.eml/terms.docx"]) == ["Terms of contract"]
    assert isinstance(results["m.eml/logo.png"], Skipped)
    assert isinstance(results["m.eml/empty.docx"], Skipped)


def test_the_same_in_a_process_of_its_own(tmp_path: Path) -> None:
    mail = _mail()
    _attach(mail, docx(p("Terms of contract")), "terms.docx")
    (tmp_path / "m.eml").write_bytes(bytes(mail))
    assert read_pack(tmp_path) == read_pack_here(tmp_path)


def test_a_web_page_is_read_where_there_is_no_plain_text(tmp_path: Path) -> None:
    mail = _mail(None)
    mail.set_content(HTML, subtype="html")
    (document,) = _read(tmp_path, mail).values()
    assert _texts(document)[-1] == "Replies by noon on Friday."
    assert "bad()" not in " ".join(_texts(document))


def test_plain_text_comes_before_the_same_as_a_web_page(tmp_path: Path) -> None:
    mail = _mail("Plain words.\n")
    mail.add_alternative(HTML, subtype="html")
    results = _read(tmp_path, mail)
    assert list(results) == ["m.eml"]
    assert _texts(results["m.eml"])[-1] == "Plain words."


def test_an_empty_plain_text_gives_way_to_the_web_page(tmp_path: Path) -> None:
    mail = _mail("\n")
    mail.add_alternative(HTML, subtype="html")
    assert _texts(_read(tmp_path, mail)["m.eml"])[-1] == "Replies by noon on Friday."


def test_an_attached_mail_is_opened_too(tmp_path: Path) -> None:
    inner = _mail("Inner words.\n", "Question 7")
    _attach(inner, docx(p("Answer")), "answer.docx")
    mail = _mail()
    mail.add_attachment(inner)
    results = _read(tmp_path, mail)
    assert set(results) == {"m.eml", "m.eml/Question 7.eml", "m.eml/Question 7.eml/answer.docx"}


def test_names_of_attachments_are_data_only(tmp_path: Path) -> None:
    mail = _mail()
    for name in ("../../itt.docx", "itt.docx", "C:\\x\\itt.docx"):
        _attach(mail, docx(p("Words")), name)
    assert set(_read(tmp_path, mail)) == {"m.eml", "m.eml/itt.docx", "m.eml/itt (2).docx", "m.eml/C:/x/itt.docx"}
    assert [path.name for path in tmp_path.rglob("*")] == ["m.eml"]


def test_limits_hold_for_attachments(tmp_path: Path) -> None:
    mail = _mail()
    for number in range(4):
        _attach(mail, docx(p("Words")), f"{number}.docx")
    results = _read(tmp_path, mail, Limits(archive_entries=2))
    kinds = [result.kind for result in results.values() if isinstance(result, Skipped)]
    assert kinds == ["too-large"]
    deep = _read(tmp_path, mail, Limits(archive_depth=0))
    assert [result.kind for result in deep.values() if isinstance(result, Skipped)] == ["too-large"]


def test_pictures_in_the_text_are_counted_and_no_files(tmp_path: Path) -> None:
    mail = _mail()
    mail.add_alternative("<html><body><p>Words</p><img src='cid:1'></body></html>", subtype="html")
    mail.get_payload()[1].add_related(b"\x89PNG", "image", "png", cid="<1>")  # type: ignore[index, union-attr]
    results = _read(tmp_path, mail)
    assert list(results) == ["m.eml"]
    document = results["m.eml"]
    assert isinstance(document, Document)
    assert document.warnings == ("Pictures in the text of the e-mail: 1; what they show was not read.",)


def test_a_wrong_charset_loses_no_words(tmp_path: Path) -> None:
    data = bytes(_mail("Words\n")).replace(b'charset="utf-8"', b'charset="no-such"')
    assert _texts(_read(tmp_path, data)["m.eml"])[-1] == "Words"


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=15))
def test_a_spoilt_mail_is_read_or_refused_and_never_an_error(changes: list[tuple[int, int]]) -> None:
    from checker.ingest.events import Broken
    from checker.ingest.pack import READERS
    from checker.ingest.reading import Reading

    mail = _mail()
    _attach(mail, docx(p("Words")), "terms.docx")
    mail.add_attachment(_mail("Inner", "Question"))
    data = bytearray(bytes(mail))
    for place, value in changes:
        data[place % len(data)] = value
    events = list(Reading(READERS, None, Limits()).events(bytes(data), "m.eml"))
    assert events
    assert not any(isinstance(event, Broken) for event in events)
