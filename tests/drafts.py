"""Drafts of a small tender as checked reports, made in this process, for tests of what is carried between drafts."""

from __future__ import annotations

from datetime import date
from functools import cache

from checker.assess import assess
from checker.decisions import decided_of, decision_about, kept, of_templates
from checker.detect import detect
from checker.domain import Choice, Decision, Document, Ledger, Pack, Report, Skipped, Verdict, Versions
from checker.facts.bid import work_of_bid
from checker.facts.derived import stage_of
from checker.facts.named import named_not_given
from checker.ingest.text import blocks_of_text
from checker.pipeline import know, notes_of
from checker.policy import Policy, load_policy
from checker.rulefile import RuleSet, load_rules
from checker.settings import Settings
from checker.standing import folded_of
from checker.summary import journey_of, summary_of

TODAY = date(2026, 6, 1)
INVITATION = """Invitation to tender: window cleaning

Ashby Moor District Council invites tenders for window cleaning worth £40,000 a year for three years.

1. Tenders

1.1 Any incomplete or unsigned tender will be rejected.

1.2 Bidders must have a minimum annual turnover of £500,000.

1.3 Bidders must supply audited accounts for the last three years.

2. Insurance

2.1 Bidders must hold public liability insurance of £10 million at the time of tender.
"""


@cache
def _known() -> tuple[RuleSet, Policy]:
    return load_rules(), load_policy()


def draft(*texts: str | tuple[str, str], settings: Settings | None = None, skipped: tuple[Skipped, ...] = ()) -> Report:
    """A checked report on texts, each with its name (itt.txt unless given)."""
    rules, policy = _known()
    settings = settings or Settings(as_of=TODAY)
    named = [("itt.txt", text) if isinstance(text, str) else text for text in texts]
    documents = tuple(
        Document(name=name, role="unknown", blocks=blocks_of_text(text, name), pages=None, ledger=Ledger())
        for name, text in named
    )
    pack = Pack(name="pack", documents=documents, skipped=skipped)
    clauses, facts = know(pack, settings)
    absent = named_not_given(clauses, pack)
    findings, credits = detect(clauses, facts, absent, rules)
    verdicts = assess(findings, clauses, facts, rules, policy)
    folded = folded_of(clauses, verdicts, settings.templates)
    own = decided_of(settings.decisions, verdicts, clauses, pack, settings.as_of)
    decided = (*own, *of_templates(folded, settings.templates, verdicts, own, settings.as_of))
    return Report(
        made=None, as_of=settings.as_of, stage=settings.stage or stage_of(facts, settings.as_of, None),
        versions=Versions(checker="1", rules="1", policy="1"), pack=pack, clauses=clauses, named_not_given=absent,
        facts=facts, bid=work_of_bid(clauses, facts), verdicts=verdicts, credits=credits,
        rewrites=(), readability=(), journey=journey_of(verdicts, clauses, absent, pack),
        summary=summary_of(verdicts, credits, facts, absent, pack, kept(decided), clauses), notes=notes_of(facts),
        decisions=decided, lots=settings.lots, folded=folded,
    )  # fmt: skip


def finding(report: Report, rule: str) -> Verdict:
    """The first verdict of a rule."""
    return next(verdict for verdict in report.verdicts if verdict.rule_id == rule)


def decide(report: Report, rule: str, choice: Choice, reason: str = "", on: date = TODAY, **more: object) -> Decision:
    """A decision about the first finding of a rule, by a role."""
    return decision_about(
        finding(report, rule), choice, report.decisions, reason=reason, role="Category manager", on=on, **more
    )  # type: ignore[arg-type]


def carried(decisions: list[Decision], *texts: str | tuple[str, str], **more: object) -> Report:
    """A draft to which the decisions on an earlier one are carried."""
    return draft(*texts, settings=Settings(as_of=TODAY, decisions=tuple(decisions)), **more)  # type: ignore[arg-type]
