"""How much harm a point does to a small firm beside others of the same severity: what is to be mended first.

Own judgement, from cold readings of first points on real tenders. First what makes every bid worthless, then what makes
it uncertain, then what shuts firms out or decides the award, then what cannot be priced, then what costs work, last
what is usual and small.
"""

from __future__ import annotations

from checker.domain import Verdict

RUINS, SPOILS, SHUTS_OUT, UNPRICED, COSTS, SMALL = range(6)
_RULES: dict[str, int] = {
    **dict.fromkeys(
        ("clarity.appendix-empty", "clarity.list-empty", "clarity.opposites", "clarity.price-formula-inverted"), RUINS
    ),
    **dict.fromkeys(
        (
            "clarity.amounts-disagree", "clarity.dates-disagree", "clarity.edits-run-together",
            "clarity.number-and-word-differ", "clarity.rivalry-disagrees", "clarity.table-sum",
            "clarity.times-disagree", "clarity.timetable-order", "clarity.weekday-wrong", "clarity.weights-disagree",
            "clarity.weights-sum", "time.below-legal-minimum",
        ),
        SPOILS,
    ),
    **dict.fromkeys(
        (
            "clarity.value-missing", "evaluation.criteria-missing", "evaluation.firm-size-scored",
            "evaluation.locality-scored", "evaluation.pass-marks", "evaluation.price-rounds",
            "evaluation.scoring-guide-missing", "evaluation.selection-at-award", "finance.audited-accounts",
            "finance.test-undefined", "lots.bundled-trades", "policy.worker-status", "process.automatic-rejection",
            "process.paid-system", "time.no-questions", "time.questions-missing", "time.questions-window-short",
            "time.short-for-task",
        ),
        SHUTS_OUT,
    ),
    **dict.fromkeys(
        (
            "clarity.struck-through", "evaluation.panel-judgement", "evaluation.price-dominant",
            "evaluation.scale-without-meaning", "evaluation.social-value-floor", "evaluation.social-value-scale",
            "time.validity-long",
        ),
        COSTS,
    ),
    **dict.fromkeys(
        (
            "clarity.appendix-bare", "clarity.areas-missing", "clarity.consumables-unmeasured",
            "clarity.details-on-request", "clarity.insurance-levels-missing", "clarity.placeholder-left",
            "clarity.terms-blank", "clarity.volumes-missing", "finance.guarantee-or-bond",
        ),
        UNPRICED,
    ),
    **dict.fromkeys(
        (
            "clarity.date-impossible", "clarity.event-two-dates", "clarity.form-two-names", "clarity.left-over",
            "clarity.own-reference", "clarity.reference-broken", "clarity.reference-elsewhere",
            "clarity.reference-leads-nowhere", "clarity.reference-to-itself", "clarity.reference-wrong-way",
            "clarity.return-two-ways", "clarity.staff-transfer-missing", "evaluation.at-discretion",
            "evaluation.criteria-bare", "evaluation.criteria-vague", "evaluation.minimum-unstated",
            "evaluation.preference-unscored", "evaluation.stage-unexplained",
            "experience.consortium-change-restricted", "lots.long-or-closed", "payment.low-interest",
            "policy.modern-slavery", "policy.plan-asked", "policy.policies-stack",
            "process.confidentiality-blocks-partners", "process.duplicate-core-info", "process.no-feedback-promised",
            "process.response-volume", "process.signature-formality", "process.unpaid-work", "risk.information-risk",
            "risk.expenses-approved-twice", "risk.ip-all", "specification.brand-named",
            "specification.british-standard", "specification.cyber-certificate", "specification.fixed-inputs",
            "specification.service-level-tight", "time.change-at-will", "time.mobilisation-short",
            "time.start-at-once", "time.timetable-indicative", "time.validity-open",
        ),
        SMALL,
    ),
}  # fmt: skip
_THEMES = {
    "evaluation": SHUTS_OUT, "experience": SHUTS_OUT, "finance": SHUTS_OUT, "insurance": SHUTS_OUT,
    "payment": UNPRICED, "risk": UNPRICED,
}  # fmt: skip


def harm_of(verdict: Verdict) -> int:
    """0 (makes every bid worthless) to 5 (small); of a rule that is not named here by its chapter or theme."""
    if verdict.chapter == "mistakes":
        return _RULES.get(verdict.rule_id, SPOILS)
    return _RULES.get(verdict.rule_id, _THEMES.get(verdict.theme, COSTS))
