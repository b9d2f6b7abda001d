"""Standard numbers of a contract: hours to report a data breach, years of records, defects period, retention, prices.

Each pattern keeps to one duty of the winner in plain words, since another party's duty, another kind of record or an
exception has a number of its own.
"""

from __future__ import annotations

import re

from checker.facts.numerals import read_number
from checker.facts.topics import BUYER, FIRM, LONG, TWO_TIMES, N, period, topic, years

_AT = r"(?:within|in|no later than|not later than|at most|at the latest|and in any (?:case|event),?(?: within)?)"
_HOURS = rf"{N}[\s-](?P<unit>hours?|(?:calendar )?days?)(?!\w)"
_BREACH = (
    r"(?:(?:personal )?data (?:\w+ )?breach(?:es)?|data loss events?|"
    r"breach(?:es)? (?:of|involving) (?:the )?(?:personal )?data)\b"
)
_NOT_BREACH = (  # the controller's own duties, a later report, a drill
    r"\b(?:sub-?\s?(?:processors?|contractors?)|where|cause|investigat\w+|outcome|confirmed|plan)\b|"
    rf"\bcommissioner\b|\bICO\b|\bsupervisory\b|\bdata subjects?\b[^.;]{{0,30}}\bbreach|{BUYER} (?:shall|will|must)\b|"
    r"\b(?:full|written|further|final|detailed|follow-?up) (?:\w+ )?(?:report|details|notice|information)|\bresolv|"
    r"\bremed(?:y|ied|iate)|\bcontain(?:ed|ment)|\bor such\b|\bhours?\b.{0,200}\bhours?\b"
)
_RECORDS = (
    r"(?:(?:full|complete|accurate|proper|true|detailed|adequate|all|such|and|up[- ]to[- ]date|the|its|their|"
    r"contract|written|clear|open[- ]book),? )*"
    r"(?:(?:books|accounts|documents|books of account),? (?:and|or) )?records"
)
_OF_THE_CONTRACT = (
    r"(?: (?:and (?:accounts|documents|invoices) )?(?:of|relating to|in relation to|in connection with|connected with|"
    r"about|for|under|concerning) (?:the |this |all |its |every )*(?:performance(?: of the (?:contract|services))?|"
    r"(?:operation of |delivery of )?(?:contract|agreement)|services?|works?|orders?|supplies|goods|expenditure|"
    r"costs|charges|supply|time|provision of the services)"
    r"(?: and (?:expenditure|charges|costs|time|works?|payments?))?)?"
)
_NOT_RECORDS = (
    r"\b(?:staff|training|personnel|patient|clinical|care|medical|waste|transfer|accident|incident|maintenance|"
    r"asbestos|"
    r"gas|CCTV|unsuccessful|tenders?|vehicle|temperature|cleaning|personal data|payroll|tachograph|health|exposure|"
    r"insurance|visitor|pupil|learner|participant|individuals?|service users?|children|where|if|deed|call-?off)\b|"
    rf"{BUYER} (?:shall|will|must|keeps?|retains?)\b|{TWO_TIMES}|"
    r"\bfrom (?:the date of )?(?:(?:its|their) )?(?:creation|(?:the|each|every) (?:\w+ )?"
    r"(?:record|invoice|transaction|entry|order|payment))"
)
_DEFECTS = r"(?:defects? (?:liability|correction|notification|rectification|notice)|rectification|defects)"
_NOT_DEFECTS = (
    rf"{TWO_TIMES}|\b(?:soft|landscap\w*|plants?|trees?|planting|mechanical|electrical|roof\w*|drain\w*|section|phase|"
    r"certificate|excavation\w*|default|if none|if no other|not stated|extend\w*|bond|retention)\b"
)
_SHARE = r"(?P<number>\d{1,2}(?:\.\d{1,2})?|two|three|five|ten) ?(?:\(\d{1,2}%?\) ?)?(?:%|per ?cent\b)"
_NOT_RETENTION = (
    r"\b(?:staff|learners?|tenants?|customers?|employees?|workforce|volunteers?|KPI|students?|participants?|target|"
    r"releas\w+|repaid|return\w*|balance|second|recruit\w*|training|weight\w*|half|moiety|bond|section|phase|order|"
    r"lots?)\b|\bafter (?:practical |the "
    r")?completion|\breduc|\bif\b|"
    r"(?:%|per ?cent\b(?! \()).*(?:%|per ?cent\b)"
)
_PRICES = (
    r"^\W*(?:(?:the|all|its|(?:contractor|supplier|provider|tenderer|bidder)[’']s?|your|our|tendered|contract|quoted|"
    r"submitted|tender) )*(?:prices|rates|charges|fees)"
    r"(?: (?:tendered|quoted|submitted|offered|entered))?(?: in (?:the|your) [\w ]{4,30}?)?"
)
_NOT_PRICES = (
    r"\b(?:maintenance|support|parts|labour|hourly|options?|call-?out|materials|fuel|licen[cs]es?|discount|goods|"
    r"acceptance|implementation|hosting|clos\w+|returns?|submission|deadline|open|not fixed|call-?off|then be fixed|"
    r"at a time|thereafter|renew\w*|extension)\b"
)
_LAST = r"(?P<number>first|second|third|fourth|fifth)"
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}


