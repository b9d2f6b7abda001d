"""Which part of a passage may be replaced, how a text is set in, and where an insertion belongs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from checker.domain import Clause, Place, Verdict

_MARKER = re.compile(r"\s*(?:\(?(?:\d+(?:\.\d+)*|[a-z]|[ivx]{1,4})[.)]\s+|\d+(?:\.\d+)+\s+|[•▪●o–-]\s+)")
_RUN_IN = re.compile(r"[A-Z][^.:;–|]{2,70}(?: [–-] |: )(?=[A-Z“\"])")
_WHOLE = re.compile(r"[.!?][\"”’)]?$")
_ALONE = re.compile(r"[A-Z][^.;:]{0,90}? (?:must|shall|will|may|should|can|cannot|is|are|has|have|reserves?)\b")
_LONGEST = 55  # words of a sentence that a ready text may stand for
_DAY_NAME = r"\b(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_DAY_BEFORE = re.compile(rf"({_DAY_NAME}),?(?: the)? ?$", re.IGNORECASE)
_DAY_AFTER = re.compile(rf"(?: ?\((?:a )?{_DAY_NAME}\)|,? {_DAY_NAME}(?=[,.;)|]|$| at\b))", re.IGNORECASE)
_DATED = re.compile(r"\d(?:st|nd|rd|th)? (?:of )?[a-z]{3,9}\b|\d ?[/.-] ?\d{1,2} ?[/.-] ?\d", re.IGNORECASE)
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_NEW_DATE = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})\b")
_LOOSE_ENDS = frozenset(
    ("a", "an", "the", "of", "to", "and", "or", "for", "in", "on", "by", "be", "will", "is", "are", "with", "from",
     "at", "as", "that", "their", "its", "any", "|", "and/or", "been", "has", "have", "which", "this", "not", "–", "-")
)  # fmt: skip
_NAMED = (8, 16)  # words of a clause that a question names, at least and at most
_FORM = re.compile(
    r"\bform of (?:tender|offer|bid|quotation)\b|\b(?:tender|offer|bid|quotation|response|submission) form\b|"
    r"\((?:offer|tender)\)|\bdeclarations?\b|\bcertificates? (?:as to|of)\b|\bI ?(?:/|or) ?we\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"\bthe undersigned\b|\bI ?(?:/|or) ?we\b|\bwe hereby\b|"
    r"\bby signing\b|\bsigning below\b|^(?:signed )?for and on behalf of\b|^yes(?: ?/? ?no)?$|"
    r"^(?:I|we) (?:agree|undertake|offer|confirm|declare|certify|accept|understand|acknowledge)\b",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(  # headings of what is filled in, of contents, timetables and empty parts
    r"\bform [A-Z0-9]{1,3}\b|\bquestionnaire\b|"
    r"\b(?:pricing|price|cost|rates?) (?:schedule|form|sheet|breakdown|submission)\b|"
    r"\b(?:schedule|breakdown) of (?:prices?|rates|costs|requirements)\b|\bcontents\b|\btimetable\b|\bkey dates\b|"
    r"\bnot (?:applicable|used)\b|\bdefinitions?\b|\bglossary\b|\bappendi(?:x|ces)\b|\bannex\b|\bchecklist\b",
    re.IGNORECASE,
)
_SOON = 60  # characters: how early in a sentence a word must come that points back
_OF_THOSE = re.compile(
    r"\b(?:one|two|three|each|any|all|some|most|none|either|both) of (?:these|those|them|the)\b", re.IGNORECASE
)
_LEANS = re.compile(  # how a sentence begins that hangs on the one before it
    r"(?:as such|in (?:such|this|that|these|those|particular|the latter)|such|these|those|this|that|it|they|any such|"
    r"therefore|however|furthermore|moreover|accordingly|otherwise|if so|where (?:so|this|that|such)|likewise|"
    r"similarly|nor|and|but|the (?:above|same|said|foregoing|latter))\b",
    re.IGNORECASE,
)


def is_form(headings: Sequence[str]) -> bool:
    """Whether headings are those of something that the bidder fills in or signs."""
    return any(_FORM.search(heading) for heading in headings)


def in_form(clause: Clause | None, near: Sequence[str] = ()) -> bool:
    """Whether a clause, or what stands beside it, is something that the bidder fills in or signs."""
    if clause is None:
        return False
    signed = any(_SIGNED.search(text) for text in (clause.text, *near))
    return signed or clause.role == "form" or is_form((*clause.headings, clause.lead_in))


def can_hold(headings: Sequence[str]) -> bool:
    """Whether a statement of the buyer may be put under these headings: no form, contents, timetable or empty part."""
    return not is_form(headings) and not _NO_PLACE.search(headings[-1])


def points_back(text: str) -> bool:
    """Whether a sentence speaks of things that only the one before it names: "at least two of those"."""
    return leans(text) or _OF_THOSE.search(text[:_SOON]) is not None


def leans(text: str) -> bool:
    """Whether a sentence hangs on the one before it, so that nothing may be put between the two."""
    return _LEANS.match(text.lstrip()) is not None or text.lstrip()[:1].islower()


def unit_of(verdict: Verdict, clause: Clause | None) -> tuple[int, int] | None:
    """Characters of the quote that a ready text may stand for; None where it would break a list, row or heading.

    The clause number, a list's marker and a heading that runs into the sentence are kept.
    """
    place, sentence = verdict.finding.place, verdict.finding.sentence
    if sentence is None or sentence.kind in ("heading", "note") or not place.quote:
        return None
    if len(place.quote) < len(sentence.text.strip()):
        return None  # part of a very long sentence
    start, end = cell_of(place) if sentence.kind == "row" else (0, len(place.quote))
    for kept in (_MARKER, _RUN_IN):
        found = kept.match(place.quote, start, end)
        if found and found.end() <= max(place.quote.find(place.match), 0):
            start = found.end()
    text = place.quote[start:end]
    listed = clause is not None and bool(clause.lead_in) and sentence.kind == "item" and not _ALONE.match(text)
    whole = bool(text) and not text[0].islower() and bool(_WHOLE.search(text)) and len(text.split()) <= _LONGEST
    if sentence.kind == "row" and "?" in text:
        return None  # the question of a form: its answer boxes stay
    return (start, end) if whole and not listed and "|" not in text else None


def cell_of(place: Place) -> tuple[int, int]:
    """The cell of a row that holds the match; nothing where the match lies across cells."""
    at = place.quote.find(place.match)
    start = place.quote.rfind(" | ", 0, max(at, 0) + 1)
    start = 0 if start < 0 else start + 3
    end = place.quote.find(" | ", at)
    end = len(place.quote) if end < 0 else end
    return (start, end) if at >= 0 and at + len(place.match) <= end else (0, 0)


def named_words(place: Place) -> str:
    """The words of a clause that a question names: the ones that gave it away, widened or cut to a readable length."""
    words = [match.span() for match in re.finditer(r"\S+", place.quote)]
    at = max(place.quote.find(place.match), 0)
    inside = [i for i, (start, end) in enumerate(words) if end > at and start < at + len(place.match)]
    if not inside:
        return ""
    first, last = inside[0], inside[-1]
    while last - first + 1 < min(_NAMED[0], len(words)):
        first, last = (first, last + 1) if last + 1 < len(words) else (first - 1, last)
    cut = last - first + 1 > _NAMED[1]
    last = min(last, first + _NAMED[1] - 1)
    while last > max(first, inside[-1]) and place.quote[slice(*words[last])].lower() in _LOOSE_ENDS:
        last -= 1
    while first < inside[0] and place.quote[slice(*words[first])].lower() in _LOOSE_ENDS:
        first += 1
    text = place.quote[words[first][0] : words[last][1]].strip(' |;:,.–-“”"')
    return re.sub(r"\s*\|\s*", ": ", text).replace("[", "(").replace("]", ")") + (" …" if cut else "")


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends; an empty one as it is."""
    inner = text[start:end]
    if not inner.strip():
        return start, end
    return start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip())


