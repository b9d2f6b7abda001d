"""What the person who runs a check says: given facts, dates, limits; from the command line and `tendercheck.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal

from checker.domain import SEVERITIES, CheckerError, Decision, FactValue, LotsView, Severity, StandingTemplate

Stage = Literal["plan", "draft", "live", "past"]
STAGES: tuple[Stage, ...] = ("plan", "draft", "live", "past")
# fact -> what it holds; each has an option of its name on the command line and a key in tendercheck.toml
FACTS: dict[str, Literal["text", "money", "months", "date", "percent", "number"]] = {
    "buyer": "text", "title": "text", "kind": "text", "authority_type": "text", "jurisdiction": "text", "bound": "text",
    "regime": "text", "procedure": "text", "threshold_band": "text", "value_total": "money", "value_annual": "money",
    "vat_basis": "text", "term_months": "months", "extension_months": "months", "issued": "date",
    "clarification_deadline": "date", "submission_deadline": "date", "award": "date", "start": "date", "lots": "number",
    "price_weight": "percent", "quality_weight": "percent", "social_value_weight": "percent", "insurance_el": "money",
    "insurance_pl": "money", "insurance_pi": "money", "min_turnover": "money", "payment_days": "number",
    "page_limit": "number",
}  # fmt: skip
TABLES = ("facts", "limits", "marked", "ocr", "report")
CODES: dict[str, tuple[str, ...]] = {
    "kind": ("goods", "services", "works", "light-touch", "concession"),
    "authority_type": ("council", "nhs", "university", "police", "housing", "school", "central", "other"),
    "jurisdiction": ("england", "wales", "scotland", "ni", "unknown"),
    "bound": ("yes", "no", "unknown"),
    "regime": ("pa23", "pcr15", "pcr06", "psr", "scotland", "other", "unknown"),
    "procedure": (
        "open", "restricted", "competitive-flexible", "negotiated", "framework", "call-off", "dynamic-market",
        "quotation", "direct", "other",
    ),
    "threshold_band": ("above", "below", "unknown"),
    "vat_basis": ("inc", "ex", "both"),
}  # fmt: skip


MEGABYTE = 1_000_000
KEEP_DAYS = 90
_LONGEST_KEEP = 3_650  # days
_MOST_COMMENTS = 1_000  # in one file; Word itself opens none with over 32,767
# limit -> its least and its greatest value; the greatest is a guard too: a pack can bring its own tendercheck.toml
_BOUNDS: dict[str, tuple[int, int]] = {
    "readers": (0, 64), "seconds": (1, 3_600), "file_seconds": (1, 86_400), "processor_seconds": (1, 3_600),
    "memory_mb": (200, 16_000), "file_mb": (1, 2_000), "archive_depth": (0, 10), "archive_entries": (1, 100_000),
    "archive_mb": (1, 4_000), "entry_mb": (1, 2_000), "archive_ratio": (2, 1_100), "ocr_seconds": (0, 3_600),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What reading a file may take: table [limits] of `tendercheck.toml`. "Step": a page, or a file without pages."""

    readers: int = 0  # processes that read side by side; 0: one for each core, up to four
    seconds: int = 300  # for a step, on the clock: a busy computer gives a reader little of each
    processor_seconds: int = 120  # for a step
    file_seconds: int = 3_600  # for a whole document
    memory_mb: int = 1_500  # of a reading process and all it starts
    file_mb: int = 500  # of a file
    archive_depth: int = 3  # archives and e-mails within each other
    archive_entries: int = 2_000  # files in one archive or e-mail, all levels together
    archive_mb: int = 500  # what they unpack to, together
    entry_mb: int = 200  # what one of them unpacks to
    archive_ratio: int = 200  # unpacked size to packed size
    ocr_seconds: int = 120  # to recognise the text of a page that is a picture; 0, or use = false in [ocr]: not done


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """What is marked in the copies of Word files: table [marked] of `tendercheck.toml`."""

    comments: int = 25  # at most, in one file
    severity: Severity = "medium"  # and worse; questions always


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    as_of: date
    given: tuple[tuple[str, FactValue], ...] = ()
    stage: Stage | None = None  # None: from the pack's dates
    made: str | None = None  # the moment of the check; None with --reproducible
    password: str | None = None
    rules_only: bool = False  # without what the wording model finds
    limits: Limits = Limits()
    marked: Marked = Marked()
    decisions: tuple[Decision, ...] = ()  # recorded beside the pack
    lots: LotsView | None = None  # recorded beside the pack
    templates: tuple[StandingTemplate, ...] = ()  # registered by the authority
    keep_days: int = KEEP_DAYS  # how long a report on a draft is kept, in days from the check


