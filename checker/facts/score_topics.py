"""The lowest score that a bid may have, for every question or for quality as a whole, and how often the parties meet.

"Less than 3 fails", "2 or less fails" and "at least 3" say one thing: the lowest score that passes is 3.
"""

from __future__ import annotations

import re

from checker.facts.topics import FIRM, Reader, Topic, topic

_QUESTION = r"(?:questions?|criteri(?:on|a)|answers?|method statements?|responses?|elements?)\b(?! ?\d)"
_EACH = (
    r"(?:any|each|every|all|one)(?: or more)?(?: of the)?"
    rf"(?: (?:the|quality|technical|scored|award|individual|evaluated|evaluation|single)){{0,2}} {_QUESTION}"
)
_MARKS = r"(?P<number>\d{1,2}|one|two|three|four|five|six|seven|eight)(?: marks?| points?)?(?: \([a-z ]{3,20}\))?"
_OUT_OF = r"(?: out of (?:a possible )?(?:\d{1,2}|five|ten))?"
_FOR = r",? (?:for|in|on|against|to|from) "
_UNDER = r"(?:less than|below|lower than|under|fewer than)"
_OVER = r"(?:at least|a minimum of|minimum (?:score|mark) of|no less than|not less than|no lower than)"
_NOT_SCORES = (
    r"\b(?:interviews?|presentations?|demonstrations?|prices?|credit|financial|selection|SQ|PQQ|lots?|social value|"
    r"KPIs?|"
    r"targets?|stage \w+|audits?|inspections?|surveys?|hygiene|two or more|more than one|average|moderat\w+|other than|"
    r"except|apart from|totals?|overall|assessors|evaluators|markers|members|people|times)\b|%|\bper ?cent"
)
_NOT_QUALITY = (
    r"\b(?:prices?|lots?|selection|SQ|PQQ|interviews?|presentations?|stage \w+|KPIs?|targets?|each|any|every|question "
    r"\d+|"
    r"out of|questionnaire|capacity|ability|call-?off|mini-?\s?competition)\b|(?:%|per ?cent\b).*(?:%|per ?cent\b)"
)
_OFTEN = {
    "weekly": r"weekly|(?:every|each) week|once a week",
    "fortnightly": r"fortnightly|(?:every|each) (?:fortnight|two weeks)|once a fortnight",
    "monthly": r"(?<!-)(?<!six )(?<!three )(?<!two )(?<!bi)monthly|(?:every|each) month|once a month",
    "quarterly": r"quarterly|(?:every|each) (?:quarter|three months)|once a quarter|three[- ]monthly|four times a year",
    "half-yearly": r"half[- ]yearly|six[- ]monthly|(?:every|each) six months|twice (?:a|each|every) year",
}
_HOW_OFTEN = "(?P<often>" + "|".join(_OFTEN.values()) + ")"
_ANY_OFTEN = rf"(?:{'|'.join(_OFTEN.values())})"
_NOT_OFTEN = (
    r"\b(?:thereafter|then|initial\w*|first|until|mobilisation|if|where|at least|minimum|or more|also|in addition|"
    r"additional|senior|director|chief|head of|each (?:site|school|lot|home|area)|lots?|annual\w*|yearly|as required|"
    rf"alternat\w+|after that|during|transition|phase|stage|normally|subject to|for (?:licen\w+|support|call\S+|parts|"
    rf"goods|hosting|maintenance|reactive|additional|extra|materials|expenses|staff|management))\b|"
    rf"{_ANY_OFTEN}.*\b{_ANY_OFTEN}"
)
_SMALL = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}


def _lowest(more: int) -> Reader:
    """A reader of the lowest score that passes, `more` above the one that is told."""

    def value(found: re.Match[str]) -> str:
        word = found["number"].lower()
        return f"{(int(word) if word.isdigit() else _SMALL[word]) + more} for each"

    return value


def _percent(found: re.Match[str]) -> str:
    return f"{float(found['number']):g}%"