def with_weekday(quote: str, start: int, end: int, said: str) -> tuple[int, int, str]:
    """What to exchange, and for what, where the words cut are a date that stands beside the name of its weekday.

    The name goes with the old date; the new date brings its own, and a date still to be chosen none.
    """
    if not _DATED.search(quote[start:end]) or not said:
        return start, end, said
    before, after = _DAY_BEFORE.search(quote, 0, start), _DAY_AFTER.match(quote, end)
    if not before and not after:
        return start, end, said
    said = _NEW_DATE.sub(_with_its_day, said, count=1)
    return before.start(1) if before else start, after.end() if after else end, said


def _with_its_day(found: re.Match[str]) -> str:
    try:
        return f"{date(int(found[3]), _MONTHS.index(found[2]) + 1, int(found[1])):%A} {found[0]}"
    except ValueError:  # no such day
        return found[0]


def joined(quote: str, start: int, end: int, said: str) -> str:
    """The quote with these characters exchanged, without doubled commas or a space before a point."""
    before, after = quote[:start], quote[end:]
    if not said:
        before = before.rstrip() if after[:1] in (*" .;,:", "") else before
    if said[:1] == ",":
        before = before.rstrip(" ,")
    if said[-1:] == "," and after.lstrip()[:1] in (*".;,:)", ""):
        said = said[:-1]
    if before.count("[") > before.count("]"):
        said = said.replace("[", "").replace("]", "")  # it stands in square brackets already
    if not before.strip() and quote[start : start + 1].isupper():
        said = said[:1].upper() + said[1:]
    return before + said + after
