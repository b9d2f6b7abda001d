"""Finished reports to lay out: one like a council's pack, one hostile, one of nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from report_builders import CHECKED, NOWHERE, at, document, fact, verdict
from report_full import FULL

from checker.domain import (
    Bid,
    Clause,
    Credit,
    Decided,
    Decision,
    Facts,
    Folded,
    Named,
    Pack,
    Place,
    Readability,
    Report,
    Returnable,
    Rewrite,
    Sentence,
    Skipped,
    Source,
    StepState,
    Summary,
    Versions,
)

EVIL = "<script>alert(1)</script>"
BIDI = "safe\u202etxt.exe\u202c \u2066x\u2069 \u200bzero\u200f nul\u0000 esc\u001b[31m"
LONG = "Zuverlässigkeit" * 60
BREAKS = '"><img src=x onerror=alert(2)>{{ 7*7 }}{% raw %}</style></title>'
_HOSTILE_PLACE = Place(
    clause=EVIL, quote=f"{EVIL}{BIDI} {LONG} {BREAKS} \ud83d", match=BIDI, headings=(EVIL,), location=at(BREAKS, 1, 1)
)

_DECISION = Decision(
    finding="b01", decision="keep", reason=BREAKS, role=EVIL, on=CHECKED, rule="finance.evil", point=EVIL, quote=BIDI
)
HOSTILE = replace(
    FULL,
    clauses=(
        Clause(
            document=BREAKS,
            number=EVIL,
            headings=(EVIL,),
            role="terms",
            lead_in=BIDI,
            location=at(BREAKS, 1, 1),
            sentences=(Sentence(text=EVIL, location=at(BREAKS, 1, 1), kind="row", columns=(EVIL, BREAKS)),),
        ),
    ),
    decisions=(Decided(decision=_DECISION, fate="stale", finding="b01", now=_HOSTILE_PLACE),),
    folded=(Folded(template=EVIL, owner=EVIL, line=BREAKS, findings=("b03",), unseen=("b03",), newer=EVIL),),
    made="not a time",
    pack=Pack(
        name=BREAKS,
        documents=(document(BREAKS, "unknown", 1, 1), document("", "unknown", 0, None, not_a_tender=EVIL)),
        skipped=(Skipped(name=f"{LONG}{BIDI}", kind="hostile", reason=EVIL), Skipped(name="", kind="other", reason="")),
    ),
    named_not_given=(Named(name=EVIL, location=at(BREAKS, None), quote=BIDI),),
    facts=Facts(
        (
            fact("title", f"{EVIL} {BIDI} {LONG}", quote=BREAKS),
            fact("buyer", BREAKS, quote=EVIL),
            fact("submission_deadline", "[insert date]", "date", quote="[insert date]"),
            fact("strange_fact", BREAKS, EVIL, how=EVIL, lot=EVIL),
        )
    ),
    bid=Bid(returnables=(Returnable(name=EVIL, kind="other", clause=BIDI, location=at(BREAKS, None)),), how=EVIL),
    verdicts=(
        verdict(
            "b01",
            "finance.evil",
            _HOSTILE_PLACE,
            places=(_HOSTILE_PLACE,),
            message=EVIL,
            because=BREAKS,
            why=LONG,
            severity="critical",
            today=BIDI,
            sources=(
                Source(cite=EVIL, url="javascript:alert(3)", checked=CHECKED, force="law"),
                Source(cite="", url="https://gov.uk.example.org/", checked=CHECKED, force="policy"),
                Source(cite="", url="https://[broken", checked=CHECKED, force="good"),
            ),
        ),
        verdict("b02", "finance.nothing", NOWHERE, message="", title="", severity="info"),
        verdict("b03", EVIL, _HOSTILE_PLACE, theme=EVIL, message=LONG, severity="low"),
        verdict('b04" onclick="alert(4)', "clarity.evil", _HOSTILE_PLACE, chapter="language", message=BIDI),
    ),
    credits=(Credit(rule_id=EVIL, catalogue=EVIL, place=_HOSTILE_PLACE, message=EVIL),),
    rewrites=(
        Rewrite(finding_id="b01", kind="delete", text=BREAKS, checked=False),
        Rewrite(finding_id="b03", kind="insert", text=f"{EVIL}\n{BIDI}", checked=False),
    ),
    readability=(
        Readability(
            name=EVIL,
            words=0,
            sentences=0,
            mean_sentence_words=0,
            long_sentence_share=0,
            passive_share=0,
            flesch_reading_ease=-40.5,
            flesch_kincaid_grade=0,
            smog=None,
            gunning_fog=0,
        ),
    ),
    journey=(StepState(step="enter", state="likely-to-stop-small-firms", findings=("b01", "gone")),),
    summary=Summary(barriers=(("critical", 1),), mistakes=0, review=0, credits=1, withheld=BREAKS),
    notes=(EVIL, BIDI, ""),
)

EMPTY = Report(
    made=None,
    as_of=date(2026, 11, 23),
    stage="past",
    versions=Versions(checker="", rules="", policy=""),
    pack=Pack(name="", documents=()),
    clauses=(),
    named_not_given=(),
    facts=Facts(),
    bid=Bid(),
    verdicts=(),
    credits=(),
    rewrites=(),
    readability=(),
    journey=(),
    summary=Summary(barriers=(), mistakes=0, review=0, credits=0, withheld="nothing could be read"),
)

LIVE = replace(FULL, stage="live", as_of=date(2026, 12, 20), decisions=(), keep_until=None)
PAST = replace(FULL, stage="past", as_of=date(2027, 6, 1), decisions=(), keep_until=None)

REPORTS = {"full": FULL, "live": LIVE, "past": PAST, "hostile": HOSTILE, "empty": EMPTY}
