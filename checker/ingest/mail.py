"""An e-mail (.eml) -> its own text as a document, and its attachments as files "mail.eml/attachment.docx"."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from email.message import EmailMessage

from checker.domain import Block, BlockKind, Document, Gap, Ledger, Location, Skipped
from checker.ingest.archive import Budget, Member
from checker.ingest.names import inner_name, unlike
from checker.ingest.text import blocks_of_text, decode
from checker.ingest.tidy import tidy
from checker.ingest.unreadable import Unreadable

HtmlReader = Callable[[bytes, str], Document]
_HEADERS = ("Subject", "From", "To", "Date")
_MOST_PARTS = 2_000
_DAMAGED = "The e-mail is damaged and could not be opened: save it again as .eml, or save its text as .docx."
_BROKEN = "The attachment is damaged and could not be unpacked: save it from the e-mail and put it into the pack."


@dataclass(frozen=True, slots=True)
class Mail:
    """A parsed e-mail."""

    message: EmailMessage
    name: str


def open_mail(data: bytes, name: str) -> Mail:
    """The e-mail of some bytes. Raises Unreadable when it cannot be parsed or has far too many parts."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        parts = sum(1 for _ in message.walk())
    except (ValueError, TypeError, LookupError, AttributeError, IndexError, RecursionError) as error:
        raise Unreadable("damaged", _DAMAGED) from error
    if parts > _MOST_PARTS:
        raise Unreadable("too-large", f"The e-mail has over {_MOST_PARTS} parts and was not read: save what matters.")
    return Mail(message, name)


def body_of(mail: Mail, read_html: HtmlReader) -> Document:
    """Subject, sender, receiver, date and text of an e-mail; its plain text where it has one, else its web page.

    Raises Unreadable("empty") when there are neither headers nor text.
    """
    head = _headers(mail)
    text, gaps, warnings = _text(mail, read_html)
    blocks = _numbered((*head, *text), mail.name)
    if not blocks:
        raise Unreadable("empty", "The e-mail holds no text: check that the right one was put into the pack.")
    characters = sum(sum(map(str.isalnum, block.text + (block.number or ""))) for block in blocks)
    pictures = sum(_is_inline_picture(part) for part in mail.message.walk())
    if pictures:
        warnings = (*warnings, f"Pictures in the text of the e-mail: {pictures}; what they show was not read.")
    ledger = Ledger(
        characters_read=characters, characters_placed=characters, parts_present=1, parts_read=1 if text else 0,
        gaps=gaps,
    )  # fmt: skip
    title = next((block.text for block in head if block.kind == "heading"), None)
    return Document(
        name=mail.name, role="unknown", blocks=blocks, pages=None, ledger=ledger, warnings=warnings, title=title
    )


def attachments(mail: Mail, budget: Budget) -> Iterator[Member | Skipped]:
    """What is attached, in the order of the e-mail. Raises Unreadable when there are too many files."""
    taken: set[str] = set()
    for number, part in enumerate(_attached(mail.message), start=1):
        budget.take_entry()
        inner = unlike(inner_name(_file_name(part) or f"attachment {number}"), taken)
        yield Member(f"{mail.name}/{inner}", _unpacking(part, budget))


def _headers(mail: Mail) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for header in _HEADERS:
        try:
            value = tidy(" ".join(str(mail.message.get(header, "")).split()))
        except (ValueError, TypeError, LookupError, AttributeError, IndexError):  # faults of the header parser
            continue
        if value:
            place = Location(document=mail.name, page=None, block=0, start=0, end=0)
            text, level = (value, 1) if header == "Subject" else (f"{header}: {value}", None)
            kind: BlockKind = "heading" if header == "Subject" else "paragraph"
            blocks.append(Block(text=text, kind=kind, location=place, level=level))
    return tuple(blocks)


