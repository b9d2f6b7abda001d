"""Which patterns can match which texts at all: by the words a pattern cannot do without, found for all at once.

A search of every pattern in every sentence takes minutes on a large pack; nearly all of them have no chance.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import re2

from checker.rulefile import Find, Pattern, RuleSet, expand

MOST_TOGETHER = 500  # patterns in one filter; beyond some 1,900 of ours RE2 has no memory for it and gives up


def source_of(item: str | Find) -> str:
    """The pattern of an entry of `any`, without its context."""
    return item.find if isinstance(item, Find) else item


def candidates(rules: RuleSet, texts: Sequence[str]) -> Mapping[str, Sequence[int]]:
    """For each pattern of the rules, the indices of the texts in which it may match; every match is among them."""
    patterns = _patterns(rules)
    found: dict[str, list[int]] = defaultdict(list)
    if patterns:
        filters = _filters(patterns, rules.pieces)
        for index, text in enumerate(texts):
            for start, known in filters:
                for number in known.Match(text.lower(), True) or ():
                    found[patterns[start + number]].append(index)
    return found


def _patterns(rules: RuleSet) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_sources(rules)))


def _sources(rules: RuleSet) -> Iterable[str]:
    return (source_of(item) for rule in rules if isinstance(rule.detect, Pattern) for item in rule.detect.any)


@lru_cache(maxsize=4)
def _filters(patterns: tuple[str, ...], pieces: tuple[tuple[str, str], ...]) -> tuple[tuple[int, Any], ...]:
    """Filters over all patterns, each with the place of its first."""
    parts = range(0, len(patterns), MOST_TOGETHER)
    return tuple((start, _filter(patterns[start : start + MOST_TOGETHER], pieces)) for start in parts)


def _filter(patterns: tuple[str, ...], pieces: tuple[tuple[str, str], ...]) -> Any:
    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    known = re2.Filter()
    for pattern in patterns:
        known.Add(expand(pattern, pieces), options)
    known.Compile()
    return known
