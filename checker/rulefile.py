"""One rule file as a checked object, and the loader; every mistake in a file is an error with `path:line`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

import re2
from pydantic import Field, RootModel, model_validator

from checker.domain import (
    AccessKind,
    Chapter,
    CheckerError,
    Duty,
    FactValue,
    Force,
    Obligation,
    Outcome,
    Owner,
    Phase,
    RewriteKind,
    Role,
    Severity,
    Step,
    Voice,
)
from checker.resources import folder
from checker.yamlfile import Strict, load_yaml

THEMES = (
    "finance", "insurance", "experience", "specification", "lots", "time", "process", "evaluation",
    "payment", "risk", "policy", "clarity", "credits",
)  # fmt: skip


class When(Strict):
    """A condition on the facts of the tender; an empty one always holds, several must all hold."""

    regime: tuple[str, ...] = ()
    threshold_band: tuple[str, ...] = ()
    authority_type: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    procedure: tuple[str, ...] = ()
    jurisdiction: tuple[str, ...] = ()
    bound: tuple[str, ...] = ()
    not_procedure: tuple[str, ...] = ()
    not_kind: tuple[str, ...] = ()
    not_authority_type: tuple[str, ...] = ()
    over: dict[str, float] = {}  # fact -> amount it must be over
    under: dict[str, float] = {}  # fact -> amount it must not be over


class SourceSpec(Strict):
    cite: str
    url: str = Field(pattern=r"^https://www\.(legislation\.gov\.uk|gov\.uk)/")
    checked: date
    force: Force
    when: When = When()


class Reads(Strict):
    """Which text a rule looks at; an empty tuple means any."""

    scope: Literal["sentence", "row", "heading", "pack"] = "sentence"
    roles: tuple[Role, ...] = ()
    obligation: tuple[Obligation, ...] = ()
    duty_on: tuple[Duty, ...] = ()
    phase: tuple[Phase, ...] = ()
    voice: tuple[Voice, ...] = ("plain",)
    negated: bool | None = False  # null: denied or not


class Find(Strict):
    """A pattern with the context that it needs."""

    find: str
    under: str | None = None  # in the headings, the list's lead-in or the column names
    beside: str | None = None  # in the same clause or the sentence before or after
    unless: tuple[str, ...] = ()  # in the same sentence; exceptions of this pattern alone


class Pattern(Strict):
    """Words in a sentence or row. Named groups become the finding's values."""

    kind: Literal["pattern"]
    any: tuple[str | Find, ...] = Field(min_length=1)
    unless: tuple[str, ...] = ()  # in the same sentence
    unless_under: tuple[str, ...] = ()  # in the headings or the lead-in
    unless_beside: tuple[str, ...] = ()  # in the same clause or the sentence before or after
    unless_pack: tuple[str, ...] = ()  # anywhere in the pack
    same: str | None = None  # a captured value: passages with the same one are one problem
    when: When = When()  # facts without which it is silent


class Phrase(Strict):
    """Any of a list of words, each finding a passage."""

    kind: Literal["phrase"]
    phrases: tuple[str, ...] = Field(min_length=1)
    unless: tuple[str, ...] = ()
    at_least: int = 1  # so many passages before it speaks


class Missing(Strict):
    """The pack fails to say something."""

    kind: Literal["missing"]
    facts: tuple[str, ...] = ()  # any of these known: silent
    any: tuple[str, ...] = ()  # any of these said: silent
    needs: tuple[str, ...] = ()  # silent unless one of these is said
    needs_roles: tuple[Role, ...] = ()  # silent unless the pack holds a document or section of one of these roles
    silent_if_named: tuple[str, ...] = ()  # a named but absent document of such a name would hold it
    least_words: int = 1500  # a pack shorter than that is no whole tender
    when: When = When()


class Conflict(Strict):
    """The pack says two things about one fact."""

    kind: Literal["conflict"]
    facts: tuple[str, ...] = Field(min_length=1)


class Limit(Strict):
    """A fact against a number or another fact; quoted at the words of `at`."""

    kind: Literal["limit"]
    of: str
    below: float | str | None = None
    above: float | str | None = None
    at: str | None = None  # the fact whose words are quoted; default: `of`
    when: When = When()


class Measure(Strict):
    """A count over the pack's sentences."""

    kind: Literal["measure"]
    of: Literal["sentence-words"]
    over: int
    share: float = 0.0  # silent unless this share of the document's sentences is over
    worst: int = 5


