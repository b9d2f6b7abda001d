"""The sample packs hold what their `expected.yaml` says of them, and can be made again from their sources."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
import yaml
from lxml import etree

SAMPLES = Path(__file__).parents[1] / "sample_tenders"
RICH = ("city-cleaning", "domiciliary-care", "nhs-it", "parish-grounds", "school-minor-works")
PACKS = (*RICH, "small-quote")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FACTS = {
    "buyer",
    "title",
    "kind",
    "authority_type",
    "jurisdiction",
    "bound",
    "regime",
    "procedure",
    "threshold_band",
    "value_total",
    "value_annual",
    "vat_basis",
    "term_months",
    "extension_months",
    "issued",
    "clarification_deadline",
    "submission_deadline",
    "award",
    "start",
    "lots",
    "price_weight",
    "quality_weight",
    "social_value_weight",
    "insurance_el",
    "insurance_pl",
    "insurance_pi",
    "min_turnover",
    "payment_days",
    "page_limit",
}
THEMES = {
    "finance",
    "insurance",
    "experience",
    "specification",
    "lots",
    "time",
    "process",
    "evaluation",
    "payment",
    "risk",
    "policy",
    "clarity",
}
Entry = dict[str, Any]


def normalised(text: str) -> str:
    """The words of a text, each between single spaces."""
    return f" {' '.join(re.findall(r'[a-z0-9£]+', text.lower()))} "


@cache
def pages_of(path: Path) -> tuple[str, ...]:
    """The normalised text of each page of a PDF; a Word file is one page."""
    if path.suffix == ".pdf":
        return tuple(normalised(page.get_textpage().get_text_range()) for page in pdfium.PdfDocument(path))
    paragraphs = []
    with zipfile.ZipFile(path) as package:
        for name in ("word/document.xml", "word/footnotes.xml"):
            if name in package.namelist():
                for paragraph in etree.fromstring(package.read(name)).iter(f"{WORD}p"):
                    paragraphs.append("".join(t.text or "" for t in paragraph.iter(f"{WORD}t", f"{WORD}delText")))
    return (normalised(" ".join(paragraphs)),)


def expected(pack: str) -> Entry:
    loaded: Entry = yaml.safe_load((SAMPLES / pack / "expected.yaml").read_text(encoding="utf-8"))
    return loaded


def passages(pack: str) -> list[Entry]:
    """Every passage that the pack's expectations quote."""
    known = expected(pack)
    in_conflict = [place for conflict in known["conflicts"] for place in conflict["places"]]
    return [
        entry for entry in [*known["must_find"], *known["must_not_flag"], *in_conflict, *known["credits"]]
        if entry["quote"]
    ]  # fmt: skip


@pytest.mark.parametrize("pack", PACKS)
def test_every_quote_stands_in_its_document_on_its_page(pack: str) -> None:
    for entry in passages(pack):
        pages = pages_of(SAMPLES / pack / entry["document"])
        page = pages[(entry["page"] or 1) - 1]
        assert normalised(entry["quote"]) in page, entry["quote"]


@pytest.mark.parametrize("pack", PACKS)
def test_no_three_quotes_are_the_same(pack: str) -> None:
    counts = Counter(normalised(entry["quote"]) for entry in passages(pack))
    assert max(counts.values()) < 3, counts.most_common(1)


@pytest.mark.parametrize("pack", PACKS)
def test_no_passage_is_both_a_barrier_and_harmless(pack: str) -> None:
    known = expected(pack)
    barriers = {normalised(entry["quote"]) for entry in known["must_find"]}
    assert not barriers & {normalised(entry["quote"]) for entry in known["must_not_flag"]}


@pytest.mark.parametrize("pack", RICH)
def test_a_pack_is_rich_enough_to_measure_with(pack: str) -> None:
    known = expected(pack)
    assert len(known["must_find"]) >= 25
    assert len(known["must_not_flag"]) >= 25
    assert len(known["credits"]) >= 4
    assert len(known["top_three"]) == 3
    assert all(len(conflict["places"]) >= 1 for conflict in known["conflicts"])


def test_the_small_quote_is_nearly_clean_and_full_of_look_alikes() -> None:
    known = expected("small-quote")
    assert 1 <= len(known["must_find"]) <= 2
    assert {entry["severity"] for entry in known["must_find"]} <= {"low", "medium"}
    assert len(known["must_not_flag"]) >= 12
    assert len(known["credits"]) >= 6
    assert known["conflicts"] == []


@pytest.mark.parametrize("pack", PACKS)
def test_expectations_use_the_names_of_the_report(pack: str) -> None:
    known = expected(pack)
    assert set(known["facts"]) <= FACTS
    for entry in known["must_find"]:
        assert entry["theme"] in THEMES
        assert entry["severity"] in ("critical", "high", "medium", "low")
        assert entry["critical"] == (entry["severity"] == "critical")


def test_the_packs_together_cover_every_theme_and_eight_matters_of_law() -> None:
    barriers = [entry for pack in PACKS for entry in expected(pack)["must_find"]]
    assert {entry["theme"] for entry in barriers} == THEMES
    assert len({entry["catalogue"] for entry in barriers if entry["critical"]}) >= 8


def test_the_city_instructions_hold_what_word_files_hold() -> None:
    with zipfile.ZipFile(SAMPLES / "city-cleaning" / "part-1-instructions.docx") as package:
        body = etree.fromstring(package.read("word/document.xml"))
        assert "word/footnotes.xml" in package.namelist()
    tags = Counter(etree.QName(element).localname for element in body.iter(etree.Element))
    for tag in ("ins", "del", "footnoteReference", "txbxContent", "sdt", "tblHeader"):
        assert tags[tag] >= 1, tag


def same(made: Path, kept: Path) -> bool:
    """Whether two files hold the same; of packages the parts and their times, since compressors differ."""
    if made.suffix != ".docx":
        return made.read_bytes() == kept.read_bytes()
    with zipfile.ZipFile(made) as left, zipfile.ZipFile(kept) as right:
        return [(part.filename, part.date_time, left.read(part)) for part in left.infolist()] == [
            (part.filename, part.date_time, right.read(part)) for part in right.infolist()
        ]


def test_the_packs_can_be_made_again(tmp_path: Path) -> None:
    pytest.importorskip("reportlab")
    pytest.importorskip("docx")
    subprocess.run([sys.executable, str(SAMPLES / "make" / "make_all.py"), str(tmp_path)], check=True)
    kept = [path for pack in PACKS for path in sorted((SAMPLES / pack).iterdir())]
    for path in kept:
        assert same(tmp_path / path.parent.name / path.name, path), path.name
