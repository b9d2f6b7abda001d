"""Bids, or questions, to be sent in two ways: through a portal here, in a sealed envelope there.

A false one accuses, so only sentences that bind count, a sentence that leaves a choice frees the whole pack, and a
form, sample or copy asked for besides is no second way.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from checker.domain import Clause, Fact
from checker.facts.slip_facts import Said, clashes, first_of_each
from checker.facts.statements import Statement, own_words, statements

_BIDS = re.compile(
    r"\b(?:(?:tenders?|bids?|quotations?|proposals?|submissions?|offers?|"
    r"completed (?:documents?|forms?|questionnaires?|responses?))\b[^.;]{0,60}\b"
    r"(?:must|shall|should|are to|is to|will only|may only|can only)\b|"
    r"(?:must|shall|should|are to) (?:\w+ ){0,2}(?:submit|return|send|upload|deliver|e-?mail|post) "
    r"(?:your |their |the |a |its |all )?(?:completed |final )?(?:tender|bid|quotation|proposal|submission|offer)s?\b|"
    r"^(?:please )?(?:submit|return|send|upload|deliver|e-?mail|post) (?:your|the|completed) "
    r"(?:completed )?(?:tender|bid|quotation|proposal|submission|offer)s?\b)",
    re.IGNORECASE,
)
_QUESTIONS = re.compile(
    r"\b(?:questions?|queries|clarifications?|clarification (?:requests?|questions?)|enquiries)\b[^.;]{0,60}\b"
    r"(?:must|shall|should|are to|is to|will only|may only|can only)\b[^.;]{0,40}\b(?:be )?"
    r"(?:submitted|raised|sent|made|directed|addressed|put|e-?mailed|asked)\b",
    re.IGNORECASE,
)
_SENDS = re.compile(
    r"\b(?:enclosed|submi\w+|return\w*|sen[dt]|upload\w*|deliver\w*|e-?mail\w*|post\w*|received|raised|made|directed|"
    r"addressed|put|asked)\b",
    re.I,
)
_PORTAL = re.compile(
    r"\b(?:through|via|using|on|to|by|into) (?:[\w’'&-]+ ){0,5}?"
    r"(?:portal|e-?tendering (?:system|site|website)|electronic tendering system|e-?sourcing (?:system|suite)|delta|"
    r"proactis|in-tend|procontract|atamis|jaggaer|messaging (?:area|facility))\b|"
    r"\bupload\w*\b",
    re.IGNORECASE,
)
_EMAIL = re.compile(
    r"\b(?:by|via|through) e-?mail\b|\be-?mailed to\b|\bto (?:the )?(?:following )?e-?mail address\b|\bto \S+@\S+",
    re.I,
)
_PAPER = re.compile(
    r"\bsealed envelope|\bplain (?:sealed )?envelope|\bby (?:post|hand|courier)\b|\bon paper\b|"
    r"\b(?:hard|paper|bound) cop(?:y|ies) of (?:the|your|their) (?:tender|bid|quotation|proposal|submission)\b|"
    r"\bposted to\b",
    re.IGNORECASE,
)
_WAYS = (("through a portal", _PORTAL), ("by e-mail", _EMAIL), ("on paper", _PAPER))
_DENIED = re.compile(
    r"\bnot (?:be )?(?:accepted|considered|opened|evaluated|permitted|allowed)|\brejected\b|\bnot be sent\b",
    re.I,
)
_BESIDES = re.compile(
    r"\b(?:also|(?:if|when) (?:asked|required|requested)|on request|"
    r"in addition|as well|additional|original|wet ink|samples?|boards?|drawings|"
    r"copy of the (?:form|contract)|form of tender and|signed contract|invoices?|(?<!tender )references?|insurance|"
    r"interviews?|visit|unavailable|fails?|failure|withdraw\w*|modif\w*|confirm\w*|"
    r"questions? (?:about|on) (?:the )?(?:portal|system|use)|technical (?:support|help|problems?))\b",
    re.IGNORECASE,
)
_CHOICE = re.compile(r"\bor\b|\beither\b|\balternatively\b|\bif\b|\bwhere\b|\bunless\b", re.IGNORECASE)
_SCANNED = re.compile(
    r"\bscanned (?:version|cop(?:y|ies)|pdf)\b|\b(?:documents?|forms?)\b[^.;|]{0,30}\buploaded\b",
    re.IGNORECASE,
)
NAMES = ("bids_sent", "questions_sent")


def return_ways(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """`bids_sent` and `questions_sent`, each with one `conflicting` fact a way ("by e-mail", "on paper", "through a
    portal"), where a pack asks for two of them; "as a scan or upload" where it otherwise asks for paper alone.
    """
    told = [s for s in statements(clauses) if own_words(s) and s.clause.role not in ("terms", "specification")]
    found = (("bids_sent", _ways(told, _BIDS)), ("questions_sent", _ways(told, _QUESTIONS)))
    facts: list[Fact] = []
    for name, said in found:
        each = list(first_of_each(said))
        if name == "bids_sent" and [item.value for item in each] == ["on paper"]:
            each += _scans(told)[:1]
        if len(each) > 1:
            facts += clashes(name, [each])
    return tuple(facts)


def _ways(told: Sequence[Statement], about: re.Pattern[str]) -> list[Said]:
    """Each way that a sentence binds bidders to; nothing where a sentence leaves the choice."""
    found: dict[str, list[Said]] = defaultdict(list)
    for statement in told:
        text = statement.text
        if not about.search(text) or not _SENDS.search(text) or _BESIDES.search(text) or _DENIED.search(text):
            continue
        ways = [(way, match) for way, pattern in _WAYS if (match := pattern.search(text))]
        if len(ways) > 1 or (ways and about is _QUESTIONS and _CHOICE.search(text)):
            return []
        for way, match in ways:
            found[way].append(Said(value=way, statement=statement, start=match.start(), end=match.end()))
    return [item for items in found.values() for item in items]


def _scans(told: Sequence[Statement]) -> list[Said]:
    return [
        Said(value="as a scan or upload", statement=s, start=match.start(), end=match.end())
        for s in told
        if (match := _SCANNED.search(s.text)) and not _CHOICE.search(s.text) and not _BESIDES.search(s.text)
    ]
