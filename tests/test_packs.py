"""The sample packs: what must be found is found, what only looks like a barrier is left alone."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from checker.domain import Report, Verdict
from checker.evaluate.samples import expected_of, hits, places
from checker.pipeline import check_pack
from checker.policy import load_policy
from checker.rulefile import load_rules
from checker.settings import Settings

SAMPLES = Path(__file__).parent.parent / "sample_tenders"
PACKS = sorted(path.parent.name for path in SAMPLES.glob("*/expected.yaml"))
FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))["samples"]
AS_OF = date(2026, 11, 23)


@cache
def report(pack: str) -> Report:
    return check_pack(SAMPLES / pack, load_rules(), load_policy(), Settings(as_of=AS_OF))


@cache
def expected(pack: str) -> dict[str, Any]:
    return expected_of(SAMPLES / pack)


def found_at(pack: str, entry: dict[str, Any]) -> list[Verdict]:
    return [verdict for verdict in report(pack).verdicts if hits(entry, verdict)]


CRITICAL = [(pack, entry) for pack in PACKS for entry in expected(pack)["must_find"] if entry.get("critical")]


@pytest.mark.parametrize(("pack", "entry"), CRITICAL, ids=[f"{pack}-{entry['catalogue']}" for pack, entry in CRITICAL])
def test_what_is_on_its_face_outside_the_law_is_found_and_called_critical(pack: str, entry: dict[str, Any]) -> None:
    found = found_at(pack, entry)
    assert found, entry["quote"]
    assert "critical" in {verdict.severity for verdict in found}


@pytest.mark.parametrize("pack", PACKS)
def test_nothing_else_is_called_critical(pack: str) -> None:
    planted = [entry for entry in expected(pack)["must_find"] if entry.get("critical")]
    for verdict in report(pack).verdicts:
        if verdict.severity == "critical":
            assert any(hits(entry, verdict) for entry in planted), verdict.finding.place.quote


@pytest.mark.parametrize("pack", PACKS)
def test_what_only_looks_like_a_barrier_is_left_alone(pack: str) -> None:
    entries = expected(pack)["must_not_flag"]
    fooled = [e["quote"] for e in entries if any(hits(e, v, "looks_like") for v in report(pack).verdicts)]
    assert len(fooled) <= FLOORS["look_alikes"] * len(entries), "\n".join(fooled)


@pytest.mark.parametrize("pack", PACKS)
def test_most_planted_barriers_are_found(pack: str) -> None:
    entries = [entry for entry in expected(pack)["must_find"] if entry["severity"] != "low"]
    missed = [f"{e['catalogue']}: {e['quote']}" for e in entries if not found_at(pack, e)]
    assert len(missed) <= (1 - FLOORS["found"]) * len(entries), "\n".join(missed)


@pytest.mark.parametrize("pack", PACKS)
def test_the_facts_are_read(pack: str) -> None:
    wrong = []
    for name, value in expected(pack)["facts"].items():
        wanted = {str(item) for item in (value if isinstance(value, list) else [value])}
        got = {f"{f.value:g}" if isinstance(f.value, float) else str(f.value) for f in report(pack).facts.many(name)}
        if got and not got & wanted:
            wrong.append(f"{name}: {got} and not {wanted}")
    assert len(wrong) <= FLOORS["facts_wrong"] * len(expected(pack)["facts"]), "\n".join(wrong)


@pytest.mark.parametrize("pack", PACKS)
def test_everything_was_read(pack: str) -> None:
    assert report(pack).pack.skipped == ()
    for document in report(pack).pack.documents:
        assert document.not_a_tender is None
        assert document.read == "whole", document.ledger.gaps


@pytest.mark.parametrize("pack", PACKS)
def test_every_quote_stands_in_its_document(pack: str) -> None:
    texts = {d.name: {b.location.block: b.text for b in d.blocks} for d in report(pack).pack.documents}
    for verdict in report(pack).verdicts:
        for place in places(verdict):
            if place.location:
                where = place.location
                assert place.quote in texts[where.document][where.block]
                assert place.match in place.quote


def test_no_procurement_act_on_a_pack_of_2022() -> None:
    for verdict in report("parish-grounds").verdicts:
        for source in verdict.sources:
            assert "Procurement Act 2023" not in source.cite
