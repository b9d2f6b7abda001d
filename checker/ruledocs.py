"""A page a rule: what it flags, why, the law, how it is weighed, examples, near-misses, how to change its limits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from checker.rewrite.voice import Voice, spoken_as
from checker.rulefile import (
    Band,
    Case,
    Classifier,
    Conflict,
    File,
    Limit,
    Measure,
    Missing,
    RewriteSpec,
    Rule,
    RuleSet,
    SourceSpec,
    When,
)
from checker.words import filled

OWNERS = {
    "officer": "the procurement officer", "client": "the client department", "legal": "legal", "insurance": "insurance",
    "finance": "finance", "hr": "HR", "it": "IT",
}  # fmt: skip
FORCES = {
    "law": "The law says", "duty": "You must consider", "policy": "Government policy", "good": "Good practice",
    "tool": "Our yardstick (yours to change)",
}  # fmt: skip
STEPS = {"find": "find it", "enter": "enter", "afford": "afford it", "win": "win", "live": "live with it"}


def page(rule: Rule) -> str:
    """The rule's page in Markdown."""
    return "\n\n".join(part for part in _parts(rule) if part) + "\n"


def write_pages(rules: RuleSet, folder: Path) -> int:
    """Writes a page for every rule and an index into `folder`; the number of rules."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.md"):
        old.unlink()
    for rule in rules:
        (folder / f"{rule.id}.md").write_text(page(rule), encoding="utf-8")
    lines = [f"| [{rule.id}]({rule.id}.md) | {rule.catalogue} | {rule.title} |" for rule in rules]
    head = "# Rules\n\nWritten by `tendercheck rules docs`; change the files in `rules/`, not these pages.\n\n"
    table = "| rule | catalogue | what it flags |\n|---|---|---|\n" + "\n".join(lines) + "\n"
    (folder / "README.md").write_text(head + table, encoding="utf-8")
    return len(rules.rules)


def _parts(rule: Rule) -> Iterator[str]:
    kind = "good practice" if rule.is_credit else "barrier"
    yield f"# {rule.title}\n\n`{rule.id}` · catalogue {rule.catalogue} · {kind}"
    yield f"**What it says:** {rule.message}"
    yield f"**Why it matters:** {' '.join(rule.why.split())}" if rule.why else ""
    yield f"**Where on a small firm's way:** {STEPS[rule.step]}. **Who can usually change it:** {OWNERS[rule.owner]}."
    yield "## How it looks\n\n" + _looks(rule)
    if rule.assess:
        yield "## How it is weighed\n\n" + "\n".join(_weighing(rule))
    yield "## The law behind it\n\n" + ("\n".join(map(_source, rule.sources)) or "None: it is our own yardstick.")
    yield f"**If you use such a text today:** {rule.today}" if rule.today else ""
    if rule.rewrite:
        yield "## What to write instead\n\n" + "\n".join(
            f"- ({spec.kind}{', of the words that say it' if spec.at else ''}) {_said(spec)}" for spec in rule.rewrite
        )
    yield "## Flagged\n\n" + "\n".join(f"- {_example(e.text)}" for e in rule.examples if e.flag is not None)
    yield "## Left alone\n\n" + "\n".join(f"- {_example(e.text)}" for e in rule.examples if e.flag is None)
    yield (
        "## Change it\n\nIn a file of your own (`--policy my-council.yaml`): another limit under `limits`, or the rule "
        "switched off with a reason under `switched_off`:\n\n    switched_off:\n"
        f"      {rule.id}: 'why we do not use it'"
    )


def _said(spec: RewriteSpec) -> str:
    """A text as it reads in a pack that says "you" and "we"; gaps that facts fill stay."""
    voice = Voice(you=True)
    return filled(spoken_as(spec.text, voice), voice.values()) or "The sentence is taken out."


def _looks(rule: Rule) -> str:
    detect = rule.detect
    if isinstance(detect, Missing):
        return "It looks through the whole pack for something that should be said, and says where it looked."
    if isinstance(detect, Conflict):
        return f"It compares what the pack says in different places about: {', '.join(detect.facts)}."
    if isinstance(detect, Limit):
        return f"It compares `{detect.of}` with {detect.below if detect.below is not None else detect.above}."
    if isinstance(detect, Measure):
        return f"It counts sentences over {detect.over} words and shows the {detect.worst} longest."
    if isinstance(detect, Classifier):
        return (
            "The wording model listens for it: passages that read like others of this kind, in words that no rule "
            "knows. It speaks only where no rule does."
        )
    if isinstance(detect, File):
        return "It looks at the file, not at its words: what the reader saw of its accessibility."
    return "It looks for words in sentences and table rows, with the headings above them."


def _weighing(rule: Rule) -> Iterator[str]:
    assess = rule.assess
    if assess is None:
        return
    if assess.ratio:
        yield f"`{assess.ratio.of}` divided by `{assess.ratio.to}`:\n"
    yield from (f"- over {band.over:g}: {band.severity}" for band in assess.bands if isinstance(band, Band))
    yield from (f"- {_case(case)}: {case.severity}{_own(case)}" for case in assess.cases if isinstance(case, Case))
    if assess.unknown:
        yield f"- not known: {assess.unknown.outcome}, {assess.unknown.severity}"


def _own(case: Case) -> str:
    return f'. It then says: "{case.message}"' if case.message else ""


def _case(case: Case) -> str:
    said = f"the words hold '{case.said}'" if case.said else ""
    return ", ".join(part for part in (_when(case.when), said) if part) or "else"


def _source(source: SourceSpec) -> str:
    condition = f" (where {_when(source.when)})" if _when(source.when) else ""
    return f"- *{FORCES[source.force]}*: [{source.cite}]({source.url}), read {source.checked}{condition}"


def _when(when: When) -> str:
    parts = []
    for name, value in when.model_dump().items():
        if not value:
            continue
        if name in ("over", "under"):
            parts += [
                f"{fact} is {'over' if name == 'over' else 'at most'} {amount:g}" for fact, amount in value.items()
            ]
        else:
            plain = name.removeprefix("not_").replace("_", " ")
            parts.append(f"{plain} is {'not ' if name.startswith('not_') else ''}{' or '.join(value)}")
    return ", ".join(parts)


def _example(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
