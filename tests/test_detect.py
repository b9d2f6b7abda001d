"""What rules find: words in their context, things missing, contradictions; the same problem gathered."""

from __future__ import annotations

from checker.detect import detect, find_with, view_of
from checker.detect.merge import MOST_PLACES, merge
from checker.domain import Facts, Location, Named
from checker.facts import find_facts
from checker.rulefile import Rule, RuleSet
from tests.making import clauses, facts, rule

PIECES = (("money", r"£\s?\d[\d,]*(?:\.\d+)?(?:\s?(?:k|m|million))?"),)


def found(some: Rule, text: str, known: Facts | None = None, named: tuple[Named, ...] = ()) -> list[str]:
    rules = RuleSet((some,), PIECES, "")
    view = view_of(clauses(text), known or facts(), named)
    return [finding.place.match for finding in find_with(some, view, rules)]


def merged(some: Rule, text: str) -> list[tuple[str, int]]:
    findings, _ = detect(clauses(text), facts(), (), RuleSet((some,), PIECES, ""))
    return [(finding.place.quote, len(finding.places)) for finding in findings]


def pattern(**more: object) -> Rule:
    return rule(detect={"kind": "pattern", "any": ["widget cover"], **more})


def test_a_match_keeps_its_exact_words_and_values() -> None:
    rules = RuleSet((rule(),), PIECES, "")
    finding = next(iter(find_with(rule(), view_of(clauses("You need widget cover of £2.5m by noon."), facts()), rules)))
    assert finding.place.match == "widget cover of £2.5m"
    assert finding.place.quote == "You need widget cover of £2.5m by noon."
    assert dict(finding.values) == {"amount": 2500000}


def test_curly_quotes_and_dashes_do_not_hide_words() -> None:
    some = rule(detect={"kind": "pattern", "any": ["employer's widget-cover"]})
    assert found(some, "The employer’s widget‑cover counts.") == ["employer’s widget‑cover"]


def test_an_exception_silences_the_sentence_only() -> None:
    some = pattern(unless=["lottery"])
    assert found(some, "A widget cover lottery. Bring widget cover.") == ["widget cover"]


def test_context_in_the_heading() -> None:
    some = pattern(any=[{"find": "flexible", "under": "evaluation"}])
    assert found(some, "# Evaluation\n\nWe look for flexible firms.") == ["flexible"]
    assert found(some, "# Background\n\nWe look for flexible firms.") == []


def test_context_beside() -> None:
    some = pattern(unless_beside=["or equivalent"])
    assert found(some, "Bring widget cover. Something else or equivalent will do.") == []
    assert found(some, "Bring widget cover. We are open on Mondays.") == ["widget cover"]


def test_context_anywhere_in_the_pack() -> None:
    some = pattern(unless_pack=["equivalents are welcome throughout"])
    assert found(some, "Bring widget cover.\n\n# Annex\n\nEquivalents are welcome throughout.") == []


def test_a_denied_requirement_is_passed_over() -> None:
    assert found(pattern(), "Widget cover is not required.") == []


def test_a_definition_is_passed_over() -> None:
    assert found(pattern(), "“Widget cover” means insurance of widgets.") == []


def test_missing_speaks_only_when_nothing_holds_it() -> None:
    some = rule(detect={"kind": "missing", "facts": ["value_annual"], "any": ["budget of"], "least_words": 3})
    text = "Please send us your tender for the work soon."
    assert found(some, text) == [""]
    assert found(some, text, facts(value_annual=5)) == []
    assert found(some, text + " We have a budget of £5.") == []
    assert found(some, "Too short.") == []


def test_missing_is_silent_when_a_named_absent_document_would_hold_it() -> None:
    some = rule(detect={"kind": "missing", "any": ["paid monthly"], "silent_if_named": ["terms"], "least_words": 3})
    place = Location(document="itt.txt", page=None, block=0, start=0, end=1)
    named = (Named(name="Schedule 2: Terms", location=place, quote="see Schedule 2"),)
    assert found(some, "Please send us your tender for the work soon.", None, named) == []