def _percent(found: re.Match[str]) -> str | None:
    """A share of up to a tenth, "5%": nobody keeps back more."""
    words = {"three": 3.0, "five": 5.0, "two": 2.0, "ten": 10.0}
    word = found["number"].lower()
    number = float(word) if word[0].isdigit() else words.get(word)
    return f"{number:g}%" if number and number <= 10 else None


def _long_period(found: re.Match[str]) -> str | None:
    """A period of three months or more: a time of weeks is that in which one defect is put right."""
    weeks = {"w": 1.0, "m": 4.3}.get(found["unit"].split()[-1][0].lower(), 52.0) * (read_number(found["number"]) or 0)
    return period(found) if weeks >= 12 else None


def _until_year(found: re.Match[str]) -> str | None:
    number = _ORDER[found["number"].lower()]
    return f"{number} year{'' if number == 1 else 's'}"


CONTRACT_TOPICS = (
    topic(
        "breach_hours",
        rf"\b(?:report|notif|tell|inform|advise|give notice|alert)\w*\b[^.;]{{0,70}}\b{_BREACH}[^.;]{{0,70}}?\b{_AT} "
        rf"(?:a (?:maximum|period) of )?{_HOURS}",
        period,
        _NOT_BREACH,
    ),
    topic(
        "breach_hours",
        rf"\b{_BREACH}[^.;]{{0,40}}\b(?:report|notif|told|disclos)\w*\b[^.;]{{0,60}}?\b{_AT} {_HOURS}",
        period,
        _NOT_BREACH,
    ),
    topic(
        "breach_hours",
        rf"\b{_AT} {_HOURS}[^.;]{{0,50}}\b(?:of|about|after|upon|following) (?:becoming aware of |discover\w+ |finding "
        rf"|learning of |being aware of )?(?:any |a |the |each )?(?:actual |suspected |possible |or )*{_BREACH}",
        period,
        _NOT_BREACH,
    ),
    topic(
        "records_years",
        rf"\b(?:keep|kept|maintain|retain|preserve|hold)\b(?: and (?:maintain|retain|keep))?[^.;]{{0,12}}? {_RECORDS}"
        rf"{_OF_THE_CONTRACT},? (?:for|until) (?:a (?:minimum )?(?:period )?of |at least |not less than |the )*"
        rf"{N} (?P<unit>years?)(?!\w)",
        years,
        _NOT_RECORDS,
    ),
    topic(
        "records_years",
        rf"\bkeep,? (?:and (?:retain|maintain),? )?(?:for|until) (?:a (?:minimum )?(?:period )?of |at least )*{N} years"
        rf"(?: (?:after|from|following) (?:the )?(?:end|expiry|completion|termination) of (?:the|this) \w+)?,? "
        rf"{_RECORDS}(?! of (?!the )\w+)",
        years,
        _NOT_RECORDS,
    ),
    topic(
        "records_years",
        rf"^\W*{_RECORDS}{_OF_THE_CONTRACT} (?:(?:shall|must|will|are to|to) be )?(?:kept|retained|maintained|held)"
        rf"[^.;\d]{{0,40}}?\bfor (?:a (?:minimum )?(?:period )?of |at least |not less than )*{N} years(?!\w)",
        years,
        _NOT_RECORDS,
    ),
    topic(
        "defects_period",
        rf"(?<!end of the )(?<!expiry of the )(?<!during the )(?<!within the )\b{_DEFECTS} period\b\W*(?:\(\w+\)\W*|"
        r"[\d.]{1,5} \W*)?(?:(?:is|shall be|will be|of|lasts?|runs?|for|shall run|will run|a|period|from|commenc\w+|"
        rf"(?:for|to) (?:the|this) (?:works|contract)|practical completion|the date of)\W+)*{N}[\s-]{LONG}(?!\w)",
        _long_period,
        _NOT_DEFECTS,
    ),
    topic(
        "defects_period",
        rf"(?:\bdefects date (?:is|shall be|will be):? |\bmake good (?:\w+ ){{0,2}}defects? (?:which|that) (?:\w+ "
        rf")?(?:appears?|"
        rf"arises?|become apparent|show) (?:with)?in (?:the )?(?:first )?){N}[\s-]{LONG} (?:of|after|from|following) "
        r"(?:practical |the )*completion\b",
        _long_period,
        _NOT_DEFECTS,
    ),
    topic(
        "defects_period",
        rf"(?<![\w.]){N}[\s-]{LONG}[’']?(?:[\s-]long)? {_DEFECTS} (?:liability )?period\b",
        _long_period,
        _NOT_DEFECTS,
    ),
    topic(
        "retention_percent",
        r"(?:\bretention\b(?! period)[^.;\d%]{0,40}?\b|\bretention (?:\w+ )?(?:\(clause [\d.]{1,5}\))?\W+|\bretain \W?|"
        rf"\b(?:rate|percentage) of retention\W+){_SHARE}",
        _percent,
        _NOT_RETENTION,
    ),
    topic(
        "retention_percent",
        rf"(?<![\w.]){_SHARE} (?:cash )?retention\b(?! (?:rate|of staff))",
        _percent,
        _NOT_RETENTION,
    ),
    topic(
        "prices_fixed",
        rf"{_PRICES} (?:\w+ ){{1,4}}?(?:fixed|firm|unchanged|constant|held)(?: (?:and )?(?:fixed|firm))?,? "
        r"(?:for|during|throughout) (?:(?:the|a|an|period of|whole|full|first|initial|duration of|"
        rf"(?:term|contract period|contract term) \() ?)*{N}[\s-](?P<unit>(?:calendar )?months?|(?:contract )?years?)"
        r"(?!\w)",
        period,
        rf"{_NOT_PRICES}|{TWO_TIMES}",
    ),
    topic(
        "prices_fixed",
        rf"{_PRICES} (?:(?:may|can|will|shall) (?:only )?|are to )(?:then )?(?:be )?(?:reviewed|increased?|adjusted|"
        r"revised|rise|go up)(?: only)?(?: by \w+)? (?:after|from|at|on|following) (?:the )?(?:end of (?:the )?)?"
        rf"{_LAST} (?:anniversary|(?:contract )?year)\b",
        _until_year,
        rf"{_NOT_PRICES}|\bextension",
    ),
    topic(
        "prices_fixed",
        rf"(?:{_PRICES} (?:shall|will|may|must|can) ?not (?:be )?(?:increased?|reviewed|changed?|rise|adjusted|varied|"
        rf"go up)|"
        r"^\W*(?:there (?:will|shall) be )?no (?:price )?(?:increases?|reviews?|uplifts?|changes?)(?: (?:in|to|of) "
        r"(?:the )?"
        r"(?:prices|rates|charges))?(?: (?:will|shall) be (?:accepted|allowed|agreed|considered|made))?) "
        rf"(?:during|in|within|for|before the end of) the first {N}[\s-](?P<unit>months?|years?)(?!\w)",
        period,
        rf"{_NOT_PRICES}|{TWO_TIMES}",
    ),
    topic(
        "mobilisation_time",
        rf"\b(?:will|shall) (?:have|be (?:given|allowed)) (?:about |at least |a minimum of )?{N}[\s-]{LONG} (?:in "
        rf"which )?"
        r"(?:to mobili[sz]e|for mobili[sz]ation)\b",
        period,
        TWO_TIMES,
    ),
    topic(
        "mobilisation_time",
        rf"(?:\b(?:mobilisation|lead-in) period\b|^\W*mobilisation\W*:)(?:\W+(?:is|of|will be|shall be|lasts?|at "
        rf"least|about|a|"
        rf"for|runs?|minimum))*\W+{N}[\s-]{LONG}(?!\w)",
        period,
        rf"{TWO_TIMES}|\b(?:extension|final|last|first) {N}",
    ),
    topic(
        "mobilisation_time",
        rf"(?<![\w.]){N}[\s-]{LONG}[’']? (?:mobilisation|lead-in)(?: period)?\b(?! (?:meeting|report|plan))",
        period,
        rf"{TWO_TIMES}|\b(?:final|last|first) {N}",
    ),
    topic(
        "hygiene_rating",
        r"\b(?:food )?hygiene (?:rating|score)(?: scheme)?(?: score| rating)?(?: of)?"
        r"(?: at least| no less than| not less than| a minimum of)? (?P<number>[0-5]|three|four|five)\b(?: "
        r"\(\w+\))?(?: or (?:above|better|higher|more))? "
        r"(?:is to|must|shall|should|will|has to|needs to) be (?:\w+ )?(?:held|kept|maintained|achieved|retained)\b",
        lambda found: _rating(found["number"]),
        r"\b(?:currently|at present|existing|new|within|before|bidders?|tenderers?|applicants?|evidence)\b",
    ),
    topic(
        "hygiene_rating",
        rf"(?:{FIRM} (?:shall|must|will|is to) |\b(?:sites|kitchens|premises|outlets|cafés) (?:are )?to |\bmust )"
        r"(?:\w+ ){0,3}?(?:hold|keep|maintain|achieve|retain|have) (?:at all times )?(?:(?:a|its|the|minimum|food) )"
        r"{0,3}hygiene (?:rating|score)(?: score)? (?:of )?(?:at least |no less than |not less than |a minimum of )?"
        r"(?P<number>[0-5]|three|four|five)\b",
        lambda found: _rating(found["number"]),
        r"\b(?:currently|at present|existing|new|within|before|bidders?|tenderers?|applicants?|evidence)\b",
    ),
)


def _rating(word: str) -> str:
    return {"three": "3", "four": "4", "five": "5"}.get(word.lower(), word)
