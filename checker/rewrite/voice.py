"""How a passage speaks: its words for bidder, buyer and supplier, its person, and texts put into the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from checker.domain import Clause, Verdict

BIDDERS = ("tenderer", "bidder", "supplier", "applicant", "candidate", "contractor", "provider", "consultant")
_ONLY_BIDDING = ("tenderer", "bidder", "applicant", "candidate")
_COMMON = 5  # uses that make a word a pack's own
_BIDDER = re.compile(
    r"(?:(?<![\w-])(?P<other>sub-?|(?:appointed|successful|winning|preferred|chosen|selected|present|current|existing|"
    r"incumbent|main|incoming|outgoing|other) ))?(?<!\w)"
    r"(?P<word>tenderer|bidder|supplier|applicant|candidate|contractor|provider|consultant)s?\b",
    re.IGNORECASE,
)
_SMALL = re.compile(r"\b(?i:the) (supplier|contractor|provider|consultant|seller|vendor)\b")
_SUPPLIER = re.compile(r"\b(?i:the) ((?:Service )?(?:Supplier|Contractor|Provider|Consultant|Seller|Vendor|Company))\b")
_BODY = (
    "Authority|Council|Trust|Client|Employer|Buyer|Customer|Purchaser|University|College|School|Board|Commissioner|"
    "Association|Force|Department|Ministry|Agency|Institution|Charity|Foundation|Museum|Partnership|Landlord|Academy"
)
_BUYER = re.compile(rf"\b(?i:the) ((?:[A-Z][a-z]+ ){{0,3}}(?:{_BODY}))\b")
_SHORT = re.compile(
    r"(?<!\bthe )(?<!\bThe )\b([A-Z][A-Za-z]?[A-Z]{1,4}|[A-Z][a-z][A-Z])"
    r"(?:[’']s\b| (?:may|will|shall|reserves?|has|is|intends|requires|invites|cannot|does|expects|and any)\b)"
)
_WITH_ARTICLE = re.compile(
    r"\b(?i:the) ([A-Z]{3,5})(?: (?:reserves?|invites|intends|expects|wishes|shall not be|is (?:unable|not bound))\b|"
    r"[’']s\b)"
)
_NO_BODY = frozenset(
    ("ITT", "RFP", "RFQ", "PQQ", "SQ", "TUPE", "VAT", "IT", "ISO", "GDPR", "SME", "SMEs", "NOT", "KPI")
)
_OTHER_BODIES = frozenset(("Information Commissioner", "European Commission", "Secretary of State"))
_YOU = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_WE = re.compile(r"\b(?:we|us|our|ours)\b", re.IGNORECASE)
_SHOULD = re.compile(r"\b(?:should|may be|might|asked|invited|encouraged|requested)\b", re.IGNORECASE)
_CHOICE = re.compile(r"\{((?:[^{}|/]|\{\w+\})*)([|/])((?:[^{}]|\{\w+\})*)\}")


@dataclass(frozen=True, slots=True)
class Voice:
    """How a passage speaks: to "you" or of tenderers, as "we" or as a named buyer."""

    bidder: str = "bidder"
    you: bool = False
    we: bool = True
    buyer: str = "the Authority"
    supplier: str = "the Supplier"
    must: str = "must"

    def values(self) -> dict[str, str]:
        """What the gaps {bidders}, {we}, {supplier} … of a template stand for."""
        named = self.buyer + ("’" if self.buyer.endswith("s") else "’s")
        words = {
            "bidder": self.bidder,
            "bidders": self.bidder + "s",
            "we": "we" if self.we else self.buyer,
            "us": "us" if self.we else self.buyer,
            "our": "our" if self.we else named,
            "buyer": self.buyer,
            "supplier": self.supplier,
            "must": self.must,
        }
        return words | {word.capitalize(): _capital(text) for word, text in words.items()}


@dataclass(slots=True)
class Habits:
    """How one document speaks, counted."""

    bidders: Counter[str] = field(default_factory=Counter)
    buyers: Counter[str] = field(default_factory=Counter)
    suppliers: Counter[str] = field(default_factory=Counter)
    small: Counter[str] = field(default_factory=Counter)  # words for the supplier without a capital
    capitals: Counter[str] = field(default_factory=Counter)  # of bidders, those with a capital inside a sentence
    you: int = 0
    we: int = 0


def habits(clauses: Iterable[Clause], buyer: str = "") -> Habits:
    """The words that these clauses use for bidder, supplier and buyer; `buyer`: its full name, where it is known."""
    found = Habits()
    for clause in clauses:
        text = clause.text
        if clause.role != "terms":
            named = [match for match in _BIDDER.finditer(text) if not match["other"]]
            words = [match["word"].lower() for match in named]
            found.bidders.update(words)
            found.capitals.update(
                word for word, match in zip(words, named, strict=True) if match.start() and match["word"].istitle()
            )
            found.you += len(_YOU.findall(text))
            found.we += len(_WE.findall(text))
        found.suppliers.update(match[1] for match in _SUPPLIER.finditer(text))
        found.small.update(match[1] for match in _SMALL.finditer(text))
        found.buyers.update(buyers_in(text))
        if buyer:
            found.buyers.update(re.findall(rf"\b(?:the )?{re.escape(buyer)}\b", text))
    return found


def buyers_in(text: str) -> tuple[str, ...]:
    """The names that a text gives the buyer, each as it reads inside a sentence."""
    bodies = [f"the {match[1]}" for match in _BUYER.finditer(text) if match[1] not in _OTHER_BODIES]
    named = tuple(f"the {match[1]}" for match in _WITH_ARTICLE.finditer(text) if match[1] not in _NO_BODY)
    return (*bodies, *named, *(match[1] for match in _SHORT.finditer(text) if match[1] not in _NO_BODY))


def usual_bidder(clauses: Iterable[Clause]) -> str:
    """The pack's word for those who bid; one that can mean the winner too only where no other is common."""
    counts = habits(clauses).bidders
    most = max(BIDDERS, key=lambda word: counts[word])
    bidding = max(_ONLY_BIDDING, key=lambda word: counts[word])
    return bidding if counts[bidding] >= max(_COMMON, counts[most] // 10) else most


def voice_of(verdict: Verdict, clause: Clause | None, document: Habits, usual: str) -> Voice:
    """How the verdict's passage speaks: by its own words, else by its clause, else by its document."""
    quote = verdict.finding.place.quote
    near = clause.text if clause else ""
    terms = clause is not None and clause.role == "terms"
    buyer = next((names[0] for names in (buyers_in(quote), buyers_in(near)) if names), None)
    most = document.buyers.most_common(1)
    titled = document.capitals[usual] * 2 >= document.bidders[usual] > 0
    return Voice(
        bidder=_bidder(quote, usual.capitalize() if titled else usual),
        you=_speaks(quote, near, _YOU, _BIDDER, document.you > sum(document.bidders.values()) and not terms),
        we=_speaks(quote, near, _WE, None if buyer is None else _BUYER, document.we > 0 and not terms and not most),
        buyer=buyer or (most[0][0] if most else "the Authority"),
        supplier=f"the {_supplier(quote, near, document)}",
        must="should" if _SHOULD.search(quote) else "must",
    )


def _bidder(quote: str, usual: str) -> str:
    """The passage's own word; the pack's where that is one for bidders alone and the passage's may mean the winner."""
    sure = usual.lower() in _ONLY_BIDDING
    named = [m for m in _BIDDER.finditer(quote) if not m["other"] and not (sure and _may_be_the_winner(m, quote))]
    found = next((match for match in named if match.start()), named[0] if named else None)
    if found is None:
        return usual
    word = found["word"]
    return word if found.start() and word.istitle() else word.lower()


def _may_be_the_winner(found: re.Match[str], quote: str) -> bool:
    """Whether it is one firm with an article ("the contractor"), in a word that is not for bidders alone."""
    one = not found[0].lower().endswith("s") and found["word"].lower() not in _ONLY_BIDDING
    return one and quote[: found.start()].lower().endswith(("the ", "its ", "our "))


def _supplier(quote: str, near: str, document: Habits) -> str:
    """The word for the winner, with or without a capital as the document writes it."""
    found = _SUPPLIER.search(quote) or _SUPPLIER.search(near)
    if found:
        return found[1]
    small = _SMALL.search(quote) or _SMALL.search(near)
    if small and document.small[small[1]] > document.suppliers[small[1].capitalize()]:
        return small[1]
    usual = max(
        (*document.suppliers.most_common(1), *document.small.most_common(1)), key=lambda pair: pair[1], default=None
    )
    return usual[0] if usual else "Supplier"


def _speaks(quote: str, near: str, yes: re.Pattern[str], no: re.Pattern[str] | None, usual: bool) -> bool:
    for text in (quote, near):
        if yes.search(text):
            return True
        if no and (no.search(text) or (no is _BUYER and buyers_in(text))):
            return False
    return usual


def spoken_as(template: str, voice: Voice) -> str:
    """The template with {to you|of bidders} and {as we/as a named buyer} settled; other gaps stay."""

    def pick(found: re.Match[str]) -> str:
        first = voice.you if found[2] == "|" else voice.we
        return found[1] if first else found[3]

    return _CHOICE.sub(pick, template)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
