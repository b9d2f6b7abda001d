"""Standard numbers of a procurement: days to answer questions, places on a framework, firms invited to present."""

from __future__ import annotations

from checker.facts.topics import BUYER, N, Topic, count, period, topic, years

_DAYS = rf"{N}[\s-](?P<unit>(?:(?:working|business|calendar|clear) )?days?)(?!\w)"
_IN_DAYS = rf"[^.;\d]{{0,60}}?\b(?:within|in) {_DAYS}"
_QUESTIONS = r"(?:questions|queries|enquiries|clarifications?|clarification (?:questions|requests|queries))"
_NOT_ANSWERS = (
    r"\b(?:complaints?|invoices?|freedom|FOI\w*|applications?|notices?|after award|contractor|supplier|respondents|"
    r"residents|tenants|patients|customers|users|members|citizens|parents|received|from (?:the )?(?:council|authority|"
    r"trust|buyer)|last|deadline|closing|before|feedback|requests? for "
    r"(?:quot\w+|information)|"
    r"(?:tenderers?|bidders?) (?:must|shall|should|will))\b|\bdays\b.*\bdays\b"
)
_FIRMS = (
    r"(?:firms|suppliers|providers|contractors|tenderers|bidders|companies|consultants|applicants|candidates|"
    r"organisations|operators|agencies|partners)"
)
_NOT_PLACES = (
    r"\b(?:each|per|every|lots?|zones?|areas?|call-?off|order|mini-?\s?competition|current\w*|existing|at least|"
    r"minimum|present (?:contractor|supplier|provider)s?|previous\w*|not fewer|no fewer|between|"
    r"sub-?contractors?|consorti\w+|first|final|second|initial|at this stage|round|reserves?|last)\b|"
    rf"framework for (?!an? |the (?:term|period|provision|supply)|up to |no more |{N}\b)|"
    rf"(?:\bor|(?<!up )\bto|-) {N.replace('(?P<number>', '(?:')} (?:\w+ )?{_FIRMS}"
)
_MOST = r"(?:(?:up to|a maximum of|no more than|not more than|the top|the best|the|only|top) )"
_BEST = r"(?:(?:(?:highest|top|best)[- ](?:scor|rank|plac)\w+|best|leading|shortlisted|successful) )"
_SO_MANY = rf"{_MOST}{{0,2}}{N} {_BEST}?{_FIRMS}\b"
_SHOWING = {
    "interview": r"interviews?\b",
    "present": r"present(?:ations?)?\b",
    "demonstrate": r"demonstrat\w+",
}
_TO_BID = r"(?:submit (?:a )?(?:full )?|the )?(?:tender|bid|ITT|second stage)\b"
_EARLIER = (
    rf"(?<![\w.])(?P<count>{N.replace('(?P<number>', '(?:')}) (?:(?:relevant|recent|similar|comparable|previous|past) "
    rf")*"
    r"(?P<noun>contracts?|projects?|examples|case studies|schemes|references|referees|assignments|commissions)\b"
)
_NOT_EARLIER = (
    r"\b(?:terminat\w+|default\w*|prosecut\w+|convict\w+|breach\w*|claims?|disputes?|damages|accounts|turnover|"
    r"ended|lost|why|withdrawn|fail\w*|complaints?|poor|penalt\w+|cancel\w*|audit\w*|offence\w*|enforcement|"
    r"insolven\w+|tax|if|or|where|new(?:ly)?|start-?ups?|up to|minimum|at least|staff|"
    r"personnel|manager|team)\b|\byears?\b.*\byears?\b"
)
_REFEREES = rf"{N} (?:(?:relevant|recent|written|client|customer|trade|suitable) )*(?:references|referees)"
_NOT_REFEREES = r"\b(?:up to|any|additional|maximum|character|bank|staff|personnel|new|each|every|per|nurse)\b"


def _shown(name: str, words: str) -> tuple[Topic, ...]:
    """The firms invited to interview, to present or to demonstrate, which may be three stages."""
    patterns = (
        rf"\b{_SO_MANY}[^.;]{{0,70}}\b(?:invited|asked|called|shortlisted|go|taken)\b[^.;]{{0,30}}\b{words}",
        rf"\b(?:invite|ask|call|shortlist) {_SO_MANY}[^.;]{{0,60}}\b{words}",
        rf"\b{words} (?:(?:will|are|to|be|held|take|place) ){{0,4}}(?:with|by|for|from) {_SO_MANY}",
    )
    return tuple(topic(f"shortlisted_to_{name}", pattern, count("firms"), _NOT_PLACES) for pattern in patterns)


