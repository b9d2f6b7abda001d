"""The three ways to check a pack that are compared: rules alone, model alone, both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from checker.domain import Report
from checker.ingest import read_pack
from checker.pipeline import check_read
from checker.policy import load_policy
from checker.rulefile import RuleSet, load_rules
from checker.settings import Settings

WAYS: Mapping[str, str] = {"rules": "Rules alone", "model": "Model alone", "both": "Both"}


def ways_of(rules: RuleSet, settings: Settings) -> dict[str, tuple[RuleSet, Settings]]:
    """For each way the rules and settings to check with."""
    heard = rules.only(rule for rule in rules if rule.detect.kind == "classifier")
    return {
        "rules": (rules, replace(settings, rules_only=True)),
        "model": (heard, replace(settings, rules_only=False)),
        "both": (rules, replace(settings, rules_only=False)),
    }


def checked(path: Path, settings: Settings) -> dict[str, Report]:
    """For each way the report on the pack at `path`, which is read once."""
    pack, policy = read_pack(path, limits=settings.limits), load_policy()
    ways = ways_of(load_rules(), settings)
    return {way: check_read(pack, rules, policy, chosen) for way, (rules, chosen) in ways.items()}
