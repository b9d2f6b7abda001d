"""How strongly a sentence binds: must, should, may, or not said."""

from __future__ import annotations

import re

from checker.domain import Duty, Obligation

_MUST = re.compile(
    r"\b(?:must|shall|(?:is|are|be) (?:also |strictly |further |therefore |only )?"
    r"(?:required|obliged|bound|obligated|compelled)(?: to)?|required to|"
    r"(?:is|are) to(?! (?:be )?(?:see|understand why))|(?<!the )(?<!a )(?<!no )(?<!any )needs? to|has to|have to|"
    r"mandatory|compulsory|obligatory|essential|a (?:pre-?)?condition (?:of|for)|pass ?/ ?fail|pass or fail|"
    r"minimum (?:requirement|standard|score|turnover|level|threshold|of)|no later than|not later than|at the latest|"
    r"without exception|(?:is|are) (?:a )?(?:strict )?requirements?(?: of| for| that)?|requirement (?:to|that|for|of)|"
    r"requires? (?:that|all|the|any|each|every|bidders|tenderers|suppliers|contractors|applicants|providers|you|a|an)|"
    r"(?:will|is|are|being) (?:not )?(?:be )?(?:automatically |immediately )?"
    r"(?:rejected|excluded|disqualified|eliminated|discounted|failed|deemed)|"
    r"will not be (?:considered|accepted|evaluated|opened|scored|assessed|permitted|allowed|entertained|taken|"
    r"entitled|reimbursed|paid|responsible)|(?:cannot|can not|may not) be "
    r"(?:considered|accepted|evaluated|opened|changed|amended|altered)|only [\w ,]{0,60} (?:will|shall|can) be|"
    r"(?:undertakes?|agrees?|covenants?|warrants?) (?:to|that|not)|(?:is|are) (?:\w+ )?(?:liable|responsible) for|"
    r"not permitted|not acceptable|not allowed|prohibited|forbidden|is the (?:sole )?responsibility of|"
    r"(?:bidder|tenderer|supplier|contractor)s?[’']?s?[’']? responsibility to|ensure that|"
    r"will (?:automatically )?(?:result in|lead to|mean) (?:an? "
    r"(?:automatic )?(?:fail|rejection|exclusion|score of (?:0|zero))|"
    r"(?:automatic )?(?:exclusion|rejection|disqualification|elimination)|"
    r"(?:the|a|your|that|their) (?:tender|bid|bidder|proposal|submission|response)s? (?:being|not)|"
    r"that the (?:tender|bid) is not)|(?:is|are) expressly required|by which (?:tenders|bids|responses))\b|"
    r"\(\s*(?:m|mandatory|required)\s*\)",
    re.I,
)
# "will" binds whoever has to perform; of others it is a forecast.
_WILL = re.compile(
    r"\bwill\b(?! be (?:expected|encouraged|advised|invited|entitled|able|given the|notified|"
    r"informed))",
    re.I,
)
_SHOULD = re.compile(
    r"\b(?:should(?! (?:a|an|any|the|you|we|it|there|no|this|either|bidders?|tenderers?|suppliers?) )|ought to|"
    r"(?:is|are|be) (?:strongly |also |normally |generally )?"
    r"(?:expected|encouraged|advised|recommended|urged|requested|asked|preferred|desirable|anticipated)|recommends?|"
    r"encourages?|expects?|desirable|preferabl[ey]|preference|advisable|would (?:expect|like|prefer|welcome)|"
    r"wherever possible|where possible|ideally|is preferred|favoured)\b",
    re.I,
)
_MAY = re.compile(
    r"\b(?:may|might|can|could|(?:is|are|be) (?:entitled|permitted|allowed|free|welcome|invited|able) to|"
    r"reserves? the right|reserves? (?:its|their|our) right|at (?:its|their|our|"
    r"the \w+[’']s) (?:sole |absolute )*discretion|"
    r"optional|(?:has|have|retains?|with) the (?:right|option) to|not obliged|option to)\b",
    re.I,
)
# Words of the lists above that bind nobody here.
_IDLE = re.compile(
    r"\b(?:(?:as|if|when|where|may be|might be|could be|whenever|should be|not be|information|services|goods|works|"
    r"no longer|otherwise|reasonably|level|documents?) required|the required|"
    r"required (?:by|under|information|documents?|level|services|standard|in|for)|"
    r"(?:as|that|which|who|what|whatever|whichever|costs|losses|it|they) "
    r"(?:it |they |we |you )?(?:may|might|can|could)(?! (?:be (?:rejected|excluded|disqualified)|lead|result))|"
    r"please note|may be required to|might be required to|(?:if|as) (?:is )?necessary|as (?:the case )?may be|"
    r"may 20\d\d|\d{1,2}(?:st|nd|rd|th)? may)\b",
    re.I,
)
_DATE_MAY = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?May\b|May (?:19|20)\d\d|(?:in|by|of|from|until|"
    r"since) May\b)"
)
_IMPERATIVE = re.compile(
    r"^\W*(?:please (?!note|be aware|contact|refer|see\b|find|do not hesitate)(?:\w+)|"
    r"(?:provide|state|describe|confirm|complete|submit|give|detail|explain|list|attach|enclose|supply|set out|"
    r"outline|demonstrate|indicate|include|specify|return|sign|tick|insert|enter|upload|identify|summarise|ensure|"
    r"do not|answer|use|send|price|tell us|show)\b(?! (?:of|for|is|are|and|by|to)\b))",
    re.I,
)


def obligation_of(text: str, lead_in: str = "", duty: Duty = "unstated") -> Obligation:
    """The strongest of must, should and may that a sentence says, or that its lead-in says for it."""
    own = _said(text, duty)
    if own != "unstated" or not lead_in:
        return own
    return _said(lead_in, duty)


def is_imperative(text: str) -> bool:
    """Whether a sentence tells its reader to do something: "Please provide …", "Describe how …"."""
    return bool(_IMPERATIVE.match(text))


def _said(text: str, duty: Duty) -> Obligation:
    if "May" in text:
        text = _DATE_MAY.sub("date", text)
    weak = "may" if re.search(r"\b(?:may|might) be required", text, re.I) else None
    clean = _IDLE.sub("…", text)
    if _MUST.search(clean) or is_imperative(clean) or (duty == "bidder" and _WILL.search(clean)):
        return "must"
    if _SHOULD.search(clean):
        return "should"
    return "may" if weak or _MAY.search(clean) else "unstated"
