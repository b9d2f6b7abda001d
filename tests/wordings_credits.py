"""Scores the rules on good practice on wordings written blind to them: `python -m tests.wordings_credits`.

A wording counts as found when a credit of its own entry of the catalogue speaks; a harmless one as flagged likewise.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

from checker.detect import detect
from checker.rulecheck import case_of
from checker.rulefile import Example, RuleSet, load_rules
from tests.wordings_score import rows_of, shares


@cache
def _credits(entry: str) -> RuleSet:
    rules = load_rules()
    return rules.only(rule for rule in rules if rule.is_credit and rule.catalogue == entry)


def score_credits() -> Counter[str]:
    """Counts of "found" of "barriers" (here: good practice) and "flagged" of "harmless"."""
    counts: Counter[str] = Counter()
    for row in rows_of("credits"):
        rules = _credits(str(row["catalogue"]))
        context = {key: row.get(key) or "" for key in ("heading", "lead", "columns")}
        case = case_of(next(iter(rules)), Example.model_validate({"flag": row["text"], **context}))
        told = bool(detect(case.clauses, case.facts, (), rules)[1])
        whole, part = ("barriers", "found") if row["label"] == "credit" else ("harmless", "flagged")
        counts[whole] += 1
        counts[part] += told
    return counts


if __name__ == "__main__":
    print("credits: found {:.2f}, flagged {:.2f}".format(*shares(score_credits())))
