"""Standard sums of a contract: damages for a day or a week of delay, the limit of the winner's liability."""

from __future__ import annotations

import re

from checker.facts.topics import BUYER, topic

_SUM = r"£ ?(?P<number>\d{1,3}(?:,\d{3}){1,3}|\d{1,7}(?:\.\d{1,2})?)(?P<scale> ?(?:million|m|k)\b)?(?:\.00)?"
_EACH = r" ?(?:per|a|/|for (?:each|every)|each|every) (?:(?:full|complete|calendar|whole) )?"
_NAME = r"(?:liquidated (?:and ascertained )?damages|LADs?|LDs)"
_NOT_DAMAGES = (
    r"£.*£|\b(?:section|phase|stage|milestone|limit|cap|maximum|exceed\w*|property|properties|site|block|dwelling|"
    r"order|"
    r"school|lots?|first|second|third|after|thereafter|building|area|location|wing|floor|unit|vehicle|delivery|"
    r"report)\b"
)
_NOT_CAP = (  # of one kind of loss, of the buyer, of the insurance
    rf"£.*£|\b(?:insur\w+|indemnit\w+|negligence|professional|public|products?|employers?|propert\w+|data|breach of|"
    rf"premises|lots?|each (?:claim|event|incident|call-?off)|any one|"
    rf"call-?off|"
    rf"in respect of|arising (?:from|under clause)|under (?:this )?clause|late|delay|damages|bond|guarant\w+)\b|"
    rf"{BUYER}(?:[’']s?)? (?:total |aggregate |maximum )*liability\b"
)
_SCALES = {"million": 1_000_000, "m": 1_000_000, "k": 1_000, "": 1}


def _sum(found: re.Match[str]) -> str | None:
    amount = float(found["number"].replace(",", "")) * _SCALES[(found["scale"] or "").strip().lower()]
    return f"£{amount:,.10g}" if amount else None


def _rate(found: re.Match[str]) -> str | None:
    amount = _sum(found)
    return f"{amount} a {found['unit'].lower()}" if amount else None


MONEY_TOPICS = (
    *(
        topic(f"damages_a_{unit}", pattern, _rate, _NOT_DAMAGES)
        for unit in ("day", "week")
        for pattern in (
            rf"\b{_NAME}\b[^.;£\d]{{0,80}}{_SUM}{_EACH}(?P<unit>{unit})\b",
            rf"{_SUM}{_EACH}(?P<unit>{unit})\b[^.;£]{{0,60}}\b(?:as|by way of) {_NAME}\b",
        )
    ),
    *(
        topic(
            name,
            r"\bliability\b[^£;]{0,140}\b(?:not exceed|limited to|capped at|cap of|limit(?:ed)? (?:is|of)|cap is|"
            r"cap):? "
            rf"(?:the (?:greater|higher|lower|lesser) of )?{_SUM}",
            _sum,
            rf"{_NOT_CAP}|{unless}",
        )
        for name, unless in (
            ("liability_cap", r"\b(?:years?|annual\w*|annum)\b"),
            ("liability_cap_a_year", r"^(?!.*\b(?:years?|annual\w*|annum)\b)"),
        )
    ),
)
