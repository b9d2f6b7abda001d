"""Proves a rule by its own examples: quotes, severities, reasons and rewrites, and that every line of it is needed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.assess import assess
from checker.detect import View, find_with, hear, view_of
from checker.detect.merge import merge
from checker.domain import (
    SEVERITIES,
    Access,
    Block,
    Clause,
    Document,
    Fact,
    Facts,
    FactValue,
    Ledger,
    Location,
    Verdict,
)
from checker.facts import find_facts
from checker.ingest.text import blocks_of_text
from checker.model import load_model
from checker.pipeline import prover
from checker.policy import Policy
from checker.rewrite import drafts
from checker.rulefile import Example, Find, Missing, Rule, RuleSet
from checker.structure import clauses_of

FEWEST = 5  # flag examples and pass examples of every rule
FEWEST_OF_FILE = 1  # the same of a rule on the file itself, which has no wordings to tell apart
# The tender that an example stands in unless it says otherwise.
USUAL: dict[str, FactValue] = {
    "regime": "pa23", "threshold_band": "above", "bound": "yes", "jurisdiction": "england", "authority_type": "council",
}  # fmt: skip
_NAME = "example"  # of the document that an example's text stands in
PARTS = ("any", "unless", "unless_under", "unless_beside", "unless_pack", "needs")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule made of one example; all None when it stayed silent."""

    match: str | None = None
    severity: str | None = None
    because: str | None = None
    outcome: str | None = None
    message: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """An example laid out as the rules see it."""

    example: Example
    clauses: tuple[Clause, ...]
    facts: Facts
    files: tuple[tuple[str, Access], ...] = ()


def problems(rule: Rule, rules: RuleSet, policy: Policy) -> Iterator[str]:
    """Everything that is wrong with a rule, a sentence each; nothing when it is proved."""
    flags = [example for example in rule.examples if example.flag is not None]
    for kind, count in (("flag", len(flags)), ("pass", len(rule.examples) - len(flags))):
        if count < fewest(rule):
            yield f"has {count} {kind} examples and needs {fewest(rule)}"
    cases = [case_of(rule, example) for example in rule.examples]
    for index, case in enumerate(cases):
        yield from (f"example {index + 1}: {text}" for text in example_problems(rule, case, rules, policy))
    yield from unproved(rule, cases, rules, policy)


def fewest(rule: Rule) -> int:
    """How many flag examples a rule needs, and how many pass examples."""
    return FEWEST_OF_FILE if rule.detect.kind == "file" else FEWEST


def case_of(rule: Rule, example: Example) -> Case:
    """The example's text read and structured, with its facts."""
    clauses = clauses_of(_document(example))
    given = {**USUAL, **example.facts}
    if rule.detect.kind == "conflict":
        return Case(example, clauses, find_facts(clauses, given))
    files = tuple((_NAME, Access(kind=kind, count=count)) for kind, count in example.file.items())
    return Case(example, clauses, Facts(tuple(Fact(name=n, value=v) for n, v in given.items())), files)


def _document(example: Example) -> Document:
    parts: list[tuple[str, str]] = [("heading", text) for text in example.heading.split(" > ") if text]
    parts += [("paragraph", example.before)] if example.before else []
    parts += [("paragraph", example.lead)] if example.lead else []
    parts += [("columns", example.columns)] if example.columns else []
    body = "row" if example.columns or " | " in example.text else "item" if example.lead else "text"
    parts += [(body, example.text)]
    parts += [("paragraph", example.after)] if example.after else []
    blocks: list[Block] = []
    level = 0
    for kind, text in parts:
        level += kind == "heading"
        blocks += _blocks(kind, text, len(blocks), level)
    return Document(name=_NAME, role=example.role, blocks=tuple(blocks), pages=None, ledger=Ledger())


def _blocks(kind: str, text: str, first: int, level: int) -> list[Block]:
    def block(shape: str, **more: object) -> Block:
        place = Location(document=_NAME, page=None, block=first, start=0, end=len(text))
        return Block(text=text, kind=shape, location=place, **more)  # type: ignore[arg-type]

    if kind == "text":
        return [_moved(block, first + n) for n, block in enumerate(blocks_of_text(text, _NAME))]
    if kind in ("row", "columns"):
        return [block("row", cells=tuple(text.split(" | ")), header=kind == "columns", table=0)]
    return [block(kind, level=level if kind == "heading" else None)]


def _moved(block: Block, index: int) -> Block:
    return replace(block, location=replace(block.location, block=index))