def _often(found: re.Match[str]) -> str | None:
    """How often, in one word: "every three months" is "quarterly"."""
    return next((word for word, said in _OFTEN.items() if re.fullmatch(said, found["often"], re.IGNORECASE)), None)


def _scores() -> tuple[Topic, ...]:
    forms = (
        (rf"\b{_UNDER} {_MARKS}{_OUT_OF}{_FOR}{_EACH}", 0),
        (rf"\b{_EACH}[^.;\d]{{0,50}}\b{_UNDER} {_MARKS}{_OUT_OF}(?!\d)", 0),
        (rf"(?<![\w.]){_MARKS}{_OUT_OF} or (?:less|below|lower|under|fewer){_FOR}{_EACH}", 1),
        (rf"\b{_EACH}[^.;\d]{{0,50}}\b{_MARKS}{_OUT_OF} or (?:less|below|lower|under|fewer)\b", 1),
        (rf"\b{_OVER} {_MARKS}{_OUT_OF}{_FOR}{_EACH}", 0),
        (rf"\b{_EACH}[^.;\d]{{0,50}}\b{_OVER} {_MARKS}{_OUT_OF}(?!\d)", 0),
        (rf"(?<![\w.]){_MARKS}{_OUT_OF} or (?:more|above|higher|over|better){_FOR}{_EACH}", 0),
    )
    must = r"^(?!.*\b(?:scor|mark|threshold|point)\w*)"
    return tuple(topic("pass_mark", form, _lowest(more), f"{_NOT_SCORES}|{must}") for form, more in forms)


def _meetings() -> tuple[Topic, ...]:
    kinds = (
        ("review_meetings", r"(?P<noun>(?:performance |service |contract )?review)"),
        ("contract_meetings", r"(?P<noun>contract(?: management| monitoring)?)"),
        ("progress_meetings", r"progress"),
    )
    return tuple(
        topic(name, pattern, _often, _NOT_OFTEN)
        for name, kind in kinds
        for pattern in (
            rf"\b{kind} meetings? (?:(?:shall|will|are|is|to|be|must|take|place|held|normally) ){{0,5}}{_HOW_OFTEN}",
            rf"\b{_HOW_OFTEN} {kind} meetings?\b",
        )
    )


SCORE_TOPICS = (
    *_scores(),
    topic(
        "quality_pass_mark",
        r"\b(?:quality|technical) (?:threshold|pass mark|pass-mark)\W+(?:(?:is|of|will be|shall be|set|at|a|minimum) "
        r"){0,4}"
        r"(?P<number>\d{2}(?:\.\d)?) ?(?:%|per ?cent\b)",
        _percent,
        _NOT_QUALITY,
    ),
    topic(
        "quality_pass_mark",
        rf"\b(?:{_UNDER}|{_OVER}|minimum of) (?P<number>\d{{2}}(?:\.\d)?) ?(?:%|per ?cent) (?:of the (?:total |"
        rf"available |"
        r"maximum |possible )*(?:quality|technical) (?:marks|score|points)|(?:for|in|on) (?:the )?(?:quality|"
        r"technical)\b)",
        _percent,
        _NOT_QUALITY,
    ),
    *_meetings(),
    topic(
        "invoices_sent",
        rf"^\W*{FIRM} (?:shall|may|will|must|is to|should) (?:submit |send |render |issue |raise )?(?:an |its |one |"
        rf"all )?"
        rf"(?:consolidated |electronic |valid )?invoices? (?:(?:to )?the \w+ )?{_HOW_OFTEN}\b",
        _often,
        _NOT_OFTEN,
    ),
    topic(
        "invoices_sent",
        r"^\W*(?:all )?(?:invoices|payments?) (?:(?:shall|are|is|will|must|should|to|be|submitted|sent|issued|raised|"
        r"made|"
        rf"rendered) ){{1,4}}{_HOW_OFTEN}\b",
        _often,
        _NOT_OFTEN,
    ),
    topic("invoices_sent", rf"^\W*invoic(?:es|ing)\W+{_HOW_OFTEN}\b(?: in arrears?)?\W*$", _often, _NOT_OFTEN),
)
