"""What the person who runs a check says: given facts, dates, limits; from the command line and `tendercheck.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from checker.domain import CheckerError, FactValue

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    as_of: date
    given: tuple[tuple[str, FactValue], ...] = ()
    stage: Stage | None = None  # None: from the pack's dates
    made: str | None = None  # the moment of the check; None with --reproducible
    password: str | None = None


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
    if not path.is_file():
        return {}
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CheckerError(f"{path}: cannot be read: {error}") from None
    return {name: _given(path, name, value) for name, value in _facts_table(path, content).items()}


def _facts_table(path: Path, content: Mapping[str, Any]) -> dict[str, Any]:
    unknown = [key for key in content if key != "facts"]
    if unknown:
        raise CheckerError(f"{path}: unknown table '{unknown[0]}'; known: facts")
    table = content.get("facts", {})
    if not isinstance(table, dict):
        raise CheckerError(f"{path}: 'facts' is a table: write [facts] and one line a fact")
    return table


def _given(path: Path, name: str, value: Any) -> FactValue:
    if name not in FACTS:
        raise CheckerError(f"{path}: unknown fact '{name}'; known: {', '.join(FACTS)}")
    try:
        return fact_from_text(name, str(value))
    except CheckerError as error:
        raise CheckerError(f"{path}: {error}") from None