class Classifier(Strict):
    """What the wording model hears: a passage that is likely to carry `label`.

    From the model's lower threshold it is a question (`assess.unknown`); from its upper one it is judged by
    `assess.cases`, where `speaks` allows it.
    """

    kind: Literal["classifier"]
    label: str
    at_least: float = 0.0  # a chance below which it is silent, over and above the model's own thresholds
    speaks: Literal["question", "barrier"] = "question"


class File(Strict):
    """Something that the reader saw of a file's own accessibility; `count` and `where` are values."""

    kind: Literal["file"]
    of: AccessKind
    at_least: int = 1


Detect = Annotated[
    Pattern | Phrase | Missing | Conflict | Limit | Measure | Classifier | File, Field(discriminator="kind")
]


class Band(Strict):
    over: float
    severity: Severity
    because: str


class Ratio(Strict):
    of: str  # a captured value or a fact
    to: str  # a fact, or policy.<limit>


class Case(Strict):
    when: When = When()
    said: str | None = None  # only where the words hold this named group of a pattern
    severity: Severity
    outcome: Outcome = "barrier"
    message: str | None = None  # in place of the rule's own, where these words do something else
    because: str


class Unknown(Strict):
    """What to say when an amount that decides is not known."""

    severity: Severity = "medium"
    outcome: Outcome = "review"
    because: str


class Assess(Strict):
    ratio: Ratio | None = None
    bands: tuple[Band, ...] = ()
    cases: tuple[Case, ...] = ()
    unknown: Unknown | None = None
    reason_steps_down: bool = True

    @model_validator(mode="after")
    def _whole(self) -> Assess:
        if bool(self.ratio) != bool(self.bands) or bool(self.ratio) != bool(self.unknown):
            raise ValueError("ratio, bands and unknown go together")
        if not self.ratio and not self.cases:
            raise ValueError("give either ratio with bands, or cases")
        if self.cases and not self.ratio and (self.cases[-1].when != When() or self.cases[-1].said):
            raise ValueError("the last case must hold always (no when, no said)")
        return self


class Pieces(RootModel[dict[str, str]]):
    """`_patterns.yaml`: name -> pattern."""


class RewriteSpec(Strict):
    """One way to put it right. The first of a rule's whose facts are known and that holds up is used."""

    kind: RewriteKind = "replace"
    needs: tuple[str, ...] = ()  # facts or captured values that must be known
    at: str | None = None  # the words that `text` takes the place of; else the whole sentence. Its groups are values
    fits: str | None = None  # only for sentences that say this
    unfit: str | None = None  # not for sentences that say this
    fits_near: str | None = None  # only where the headings, the lead-in or a neighbouring sentence says this
    unfit_near: str | None = None  # not where one of them says this
    when: When = When()  # only for such a tender: its term, kind, procedure …
    belongs: str | None = None  # of an insert: the heading that it goes under
    text: str


class Example(Strict):
    """One test of the rule: text that is flagged at the [[marked words]], or that passes."""

    flag: str | None = None
    pass_: str | None = Field(default=None, alias="pass")
    facts: dict[str, FactValue] = {}
    file: dict[AccessKind, int] = {}  # what was seen of the file's accessibility, and how often
    role: Role = "unknown"
    heading: str = ""  # "Evaluation > Price"
    lead: str = ""  # the sentence that introduces the list
    columns: str = ""  # "Requirement | Minimum cover"
    before: str = ""
    after: str = ""
    severity: Severity | None = None
    message: str | None = None
    because: str | None = None
    outcome: Outcome | None = None
    rewrite: str | None = None

    @model_validator(mode="after")
    def _one(self) -> Example:
        if (self.flag is None) == (self.pass_ is None):
            raise ValueError("an example is either flag or pass")
        return self

    @property
    def text(self) -> str:
        return (self.flag if self.flag is not None else self.pass_ or "").replace("[[", "").replace("]]", "")

    @property
    def marked(self) -> str | None:
        """The exact words between [[ and ]]; None where none are marked (something missing)."""
        found = re.search(r"\[\[(.+?)\]\](?!\])", self.flag or "", re.DOTALL)
        return found[1] if found else None


