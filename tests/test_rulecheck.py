"""A rule is proved by its own examples: a wrong example, a needless line or too few examples are each told."""

from __future__ import annotations

import pytest

from checker.domain import Fact
from checker.policy import Policy
from checker.rulecheck import case_of, problems, verdicts_of
from checker.rulefile import Example, Rule, RuleSet
from tests.making import BOUND, rule
from tests.test_detect import PIECES

POLICY = Policy("test", (), (), (), "")
FLAGS = [{"flag": f"You must have [[widget cover of £{n}]] by noon."} for n in range(1, 6)]
PASSES = [{"pass": f"Bring {n} hats."} for n in range(1, 6)]


def told(*, flags: object = FLAGS, passes: object = PASSES, **changes: object) -> list[str]:
    some = rule(**changes, examples=[*flags, *passes])  # type: ignore[misc]
    return list(problems(some, RuleSet((some,), PIECES, ""), POLICY))


def with_first(**more: object) -> list[dict[str, object]]:
    return [{**FLAGS[0], **more}, *FLAGS[1:]]


def example(**more: object) -> Example:
    return Example.model_validate({"flag": "[[widget cover of £5]]", **more})


def test_a_rule_whose_examples_hold_is_proved() -> None:
    assert told() == []


def test_five_examples_of_each_kind_are_needed() -> None:
    assert told(flags=FLAGS[1:]) == ["has 4 flag examples and needs 5"]
    assert told(passes=PASSES[1:]) == ["has 4 pass examples and needs 5"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"severity": "high"}, "severity is 'medium' and should be 'high'"),
        ({"because": "No reason."}, "because is 'It is asked for.' and should be 'No reason.'"),
        ({"outcome": "review"}, "outcome is 'barrier' and should be 'review'"),
        ({"flag": "You must have [[widget]] cover of £1."}, "quotes 'widget cover of £1' and should quote 'widget'"),
        ({"flag": "[[A hat]] is needed."}, "should be flagged and is not: 'A hat is needed.'"),
        ({"rewrite": "Other words."}, "the rewrite is 'Tenderers need widget cover that fits the work.'"),
    ],
)
def test_an_example_that_says_otherwise_is_told_with_its_number(more: dict[str, object], said: str) -> None:
    assert told(flags=with_first(**more)) == [f"example 1: {said}"]


def test_what_an_example_says_rightly_is_no_problem() -> None:
    right = with_first(severity="medium", because="It is asked for.", outcome="barrier",
                       rewrite="Tenderers need  widget cover\nthat fits the work.")  # fmt: skip
    assert told(flags=right) == []


def test_a_pass_that_is_flagged_is_told_with_the_words() -> None:
    wrong = [*PASSES[1:], {"pass": "Have widget cover of £9."}]
    assert told(passes=wrong) == ["example 10: should pass and is flagged at 'widget cover of £9'"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"any": ["widget cover of {money}", "top hat"]}, "detect.any[1] is proved by no example"),
        ({"unless": ["lottery"]}, "detect.unless[0] is proved by no example"),
        ({"unless_under": ["lottery"]}, "detect.unless_under[0] is proved by no example"),
        ({"unless_beside": ["lottery"]}, "detect.unless_beside[0] is proved by no example"),
        ({"unless_pack": ["lottery"]}, "detect.unless_pack[0] is proved by no example"),
        (
            {"any": [{"find": "widget cover of {money}", "unless": ["lottery"]}]},
            "detect.any[0].unless[0] is proved by no example",
        ),
    ],
)
def test_a_line_that_no_example_needs_is_told(change: dict[str, object], said: str) -> None:
    detect = {"kind": "pattern", "any": ["widget cover of {money}"], **change}
    assert told(detect=detect, message="Bidders need widget cover.") == [said]


def test_an_exception_that_an_example_needs_is_proved() -> None:
    detect = {"kind": "pattern", "any": [{"find": "widget cover of {money}", "unless": ["lottery"]}], "unless": ["tea"]}
    needed = [*PASSES, {"pass": "Widget cover of £5 by lottery."}, {"pass": "Widget cover of £5 with tea."}]
    assert told(detect=detect, message="Bidders need widget cover.", passes=needed) == []