def _text(mail: Mail, read_html: HtmlReader) -> tuple[tuple[Block, ...], tuple[Gap, ...], tuple[str, ...]]:
    """Blocks of the text, what of it was not read, and warnings."""
    part = _body_part(mail.message)
    if part is None:
        return (), (), ()
    try:
        data = _bytes(part)
        if part.get_content_subtype() == "html":
            page = read_html(data, mail.name)
            return page.blocks, page.ledger.gaps, page.warnings
        return blocks_of_text(_decoded(part, data), mail.name), (), ()
    except Unreadable as error:
        gaps = () if error.kind == "empty" else (Gap(where="text of the e-mail", reason=error.reason),)
        return (), gaps, ()


def _body_part(message: EmailMessage) -> EmailMessage | None:
    """The part with the text: plain where there is one with words, else the web page."""
    try:
        plain, page = message.get_body(("plain",)), message.get_body(("html",))
    except (ValueError, TypeError, LookupError, AttributeError, IndexError):
        return None
    chosen = plain if isinstance(plain, EmailMessage) and _bytes(plain).strip() else page or plain
    return chosen if isinstance(chosen, EmailMessage) else None


def _attached(message: EmailMessage) -> Iterator[EmailMessage]:
    """Every part with content that is neither the text, another form of it, nor a picture in it."""
    body = [part for kind in ("plain", "html") if (part := message.get_body((kind,))) is not None]
    yield from _leaves(message, [id(part) for part in body])


def _leaves(part: EmailMessage, body: list[int]) -> Iterator[EmailMessage]:
    if id(part) in body or _is_inline_picture(part):
        return
    if part.get_content_type() == "message/rfc822" or not part.is_multipart():
        if part.get_payload() or _file_name(part):
            yield part
        return
    for inner in part.iter_parts():
        if isinstance(inner, EmailMessage):
            yield from _leaves(inner, body)


def _is_inline_picture(part: object) -> bool:
    if not isinstance(part, EmailMessage) or part.get_content_maintype() != "image":
        return False
    return part.get("Content-ID") is not None and part.get_content_disposition() != "attachment"


def _file_name(part: EmailMessage) -> str:
    try:
        name = part.get_filename() or ""
    except (ValueError, TypeError, LookupError, AttributeError, IndexError):
        name = ""
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload(0)
        subject = str(inner.get("Subject", "")) if isinstance(inner, EmailMessage) else ""
        stem = name or " ".join(subject.replace("/", " ").split()) or "message"
        return stem if stem.lower().endswith(".eml") else f"{stem}.eml"
    return name


def _unpacking(part: EmailMessage, budget: Budget) -> Callable[[], bytes]:
    return lambda: _unpacked(part, budget)


def _unpacked(part: EmailMessage, budget: Budget) -> bytes:
    data = _bytes(part)
    if len(data) > budget.entry:
        raise Unreadable("too-large", "The attachment is larger than is allowed and was not read: split it.")
    budget.take_bytes(len(data))
    return data


def _bytes(part: EmailMessage) -> bytes:
    try:
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload(0)
            return inner.as_bytes() if isinstance(inner, EmailMessage) else b""
        content = part.get_payload(decode=True)
    except (ValueError, TypeError, LookupError, AttributeError, IndexError) as error:
        raise Unreadable("damaged", _BROKEN) from error
    return content if isinstance(content, bytes) else b""


def _decoded(part: EmailMessage, data: bytes) -> str:
    charset = part.get_content_charset()
    try:
        return data.decode(charset) if charset and charset not in ("us-ascii", "utf-8") else decode(data)[0]
    except (LookupError, UnicodeDecodeError, ValueError):
        return decode(data)[0]


def _numbered(blocks: tuple[Block, ...], name: str) -> tuple[Block, ...]:
    """The blocks with their places in the document."""
    return tuple(
        replace(block, location=Location(document=name, page=None, block=index, start=0, end=len(block.text)))
        for index, block in enumerate(blocks)
    )
