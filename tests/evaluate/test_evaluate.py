"""The evaluation: figures of three ways, and not a word of the tenders that were measured."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import average_precision_score

from checker.cli import cli
from checker.domain import CheckerError
from checker.evaluate import as_html, as_text, evaluate
from checker.evaluate.gold import average_precision, same_passage, score_folder
from checker.evaluate.page import dots, groups, scored_rows
from checker.evaluate.run import Evaluation, Planted, curve_of
from checker.evaluate.ways import WAYS
from checker.settings import Settings
from tests.test_packs import AS_OF, SAMPLES

SETTINGS = Settings(as_of=AS_OF)
SECRET = "Zebra firms must have an annual turnover of at least £5,000,000 in each of the last three years."
HARMLESS = "Walrus meetings take place in the town hall each month."
SCORER = """
import argparse, json, pathlib
parser = argparse.ArgumentParser()
for name in ("--gold", "--reports", "--by"):
    parser.add_argument(name)
options = parser.parse_args()
made = [json.loads(path.read_text())["findings"] for path in pathlib.Path(options.reports).glob("*.json")]
said = sum("Zebra" in finding["quote"] for findings in made for finding in findings)
print("documents scored                1")
print(f"recall, medium and above         {min(1, said):.2f}  ({min(1, said)}/1)")
print("precision, all findings          0.50  (1/2)")
print("left to the officer (review)    3, on a barrier 2; found or left to the officer 0.75  (3/4)")
print("  finance        recall  1.00  (1/1)   precision  0.50  (1/2)")
print("  insurance      recall     -  (0/0)   precision     -  (0/0)")
"""


def folder(place: Path, scorer: str = SCORER) -> Path:
    """A small folder of one annotated tender."""
    for name in ("documents", "gold"):
        (place / name).mkdir(parents=True)
    (place / "documents" / "one.txt").write_text(f"1. Offers\n\n1.1 {SECRET}\n\n1.2 {HARMLESS}\n", encoding="utf-8")
    lines = [
        {"kind": "barrier", "page": 1, "quote": SECRET, "theme": "A", "rule": "x", "severity": "high", "sure": True},
        {"kind": "barrier", "page": 1, "quote": "", "theme": "A", "rule": "x", "severity": "high", "sure": True},
        {"kind": "decoy", "page": 1, "quote": HARMLESS},
    ]
    (place / "gold" / "one.jsonl").write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    (place / "score.py").write_text(scorer, encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One of the sample packs."""
    place = tmp_path_factory.mktemp("samples")
    (place / "small-quote").symlink_to(SAMPLES / "small-quote")
    return place