def verdicts_of(rule: Rule, case: Case, rules: RuleSet, policy: Policy) -> tuple[Verdict, ...]:
    """What a barrier rule makes of one example."""
    if isinstance(rule.detect, Missing):
        rule = rule.model_copy(update={"detect": rule.detect.model_copy(update={"least_words": 0})})
    view = _view(rule, case)
    alone = rules.only([rule])
    return assess(merge(list(find_with(rule, view, alone)), alone), case.clauses, case.facts, alone, policy)


def _view(rule: Rule, case: Case) -> View:
    view = replace(view_of(case.clauses, case.facts), files=case.files)
    return hear(load_model(), view) if rule.detect.kind == "classifier" else view


def outcome(rule: Rule, case: Case, rules: RuleSet, policy: Policy) -> Outcome:
    """What a rule or credit makes of one example, in short."""
    if rule.is_credit:
        found = list(find_with(rule, _view(rule, case), rules))
        return Outcome(match=found[0].place.match) if found else Outcome()
    verdicts = verdicts_of(rule, case, rules, policy)
    if not verdicts:
        return Outcome()
    first = verdicts[0]
    return Outcome(first.finding.place.match, first.severity, first.because, first.outcome, first.message)


def example_problems(rule: Rule, case: Case, rules: RuleSet, policy: Policy) -> Iterator[str]:
    """Where an example's outcome is not what it says."""
    example, got = case.example, outcome(rule, case, rules, policy)
    if example.flag is None:
        if got.match is not None:
            yield f"should pass and is flagged at '{got.match}'"
        return
    if got.match is None:
        yield f"should be flagged and is not: '{example.text}'"
        return
    if example.marked is not None and example.marked != got.match:
        yield f"quotes '{got.match}' and should quote '{example.marked}'"
    for name in ("severity", "message", "because", "outcome"):
        want = getattr(example, name)
        if want is not None and want != getattr(got, name):
            yield f"{name} is '{getattr(got, name)}' and should be '{want}'"
    if not rule.is_credit:
        yield from _rewrite_problems(rule, case, rules, policy)


def _rewrite_problems(rule: Rule, case: Case, rules: RuleSet, policy: Policy) -> Iterator[str]:
    verdicts = verdicts_of(rule, case, rules, policy)[:1]
    prove = prover(case.clauses, case.facts, rules, policy)
    for new in drafts(verdicts, case.clauses, case.facts, rules.only([rule]), prove, policy):
        want = case.example.rewrite
        if want is not None and " ".join(want.split()) != new.text:
            yield f"the rewrite is '{new.text}'"
        if new.kind not in ("ask", "delete"):
            worst = prove(new.text, verdicts[0])
            if SEVERITIES.index(worst) < SEVERITIES.index("low"):
                yield f"the rewrite is itself flagged as {worst}: '{new.text}'"
            elif not new.checked:
                yield f"the rewrite has a gap, or speaks of something else, and would not be offered: '{new.text}'"
        elif not new.checked:
            yield f"the rewrite has a gap that nothing fills: '{new.text}'"


def unproved(rule: Rule, cases: list[Case], rules: RuleSet, policy: Policy) -> Iterator[str]:
    """The lines of a rule that could go without any example changing."""
    base = [outcome(rule, case, rules, policy) for case in cases]
    for name, index, smaller in _smaller(rule):
        if [outcome(smaller, case, rules, policy) for case in cases] == base:
            yield f"{name}[{index}] is proved by no example"


def _without_own_exceptions(rule: Rule) -> Iterator[tuple[str, int, Rule]]:
    items = getattr(rule.detect, "any", ())
    for index, item in enumerate(items):
        for place in range(len(item.unless) if isinstance(item, Find) else 0):
            less = item.model_copy(update={"unless": item.unless[:place] + item.unless[place + 1 :]})
            cut = rule.detect.model_copy(update={"any": (*items[:index], less, *items[index + 1 :])})
            yield f"detect.any[{index}].unless", place, rule.model_copy(update={"detect": cut})


def _smaller(rule: Rule) -> Iterator[tuple[str, int, Rule]]:
    for name in PARTS:
        items = getattr(rule.detect, name, ())
        for index in range(len(items)):
            cut = rule.detect.model_copy(update={name: items[:index] + items[index + 1 :]})
            if name != "any" or len(items) > 1:
                yield f"detect.{name}", index, rule.model_copy(update={"detect": cut})
    yield from _without_own_exceptions(rule)
    if rule.assess is not None:
        for index in range(len(rule.assess.bands)):
            bands = rule.assess.bands[:index] + rule.assess.bands[index + 1 :]
            yield (
                "assess.bands",
                index,
                rule.model_copy(update={"assess": rule.assess.model_copy(update={"bands": bands})}),
            )
