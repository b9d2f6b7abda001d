"""One clear question, with words or facts of the clause in it, where what to write is a decision."""

from __future__ import annotations

from typing import Any

from checker.domain import Rewrite, Verdict
from checker.rewrite.bench import Bench
from checker.rewrite.fit import named_words
from checker.rewrite.proof import names_the_clause
from checker.rewrite.voice import Voice, spoken_as
from checker.rulefile import RewriteSpec
from checker.words import filled, gaps, spoken

LAST = RewriteSpec(
    kind="ask",
    text="Does this contract need this as it stands? If so, write the reason beside it. If not, what would do instead?",
)
_STARTS = frozenset(  # words that begin a question and may follow a colon in small letters
    (
        "Which", "Can", "Does", "Do", "Could", "Should", "Would", "Is", "Are", "Has", "Have", "What", "When", "Where",
        "Who", "Whom", "Why", "How", "May", "Must", "Will", "For", "By", "On", "In", "Until", "Within", "If",
    )
)  # fmt: skip
_LIKENESS = "This reads like "  # how the message begins of a passage that no rule confirms


def asked(spec: RewriteSpec, verdict: Verdict, voice: Voice, values: dict[str, Any]) -> Rewrite:
    """The question of a rule. It names the clause's words; for something missing, a fact or the contract's title.

    Of a passage found by its wording alone it first asks whether it means what it reads like.
    """
    place = verdict.finding.place
    template = spoken_as(spec.text, voice)
    text = filled(template, values)
    own = set(gaps(template)) - set(voice.values())
    facts = tuple(spoken(name, values[name]) for name in (*sorted(own), *spec.needs) if values.get(name) is not None)
    words, title = values.get("words"), values.get("title")
    if words and verdict.finding.detectors == ("classifier",) and verdict.message.startswith(_LIKENESS):
        likeness = verdict.message.removeprefix(_LIKENESS).rstrip(".")
        text = f"Does “{words}” amount to {likeness}? If so: {_after_colon(text)} If not, leave it as it is."
    elif words and not names_the_clause(text, place, facts):
        text = f"On “{words}”: {_after_colon(text)}"
    elif not words and title and not facts:
        text = f"For “{title}”: {_after_colon(text)}"
    return Rewrite(finding_id=verdict.finding.id, kind="ask", text=text, checked=not gaps(text), who=verdict.owner)


def last_question(verdict: Verdict, bench: Bench) -> Rewrite:
    """The question for a passage that no text or question of its rule fits."""
    words = named_words(verdict.finding.place)
    values = bench.known | ({"words": words} if words else {})
    return asked(LAST, verdict, bench.voice_of(verdict), values)


def _after_colon(text: str) -> str:
    return text[:1].lower() + text[1:] if text.split(" ", 1)[0] in _STARTS else text
