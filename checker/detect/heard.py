"""What the wording model makes of the pack, and how it goes together with what the rules found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from checker.detect.view import Spot, View
from checker.domain import FactValue, Finding, Location
from checker.model import Guess, Model, Passage, guesses
from checker.rulefile import Classifier, Rule, RuleSet

FEWEST_WORDS = 4  # shorter ones say too little to judge
DOUBTED_FROM = 0.995  # a rule's passage that the model takes for harmless with that chance is asked about, not claimed


def hear(model: Model, view: View) -> View:
    """The view with the model's guess for each sentence and row that is long enough to judge."""
    places = [index for index, spot in enumerate(view.spots) if _is_judged(spot)]
    made = guesses(model, [passage_of(view.spots[index]) for index in places])
    return replace(view, model=model, heard=dict(zip(places, made, strict=True)))


def _is_judged(spot: Spot) -> bool:
    return spot.sentence.kind != "heading" and len(spot.text.split()) >= FEWEST_WORDS


def passage_of(spot: Spot) -> Passage:
    """A spot as the model sees it: the two nearest headings, lead-in and columns above it."""
    above = (*spot.clause.headings[-2:], spot.clause.lead_in, *spot.sentence.columns)
    return Passage(spot.text, " ".join(part for part in above if part))


def heard_by(rule: Rule, view: View) -> Iterator[tuple[Spot, Guess, bool]]:
    """Spots in which the model hears the rule's label, with its guess, and whether it is sure."""
    assert isinstance(rule.detect, Classifier)
    if view.model is None:
        return
    question, barrier = view.model.thresholds[rule.detect.label]
    for index, guess in view.heard.items():
        if guess.label == rule.detect.label and guess.chance >= max(question, rule.detect.at_least):
            yield view.spots[index], guess, guess.chance >= barrier


def fused(findings: Sequence[Finding], rules: RuleSet, view: View) -> list[Finding]:
    """Rules and model together: one passage is never flagged by both; where they agree the finding names both,
    and where the model takes a rule's passage for harmless the finding says so (confidence below a half)."""
    if view.model is None:
        return list(findings)
    by_id = {rule.id: rule for rule in rules}
    of_rules = [f for f in findings if not isinstance(by_id[f.rule_id].detect, Classifier)]
    of_model = [f for f in findings if isinstance(by_id[f.rule_id].detect, Classifier)]
    taken = {f.sentence.location for f in of_rules if f.sentence}
    alone = [f for f in of_model if f.sentence is None or f.sentence.location not in taken]
    agreed = _themes_at(of_model, by_id)
    harmless = {view.spots[index].sentence.location: guess.harmless for index, guess in view.heard.items()}
    return [*(_joined(f, by_id[f.rule_id], agreed, harmless) for f in of_rules), *alone]


def _themes_at(findings: Iterable[Finding], by_id: Mapping[str, Rule]) -> Mapping[tuple[Location, str], float]:
    chances: dict[tuple[Location, str], float] = defaultdict(float)
    for finding in findings:
        if finding.sentence:
            key = (finding.sentence.location, by_id[finding.rule_id].theme)
            chances[key] = max(chances[key], finding.confidence)
    return chances


def _joined(
    finding: Finding, rule: Rule, agreed: Mapping[tuple[Location, str], float], harmless: Mapping[Location, float]
) -> Finding:
    if finding.sentence is None or rule.detect.kind not in ("pattern", "phrase"):
        return finding
    place = finding.sentence.location
    if (place, rule.theme) in agreed:
        return replace(finding, detectors=("rule", "classifier"))
    if harmless.get(place, 0.0) >= DOUBTED_FROM and not _measured(finding.values):
        return replace(finding, detectors=("rule", "classifier"), confidence=round(1 - harmless[place], 4))
    return finding


def _measured(values: Iterable[tuple[str, FactValue]]) -> bool:
    """Whether the rule read an amount: then a sum decides, not the sound of the words."""
    return any(isinstance(value, int | float) for _, value in values)
