"""The dated tables in `checker/data` as checked objects: amounts, time limits, bank holidays, bodies and law words."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import as_file, files
from typing import Literal, TypeVar

from pydantic import BaseModel, Field

from checker.yamlfile import Strict, load_yaml

Amounts = Literal["central", "sub-central", "either"]
Model = TypeVar("Model", bound=BaseModel)


class Citation(Strict):
    """Where a figure was read, and when."""

    cite: str
    url: str = Field(pattern=r"^https://www\.(legislation\.gov\.uk|gov\.uk)/")
    checked: date
    read_at: tuple[str, ...] = ()  # pages the figure was read at, where the instrument itself does not print it


class ThresholdAmount(Strict):
    """One amount in GBP, in force from a day until a later entry of the same regime, kind and authority."""

    regime: Literal["pa23", "pcr15"]
    begins: date = Field(alias="from")
    kinds: tuple[str, ...]
    authority: Literal["central", "sub-central", "any"]
    amount: int
    vat: Literal["inc", "ex"]
    source: str


class Thresholds(Strict):
    vat_percent: float
    vat_may_not_be_due: tuple[str, ...]
    sources: dict[str, Citation]
    amounts: tuple[ThresholdAmount, ...]


class TimeLimit(Strict):
    """The minimum in calendar days that a regime sets for a procedure, and the entry it assumes."""

    regime: str
    procedures: tuple[str, ...]
    authority: Literal["central", "sub-central", "any"]
    days: int
    entry: str
    unless: str
    source: str


class TimeLimits(Strict):
    sources: dict[str, Citation]
    no_minimum: dict[str, tuple[str, ...]]
    limits: tuple[TimeLimit, ...]
    moves_to_working_day: tuple[str, ...]


class BankHolidays(Strict):
    sources: tuple[Citation, ...]
    nations: dict[str, dict[int, tuple[date, ...]]]


class BodyType(Strict):
    bound: Literal["yes", "no", "unknown"]
    amounts: Amounts
    why: str


class BodyName(Strict):
    words: tuple[str, ...]
    type: str


class BodyException(Strict):
    words: tuple[str, ...]
    bound: Literal["yes", "no", "unknown"]
    why: str


class England(Strict):
    names: tuple[str, ...]
    kinds: tuple[str, ...]
    council_word: str
    not_by_exhaustion: tuple[str, ...]
    postal_areas: frozenset[str]


class Authorities(Strict):
    sources: tuple[Citation, ...]
    types: dict[str, BodyType]
    by_name: tuple[BodyName, ...]
    exceptions: tuple[BodyException, ...]
    either_amounts: tuple[str, ...]
    not_a_place: tuple[str, ...]
    nations: dict[str, tuple[str, ...]]
    postal_areas: dict[str, frozenset[str]]  # of the other nations, where they lie wholly in one
    cities: dict[str, tuple[str, ...]]
    england: England


class HealthWords(Strict):
    title: tuple[str, ...]
    cpv: str


class AuthorityWords(Strict):
    stem: str
    says_so: str
    is_not: str
    about_others: str


class LawWords(Strict):
    laws: dict[str, tuple[str, ...]]
    names: dict[str, str]
    began: dict[str, date]
    exempt: tuple[str, ...]
    denied_before: str
    denied_after: str
    conducted: str
    older_law_signs: tuple[str, ...]
    health: HealthWords
    contract_law_cue: str
    contract_law: dict[str, str]
    contracting_authority: AuthorityWords
    postcode: str


class HourRange(Strict):
    low: float
    high: float


class BidHours(Strict):
    per: dict[str, HourRange]
    words_without_limit: HourRange
    words_per_page: int


def _table(model: type[Model], name: str) -> Model:
    with as_file(files("checker").joinpath("data", name)) as path:
        return load_yaml(model, path)


@cache
def thresholds() -> Thresholds:
    """Threshold amounts; CheckerError with path:line when the file is wrong, as for all tables."""
    return _table(Thresholds, "thresholds.yaml")


@cache
def time_limits() -> TimeLimits:
    """Minimum times to bid."""
    return _table(TimeLimits, "time_limits.yaml")


@cache
def bank_holidays() -> BankHolidays:
    """Bank holidays by nation and year."""
    return _table(BankHolidays, "bank_holidays.yaml")


@cache
def authorities() -> Authorities:
    """Kinds of public body: whether bound, which amounts, which nation."""
    return _table(Authorities, "authorities.yaml")


@cache
def law_words() -> LawWords:
    """Patterns of words that name a law."""
    return _table(LawWords, "law_words.yaml")


@cache
def bid_hours() -> BidHours:
    """Hours that the parts of a bid take."""
    return _table(BidHours, "bid_hours.yaml")
