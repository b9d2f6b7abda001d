"""Mistakes in rule files end in one sentence with path and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.domain import CheckerError
from checker.resources import folder
from checker.rulefile import expand, load_rule, load_rules

GOOD = """
id: finance.widget-cover
catalogue: X1
title: Widget cover
step: enter
owner: finance
message: Bidders need widget cover of {amount}.
why: It costs money.
sources:
  - cite: Procurement Act 2023, s.22
    url: https://www.legislation.gov.uk/ukpga/2023/54/section/22
    checked: 2026-11-23
    force: law
    when: {regime: [pa23]}
detect:
  kind: pattern
  any: ['widget cover of (?P<amount>{money})']
  unless: ['no widgets']
assess:
  cases:
    - {severity: high, because: It is asked for.}
rewrite:
  - {text: 'Widget cover that fits.'}
examples:
  - flag: '[[widget cover of £5]]'
  - pass: 'no widgets'
"""


def written(tmp_path: Path, text: str, name: str = "widget-cover.yaml") -> Path:
    (tmp_path / "finance").mkdir(exist_ok=True)
    path = tmp_path / "finance" / name
    path.write_text(text, encoding="utf-8")
    return path


def line_with(text: str, words: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), 1) if words in line)


def test_a_good_file_loads(tmp_path: Path) -> None:
    assert load_rule(written(tmp_path, GOOD)).theme == "finance"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("owner: finance", "ownr: finance", "ownr"),
        ("owner: finance", "owner: bursar", "owner"),
        ("step: enter", "step: enters", "step"),
        ("severity: high, because", "severity: grave, because", "severity"),
        ("kind: pattern", "kind: patern", "detect"),
        ("force: law", "force: rumour", "force"),
        ("https://www.legislation.gov.uk/ukpga/2023/54/section/22", "https://example.org/", "url"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, old: str, new: str, says: str) -> None:
    text = GOOD.replace(old, new, 1)
    path = written(tmp_path, text)
    with pytest.raises(CheckerError) as caught:
        load_rule(path)
    message = str(caught.value).splitlines()[0]
    assert says in message
    number = int(message.removeprefix(f"{path}:").split(":")[0])
    assert abs(number - line_with(text, new.split(":")[0])) <= 12 or number == line_with(text, new)


def test_a_doubled_key_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CheckerError, match="stands twice"):
        load_rule(written(tmp_path, GOOD + "\nowner: legal\n"))


def test_an_id_that_is_not_its_place_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CheckerError, match=r"finance\.other"):
        load_rule(written(tmp_path, GOOD, "other.yaml"))


def test_text_that_is_no_yaml_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CheckerError, match=r"widget-cover\.yaml:\d+"):
        load_rule(written(tmp_path, "id: [unclosed"))


def test_a_pattern_re2_cannot_run_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "_patterns.yaml").write_text((folder("rules") / "_patterns.yaml").read_text(encoding="utf-8"))
    written(tmp_path, GOOD.replace("no widgets", "(?<!x)no widgets", 1))
    with pytest.raises(CheckerError, match="RE2"):
        load_rules(tmp_path)


def test_an_unknown_piece_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "_patterns.yaml").write_text((folder("rules") / "_patterns.yaml").read_text(encoding="utf-8"))
    written(tmp_path, GOOD.replace("{money}", "{mony}", 1))
    with pytest.raises(CheckerError, match="mony"):
        load_rules(tmp_path)


def test_pieces_in_a_circle_end() -> None:
    with pytest.raises(KeyError):
        expand("{one}", [("one", "{two}"), ("two", "{one}")])