@pytest.fixture(scope="module")
def made(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    return evaluate(samples, folder(tmp_path_factory.mktemp("eval")), AS_OF)


def test_every_way_is_measured_on_the_samples(made: Evaluation) -> None:
    assert tuple(made.planted) == tuple(WAYS)
    for planted in made.planted.values():
        assert 0 <= planted.found[0] <= planted.raised[0] <= planted.raised[1] == planted.found[1]
        assert planted.fooled[0] <= planted.asked[0] <= planted.asked[1]
        assert sum(right for right, _ in planted.themes.values()) == planted.raised[0]
    assert made.planted["rules"].found[0] > 0
    assert made.planted["both"].raised[0] >= made.planted["rules"].raised[0]


def test_the_scorer_s_own_figures_are_shown_for_each_way(made: Evaluation) -> None:
    assert made.scored["rules"].figures["Barriers found, medium and above"] == "1.00 (1/1)"
    assert made.scored["rules"].figures["Questions, and of these on a barrier"] == "3, 2"
    assert made.scored["rules"].figures["Found or asked, medium and above"] == "0.75"
    assert made.scored["rules"].figures["F1"] == "-"
    assert made.scored["rules"].themes["finance"] == (1, 1)


def test_a_barrier_that_is_ranked_first_has_full_precision(made: Evaluation) -> None:
    barriers, passages = made.annotated
    assert (barriers, passages > 1) == (1, True)
    assert made.scored["rules"].average_precision == 1.0
    assert made.scored["both"].average_precision == 1.0


def test_no_word_of_an_annotated_tender_leaves(made: Evaluation) -> None:
    for text in (as_html(made).decode(), as_text(made)):
        assert "Zebra" not in text
        assert "Walrus" not in text
        assert "turnover of" not in text


def test_the_page_needs_nothing_from_outside_and_says_what_it_draws(made: Evaluation) -> None:
    page = as_html(made).decode()
    assert "<script" not in page
    assert "src=" not in page
    assert page.count("<svg") == page.count('role="img"') >= 2
    for way in WAYS.values():
        assert f'<th scope="col">{way}</th>' in page
    assert as_html(made) == as_html(made)


def test_the_command_prints_the_table_and_writes_the_page(samples: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = CliRunner().invoke(
        cli, ["evaluate", "--samples", str(samples), "--eval", str(folder(tmp_path / "eval")), "--out", str(out)]
    )
    assert done.exit_code == 0, done.output
    assert "Rules alone" in done.output
    assert "Zebra" not in done.output
    assert (out / "evaluation.html").is_file()


def test_a_scorer_that_stops_is_told_in_one_sentence(tmp_path: Path) -> None:
    place = folder(tmp_path, scorer=f"raise SystemExit({SECRET!r})")
    with pytest.raises(CheckerError, match="the scorer stopped with status 1") as told:
        score_folder(place, SETTINGS, lambda _: None)
    assert "Zebra" not in str(told.value)


def test_the_scorer_may_lie_in_the_folder_above(tmp_path: Path) -> None:
    place = folder(tmp_path / "eval" / "aside")
    (place / "score.py").rename(tmp_path / "eval" / "score.py")
    scored, _ = score_folder(place, SETTINGS, lambda _: None)
    assert scored["rules"].themes["finance"] == (1, 1)


def test_a_folder_without_annotations_or_samples_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CheckerError, match=r"no score\.py is there"):
        score_folder(tmp_path, SETTINGS, lambda _: None)
    (tmp_path / "score.py").write_text("")
    with pytest.raises(CheckerError, match="no annotated tender is there"):
        score_folder(tmp_path, SETTINGS, lambda _: None)
    with pytest.raises(CheckerError, match="no sample tenders are there"):
        evaluate(tmp_path, None, AS_OF)


@given(st.lists(st.tuples(st.integers(0, 5).map(lambda n: n / 5), st.booleans()), min_size=1, max_size=40))
def test_average_precision_is_the_usual_one(pairs: list[tuple[float, bool]]) -> None:
    scores, true = [score for score, _ in pairs], [right for _, right in pairs]
    wanted = average_precision_score(true, scores) if any(true) else 0.0
    assert average_precision(scores, true) == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("text", "page", "same"),
    [
        (SECRET, 1, True),
        (SECRET, 2, True),
        (SECRET, None, True),
        (SECRET, 3, False),
        ("Firms must have an annual turnover.", 1, True),
        ("All must have one.", 1, False),
        (HARMLESS, 1, False),
        ("|", 1, False),
    ],
)
def test_a_passage_is_the_quote_where_half_of_the_shorter_stands_in_one_run(
    text: str, page: int | None, same: bool
) -> None:
    assert same_passage(text, page, {"page": 1, "quote": SECRET}) is same


def test_themes_stand_in_the_order_of_the_report_with_a_bar_for_each_way() -> None:
    some = {way: {"risk": (1, 4), "finance": (2, 2), "time": (0, 0)} for way in WAYS}
    shown = groups(some)
    assert [group.bars[0][1:] for group in shown] == [(100.0, "2 of 2"), (25.0, "1 of 4")]
    assert [bar[0] for bar in shown[0].bars] == list(WAYS.values())


def test_the_curve_is_read_from_the_manifest_where_it_is(tmp_path: Path) -> None:
    file = tmp_path / "manifest.json"
    file.write_text('{"calibration": [[0.25, 0.5, 10]]}')
    (dot,) = dots(curve_of(file))
    assert (dot.x, dot.y, dot.told) == (75.0, 150.0, "0.25: 0.50 of 10 rows")
    file.write_text("{}")
    assert curve_of(file) == ()


@pytest.mark.parametrize("curve", [(), ((0.3, 0.4, 5), (0.9, 0.8, 7))])
def test_without_annotated_tenders_or_a_curve_the_page_says_so(curve: Sequence[tuple[float, float, int]]) -> None:
    planted = Planted(found=(1, 2), raised=(1, 2), fooled=(0, 1), asked=(0, 1), themes={"finance": (1, 2)})
    small = Evaluation(
        rules="r", model="<m>", packs=1, planted=dict.fromkeys(WAYS, planted), scored={}, annotated=(0, 0), curve=tuple(curve)
    )  # fmt: skip
    page = as_html(small).decode()
    assert "No folder of annotated tenders was given." in page
    assert ("no calibration curve" in page) == (not curve)
    assert "&lt;m&gt;" in page
    assert scored_rows(small) == ()