def fact_from_text(name: str, text: str) -> FactValue:
    """A given fact's value; CheckerError in one sentence if it is not of the fact's form."""
    form = FACTS[name]
    if name in CODES and text not in CODES[name]:
        raise CheckerError(f"{name} cannot be '{text}'; it is one of: {', '.join(CODES[name])}")
    if form == "text":
        return text
    if form == "date":
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError:
            raise CheckerError(f"{name} cannot be '{text}'; write the date as YYYY-MM-DD, such as 2026-05-05") from None
    try:
        number = float(text.strip().removeprefix("£").removesuffix("%").replace(",", ""))
    except ValueError:
        raise CheckerError(f"{name} cannot be '{text}'; write a number, such as 75000") from None
    if not 0 <= number < 1e13:
        raise CheckerError(f"{name} cannot be '{text}'; write a number from 0 up")
    return int(number) if number.is_integer() else number


def read_settings_file(path: Path) -> dict[str, FactValue]:
    """The given facts of a `tendercheck.toml` (its table [facts]); {} when there is none."""
    return {name: _given(path, name, value) for name, value in _table(path, "facts").items()}


def read_limits(path: Path) -> Limits:
    """The limits of a `tendercheck.toml` (its table [limits]), the usual ones where it has none."""
    table = _table(path, "limits")
    known = [field.name for field in fields(Limits)]
    for name, value in table.items():
        if name not in known:
            raise CheckerError(f"{path}: unknown limit '{name}'; known: {', '.join(known)}")
        least, greatest = _BOUNDS[name]
        if type(value) is not int or not least <= value <= greatest:
            raise CheckerError(f"{path}: {name} cannot be '{value}'; write a whole number from {least} to {greatest}")
    limits = Limits(**table)
    return limits if _uses_ocr(path) else replace(limits, ocr_seconds=0)


def _uses_ocr(path: Path) -> bool:
    """Whether pages that are pictures are to be recognised (table [ocr])."""
    table = _table(path, "ocr")
    for name, value in table.items():
        if name != "use":
            raise CheckerError(f"{path}: unknown entry '{name}' of [ocr]; known: use")
        if type(value) is not bool:
            raise CheckerError(f"{path}: use cannot be '{value}'; write true or false")
    return bool(table.get("use", True))


def read_marked(path: Path) -> Marked:
    """What to mark, from a `tendercheck.toml` (its table [marked]); the usual where it has none."""
    table = _table(path, "marked")
    for name, value in table.items():
        if name == "comments":
            if type(value) is not int or not 1 <= value <= _MOST_COMMENTS:
                reason = f"comments cannot be '{value}'; write a whole number from 1 to {_MOST_COMMENTS:,}"
                raise CheckerError(f"{path}: {reason}")
        elif name != "severity":
            raise CheckerError(f"{path}: unknown entry '{name}' of [marked]; known: comments, severity")
        elif value not in SEVERITIES:
            raise CheckerError(f"{path}: severity cannot be '{value}'; it is one of: {', '.join(SEVERITIES)}")
    return Marked(**table)


def read_keep_days(path: Path) -> int:
    """For how many days reports on drafts are kept, from a `tendercheck.toml` (its table [report])."""
    table = _table(path, "report")
    for name, value in table.items():
        if name != "keep_days":
            raise CheckerError(f"{path}: unknown entry '{name}' of [report]; known: keep_days")
        if type(value) is not int or not 1 <= value <= _LONGEST_KEEP:
            reason = f"keep_days cannot be '{value}'; write a whole number from 1 to {_LONGEST_KEEP:,}"
            raise CheckerError(f"{path}: {reason}")
    return int(table.get("keep_days", KEEP_DAYS))


def _table(path: Path, name: str) -> Mapping[str, Any]:
    """One table of a settings file; empty when the file or the table is not there."""
    if not path.is_file():
        return {}
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CheckerError(f"{path}: cannot be read: {error}") from None
    unknown = [key for key in content if key not in TABLES]
    if unknown:
        raise CheckerError(f"{path}: unknown table '{unknown[0]}'; known: {', '.join(TABLES)}")
    table = content.get(name, {})
    if not isinstance(table, dict):
        raise CheckerError(f"{path}: '{name}' is a table: write [{name}] and one line for each entry")
    return table


def _given(path: Path, name: str, value: Any) -> FactValue:
    if name not in FACTS:
        raise CheckerError(f"{path}: unknown fact '{name}'; known: {', '.join(FACTS)}")
    try:
        return fact_from_text(name, str(value))
    except CheckerError as error:
        raise CheckerError(f"{path}: {error}") from None