BID_TOPICS = (
    topic(
        "answers_days",
        rf"{BUYER} (?:(?:will|shall|aims?|undertakes?|intends?|endeavours?|tries|try|normally|to|aim|endeavour) )"
        r"{1,4}(?:answer|respond to|reply to) (?:(?:all|any|each|your|such|every|written|reasonable|relevant) ){0,2}"
        rf"{_QUESTIONS}{_IN_DAYS}",
        period,
        _NOT_ANSWERS,
    ),
    topic(
        "answers_days",
        rf"^\W*(?:answers|replies|responses) to (?:all |any )?(?:\w+ )?{_QUESTIONS} (?:\w+ ){{0,4}}?"
        rf"(?:will|shall|are|to) (?:normally )?be (?:published|issued|given|sent|posted|made|uploaded|"
        rf"provided){_IN_DAYS}",
        period,
        _NOT_ANSWERS,
    ),
    topic(
        "answers_days",
        rf"^\W*(?:(?:all|any|written|bidders[’']|tenderers[’']) )*{_QUESTIONS} (?:\w+ ){{0,6}}?"
        rf"(?:will|shall|are|to) (?:normally )?(?:be )?(?:answered|responded to|replied to){_IN_DAYS}",
        period,
        _NOT_ANSWERS,
    ),
    topic(
        "framework_places",
        r"(?:\b(?:appoint|admit|select|take on)|\b(?:award|awarded) (?:\w+ ){0,3}to|\bframework(?: agreement)? (?:(?:"
        r"is|will|to|be) ){0,2}(?:for|of|with|open to|comprises?|consists? of|includes?|have|has)) "
        rf"{_SO_MANY}",
        count("firms"),
        rf"{_NOT_PLACES}|\b(?:interview|presentation|tender stage|invit\w+)\b|^(?!.*\bframework\b)",
    ),
    topic(
        "framework_places",
        rf"\b{_SO_MANY} (?:will|shall|are to|to) be (?:appointed|admitted|accepted|taken) (?:on ?)?to the framework\b",
        count("firms"),
        _NOT_PLACES,
    ),
    topic(
        "framework_places",
        rf"\bmaximum number of (?:participants|{_FIRMS}) (?:on|in|to) the framework\W*(?:(?:is|will be) )?{N}\b",
        count("firms"),
        _NOT_PLACES.replace("minimum|", ""),
    ),
    *(each for name, words in _SHOWING.items() for each in _shown(name, words)),
    topic(
        "shortlisted_to_tender",
        rf"\b{_SO_MANY}[^.;]{{0,70}}\b(?:invited|asked|shortlisted|go through) to {_TO_BID}",
        count("firms"),
        _NOT_PLACES,
    ),
    topic(
        "shortlisted_to_tender",
        rf"\b(?:invite|shortlist|ask) {_SO_MANY}[^.;]{{0,30}}\bto {_TO_BID}",
        count("firms"),
        _NOT_PLACES,
    ),
    topic(
        "experience_years",
        rf"{_EARLIER}[^.;]{{0,80}}\b(?:in|within|over|during|from|of) the (?:last|past|previous|preceding) {N} years\b",
        years,
        _NOT_EARLIER,
    ),
    topic(
        "referees_asked",
        rf"(?<![\w.-]){_REFEREES} (?:will|must|should|shall|are) (?:be )?(?:taken(?: up)?|sought|required|needed|"
        r"requested|asked|given|provided|supplied|contacted)\b",
        count("references"),
        _NOT_REFEREES,
    ),
    topic(
        "referees_asked",
        r"^\W*(?:[A-Z]{0,3}\d{0,2}(?:\.\d{1,2})*\W+)?(?:(?:names?|(?:contact )?details|addresses)(?: and \w+)? of )?"
        rf"{_REFEREES}\b",
        count("references"),
        _NOT_REFEREES,
    ),
)
