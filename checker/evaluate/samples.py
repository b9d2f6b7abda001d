"""The sample tenders: which planted barriers a report names, and which look-alikes it takes for one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from checker.domain import CheckerError, Outcome, Place, Report, Verdict
from checker.resources import folder
from checker.rulefile import load_rules

EXPECTED = "expected.yaml"
Entry = Mapping[str, Any]
Share = tuple[int, int]  # so many of so many


def words(text: str) -> Counter[str]:
    """The words of a text with how often each stands in it."""
    return Counter(re.findall(r"[a-z0-9£]+", text.lower()))


def meets(quote: str, place: Place) -> bool:
    """Whether at least half of the shorter of the two texts stands in the other."""
    one, two = words(quote), words(place.quote)
    return sum((one & two).values()) >= 0.5 * max(1, min(sum(one.values()), sum(two.values())))


def places(verdict: Verdict) -> tuple[Place, ...]:
    """Where it stands: the first place and the further ones."""
    return (verdict.finding.place, *verdict.finding.places)


def hits(entry: Entry, verdict: Verdict, key: str = "catalogue", outcomes: Sequence[Outcome] = ("barrier",)) -> bool:
    """Whether the verdict names the entry's barrier at the entry's words, with one of the outcomes."""
    if verdict.outcome not in outcomes or entry[key] not in stands_for(verdict):
        return False
    if not entry["quote"]:
        return not verdict.finding.place.quote
    same_file = [p for p in places(verdict) if p.location and p.location.document.endswith(entry["document"])]
    return any(meets(entry["quote"], place) for place in same_file)


def stands_for(verdict: Verdict) -> frozenset[str]:
    """The catalogue entries that a verdict may stand for: one by a rule, those of its label by the model."""
    return _heard_entries().get(verdict.rule_id, frozenset({verdict.catalogue}))


@cache
def _heard_entries() -> dict[str, frozenset[str]]:
    path = folder("models") / "barrier-classifier" / "labels.yaml"
    labels = yaml.safe_load(path.read_text(encoding="utf-8"))["labels"]
    heard = (rule for rule in load_rules() if rule.detect.kind == "classifier")
    return {
        rule.id: frozenset({rule.catalogue, *labels[getattr(rule.detect, "label", "")]["entries"]}) for rule in heard
    }


def expected_of(pack: Path) -> dict[str, Any]:
    """What is planted in a sample pack."""
    return dict(yaml.safe_load((pack / EXPECTED).read_text(encoding="utf-8")))


def packs_in(samples: Path) -> tuple[Path, ...]:
    """The sample packs; CheckerError when there are none."""
    found = tuple(sorted(path.parent for path in samples.glob(f"*/{EXPECTED}")))
    if not found:
        raise CheckerError(f"{samples}: no sample tenders are there; run this in a checkout of tendercheck")
    return found


@dataclass(slots=True)
class Tally:
    """Counts of one way over all sample packs."""

    found: list[bool] = field(default_factory=list)  # planted barriers of medium weight and above
    raised: list[bool] = field(default_factory=list)  # of these: found or left to the officer as a question
    fooled: list[bool] = field(default_factory=list)  # look-alikes called a barrier
    asked: list[bool] = field(default_factory=list)  # look-alikes called a barrier or asked about
    themes: dict[str, list[bool]] = field(default_factory=dict)  # found or asked, by theme

    def add(self, report: Report, expected: Entry) -> None:
        """Counts one pack."""
        verdicts = report.verdicts
        for entry in expected["must_find"]:
            if entry["severity"] != "low":
                raised = _any_hits(entry, verdicts, "catalogue", ("barrier", "review"))
                self.found.append(_any_hits(entry, verdicts, "catalogue", ("barrier",)))
                self.raised.append(raised)
                self.themes.setdefault(theme_of(entry["catalogue"]), []).append(raised)
        for entry in expected["must_not_flag"]:
            self.fooled.append(_any_hits(entry, verdicts, "looks_like", ("barrier",)))
            self.asked.append(_any_hits(entry, verdicts, "looks_like", ("barrier", "review")))


def _any_hits(entry: Entry, verdicts: Iterable[Verdict], key: str, outcomes: Sequence[Outcome]) -> bool:
    return any(hits(entry, verdict, key, outcomes) for verdict in verdicts)


def theme_of(catalogue: str) -> str:
    """The theme of the rules of a catalogue entry."""
    return _themes().get(catalogue, "other")


@cache
def _themes() -> dict[str, str]:
    return {rule.catalogue: rule.theme for rule in load_rules()}


def share(flags: Sequence[bool]) -> Share:
    """How many of how many hold."""
    return sum(flags), len(flags)
