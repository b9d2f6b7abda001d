"""Standing templates: which clauses of a draft are an authority's own registered text, and what folds into them."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from checker.domain import Clause, Decision, Folded, Place, StandingTemplate, Verdict
from checker.matching import same_words

_LEAST_WORDS = 8  # a shorter clause ("Yes | No") is the template's only beside another clause of it


def template_of(
    clauses: Sequence[Clause],
    verdicts: Sequence[Verdict],
    decisions: Sequence[Decision],
    *,
    name: str,
    version: str,
    owner: str,
    added: date,
    file: str,
    digest: str,
) -> StandingTemplate:
    """A template from its document as checked; of its text only hashes are kept."""
    points = {point for v in verdicts for place in _places(v) if (point := _point(v.rule_id, place))}
    return StandingTemplate(
        name=name, version=version, owner=owner, added=added, file=file, digest=digest,
        clauses=frozenset(clause_hash(clause) for clause in clauses if same_words(clause.text)),
        points=frozenset(points), decisions=tuple(decisions),
    )  # fmt: skip


def folded_of(
    clauses: Sequence[Clause], verdicts: Sequence[Verdict], templates: Sequence[StandingTemplate]
) -> tuple[Folded, ...]:
    """The findings that lie wholly in unchanged text of a template, one value a template, in the order of labels.

    A clause is unchanged when its words and those that lead into it are; its number and place may differ. A finding
    with a place outside stays in full, and so does what the pack fails to say.
    """
    homes = _homes(clauses, templates)
    found: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        labels = {homes.get(_key(place)) for place in _places(verdict)}
        label = labels.pop() if len(labels) == 1 else None
        if label is not None:
            found[label].append(verdict)
    by_label = {template.label: template for template in templates}
    return tuple(_folded(by_label[label], found[label], templates) for label in sorted(found))


def clause_hash(clause: Clause) -> str:
    """Sixteen hexadecimal digits of a clause's words and of those that lead into it."""
    return _hash(f"{same_words(clause.lead_in)}\n{same_words(clause.text)}")


def _homes(clauses: Sequence[Clause], templates: Sequence[StandingTemplate]) -> dict[tuple[str, int], str]:
    """For each block (document, index) that is template text the template's label.

    A text that several templates hold is that of the one of which the pack holds most, then of the latest.
    """
    hashes = [clause_hash(clause) for clause in clauses]
    held = {t.label: sum(key in t.clauses for key in hashes) for t in templates}
    best_first = sorted(templates, key=lambda t: (-held[t.label], -t.added.toordinal(), t.label))
    owners = [next((t.label for t in best_first if key in t.clauses), None) for key in hashes]
    homes: dict[tuple[str, int], str] = {}
    mixed: set[tuple[str, int]] = set()
    for i, (clause, label) in enumerate(zip(clauses, owners, strict=True)):
        key = (clause.document, clause.location.block)
        beside = [owners[j] for j in (i - 1, i + 1) if 0 <= j < len(owners) and clauses[j].document == clause.document]
        if label is None or (len(clause.text.split()) < _LEAST_WORDS and label not in beside):
            mixed.add(key)
        else:
            homes[key] = label
    return {key: label for key, label in homes.items() if key not in mixed}


def _folded(template: StandingTemplate, here: Sequence[Verdict], templates: Sequence[StandingTemplate]) -> Folded:
    unseen = tuple(
        v.finding.id for v in here if not any(_point(v.rule_id, place) in template.points for place in _places(v))
    )
    later = [t for t in templates if t.name == template.name and t.added > template.added]
    newer = max(later, key=lambda t: (t.added, t.label)).label if later else ""
    known = len(here) - len(unseen)
    parts = [f"{known} known {'point' if known == 1 else 'points'}"] if known else []
    if unseen:
        parts.append(f"{len(unseen)} not raised when it was registered")
    line = f"{' and '.join(parts)} in {template.label}, owner {template.owner}"
    return Folded(
        template=template.label, owner=template.owner, line=line, newer=newer, unseen=unseen,
        findings=tuple(v.finding.id for v in here),
    )  # fmt: skip


def _places(verdict: Verdict) -> tuple[Place, ...]:
    return (verdict.finding.place, *verdict.finding.places)


def _key(place: Place) -> tuple[str, int]:
    return (place.location.document, place.location.block) if place.location and place.quote else ("", -1)


def _point(rule: str, place: Place) -> str:
    return _hash(f"{rule}\n{same_words(place.quote)}") if place.quote else ""


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
