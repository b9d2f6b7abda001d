"""What changes in the wording with the stage: a draft can be changed, a tender that is out amended, a past one not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from checker.domain import Report, Rewrite, Verdict
from checker.report.words import plural, shorten, uk_date

_LONGEST = 120  # characters of the old words that an amendment names
# Themes in which a change alters who may bid, what they price or how they are marked.
_WEIGHTY = frozenset(
    {"evaluation", "experience", "finance", "insurance", "lots", "payment", "risk", "specification", "time"}
)

ADVICE: Mapping[str, Mapping[str, str]] = {
    "draft": {
        "replace": "Write this instead",
        "delete": "Take this out",
        "insert": "Add this",
        "ask": "Ask this first",
    },
    "live": {
        "replace": "Amend it to say",
        "delete": "Amend it by taking this out",
        "insert": "Amend it by adding",
        "ask": "Ask this before you amend anything",
    },
    "past": {
        "replace": "If you use this text today, write this instead",
        "delete": "If you use this text today, leave this out",
        "insert": "If you use this text today, add",
        "ask": "Ask this before you use the text again",
    },
}
STATE_MEANS: Mapping[str, Mapping[str, str]] = {
    "draft": {
        "clear": "We found nothing here that should hold a small firm back.",
        "some-friction": "A small firm can get through, with more effort than it need take.",
        "likely-to-stop-small-firms": "Some small firms that could do the work are likely to give up here.",
        "could-not-tell": "What we were given does not say enough to judge this.",
    },
    "past": {
        "clear": "We found nothing here that should have held a small firm back.",
        "some-friction": "A small firm could get through, with more effort than it need have taken.",
        "likely-to-stop-small-firms": "Some small firms that could have done the work probably gave up here.",
        "could-not-tell": "What we were given does not say enough to judge this.",
    },
}
FIRST_HEADING = {"draft": "to deal with first", "live": "to deal with first", "past": "to look at first"}
MAY_KEEP = {
    "draft": "If there is a good reason for something you read here, keep it, and write the reason down.",
    "live": "Collect what you change into one notice, sent to every bidder at once.",
    "past": "The contract is let or the competition is over; these are for the next time the text is used.",
}


def manner(stage: str) -> str:
    """The manner of speaking for a stage: a plan is spoken of as a draft is."""
    return "draft" if stage == "plan" else stage


def state_means(stage: str) -> Mapping[str, str]:
    """What the state of a step means, in the tense of the stage."""
    return STATE_MEANS["past" if stage == "past" else "draft"]


def days_left(report: Report) -> int | None:
    """Days from the day of the check to the deadline for bids; None when it is not known or has passed."""
    value = report.facts.value("submission_deadline")
    try:
        left = (date.fromisoformat(str(value)) - report.as_of).days
    except ValueError:
        return None
    return left if left >= 0 else None


def closing_line(report: Report) -> str:
    """How long bidders have left, for a tender that is out."""
    left = days_left(report)
    if left is None:
        return "We could not work out how many days are left before bids are due."
    closing = uk_date(str(report.facts.value("submission_deadline")))
    return f"Bids are due on {closing}: {plural(left, 'day', in_words=False)} from the day of this check."


def amendment(verdict: Verdict, rewrite: Rewrite | None, where: str, stage: str) -> str:
    """For a tender that is out, the sentence that tells bidders of the change; empty where nothing is changed yet."""
    if stage != "live" or rewrite is None or rewrite.kind == "ask" or verdict.outcome == "review":
        return ""
    old = shorten(" ".join(verdict.finding.place.quote.split()), _LONGEST)
    if rewrite.kind == "insert" or not old:
        return f"We have added to {where or 'the documents'}: “{rewrite.text.strip()}”"
    if rewrite.kind == "delete":
        return f"In {where} these words no longer apply: “{old}”"
    return f"In {where} the words “{old}” now read: “{rewrite.text.strip()}”"


def effect_on_deadline(verdict: Verdict, stage: str) -> str:
    """For a tender that is out, what the change means for the deadline; empty for other stages and for style."""
    if stage != "live" or verdict.chapter in ("language", "file"):
        return ""
    if verdict.severity in ("critical", "high") or (verdict.theme in _WEIGHTY and verdict.severity == "medium"):
        return (
            "Effect on the deadline: this can change who bids, or at what price. Move the closing date so that every"
            " bidder can use it, and ask legal whether the change is too large for this competition."
        )
    return (
        "Effect on the deadline: small. A clarification to every bidder will do, if it reaches them well before they"
        " have to send their bids."
    )
