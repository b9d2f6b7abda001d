"""report.json: the whole report as data, keys in the order of the contract, exact words kept."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from checker.domain import (
    Bid,
    Credit,
    Decided,
    Document,
    Fact,
    Finding,
    Location,
    Named,
    Place,
    Readability,
    Report,
    Rewrite,
    Source,
    Summary,
    Verdict,
)

FORMAT = 1  # rises when a key changes meaning
_UNPAIRED = re.compile("[\ud800-\udfff]")


def as_json(report: Report) -> bytes:
    """The report as UTF-8 JSON with a line end; the same report always gives the same bytes."""
    text = json.dumps(as_dict(report), ensure_ascii=False, indent=2, allow_nan=False)
    # Half of a surrogate pair has no UTF-8; JSON's own escape keeps it exactly.
    return (_UNPAIRED.sub(lambda found: f"\\u{ord(found.group()):04x}", text) + "\n").encode("utf-8")


def as_dict(report: Report) -> dict[str, Any]:
    """The report as plain dictionaries and lists, as the contract and `report.schema.json` have it."""
    made = {"made": report.made} if report.made is not None else {}
    return {
        "format": FORMAT,
        **made,
        "as_of": report.as_of.isoformat(),
        "stage": report.stage,
        **({"keep_until": report.keep_until.isoformat()} if report.keep_until else {}),
        "versions": {
            "checker": report.versions.checker,
            "rules": report.versions.rules,
            "model": report.versions.model,
            "policy": report.versions.policy,
        },
        "pack": _pack(report),
        "facts": [fact_as_dict(fact) for fact in report.facts.all],
        "bid": _bid(report.bid),
        "findings": [_finding(verdict, report) for verdict in in_order(report)],
        "credits": [_credit(credit) for credit in report.credits],
        "readability": {"documents": [_readability(row) for row in report.readability]},
        "decisions": [_decided(decided) for decided in report.decisions],
        **_recorded(report),
        "journey": [{"step": s.step, "state": s.state, "findings": list(s.findings)} for s in report.journey],
        "summary": _summary(report.summary),
    }


def in_order(report: Report) -> tuple[Verdict, ...]:
    """The verdicts by document (in the pack's order; without a place last), place and rule."""
    return tuple(sorted(report.verdicts, key=_place_order(report)))


def _place_order(report: Report) -> Callable[[Verdict], tuple[int, int, int, str, str]]:
    documents = {document.name: index for index, document in enumerate(report.pack.documents)}

    def key(verdict: Verdict) -> tuple[int, int, int, str, str]:
        place = verdict.finding.place.location
        if place is None:
            return len(documents) + 1, 0, 0, verdict.rule_id, verdict.finding.id
        at = documents.get(place.document, len(documents))
        return at, place.block, place.start, verdict.rule_id, verdict.finding.id

    return key


def _pack(report: Report) -> dict[str, Any]:
    return {
        "name": report.pack.name,
        "documents": [_document(document) for document in report.pack.documents],
        "skipped": [{"name": s.name, "kind": s.kind, "reason": s.reason} for s in report.pack.skipped],
        "named_not_given": [_named(named) for named in report.named_not_given],
    }


def _document(document: Document) -> dict[str, Any]:
    ledger = document.ledger
    return {
        "name": document.name,
        "role": document.role,
        "pages": document.pages,
        "words": document.words,
        "read": document.read,
        "warnings": [*document.warnings, *([document.not_a_tender] if document.not_a_tender else [])],
        "ledger": {
            "pages_declared": ledger.pages_declared,
            "pages_read": ledger.pages_read,
            "characters_read": ledger.characters_read,
            "characters_placed": ledger.characters_placed,
            "parts_present": ledger.parts_present,
            "parts_read": ledger.parts_read,
            "gaps": [{"where": gap.where, "reason": gap.reason} for gap in ledger.gaps],
        },
    }


def _named(named: Named) -> dict[str, Any]:
    return {
        "name": named.name,
        "document": named.location.document,
        "page": named.location.page,
        "quote": named.quote,
    }


def _where(location: Location | None, clause: str | None) -> dict[str, Any]:
    return {
        "document": location.document if location else "",
        "page": location.page if location else None,
        "clause": clause,
    }


def fact_as_dict(fact: Fact) -> dict[str, Any]:
    """One fact with the keys of the report contract."""
    return {
        "name": fact.name,
        "value": fact.value,
        "unit": fact.unit,
        "lot": fact.lot,
        "status": fact.status,
        **_where(fact.location, fact.clause),
        "quote": fact.quote,
        "how": fact.how,
    }


def _bid(bid: Bid) -> dict[str, Any]:
    low, high = bid.hours or (None, None)
    return {
        "returnables": [{"name": r.name, "kind": r.kind, **_where(r.location, r.clause)} for r in bid.returnables],
        "questions": bid.questions,
        "words_asked": bid.words_asked,
        "pages_asked": bid.pages_asked,
        "hours": {"low": low, "high": high, "how": bid.how},
    }


def _place(place: Place) -> dict[str, Any]:
    return {**_where(place.location, place.clause), "quote": place.quote}


def _finding(verdict: Verdict, report: Report) -> dict[str, Any]:
    finding = verdict.finding
    return {
        "id": finding.id,
        "rule": verdict.rule_id,
        "catalogue": verdict.catalogue,
        "theme": verdict.theme,
        "chapter": verdict.chapter,
        "step": verdict.step,
        "severity": verdict.severity,
        "force": verdict.force,
        "outcome": verdict.outcome,
        "certainty": verdict.certainty,
        "confidence": finding.confidence,
        "detectors": list(finding.detectors),
        "owner": verdict.owner,
        **_place(finding.place),
        "places": [_place(place) for place in finding.places],
        "message": verdict.message,
        "because": verdict.because,
        "why": verdict.why,
        "sources": [_source(source) for source in verdict.sources],
        **_rewrite(report.rewrite_of(finding.id), verdict),
        **_plainer(finding, report),
    }


def _source(source: Source) -> dict[str, Any]:
    return {"cite": source.cite, "url": source.url, "force": source.force}


def _rewrite(rewrite: Rewrite | None, verdict: Verdict) -> dict[str, Any]:
    if rewrite is None:
        return {"rewrite": None, "no_rewrite": why_no_rewrite(verdict)}
    return {"rewrite": _words(rewrite)}


def _words(rewrite: Rewrite) -> dict[str, Any]:
    """A rewrite without the keys that say nothing of it."""
    further = {
        "start": rewrite.start,
        "end": rewrite.end,
        "belongs": rewrite.belongs or None,
        "who": rewrite.who,
        "sentence_words": {"before": rewrite.ease[0], "after": rewrite.ease[1]} if rewrite.ease else None,
        "note": rewrite.note or None,
    }
    said = {key: value for key, value in further.items() if value is not None}
    return {"kind": rewrite.kind, "text": rewrite.text, "checked": rewrite.checked} | said


def _plainer(finding: Finding, report: Report) -> dict[str, Any]:
    """Plainer versions of the sentences at further places; no key where there are none."""
    found = [rewrite for rewrite in report.rewrites if rewrite.finding_id == finding.id and rewrite.place]
    made = [{**_place(finding.places[rewrite.place - 1]), "rewrite": _words(rewrite)} for rewrite in found]
    return {"plainer": made} if made else {}


def why_no_rewrite(verdict: Verdict) -> str:
    """One sentence: why no wording is offered for this finding."""
    if verdict.outcome == "review":
        return "This is a question: what to write depends on the answer."
    if verdict.chapter == "file":
        return "The file has to change, not its words."
    return "No wording is offered here: what to write depends on facts that only you have."


def _credit(credit: Credit) -> dict[str, Any]:
    return {
        "rule": credit.rule_id,
        "catalogue": credit.catalogue,
        "document": credit.place.location.document if credit.place.location else "",
        "page": credit.place.location.page if credit.place.location else None,
        "quote": credit.place.quote,
        "message": credit.message,
    }


def _readability(row: Readability) -> dict[str, Any]:
    return {name: getattr(row, name) for name in Readability.__slots__}


def _decided(decided: Decided) -> dict[str, Any]:
    decision = decided.decision
    return {
        "finding": decided.finding or decision.finding,
        "decision": decision.decision,
        "reason": decision.reason,
        "role": decision.role,
        "on": decision.on.isoformat(),
        "until": decision.until.isoformat() if decision.until else None,
        "fate": decided.fate,
        "rule": decision.rule,
        "document": decision.document,
        "clause": decision.clause,
        "quote": decision.quote,
        "quote_now": decided.now.quote if decided.now else None,
        "template": decided.template or None,
    }


def _recorded(report: Report) -> dict[str, Any]:
    """What only some reports have: a recorded view of lots, and findings in standing templates."""
    recorded: dict[str, Any] = {}
    if report.lots:
        recorded["lots_view"] = {
            "reason": report.lots.reason, "role": report.lots.role, "on": report.lots.on.isoformat()
        }  # fmt: skip
    if report.folded:
        recorded["standing"] = [
            {
                "template": fold.template,
                "owner": fold.owner,
                "findings": list(fold.findings),
                "unseen": list(fold.unseen),
            }
            for fold in report.folded
        ]
    return recorded


def _summary(summary: Summary) -> dict[str, Any]:
    barriers = dict(summary.barriers)
    low, high = summary.score or (None, None)
    low_after, high_after = summary.after_reasons or (low, high)
    return {
        "barriers": {severity: barriers.get(severity, 0) for severity in ("critical", "high", "medium", "low")},
        "mistakes": summary.mistakes,
        "review": summary.review,
        "credits": summary.credits,
        "score": {
            "low": low,
            "high": high,
            "after_reasons": {"low": low_after, "high": high_after},
            "withheld": summary.withheld,
        },
    }
