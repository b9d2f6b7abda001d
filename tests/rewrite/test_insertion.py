"""Where a statement may be added, and where it would do harm."""

from __future__ import annotations

import pytest

from checker.assess import assess
from checker.detect import detect
from checker.domain import Rewrite
from checker.rewrite import rewrite
from checker.rulefile import RuleSet
from tests.making import clauses, facts, rule
from tests.test_assess import POLICY
from tests.test_detect import PIECES

ADDED = "A list of widgets is in the appendix."


def added(text: str, words: str = ADDED, **spec: object) -> Rewrite:
    """What is made of the first finding in a text by a rule that would add these words."""
    some = rule(rewrite=[{"kind": "insert", "text": words, **spec}, {"kind": "ask", "text": "Which widgets?"}])
    rules, read = RuleSet((some,), PIECES, ""), clauses(text)
    findings, _ = detect(read, facts(), (), rules)
    return rewrite(assess(findings, read, facts(), rules, POLICY), read, facts(), rules, lambda *_: "info")[0]


def test_after_a_sentence() -> None:
    made = added("Bring widget cover of £1m. Tenders are opened at noon.")
    assert (made.kind, made.belongs) == ("insert", "after this sentence")


def test_not_between_two_sentences_that_belong_together() -> None:
    text = "Bring widget cover of £1m. In such a case say why."
    assert added(text).belongs == "at the end of this paragraph"
    assert added(text, "This widget is in the appendix.").kind == "ask"
    assert added("Bring widget cover of £1m.\n\nSuch cover is for a year.").kind == "ask"


@pytest.mark.parametrize(
    "text",
    [
        "Form of Tender\n\nBring widget cover of £1m.",
        "The undersigned offers to do the work.\n\nBring widget cover of £1m.",
        "Bring widget cover of £1m.\n\nI/We agree to all of it.",
        "By signing below you agree to bring widget cover of £1m.",
        "Bring widget cover of £1m.\n\nYes / No",
    ],
)
def test_not_in_what_the_bidder_signs(text: str) -> None:
    assert added(f"# {text}" if text.startswith("Form") else text).kind == "ask"


@pytest.mark.parametrize(
    ("heading", "place"),
    [
        ("Widgets and tools", "under “Widgets and tools”"),
        ("The “widgets”", "under “The ‘widgets’”"),
        ("Widgets: not applicable", "after this sentence"),
        ("Widget timetable", "after this sentence"),
        ("Breakdown of prices for widgets", "after this sentence"),
        ("Form B: widgets", "after this sentence"),
    ],
)
def test_under_the_heading_that_speaks_of_the_same_unless_nothing_can_be_said_there(heading: str, place: str) -> None:
    text = f"# {heading}\n\nText here.\n\n# Cover\n\nBring widget cover of £1m."
    assert added(text, belongs="widgets").belongs == place
