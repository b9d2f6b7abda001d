"""The whole flow of a check, on one screen: ingest, structure, facts, detect, assess, rewrite, report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from checker import __version__
from checker.assess import assess, undisputed
from checker.decisions import decided_of, kept, of_templates
from checker.detect import detect
from checker.domain import SEVERITIES, Access, Clause, Facts, Pack, Report, Severity, Verdict, Versions
from checker.facts import find_facts
from checker.facts.bid import work_of_bid
from checker.facts.dangling import dangling
from checker.facts.derived import derive, stage_of
from checker.facts.law import apply_law
from checker.facts.named import named_not_given
from checker.ingest import read_pack
from checker.ingest.text import read_text
from checker.model import load_model
from checker.policy import Policy
from checker.readability import readability_of
from checker.rewrite import Prove, rewrite
from checker.rulefile import RuleSet
from checker.settings import Settings
from checker.standing import folded_of
from checker.structure import clauses_of, find_clauses
from checker.summary import journey_of, summary_of

Progress = Callable[[str], None]


def check_pack(
    path: Path, rules: RuleSet, policy: Policy, settings: Settings, progress: Progress = lambda _: None
) -> Report:
    """A finished report on the file or folder at `path`; what could not be read is in it, with the reason."""
    pack = read_pack(path, password=settings.password, progress=progress, limits=settings.limits)
    return check_read(pack, rules, policy, settings, progress)


def check_read(
    pack: Pack, rules: RuleSet, policy: Policy, settings: Settings, progress: Progress = lambda _: None
) -> Report:
    """A finished report on a pack that was read before."""
    progress("Finding clauses and facts")
    clauses, facts = know(pack, settings)
    named = named_not_given(clauses, pack)
    progress("Looking for barriers")
    model = None if settings.rules_only else load_model()
    findings, credits = detect(clauses, facts, named, rules, model, access_of(pack))
    verdicts = assess(findings, clauses, facts, rules, policy)
    credits = undisputed(credits, verdicts)
    rewrites = rewrite(verdicts, clauses, facts, rules, prover(clauses, facts, rules, policy), policy)
    folded = folded_of(clauses, verdicts, settings.templates)
    own = decided_of(settings.decisions, verdicts, clauses, pack, settings.as_of)
    decided = (*own, *of_templates(folded, settings.templates, verdicts, own, settings.as_of))
    stage = settings.stage or stage_of(facts, settings.as_of, None)
    return Report(
        made=settings.made,
        as_of=settings.as_of,
        stage=stage,
        versions=Versions(
            checker=__version__, rules=rules.digest, policy=policy.digest, model=model.version if model else ""
        ),
        pack=pack,
        clauses=clauses,
        named_not_given=named,
        facts=facts,
        bid=work_of_bid(clauses, facts),
        verdicts=verdicts,
        credits=credits,
        rewrites=rewrites,
        readability=readability_of(clauses),
        journey=journey_of(verdicts, clauses, named, pack),
        summary=summary_of(verdicts, credits, facts, named, pack, kept(decided), clauses),
        notes=notes_of(facts),
        decisions=decided,
        lots=settings.lots,
        folded=folded,
        keep_until=settings.as_of + timedelta(days=settings.keep_days) if stage in ("plan", "draft") else None,
    )


def know(pack: Pack, settings: Settings) -> tuple[tuple[Clause, ...], Facts]:
    """The clauses of a pack's tender documents and everything known of the tender: stated, given and worked out."""
    tenders = replace(pack, documents=tuple(d for d in pack.documents if d.not_a_tender is None))
    clauses = find_clauses(tenders)
    stated = find_facts(clauses, dict(settings.given))
    facts = derive(apply_law(stated, clauses, settings.as_of, settings.stage), settings.as_of)
    return clauses, Facts((*facts.all, *dangling(clauses, pack)))


def access_of(pack: Pack) -> tuple[tuple[str, Access], ...]:
    """What was seen of the accessibility of each tender document, with its name."""
    return tuple((d.name, seen) for d in pack.documents if d.not_a_tender is None for seen in d.access)


def prover(clauses: tuple[Clause, ...], facts: Facts, rules: RuleSet, policy: Policy) -> Prove:
    """A function that puts a text back through all rules of words, in the place of the verdict's passage."""
    wording = rules.only(rule for rule in rules if rule.detect.kind in ("pattern", "phrase") and not rule.is_credit)
    by_place = {s.location: clause for clause in clauses for s in clause.sentences}

    def prove(text: str, verdict: Verdict) -> Severity:
        sentence = verdict.finding.sentence
        home = by_place.get(sentence.location) if sentence else None
        bare = text.replace("[", "").replace("]", "")  # what the officer decides is no blank left by mistake
        read = clauses_of(read_text(bare.encode(), "rewrite"))
        placed = tuple(replace(c, role=home.role, headings=home.headings) if home else c for c in read)
        findings, _ = detect(placed, facts, (), wording)
        raised = [v.severity for v in assess(findings, placed, facts, wording, policy) if v.outcome == "barrier"]
        return min(raised, key=SEVERITIES.index, default="info")

    return prove


def notes_of(facts: Facts) -> tuple[str, ...]:
    """How the law in force and the threshold were worked out: what a reader must know before any finding."""
    names = ("regime", "threshold_band", "jurisdiction", "bound")
    return tuple(fact.how for name in names if (fact := facts.get(name)) and fact.how)