def test_a_band_that_no_example_reaches_is_told() -> None:
    assess = {
        "ratio": {"of": "amount", "to": "value_annual"},
        "bands": [
            {"over": over, "severity": severity, "because": "Much."} for over, severity in ((9, "high"), (1, "low"))
        ],
        "unknown": {"because": "The yearly value was not found."},
    }
    flags = [{"flag": f"Have [[widget cover of £{n}]].", "facts": {"value_annual": 1}} for n in range(2, 7)]
    assert told(assess=assess, flags=flags) == ["assess.bands[0] is proved by no example"]


def test_a_credit_needs_no_rewrite() -> None:
    credit = {"id": "credits.widget-cover", "assess": None, "rewrite": []}
    assert told(**credit) == []
    assert told(**credit, flags=with_first(flag="[[Hat]]")) == ["example 1: should be flagged and is not: 'Hat'"]


def test_an_example_stands_in_the_usual_tender_unless_it_says_otherwise() -> None:
    case = case_of(rule(), example(facts={"bound": "no", "kind": "goods"}))
    assert {name: case.facts.value(name) for name in ("regime", "bound", "kind")} == {
        "regime": "pa23", "bound": "no", "kind": "goods",
    }  # fmt: skip


def test_the_usual_tender_is_one_that_the_law_binds() -> None:
    case = case_of(rule(), example())
    assert {name: case.facts.value(name) for name in BOUND} == BOUND


def test_a_needed_word_that_no_example_needs_is_told() -> None:
    detect = {"kind": "missing", "any": ["hats"], "needs": ["tea", "coffee"]}
    flags = [{"flag": f"We sell {n} teas."} for n in range(1, 6)]
    passes = [{"pass": f"We sell {n} hats and tea."} for n in range(1, 6)]
    said = told(detect=detect, message="Nothing on hats.", flags=flags, passes=passes)
    assert said == ["detect.needs[1] is proved by no example"]


def test_paragraphs_and_cells_of_an_example_are_kept_apart() -> None:
    two = case_of(rule(), example(flag="We like hats.\n\nHave [[widget cover of £5]].", before="Welcome."))
    assert [clause.text for clause in two.clauses] == ["Welcome.", "We like hats.", "Have widget cover of £5."]
    assert [clause.location.block for clause in two.clauses] == [0, 1, 2]
    row = case_of(rule(), example(flag="Widgets | [[widget cover of £5]]")).clauses[-1].sentences[0]
    assert (row.kind, row.cells) == ("row", ("Widgets", "widget cover of £5"))


def test_an_example_is_laid_out_as_it_says() -> None:
    text = example(heading="Cover > Widgets", lead="You must have:", before="We like hats.", after="That is all.")
    home = next(c for c in case_of(rule(), text).clauses if "£5" in c.text)
    assert home.headings == ("Cover", "Widgets")
    assert home.lead_in == "You must have:"
    texts = [clause.text for clause in case_of(rule(), text).clauses]
    assert texts.index("We like hats.") < texts.index("widget cover of £5") < texts.index("That is all.")


def test_a_row_stands_under_its_columns() -> None:
    row = example(flag="Widgets | [[widget cover of £5]]", columns="What | Cover")
    sentence = case_of(rule(), row).clauses[-1].sentences[0]
    assert (sentence.kind, sentence.columns) == ("row", ("What", "Cover"))
    assert sentence.cells == ("Widgets", "widget cover of £5")


def test_facts_that_disagree_are_read_from_the_example_itself() -> None:
    text = "The closing date for tenders is 5 May 2026.\n\nTenders must be returned by 8 May 2026 at the latest."
    some: Rule = rule(detect={"kind": "conflict", "facts": ["submission_deadline"]}, message="Two dates.")
    case = case_of(some, Example.model_validate({"flag": text}))
    found: tuple[Fact, ...] = case.facts.many("submission_deadline")
    assert {fact.status for fact in found} == {"conflicting"}


def test_a_short_example_can_still_miss_something() -> None:
    some = rule(detect={"kind": "missing", "any": ["hats"]}, message="Nothing on hats.")
    rules = RuleSet((some,), PIECES, "")
    assert len(verdicts_of(some, case_of(some, Example.model_validate({"flag": "We sell tea."})), rules, POLICY)) == 1
    assert verdicts_of(some, case_of(some, Example.model_validate({"pass": "We sell hats."})), rules, POLICY) == ()
