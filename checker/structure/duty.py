"""Who is bound by a sentence: the grammatical subject of its main verb, by word lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.domain import Duty, Role
from checker.structure.dutywords import (
    AFTER_HEAD,
    AGENT,
    ANY_OF,
    ASKS,
    ATTENTION,
    BEHIND,
    BIDDER_ACTS,
    BINDING,
    BUYER_ACTS,
    DECLARES,
    END,
    FAILURE,
    FATAL,
    FILLER,
    MAIN_STARTS,
    NEAR,
    NEGATIVE,
    NO_ACT,
    NO_TASK,
    OPENER,
    OWN_RESPONSIBILITY,
    PAPER_FIRST,
    PARTY_ACTS,
    PASSIVE,
    PAYMENT,
    PERSON,
    POSSESSED,
    QUANTITY,
    REMAIN,
    RESPONSIBLE,
    SERVICES,
    TOLD,
    VERB,
    WE_BID,
)
from checker.structure.obligation import is_imperative
from checker.structure.words import AUTHORITY_WORD, BIDDER_WORD, PAPER_WORD


@dataclass(frozen=True, slots=True)
class Sides:
    """How the two sides are called in this document and section."""

    role: Role = "unknown"
    buyers: re.Pattern[str] | None = None  # the buyer's own names, learnt from the document

    def of(self, words: str) -> Duty:
        """The side a noun belongs to."""
        if self.role == "form" and WE_BID.search(words):
            return "bidder"
        if self.buyers and self.buyers.search(words):
            return "authority"
        bidder, authority = BIDDER_WORD.search(words), AUTHORITY_WORD.search(words)
        if bidder and authority:
            return "bidder" if bidder.end() > authority.end() else "authority"
        return "bidder" if bidder else "authority" if authority else "unstated"

    def nouns(self, text: str) -> Iterator[tuple[int, int, Duty]]:
        """Every noun for one side or the other, in order."""
        found: dict[int, tuple[int, int, Duty]] = {}
        for hit in AUTHORITY_WORD.finditer(text):
            ours = self.role == "form" and WE_BID.fullmatch(hit.group())
            found[hit.start()] = (*hit.span(), "bidder" if ours else "authority")
        for hit in BIDDER_WORD.finditer(text):
            found.setdefault(hit.start(), (*hit.span(), "bidder"))
        if self.buyers:
            found.update({hit.start(): (*hit.span(), "authority") for hit in self.buyers.finditer(text)})
        return iter(sorted(found.values()))


def duty_of(text: str, lead_in: str = "", sides: Sides = Sides()) -> Duty:
    """The side a sentence binds; of a list item without a subject of its own, the side its lead-in binds."""
    own = _own_duty(text, sides)
    if not lead_in:
        return own
    led = _led_duty(lead_in, sides)
    goes_on = text[:1].islower() and next(sides.nouns(text[:NEAR]), None) is None
    return led if led != "unstated" and (goes_on or own == "unstated") else own


def _led_duty(lead_in: str, sides: Sides) -> Duty:
    """The side a lead-in binds: of "where the Council asks …, the Supplier shall:" the one at its end."""
    at_end = [hit.group() for hit in PARTY_ACTS.finditer(lead_in[-END:])]
    return sides.of(at_end[-1]) if at_end else _own_duty(lead_in, sides)


def _own_duty(text: str, sides: Sides) -> Duty:
    if is_imperative(text) or DECLARES.match(text):
        return "bidder"
    if found := _by_responsibility(text, sides):
        return found
    start = _main_clause(text)
    verb = _main_verb(text, start, sides)
    subject = text[start : verb.start()] if verb else ""
    if verb is None or not subject.strip():
        return "unstated"
    return _by_subject(subject, text[verb.start() :], sides)


def _by_responsibility(text: str, sides: Sides) -> Duty | None:
    if hit := RESPONSIBLE.search(text):
        side = sides.of(text[hit.end() : hit.end() + 30].split(",")[0])
        if side != "unstated":
            return side
    if hit := OWN_RESPONSIBILITY.search(text):
        side = sides.of(hit[1])
        return side if side != "unstated" else None
    return None


def _main_clause(text: str) -> int:
    """Where the main clause starts, behind "If the Council asks, …" and the like."""
    filler = FILLER.match(text)
    begin = filler.end() if filler else 0
    if not OPENER.match(text, begin):
        return begin
    for comma in re.compile(r"[,;:]| then ").finditer(text, begin):
        rest = text[comma.end() : comma.end() + 160]
        if MAIN_STARTS.match(rest) and VERB.search(rest) and not OPENER.match(rest):
            return comma.end()
    party = PARTY_ACTS.search(text, begin)  # "If you agree you should sign"
    return party.start() if party else begin


def _main_verb(text: str, start: int, sides: Sides) -> re.Match[str] | None:
    """The first verb that is not inside "which …", "who …" or "that …" of the subject."""
    first: re.Match[str] | None = None
    for hit in VERB.finditer(text, start):
        if hit.start() - start > 260:
            break
        before = text[start : hit.start()]
        if not before.strip():
            continue
        first = first or hit
        if not re.search(r"\b(?:which|who|that|whose|whom)\s+(?:\w+\s+){0,3}$", before, re.I):
            return hit
    return first


def _by_subject(subject: str, rest: str, sides: Sides) -> Duty:
    if PAPER_FIRST.match(subject):
        return _of_thing(subject, rest, sides)
    for start, end, side in sides.nouns(subject):
        before = subject[:start]
        if BEHIND.search(before) and not QUANTITY.search(before):
            continue
        owned = POSSESSED.match(subject, end)
        if owned and not (side == "bidder" or PERSON.search(owned[1])):
            return _of_thing(subject[owned.start(1) :], rest, sides)
        if subject[start:end].lower() in ("our", "us"):
            return side if PERSON.search(subject[end:]) else _of_thing(subject[end:], rest, sides)
        return _of_party(side, rest)
    return _of_thing(subject, rest, sides)


def _of_party(side: Duty, rest: str) -> Duty:
    if side == "bidder" and BUYER_ACTS.match(rest) and not NEGATIVE.match(rest):
        return "authority"
    if side == "authority" and (ASKS.match(rest) or TOLD.match(rest)):
        return "bidder"
    return side


def _of_thing(subject: str, rest: str, sides: Sides) -> Duty:
    """The side behind a subject that is a thing: what is done to it, and by whom."""
    agent = AGENT.search(rest[:60])
    if agent and (side := sides.of(agent[1])) != "unstated":
        return side
    if PAYMENT.search(subject) and not PAPER_WORD.match(subject.strip().split(" ")[0] if subject.strip() else ""):
        acts = BUYER_ACTS.match(rest) or re.match(r"\s*(?:will|shall|must) be made", rest, re.I)
        return "authority" if acts else "unstated"
    if PAPER_WORD.search(_head(subject)):
        return _of_paper(rest)
    if FAILURE.match(subject) or REMAIN.match(rest):
        return "bidder"
    if ATTENTION.search(subject):
        return "bidder" if re.match(r"\s*(?:must|shall|should|is to)\b", rest, re.I) else "unstated"
    if BUYER_ACTS.match(rest):
        return "authority"
    if not BINDING.match(rest) or NO_TASK.search(subject) or NO_ACT.match(rest):
        return "unstated"
    return "bidder" if BIDDER_ACTS.match(rest) or SERVICES.search(subject) or PASSIVE.match(rest) else "unstated"


def _of_paper(rest: str) -> Duty:
    """The side behind a bidder's paper: it must be sent by the bidder, will be scored by the buyer."""
    if FATAL.match(rest) and (NEGATIVE.match(rest) or not BUYER_ACTS.match(rest)):
        return "bidder"
    if BUYER_ACTS.match(rest):
        return "authority"
    return "bidder" if BINDING.match(rest) or BIDDER_ACTS.match(rest) or REMAIN.match(rest) else "unstated"


def _head(subject: str) -> str:
    """The noun a subject is about: "the price" of "the price of the tender", "responses" of "all of the responses"."""
    return AFTER_HEAD.split(ANY_OF.sub(" ", subject), maxsplit=1)[0]
