"""The numbers behind the pictures: which points sit on which page, and how the language measures up."""

from __future__ import annotations

from dataclasses import replace

from report_builders import at, document, place, verdict
from report_fixtures import EMPTY, FULL

from checker.domain import Clause, Pack, Readability, Report, Sentence
from checker.report.arrange import arrange
from checker.report.packmap import DocumentMap, pack_map
from checker.report.pictures import ease_word, pictures
from checker.report.points import as_points


def maps(report: Report) -> tuple[DocumentMap, ...]:
    return pack_map(report, as_points(arrange(report).in_page_order(), report))


def paged(pages: int, *on: int) -> Report:
    found = tuple(
        verdict(f"v{n}", "time.x", place("w", "w", n, None), severity="high" if n == on[0] else "low") for n in on
    )
    return replace(
        EMPTY, pack=Pack(name="p", documents=(document("itt.pdf", "instructions", 9, pages),)), verdicts=found
    )


def test_each_page_is_a_box_with_its_worst_point() -> None:
    (found,) = maps(paged(45, 3, 3, 41))
    assert [len(line.boxes) for line in found.lines] == [20, 20, 5]
    assert [line.first for line in found.lines] == ["p. 1", "p. 21", "p. 41"]
    assert [(box.name, box.worst, len(box.points)) for box in found.busy] == [
        ("page 3", "high", 1),
        ("page 41", "low", 1),
    ]
    assert found.told == "Points in 2 of 45 boxes; most in page 3 (1)."


def test_a_long_document_has_several_pages_in_a_box() -> None:
    (found,) = maps(paged(900, 900))
    assert sum(len(line.boxes) for line in found.lines) == 300
    assert found.busy[0].name == "pages 898 to 900"
    assert found.unit == "Each box is 3 pages."


def test_a_page_beyond_those_declared_still_has_a_box() -> None:
    (found,) = maps(paged(2, 5))
    assert found.busy[0].name == "page 5"


def test_a_document_without_pages_is_cut_into_equal_parts() -> None:
    blocks = tuple(
        replace(document("a.docx", "form", 1, None).blocks[0], location=at("a.docx", None, n)) for n in range(60)
    )
    whole = replace(document("a.docx", "form", 1, None), blocks=blocks)
    found = verdict("v", "time.x", replace(place("w", "w", None, None), location=at("a.docx", None, 59)))
    (drawn,) = maps(replace(EMPTY, pack=Pack(name="p", documents=(whole,)), verdicts=(found,)))
    assert [box.name for box in drawn.busy] == ["part 20 of 20"]


def test_every_place_of_every_point_is_on_the_map() -> None:
    shown = {(m.name, p.number) for m in maps(FULL) for box in m.busy for p in box.points}
    points = as_points(arrange(FULL).in_page_order(), FULL)
    wanted = {
        (p.location.document, points[v.finding.id].number)
        for v in FULL.verdicts
        for p in (v.finding.place, *v.finding.places)
        if p.location
    }
    assert shown == wanted


def test_reading_ease_comes_hardest_first_and_within_its_scale() -> None:
    rows = tuple(replace(FULL.readability[0], name=n, flesch_reading_ease=e) for n, e in (("a", 70.0), ("b", -20.0)))
    ease = pictures(replace(FULL, readability=rows))[0]
    assert [(bar.label, bar.length, bar.stands_out) for bar in ease.bars] == [("b", 0.0, True), ("a", 70.0, False)]
    assert ease.told == "The hardest first. b: -20, very hard; a: 70, plain."


def test_words_for_reading_ease() -> None:
    assert [ease_word(score) for score in (60, 59.9, 49, 29.9)] == ["plain", "fairly hard", "hard", "very hard"]


def _sentences(*lengths: int) -> tuple[Clause, ...]:
    said = tuple(Sentence(text=" ".join(["word"] * n), location=at("a", 1)) for n in lengths)
    return (Clause(document="a", number=None, headings=(), role="terms", sentences=said, location=at("a", 1)),)


def test_sentences_are_counted_by_length_without_labels() -> None:
    row: Readability = FULL.readability[0]
    drawn = pictures(replace(FULL, readability=(row,), clauses=_sentences(4, 9, 25, 26, 60)))[-1]
    assert [bar.value for bar in drawn.bars] == ["1", "0", "0", "1", "1", "0", "1"]
    assert drawn.told == "2 of 4 sentences are over 25 words (50%); the longest has 60."
    assert [bar.stands_out for bar in drawn.bars] == [False] * 4 + [True] * 3


def test_without_text_there_is_no_picture() -> None:
    assert pictures(EMPTY) == ()


def test_the_worst_of_several_points_names_the_box() -> None:
    report = paged(5, 3)
    low = verdict("low", "time.x", place("w", "w", 3, None), severity="low")
    (found,) = maps(replace(report, verdicts=(low, *report.verdicts)))
    assert [(box.worst, len(box.points)) for box in found.busy] == [("high", 2)]
