"""The patterns by which a sentence shows whom it binds: verbs, openings of clauses, acts of either side."""

from __future__ import annotations

import re

from checker.structure.words import AUTHORITY, BIDDER, PAPERS, any_of

ADVERBS = r"(?:also|only|not|then|always|normally|therefore|further|fully|at all times|in all cases|each|all|both|,)"
VERB = re.compile(
    r"\b(?:must|shall|will|should|may|can|cannot|would|could|ought|might|(?:is|are|be|was|were)(?= )|has|have|had|"
    r"needs? to|reserves?|undertakes?|agrees?|warrants?|accepts?|acknowledges?|represents|indemnif(?:y|ies)|requires?|"
    r"expects?|intends?|wish(?:es)?|invites?|seeks|wants?|recommends?|encourages?|retains|expressly|does|do|did|aims|"
    r"considers|believes|operates|provides?|pays?|confirms?|certif(?:y|ies)|declares?|offers?|submits?|comprises?)\b",
    re.I,
)
OPENER = re.compile(
    r"\W*(?:if|where|when|should(?= (?:a|an|any|the|you|we|it|there|no|this))|before|after|prior to|subject to|in the "
    r"event|upon|for|in|by|following|unless|as|during|once|without|notwithstanding|at|on|save|except|to|while|whilst|"
    r"until|within|under|from|with|given|having|provided|although|because|since|due to|whenever|wherever|throughout)\b",
    re.I,
)
FILLER = re.compile(
    r"\W*(?:(?:for the avoidance of doubt|in (?:particular|addition)|for (?:clarity|example)|however|therefore|"
    r"please note that|(?:bidders|tenderers|suppliers|you|applicants) (?:should|are (?:advised|asked) to) "
    r"(?:note|be aware) that|it should be noted that|furthermore|accordingly|also|similarly|"
    r"in all (?:cases|circumstances)|additionally)\b,?\s*)+",
    re.I,
)
MAIN_STARTS = re.compile(
    r"\s*(?:and )?(?:then )?(?:the|a|an|any|all|each|every|no|such|this|these|it|they|you|your|we|our|both|neither|"
    r"only|bidders?|tender\w*|suppliers?|contractors?|providers?|applicants?|candidates?|consultants?|organisations?|"
    r"responses?|submissions?|prices?|failure|please|[A-Z]\w+)\b"
)
BEHIND = re.compile(
    r"\b(?:by|from|to|of|for|with|on|against|between|at|under|in|than|if|where|that|which|"
    r"who)\s+(?:(?:the|an?|any|each|all|its|our|your|their|such|one)\s+)?(?:\w+\s+)?$",
    re.I,
)
QUANTITY = re.compile(
    r"\b(?:each|any|all|none|one|both|either|neither|some|most|every|part|behalf) of (?:the |our |"
    r"its )?(?:\w+ )?$",
    re.I,
)
POSSESSED = re.compile(r"[’']s?\s+(\w+(?: \w+)?)")
PERSON = re.compile(
    r"\b(?:representatives?|officers?|staff|managers?|employees?|team|agents?|advis[eo]rs?|panel|"
    r"personnel)\b",
    re.I,
)
RESPONSIBLE = re.compile(
    r"\b(?:(?:sole |full )?responsibility (?:of|lies with|rests with|falls (?:on|to))|(?:borne|met) by|"
    r"incumbent (?:up)?on|a matter for|obligation on) (?:the |any |each |all |our |its )?(?:\w+ ){0,2}?",
    re.I,
)
OWN_RESPONSIBILITY = re.compile(
    r"\b(\w+)(?:[’']s?)? (?:own |sole |entire )*(?:responsibility|expense|risk|own cost)\b", re.I
)
ASKS = re.compile(
    r"\s*(?:also |further |will |only |therefore )*(?:requires?|expects?|requests?|(?<!will )asks?|"
    r"needs (?:a|an|the|all|bidders|suppliers|firms)|wants|encourages?|recommends?|advises?|"
    r"would (?:like|expect|prefer|welcome))\b",
    re.I,
)
BE = (
    rf"(?:must|shall|will|should|may|can|cannot|could|is|are|(?:has|have|needs?|ought|is|"
    rf"are) to)\s+(?:{ADVERBS}\s+)*(?:be|been|being)?\s*(?:{ADVERBS}\s+)*"
)
# What the buyer does to papers and bidders …
BUYER_ACTS = re.compile(
    rf"\s*{BE}(?:\w+ly )?(?:evaluated|assessed|scored|moderated|ranked|awarded|published|paid|appointed|notified|"
    r"informed|contacted|shortlisted|short-listed|debriefed|selected|weighted|reimbursed|issued|circulated|reviewed|"
    r"opened|checked|verified|told|given|advised (?:of|in writing|by)|considered|compared|calculated|"
    r"taken into account|sent a|provided with|treated (?:equally|fairly|alike)|shared|disclosed|allocated|converted|"
    r"ranked|marked (?:out|on|against|by|according|using))\b",
    re.I,
)
# … and what bidders and suppliers do to papers and services.
BIDDER_ACTS = re.compile(
    rf"\s*{BE}(?:\w+ly )?(?:submitted|returned|provided|completed|received|sent|signed|supplied|delivered|e-?mailed|"
    r"uploaded|priced|quoted|held|maintained|included|accompanied|addressed|marked|enclosed|attached|answered|made|"
    r"carried out|performed|undertaken|executed|installed|cleaned|kept|worn|used|employed|trained|insured|obtained|met|"
    r"complied|adhered|followed|observed|raised|directed|reported|rejected|excluded|disqualified|eliminated|deemed|"
    r"accepted|written|typed|limited|removed|stored|repaired|replaced|notified|demonstrated|evidenced|confirmed|stated|"
    r"labelled|placed|posted|registered|worded|bound|fixed|inclusive|exclusive|valid|clearly|in (?:english|writing|"
    r"sterling)|received|by (?:e-?mail|post)|via|through|firm|not considered|dated|lodged|presented|"
    r"entered|inserted)\b",
    re.I,
)
FAILURE = re.compile(
    r"\W*(?:any |a |such )?(?:failure|non-?compliance|attempt|omission|canvassing|collusion|"
    r"no (?:tender|bid|proposal|response|submission))\b",
    re.I,
)
PAPER_FIRST = re.compile(
    rf"\W*(?:(?:all|any|each|the|your|no|every|such|late|completed|additional)\s+){{0,3}}{any_of(PAPERS)}(?![’'-])",
    re.I,
)
AFTER_HEAD = re.compile(r"\b(?:of|in|on|for|by|from|to|that|which|with|at|as)\b", re.I)
ANY_OF = re.compile(r"\b(?:each|any|all|none|one|both|either|part|copies|copy|\d+) of (?:the|your|its|these)?\b", re.I)
# "Bins must be emptied": without a doer it is the supplier who does it, unless the papers themselves are spoken of.
PASSIVE = re.compile(
    r"\s*(?:must|shall|should|(?:is|are|has|have|needs?) to) (?:\w+ly |also |not |only |all )*be \w+", re.I
)
NO_TASK = re.compile(
    r"\b(?:agreements?|contracts?|clauses?|provisions?|terms|conditions|disputes?|payments?|decisions?|awards?|laws?|"
    r"part(?:y|ies)|nothing|headings?|references to|definitions?|liability|variations?|section|document|itt|there)\b",
    re.I,
)
NO_ACT = re.compile(
    r"\s*\w+ (?:to )?(?:not )?be (?:\w+ly )?(?:governed|construed|interpreted|defined|read|regarded|determined|"
    r"effective|understood|noted|borne in mind|possible|able|entitled|seen|taken to mean)\b",
    re.I,
)
REMAIN = re.compile(
    r"\s*(?:must|shall|should|will|may|(?:is|are) to) (?:remain|stay|be (?:kept|held)) (?:open|valid|fixed|firm)\b",
    re.I,
)
BINDING = re.compile(r"\s*(?:must|shall|should|(?:is|are|has|have|needs?|ought) to)\b", re.I)
ATTENTION = re.compile(
    r"\b(?:attention|thought|regard|consideration|heed|wages?|salar(?:y|ies)|subcontractors)\b", re.I
)
FATAL = re.compile(
    rf"\s*{BE}(?:\w+ly )?(?:rejected|excluded|disqualified|eliminated|discounted|set aside|not be|"
    rf"considered|accepted|opened)\b",
    re.I,
)
NEGATIVE = re.compile(r"\s*\w+ not\b|\s*cannot", re.I)
AGENT = re.compile(
    r"\bby (?:the |an? |each |any |all |its |our )?(?:successful |winning |preferred |prospective |"
    r"potential |service )?(\w+(?: \w+)?)",
    re.I,
)
TOLD = re.compile(
    r"\s*(?:must|shall|should|is to|are to|has to) (?:also |immediately )?be (?:\w+ly )?(?:notified|"
    r"informed|told|consulted|indemnified|"
    r"provided with|given|copied|contacted|invoiced|allowed)\b",
    re.I,
)
PAYMENT = re.compile(
    r"\b(?:payments?|contract|framework|award|decision|feedback|amendments?|addend(?:um|a)|"
    r"notice of award)\b",
    re.I,
)
SERVICES = re.compile(
    r"\b(?:services?|works?|goods|deliverables|products?|supplies|deliver(?:y|ies)|waste|repairs|site|"
    r"meals|rooms|areas|uniforms?)\b",
    re.I,
)
END = 60  # characters at the end of a lead-in in which its last subject stands
NEAR = 18  # characters in which an item that has a subject of its own names it
DECLARES = re.compile(
    r"\W*(?:i ?/ ?we\b|i (?:hereby|certify|declare|confirm|agree|undertake)\b|we,? (?:the undersigned|"
    r"(?:also |further )?(?:hereby|certify|declare|offer to)))",
    re.I,
)
PARTY_ACTS = re.compile(rf"\b(?:{'|'.join((*BIDDER, *AUTHORITY))}|we) (?:must|shall|should|will|may)\b", re.I)
WE_BID = re.compile(r"\b(?:i/we|we|our|i|us)\b", re.I)