class Rule(Strict):
    id: str
    catalogue: str
    title: str
    status: Literal["draft", "active", "retired"] = "active"
    chapter: Chapter = "barriers"
    step: Step
    owner: Owner = "officer"
    reads: Reads = Reads()
    message: str
    why: str = ""
    sources: tuple[SourceSpec, ...] = ()
    today: str = ""  # what today's law says of such a text, for packs under an older one
    detect: Detect
    assess: Assess | None = None
    rewrite: tuple[RewriteSpec, ...] = ()
    yields_to: tuple[str, ...] = ()  # silent on a sentence where one of these speaks
    examples: tuple[Example, ...]

    @property
    def theme(self) -> str:
        return self.id.split(".")[0]

    @property
    def is_credit(self) -> bool:
        return self.theme == "credits"

    @model_validator(mode="after")
    def _whole(self) -> Rule:
        if self.theme not in THEMES:
            raise ValueError(f"unknown theme '{self.theme}'; known: {', '.join(THEMES)}")
        if not self.is_credit and (self.assess is None or not self.rewrite or not self.why):
            raise ValueError("a barrier needs why, assess and rewrite")
        if self.is_credit and (self.assess is not None or self.rewrite):
            raise ValueError("a credit has no assess and no rewrite")
        return self


@dataclass(frozen=True, slots=True)
class RuleSet:
    """All active rules and the patterns they share, with a hash of everything they were made from."""

    rules: tuple[Rule, ...]
    pieces: tuple[tuple[str, str], ...]
    digest: str

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def get(self, rule_id: str) -> Rule:
        return next(rule for rule in self.rules if rule.id == rule_id)

    def only(self, rules: Iterable[Rule]) -> RuleSet:
        return RuleSet(tuple(rules), self.pieces, self.digest)


_PIECE = re.compile(r"\{([a-z][a-z_]*)\}")


def expand(pattern: str, pieces: Sequence[tuple[str, str]]) -> str:
    """The pattern with every {piece} put in; a KeyError names a piece that does not exist."""
    known = dict(pieces)
    for _ in range(5):
        if not _PIECE.search(pattern):
            return pattern
        pattern = _PIECE.sub(lambda found: f"(?:{known[found[1]]})", pattern)
    raise KeyError(f"pieces in {pattern[:60]} refer to each other in a circle")


@cache
def compiled(pattern: str, pieces: tuple[tuple[str, str], ...]) -> Any:
    """The pattern ready for use: case ignored, linear time (RE2)."""
    options = re2.Options()
    options.log_errors = False  # a bad pattern is told once, with its file
    options.case_sensitive = False
    return re2.compile(expand(pattern, pieces), options)


def load_rule(path: Path) -> Rule:
    """One rule file; CheckerError with path:line for unknown keys, bad values or an id that is not folder.file."""
    rule = load_yaml(Rule, path)
    if rule.id != f"{path.parent.name}.{path.stem}":
        raise CheckerError(
            f"{path}:1: id is '{rule.id}', and by its place it should be '{path.parent.name}.{path.stem}'"
        )
    return rule


def load_pieces(path: Path) -> tuple[tuple[str, str], ...]:
    """The named pieces of patterns that rules write as {piece}."""
    return tuple(load_yaml(Pieces, path).root.items())


def _check_patterns(rule: Rule, path: Path, pieces: tuple[tuple[str, str], ...]) -> None:
    for pattern in patterns_of(rule):
        try:
            compiled(pattern, pieces)
        except KeyError as error:
            raise CheckerError(f"{path}: no piece of that name in _patterns.yaml: {error} in '{pattern}'") from None
        except re2.error as error:
            raise CheckerError(f"{path}: not a pattern RE2 can run: {error} in '{pattern}'") from None


def patterns_of(rule: Rule) -> Iterator[str]:
    """Every pattern of a rule, contexts and exceptions included."""
    detect = rule.detect
    for name in ("any", "unless", "unless_under", "unless_beside", "unless_pack", "needs", "silent_if_named"):
        for item in getattr(detect, name, ()):
            if isinstance(item, Find):
                yield from (part for part in (item.find, item.under, item.beside, *item.unless) if part is not None)
            else:
                yield item
    for spec in rule.rewrite:
        yield from (
            part
            for part in (spec.at, spec.fits, spec.unfit, spec.fits_near, spec.unfit_near, spec.belongs)
            if part is not None
        )


def load_rules(root: Path | None = None) -> RuleSet:
    """All active rules below `root` (default: the ones that come with tendercheck), in order of their ids."""
    root = root or folder("rules")
    pieces = load_pieces(root / "_patterns.yaml")
    digest = hashlib.sha256()
    rules = []
    for path in sorted(root.rglob("*.yaml")):
        digest.update(path.name.encode() + path.read_bytes())
        if path.name.startswith("_"):
            continue
        rule = load_rule(path)
        _check_patterns(rule, path, pieces)
        rules.append(rule)
    active = tuple(sorted((rule for rule in rules if rule.status == "active"), key=lambda rule: rule.id))
    return RuleSet(active, pieces, digest.hexdigest()[:12])
