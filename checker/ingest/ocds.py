"""A tender notice in open contracting data (OCDS, JSON) -> label-value rows, so that its words can be quoted.

The rows are read by the finders of facts like any other notice: a notice that contradicts the documents is then a
contradiction with two places, and no second way of stating facts is needed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from checker.domain import Block, BlockKind, Document, Ledger, Location
from checker.ingest.text import decode
from checker.ingest.unreadable import Unreadable
from checker.words import day, money

Json = Mapping[str, Any]
_METHODS = {"open": "Open procedure", "direct": "Direct award procedure"}  # "selective" and "limited" name no one
_LAWS = {
    "2023/54": "Procurement Act 2023",
    "2015/102": "Public Contracts Regulations 2015",
    "32014L0024": "Public Contracts Regulations 2015",
}
_TOLD = "Open contracting data: title, value, dates, lots, procedure and description were read, no other fields."
_SEVERAL = "The file holds notices of several tenders: put the one of this tender alone into the pack."
_DAMAGED = "The notice is no sound open contracting data: download it again."
_NOTHING = "The notice says nothing of a tender: check that the right notice was put into the pack."


def is_ocds(data: bytes) -> bool:
    """Whether the bytes are a release, a release package or a record package that speaks of a tender."""
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") or b'"ocid"' not in data or b'"tender"' not in data:
        return False
    try:
        return bool(_releases(_loaded(data)))
    except (ValueError, RecursionError):
        return False


def read_ocds(data: bytes, name: str) -> Document:
    """The notice as a document. Raises Unreadable when there is no tender in it, or more than one."""
    try:
        releases = sorted(_releases(_loaded(data)), key=lambda release: str(release.get("date") or ""))
    except (ValueError, RecursionError):
        raise Unreadable("damaged", _DAMAGED) from None
    if not releases:
        raise Unreadable("empty", _NOTHING)
    if len({str(release.get("ocid")) for release in releases}) > 1:
        raise Unreadable("not-a-document", _SEVERAL)
    lines = [("Tender notice", ""), *_rows(releases), *_description(releases[-1]["tender"])]
    blocks = tuple(_block(name, index, *line) for index, line in enumerate(lines))
    seen = sum(len("".join(block.text.split())) for block in blocks)
    ledger = Ledger(characters_read=seen, characters_placed=seen, parts_present=1, parts_read=1)
    return Document(name=name, role="notice", blocks=blocks, pages=None, ledger=ledger, warnings=(_TOLD,))


def _loaded(data: bytes) -> Any:
    return json.loads(decode(data)[0])


def _releases(content: Any) -> list[Json]:
    """The releases that have a tender."""
    if not isinstance(content, dict):
        return []
    records = [record.get("compiledRelease") for record in _objects(content, "records")]
    inner = [release for record in _objects(content, "records") for release in _objects(record, "releases")]
    found = [content, *_objects(content, "releases"), *(records if any(records) else inner)]
    return [one for one in found if isinstance(one, dict) and one.get("ocid") and isinstance(one.get("tender"), dict)]


def _objects(content: Json, key: str) -> list[Json]:
    items = content.get(key)
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def _object(content: Json, key: str) -> Json:
    item = content.get(key)
    return item if isinstance(item, dict) else {}


def _rows(releases: list[Json]) -> Iterator[tuple[str, str]]:
    """Label and value of everything that the last release says; the day of issue is that of the first."""
    last = releases[-1]
    tender = last["tender"]
    yield from _told("Contracting authority", _object(last, "buyer").get("name"))
    yield from _told("Title", tender.get("title"))
    yield from _told("Main procurement category", str(tender.get("mainProcurementCategory") or "").capitalize())
    yield from _told("Legal basis", _LAWS.get(str(_object(tender, "legalBasis").get("id"))))
    method = tender.get("procurementMethodDetails") or _METHODS.get(str(tender.get("procurementMethod")))
    yield from _told("Procedure", method)
    yield from _value(_object(tender, "value"))
    yield from _told("Notice published", _day(releases[0].get("date")))
    yield from _told("Deadline for questions", _moment(_object(tender, "enquiryPeriod").get("endDate")))
    yield from _told("Deadline for tenders", _moment(_object(tender, "tenderPeriod").get("endDate")))
    yield from _term(tender)
    lots = _objects(tender, "lots")
    yield from _told("Number of lots", str(len(lots)) if len(lots) > 1 else None)


def _told(label: str, value: Any) -> Iterator[tuple[str, str]]:
    text = " ".join(value.split()) if isinstance(value, str) else ""
    if text:
        yield label, text


def _value(value: Json) -> Iterator[tuple[str, str]]:
    """The estimated value in pounds; with the gross amount beside it, what each of them is."""
    net, gross = (_amount(value.get(key)) for key in ("amount", "amountGross"))
    if value.get("currency", "GBP") != "GBP":
        return
    if net is not None:
        yield "Estimated value", money(net) + (" excluding VAT" if gross not in (None, net) else "")
    elif gross is not None:
        yield "Estimated value", f"{money(gross)} including VAT"


def _amount(value: Any) -> float | None:
    sound = isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < 1e13
    return float(value) if sound else None


def _term(tender: Json) -> Iterator[tuple[str, str]]:
    """Start and end of the contract: its own, or those that all lots share."""
    lots = [_object(lot, "contractPeriod") for lot in _objects(tender, "lots")]
    period = _object(tender, "contractPeriod") or (lots[0] if lots and all(lot == lots[0] for lot in lots) else {})
    start, end = _day(period.get("startDate")), _day(period.get("endDate"))
    yield from _told("Contract start date", start)
    if start and end:
        yield "Contract period", f"{start} to {end}"


def _description(tender: Json) -> Iterator[tuple[str, str]]:
    yield from _told("", tender.get("description"))


def _block(name: str, index: int, label: str, value: str) -> Block:
    """The first line is the heading, a value without a label a paragraph, all others are rows of one table."""
    kind: BlockKind = "heading" if not value else "row" if label else "paragraph"
    text = " | ".join(filter(None, (label, value)))
    place = Location(document=name, page=None, block=index, start=0, end=len(text))
    if kind == "row":
        return Block(text=text, kind=kind, location=place, cells=(label, value), table=0)
    return Block(text=text, kind=kind, location=place, level=1 if kind == "heading" else None)


def _local(value: Any) -> datetime | None:
    """A moment as clocks in the United Kingdom show it; a moment without a zone is taken as it stands."""
    try:
        moment = datetime.fromisoformat(str(value).strip())
    except ValueError:
        return None
    if moment.tzinfo is None:
        return moment
    world = moment.astimezone(UTC).replace(tzinfo=None)
    begins, ends = _last_sunday(world.year, 3), _last_sunday(world.year, 10)
    return world + timedelta(hours=1) if begins <= world < ends else world


def _last_sunday(year: int, month: int) -> datetime:
    """One o'clock in the morning, world time, when summer time begins and ends; both months have 31 days."""
    last = datetime(year, month, 31, 1)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def _day(value: Any) -> str | None:
    moment = _local(value)
    return day(moment.date()) if moment else None


def _moment(value: Any) -> str | None:
    """The day with its time, where the notice gives one."""
    moment = _local(value)
    if moment is None:
        return None
    timed = "T" in str(value) and (moment.hour, moment.minute) != (0, 0)
    return day(moment.date()) + (f" at {moment:%H:%M}" if timed else "")