def test_conflict_names_both_values() -> None:
    text = "The closing date for tenders is 5 May 2026.\n\nTenders must be returned by 8 May 2026 at the latest.\n"
    known = find_facts(clauses(text))
    some = rule(detect={"kind": "conflict", "facts": ["submission_deadline"]})
    rules = RuleSet((some,), PIECES, "")
    finding = next(iter(find_with(some, view_of(clauses(text), known), rules)))
    assert len(finding.places) == 1
    assert {value for name, value in finding.values if name.startswith("value")} == {"2026-05-05", "2026-05-08"}


def test_limit_quotes_the_fact_it_hangs_on() -> None:
    some = rule(detect={"kind": "limit", "of": "days", "below": "least"})
    assert len(found(some, "Text.", facts(days=4, least=5))) == 1
    assert found(some, "Text.", facts(days=5, least=5)) == []
    assert found(some, "Text.", facts(days=4)) == []


def test_the_same_problem_in_several_places_is_one_finding() -> None:
    text = "Firms may bring widget cover.\n\nFirms must bring widget cover.\n\nWidget cover again."
    assert merged(pattern(), text) == [("Firms must bring widget cover.", 2)]


def test_what_may_not_apply_does_not_lead() -> None:
    text = "Firms must bring widget cover, if any.\n\nFirms may bring widget cover."
    assert merged(pattern(), text) == [("Firms may bring widget cover.", 1)]


def test_a_repeat_is_no_further_place_and_a_heading_does_not_lead() -> None:
    text = "1. WIDGET COVER\n\nFirms must bring widget cover.\n\nFirms must bring widget cover.\n"
    assert merged(pattern(), text) == [("Firms must bring widget cover.", 1)]


def test_a_finding_names_so_many_places_and_no_more() -> None:
    text = "\n\n".join(f"Firm {number} must bring widget cover." for number in range(30))
    assert merged(pattern(), text) == [("Firm 0 must bring widget cover.", MOST_PLACES - 1)]


def test_passages_with_different_values_can_be_kept_apart() -> None:
    some = pattern(any=[r"cover of (?P<amount>{money})"], same="amount")
    assert len(merged(some, "A cover of £5m.\n\nA cover of £10m.\n\nAnother cover of £5m.")) == 2


def test_a_rule_yields_to_another_on_the_same_sentence() -> None:
    first, second = (
        pattern(),
        rule(id="finance.other", detect={"kind": "pattern", "any": ["cover"]}, yields_to=["finance.widget-cover"]),
    )
    findings, _ = detect(clauses("Bring widget cover."), facts(), (), RuleSet((first, second), PIECES, ""))
    assert [finding.rule_id for finding in findings] == ["finance.widget-cover"]


def test_a_very_long_sentence_is_quoted_around_the_match() -> None:
    text = (
        "The firm, "
        + "which has done this and that for a long time, " * 12
        + "must bring widget cover, and so on and on."
    )
    (quote, _), *_ = merged(pattern(), text)
    assert "widget cover" in quote
    assert len(quote.split()) < 70


def test_ids_do_not_change_with_spacing_or_page() -> None:
    one, _ = detect(clauses("Bring widget cover."), facts(), (), RuleSet((pattern(),), PIECES, ""))
    two, _ = detect(clauses("Other text.\n\nBring  widget cover."), facts(), (), RuleSet((pattern(),), PIECES, ""))
    assert one[0].id == two[0].id


def test_the_gate_loses_nothing(rules: RuleSet) -> None:
    texts = [example.text for rule in rules for example in rule.examples]
    read = clauses("\n\n".join(texts))
    gated, _ = detect(read, facts(), (), rules)
    view = view_of(read, facts())
    loop = [finding for rule in rules if not rule.is_credit for finding in find_with(rule, view, rules)]
    assert {f.id for f in gated} == {f.id for f in merge(loop, rules)}
