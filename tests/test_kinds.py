"""The kinds of rules at their edges: which text each reads, how many passages or words it takes, what it quotes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from checker.detect import detect, find_with, view_of
from checker.domain import Access, Clause, Fact, Facts, Finding, Location, Named
from checker.rulefile import Rule, RuleSet
from tests.making import clauses, facts, rule
from tests.test_detect import PIECES, found


def pattern(*words: object, **more: object) -> Rule:
    return rule(detect={"kind": "pattern", "any": list(words) or ["hat"], **more})


def findings(some: Rule, read: tuple[Clause, ...], known: Facts | None = None) -> list[Finding]:
    return list(find_with(some, view_of(read, known or facts()), RuleSet((some,), PIECES, "")))


def as_clause(role: str = "unknown", **sentence: Any) -> tuple[Clause, ...]:
    (made,) = clauses("Bring a hat.")
    plainly = {"obligation": "unstated", "duty_on": "unstated", "phase": "unstated", "voice": "plain", "negated": False}
    changed = tuple(replace(s, **{**plainly, **sentence}) for s in made.sentences)
    return (replace(made, role=role, sentences=changed),)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("reads", "read", "passed_over"),
    [
        ({"roles": ["terms"]}, {"role": "terms"}, {"role": "form"}),
        ({"obligation": ["must"]}, {"obligation": "must"}, {"obligation": "may"}),
        ({"duty_on": ["bidder"]}, {"duty_on": "bidder"}, {"duty_on": "authority"}),
        ({"phase": ["bid"]}, {"phase": "bid"}, {"phase": "delivery"}),
        ({"voice": ["plain", "definition"]}, {"voice": "definition"}, {"voice": "template"}),
        ({}, {"voice": "plain"}, {"voice": "quoted-law"}),
        ({}, {"negated": False}, {"negated": True}),
        ({"negated": True}, {"negated": True}, {"negated": False}),
        ({"scope": "row"}, {"kind": "row"}, {"kind": "paragraph"}),
        ({"scope": "heading"}, {"kind": "heading"}, {"kind": "paragraph"}),
    ],
)
def test_a_rule_reads_only_the_text_it_asks_for(
    reads: dict[str, object], read: dict[str, Any], passed_over: dict[str, Any]
) -> None:
    some = rule(reads=reads, detect={"kind": "pattern", "any": ["hat"]})
    assert len(findings(some, as_clause(**read))) == 1
    assert findings(some, as_clause(**passed_over)) == []


def test_denied_or_not_can_be_all_one() -> None:
    some = rule(reads={"negated": None}, detect={"kind": "pattern", "any": ["hat"]})
    assert [len(findings(some, as_clause(negated=denied))) for denied in (True, False)] == [1, 1]


def test_a_pattern_that_can_match_nothing_quotes_nothing() -> None:
    assert found(pattern("x*"), "Bring a hat.") == []


def test_an_exception_of_one_pattern_leaves_the_others() -> None:
    some = pattern({"find": "hat", "unless": ["felt"]}, "scarf")
    assert found(some, "A felt hat.") == []
    assert found(some, "A felt hat and a scarf.") == ["scarf"]


def test_words_must_stand_beside_where_a_pattern_asks_for_them() -> None:
    some = pattern({"find": "hat", "beside": "shop"})
    assert found(some, "Bring a hat. The shop is open.") == ["hat"]
    assert found(some, "Bring a hat. The door is open.") == []
    assert found(some, "Bring a shop hat. The door is open.") == []


def test_words_must_stand_above_where_a_pattern_asks_for_them() -> None:
    some = pattern({"find": "hat", "under": "winter|rain"})
    assert found(some, "# Winter\n\nBring a hat.") == ["hat"]
    assert found(some, "# Summer\n\nBring a hat.") == []


def test_a_heading_can_be_an_exception() -> None:
    some = pattern(unless_under=["winter"])
    assert found(some, "# Winter\n\nBring a hat.") == []
    assert found(some, "# Summer\n\nBring a hat.") == ["hat"]


def test_the_first_match_is_quoted_and_of_two_at_one_place_the_longer() -> None:
    assert found(pattern("coat", "hat"), "A hat and a coat.") == ["hat"]
    assert found(pattern("hat", "hat and a coat"), "A hat and a coat.") == ["hat and a coat"]


def test_values_of_all_matches_are_kept_and_empty_ones_are_not() -> None:
    some = pattern(r"hat of (?P<felt>felt)?", r"coat of (?P<wool>wool)")
    (finding,) = findings(some, clauses("A hat of tin and a coat of wool."))
    assert dict(finding.values) == {"wool": "wool"}


def test_a_condition_silences_only_where_it_surely_fails() -> None:
    some = pattern(when={"kind": ["works"]})
    for known, count in ((facts(kind="works"), 1), (facts(), 1), (facts(kind="goods"), 0)):
        assert len(found(some, "A hat.", known)) == count


def long_sentence(words: int) -> str:
    head = "The firm, which likes to bring things along, must wear one hat, "
    return head + " ".join(f"w{n}" for n in range(words - len(head.split()) - 2)) + ", and so."


def test_a_sentence_is_quoted_whole_up_to_sixty_words() -> None:
    (whole,) = findings(pattern("one hat"), clauses(long_sentence(60)))
    assert whole.place.quote == long_sentence(60)
    (part,) = findings(pattern("one hat"), clauses(long_sentence(61)))
    assert part.place.quote.startswith("must wear one hat, w0")
    assert not part.place.quote.endswith("and so.")


def test_the_place_of_a_part_is_where_its_words_stand() -> None:
    text = "Tea is at noon. " + long_sentence(90)
    (read,) = clauses(text)
    (finding,) = findings(pattern("one hat"), (read,))
    where = finding.place.location
    assert where is not None
    assert text[where.start : where.end].strip() == finding.place.quote
    assert text[where.start :].startswith("must wear")


def test_a_part_holds_at_least_twenty_five_words_where_there_are_any() -> None:
    text = "In short, one hat, " + "a b c, " * 30 + "end."
    (finding,) = findings(pattern("one hat"), clauses(text))
    assert 25 <= len(finding.place.quote.split()) < 30
    (last,) = findings(pattern("end"), clauses(text))
    assert last.place.quote == "end."


def test_a_part_breaks_at_marks_and_never_within_the_match() -> None:
    text = "a b c d e; " * 15 + "one, or two hats, " + "f g h i j; " * 15
    (finding,) = findings(pattern("one, or two hats"), clauses(text))
    assert finding.place.quote.startswith("one, or two hats, f g")


def test_a_part_that_is_long_enough_ends_with_its_mark() -> None:
    lead = "It is said that " + "a b c d e f g h i j k l m n o p q r s " + "two hats,"
    for text in (f"{lead} and then{' more' * 60}, and so.", f"One, {lead} and then{' more' * 60}, and so."):
        for pattern_words in ("hats,", "two hats"):
            (finding,) = findings(pattern(pattern_words), clauses(text))
            assert finding.place.quote == lead
    assert len(lead.split()) == 25


def test_a_match_at_the_very_start_is_quoted_from_there() -> None:
    text = "Two hats, " + "and another thing to bring along, " * 15 + "and so."
    (finding,) = findings(pattern("two hats"), clauses(text))
    assert finding.place.quote.startswith("Two hats, and another")


def test_phrases_speak_once_a_sentence_from_the_least_number_on() -> None:
    some = rule(detect={"kind": "phrase", "phrases": ["top hat"], "at_least": 2, "unless": ["museum"]})
    assert found(some, "A top hat or another top hat.") == []
    assert found(some, "A top hat.\n\nThe top hat.") == ["top hat", "top hat"]
    assert found(some, "A top hat.\n\nThe top hat of the museum.") == []


def test_a_phrase_is_kept_as_written_and_only_where_it_is_read() -> None:
    some = rule(reads={"roles": ["terms"]}, detect={"kind": "phrase", "phrases": ["bring a hat"]})
    (finding,) = findings(some, as_clause(role="terms"))
    assert finding.values == (("phrase", "Bring a hat"),)
    assert findings(some, as_clause(role="form")) == []


def absent(**more: object) -> Rule:
    return rule(detect={"kind": "missing", "least_words": 1, **more})


def test_something_missing_is_told_from_the_least_number_of_words_on() -> None:
    assert found(absent(least_words=4), "Bring one hat soon.") == [""]
    assert found(absent(least_words=5), "Bring one hat soon.") == []


def test_something_missing_tells_where_it_was_looked_for() -> None:
    read = (*clauses("A hat.", "a.txt"), *clauses("A tie.", "b.txt"), *clauses("A pin.", "a.txt"))
    (finding,) = findings(absent(), read)
    assert finding.looked_in == ("a.txt", "b.txt")


def test_something_missing_may_need_words_or_a_kind_of_document_first() -> None:
    assert found(absent(needs=["lots?"]), "There are two lots.") == [""]
    assert found(absent(needs=["lots?"]), "There is one piece.") == []
    some = absent(needs_roles=["terms", "form"])
    assert [len(findings(some, as_clause(role=role))) for role in ("terms", "form", "pricing")] == [1, 1, 0]


def test_something_missing_hangs_on_conditions_and_facts_that_are_said() -> None:
    assert found(absent(when={"kind": ["works"]}), "A hat.", facts(kind="goods")) == []
    some = absent(facts=["value_annual"])
    for status, count in (("stated", 0), ("conflicting", 0), ("derived", 1), ("given", 1)):
        known = Facts((Fact(name="value_annual", value=1, status=status),))  # type: ignore[arg-type]
        assert len(found(some, "A hat.", known)) == count


def test_an_absent_document_silences_by_its_name_or_its_words() -> None:
    where = Location(document="itt.txt", page=None, block=0, start=0, end=1)
    some = absent(silent_if_named=["buyer's terms"])
    for name, quote, count in (
        ("The buyer’s terms", "", 0),
        ("Annex A", "the buyer’s terms", 0),
        ("Annex A", "a map", 1),
    ):
        assert len(found(some, "A hat.", None, (Named(name=name, quote=quote, location=where),))) == count


def rivals(*values: float, status: str = "conflicting", placed: bool = True) -> Facts:
    def where(n: int) -> Location | None:
        return Location(document="itt.txt", page=None, block=n, start=0, end=1) if placed else None

    return Facts(tuple(
        Fact(name="term_months", value=v, status=status, location=where(n), quote=f"{v} months")  # type: ignore[arg-type]
        for n, v in enumerate(values)
    ))  # fmt: skip


def test_a_contradiction_needs_two_values_that_are_said_somewhere() -> None:
    some = rule(detect={"kind": "conflict", "facts": ["term_months"]})
    (finding,) = findings(some, (), rivals(12, 24, 24))
    assert finding.place.quote == "12 months"
    assert [place.quote for place in finding.places] == ["24 months", "24 months"]
    assert dict(finding.values) == {"fact": "term_months", "value1": 12, "value2": 24, "value3": 24}
    assert findings(some, (), rivals(12, 12)) == []
    assert findings(some, (), rivals(12, 24, status="stated")) == []
    assert findings(some, (), rivals(12, 24, placed=False)) == []


@pytest.mark.parametrize(
    ("bounds", "speaks_at"),
    [
        ({"below": 10}, [9]),
        ({"above": 10}, [11]),
        ({"below": 10, "above": 10}, [9, 11]),
        ({"below": "least"}, [9]),
        ({"above": "least"}, [11]),
        ({"below": "nobody-knows"}, []),
    ],
)
def test_a_limit_speaks_beyond_its_bound_and_not_at_it(bounds: dict[str, object], speaks_at: list[int]) -> None:
    some = rule(detect={"kind": "limit", "of": "days", **bounds})
    assert [days for days in (9, 10, 11) if found(some, "Text.", facts(days=days, least=10))] == speaks_at


def test_a_limit_tells_both_numbers_and_quotes_where_it_is_asked_to() -> None:
    some = rule(detect={"kind": "limit", "of": "days", "below": 5, "at": "deadline"})
    known = Facts((Fact(name="days", value=4, quote="4 days"), Fact(name="deadline", value="soon", quote="By noon")))
    (finding,) = findings(some, (), known)
    assert finding.place.quote == "By noon"
    assert finding.values == (("days", 4.0), ("limit", 5.0))
    (above,) = findings(rule(detect={"kind": "limit", "of": "days", "above": 3}), (), known)
    assert dict(above.values)["limit"] == 3
    assert findings(some, (), facts(days=4)) == []  # nothing to quote


def test_a_limit_shows_every_passage_of_a_slip_once() -> None:
    place = Location(document="itt", page=None, block=1, start=0, end=4)
    there = replace(place, block=2)
    slips = tuple(
        Fact(name="slip", value="x", quote=words, location=at, status="derived")
        for words, at in (("One", place), ("One again", place), ("Two", there))
    )
    some = rule(detect={"kind": "limit", "of": "slips", "above": 0, "at": "slip"})
    (finding,) = findings(some, (), Facts((*slips, Fact(name="slips", value=2))))
    assert (finding.place.quote, [other.quote for other in finding.places]) == ("One", ["Two"])


def test_two_values_of_one_sentence_are_one_place() -> None:
    place = Location(document="itt", page=None, block=1, start=0, end=4)
    rivals = tuple(Fact(name="term", value=v, quote="One", location=place, status="conflicting") for v in (1, 2))
    (finding,) = findings(rule(detect={"kind": "conflict", "facts": ["term"]}), (), Facts(rivals))
    assert finding.places == () and dict(finding.values)["value2"] == 2


def test_a_limit_hangs_on_its_conditions() -> None:
    some = rule(detect={"kind": "limit", "of": "days", "below": 5, "when": {"kind": ["works"]}})
    for known, count in ((facts(days=4, kind="works"), 1), (facts(days=4), 1), (facts(days=4, kind="goods"), 0)):
        assert len(found(some, "Text.", known)) == count


def words(count: int, start: str = "One") -> str:
    return " ".join([start, *(["more"] * (count - 1))]) + "."


def measure(**more: object) -> Rule:
    return rule(detect={"kind": "measure", "of": "sentence-words", "over": 5, **more})


def test_a_sentence_is_long_only_over_the_number() -> None:
    assert found(measure(), words(5)) == []
    assert found(measure(), words(6)) == [words(6)]


def test_long_sentences_are_told_from_their_share_on_the_longest_first() -> None:
    text = "\n\n".join([words(6), words(9, "Nine"), words(7, "Seven"), words(3)])
    assert found(measure(share=0.75, worst=2), text) == [words(9, "Nine"), words(7, "Seven")]
    assert found(measure(share=0.76), text) == []
    (worst,) = findings(measure(worst=1), clauses(text))
    assert dict(worst.values) == {"count": 3, "sentences": 4, "words": 9}


def test_long_sentences_are_counted_in_each_document_and_not_in_rows() -> None:
    some = measure(share=0.5)
    read = (*clauses(words(6), "a.txt"), *clauses(f"{words(6)}\n\n{words(2)}\n\n{words(2)}", "b.txt"))
    assert [finding.document for finding in findings(some, read)] == ["a.txt"]
    (long,) = clauses(words(6))
    row = replace(long, sentences=tuple(replace(s, kind="row") for s in long.sentences))
    assert findings(some, (row,)) == []


def test_only_sentences_that_are_read_are_measured() -> None:
    some = rule(reads={"roles": ["terms"]}, detect={"kind": "measure", "of": "sentence-words", "over": 2})
    assert findings(some, as_clause(role="form")) == []
    assert len(findings(some, as_clause(role="terms"))) == 1


def test_a_rule_of_every_kind_runs_in_one_pack() -> None:
    kinds = (pattern(), measure(over=1), absent(any=["tea"]), rule(detect={"kind": "phrase", "phrases": ["hat"]}))
    rules = tuple(some.model_copy(update={"id": f"clarity.r{n}"}) for n, some in enumerate(kinds))
    assert len(detect(clauses("Bring a hat."), facts(), (), RuleSet(rules, PIECES, ""))[0]) == len(kinds)


def test_what_was_seen_of_a_file_is_one_finding_a_document_with_its_count() -> None:
    seen = (("a.pdf", Access(kind="scanned-pages", count=3, page=4, where="pages 4 to 6")),
            ("b.pdf", Access(kind="scanned-pages")), ("b.pdf", Access(kind="untagged")))  # fmt: skip
    some = rule(id="clarity.scanned", chapter="file", detect={"kind": "file", "of": "scanned-pages"})
    made, _ = detect(clauses("We buy hats."), facts(), (), RuleSet((some,), PIECES, ""), None, seen)
    assert [(f.document, f.page, dict(f.values)["count"], f.place.quote) for f in made] == [
        ("a.pdf", 4, 3, ""), ("b.pdf", None, 1, ""),
    ]  # fmt: skip
    assert dict(made[0].values)["where"] == "pages 4 to 6"
    several = rule(detect={"kind": "file", "of": "scanned-pages", "at_least": 2})
    made, _ = detect(clauses("We buy hats."), facts(), (), RuleSet((several,), PIECES, ""), None, seen)
    assert [finding.document for finding in made] == ["a.pdf"]


def test_lines_of_a_file_that_tell_more_than_a_count_are_its_places() -> None:
    seen = (("a.pdf", Access(kind="struck-through", count=5, page=2, lines=((2, "7 May 9 May"), (6, "noon one")))),)
    some = rule(detect={"kind": "file", "of": "struck-through"})
    (made,), _ = detect(clauses("We buy hats."), facts(), (), RuleSet((some,), PIECES, ""), None, seen)
    assert (made.place.quote, made.page) == ("7 May 9 May", 2)
    assert [(place.quote, place.location.page) for place in made.places if place.location] == [("noon one", 6)]
