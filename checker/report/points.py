"""A verdict laid out for a reader: the words of one point on the page, nothing left to decide in a template."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from checker.domain import Place, Report, Rewrite, Source, Verdict
from checker.report import labels, words
from checker.report.as_json import why_no_rewrite
from checker.report.law_in_words import in_words
from checker.report.words import listing, sentence, uk_date

_LONGEST_QUOTE = 700  # characters; beyond it the words around the match are shown, and report.json holds them all
_AROUND = 300
_ADVICE = {
    "replace": "Write this instead",
    "delete": "Take this out",
    "insert": "Add this",
    "ask": "Ask this first",
}


@dataclass(frozen=True, slots=True)
class Quote:
    """The exact words in three parts, so that the middle can be marked."""

    before: str
    match: str
    after: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Where words stand, and the words."""

    where: str
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Advice:
    """What to write instead. `kind` is a RewriteKind, or "none" with the reason in `text`."""

    kind: str
    label: str
    text: str
    struck: str = ""  # words to take out, shown struck through
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cite:
    """One citation, its address ("" where none may be linked) and what it says in words ("" where we have none)."""

    text: str
    address: str
    says: str


@dataclass(frozen=True, slots=True)
class Law:
    """One plain label and what is cited under it."""

    label: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """Everything a page shows of one finding."""

    number: int
    anchor: str
    heading: str
    kind: str  # Barrier, Mistake, Question …
    severity: str  # the code, which picks shape and colour
    severity_word: str
    step: str
    certainty: str
    owner: str
    owner_short: str
    because: str
    where: str
    place: str  # the same in few words
    quote: Quote | None
    others: tuple[Passage, ...]
    also: str  # the further places in words
    contradiction: bool  # makes no sense without its other half, which is then shown unfolded
    absent: str
    advice: Advice
    why: str
    laws: tuple[Law, ...]
    today: str
    reference: str


def as_points(verdicts: Sequence[Verdict], report: Report) -> dict[str, Point]:
    """Points by finding id, numbered from 1 in the order given. A duty that many cite is put in words once."""
    found: dict[str, Point] = {}
    told: dict[str, int] = {}  # citation of a duty -> number of the point that has its words
    for index, verdict in enumerate(verdicts, start=1):
        point = _point(index, verdict, report)
        found[verdict.finding.id] = replace(point, laws=tuple(_once(law, index, told) for law in point.laws))
    return found


def _once(law: Law, index: int, told: dict[str, int]) -> Law:
    if law.label != labels.FORCE["duty"]:
        return law
    cites = (
        cite
        if told.setdefault(cite.text, index) == index
        else replace(cite, says=f"In words: see point {told[cite.text]}.")
        for cite in law.cites
    )
    return replace(law, cites=tuple(cites))


def _point(index: int, verdict: Verdict, report: Report) -> Point:
    finding = verdict.finding
    question = verdict.outcome == "review"
    return Point(
        number=index,
        anchor=f"point-{index}",
        heading=verdict.message or verdict.title or f"Point {index}",
        kind="Question" if question else labels.CHAPTER[verdict.chapter],
        severity="question" if question else verdict.severity,
        severity_word="Question" if question else labels.SEVERITY[verdict.severity],
        step=labels.STEP[verdict.step],
        certainty=labels.CERTAINTY[verdict.certainty],
        owner=labels.owners(report.facts.value("buyer"))[verdict.owner],
        owner_short=labels.short_owners(report.facts.value("buyer"))[verdict.owner],
        because=sentence(verdict.because),
        where=where((finding.place,)),
        place=_short_place(finding.place),
        quote=cut(finding.place),
        others=tuple(Passage(where((place,)), cut(place)) for place in finding.places if place.quote),
        also=where(finding.places),
        contradiction=verdict.chapter == "mistakes",
        absent=_absent(verdict, report),
        advice=_advice(report.rewrite_of(finding.id), verdict, report),
        why=sentence(verdict.why),
        laws=_laws(verdict),
        today=sentence(verdict.today),
        reference=f"{finding.id} ({verdict.rule_id})",
    )


def cut(place: Place) -> Quote | None:
    """The quote around its match; None for something the pack fails to say."""
    if not place.quote.strip():
        return None
    at = place.quote.find(place.match) if place.match else -1
    if at < 0:
        return _window(Quote(place.quote, "", ""))
    start, end = whole_words(place.quote, at, at + len(place.match))
    return _window(Quote(place.quote[:start], place.quote[start:end], place.quote[end:]))


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The span widened so that it cuts no word, and without spaces at its ends."""
    while start and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip()), end - (len(inner) - len(inner.rstrip()))


def _window(quote: Quote) -> Quote:
    if len(quote.before) + len(quote.match) + len(quote.after) <= _LONGEST_QUOTE:
        return quote
    if not quote.match:
        return Quote(f"{quote.before[:_LONGEST_QUOTE]} […]", "", "")
    before = quote.before if len(quote.before) <= _AROUND else f"[…] {quote.before[-_AROUND:]}"
    after = quote.after if len(quote.after) <= _AROUND else f"{quote.after[:_AROUND]} […]"
    return Quote(before, quote.match, after)


def where(places: Sequence[Place]) -> str:
    """itt.pdf, pages 4, 6 and 12, clause 3.2; documents in the order they come."""
    located = [place for place in places if place.location]
    names = dict.fromkeys(place.location.document for place in located if place.location)
    return "; ".join(
        _within(name, [p for p in located if p.location and p.location.document == name]) for name in names
    )


def _short_place(place: Place) -> str:
    """Clause or page; the document's name where there is neither."""
    if place.clause and not words.is_row(place.clause):
        return words.clauses([place.clause])
    if place.location and place.location.page is not None:
        return f"page {place.location.page}"
    return place.location.document if place.location else ""


def _within(document: str, places: Sequence[Place]) -> str:
    pages = sorted({place.location.page for place in places if place.location and place.location.page is not None})
    clauses = list(dict.fromkeys(place.clause for place in places if place.clause))
    parts = [document or "a document without a name"]
    if pages:
        parts.append(f"{'page' if len(pages) == 1 else 'pages'} {listing([str(page) for page in pages])}")
    if clauses:
        parts.append(words.clauses(clauses))
    headings = next((place.headings for place in places if place.headings), ())
    if headings and clauses and words.is_row(clauses[0]):
        parts.insert(-1, f"sheet “{headings[0]}”")
    elif headings and not clauses:
        parts.append(f"under “{headings[-1]}”")
    return ", ".join(parts)


def _absent(verdict: Verdict, report: Report) -> str:
    """Where something missing was looked for, and that it may be in what was not seen."""
    finding = verdict.finding
    if finding.place.quote.strip():
        return ""
    if not finding.looked_in:
        return f"This is about {finding.document or 'the pack'} as a whole, not about one passage."
    unseen = report.pack.skipped or report.named_not_given
    hedge = " It may be in a document that we were not given or could not read." if unseen else ""
    return f"We looked in {listing(finding.looked_in)} and did not find it.{hedge}"


def _advice(rewrite: Rewrite | None, verdict: Verdict, report: Report) -> Advice:
    if rewrite is None:
        return Advice("none", "What to do", why_no_rewrite(verdict))
    notes = []
    if rewrite.kind == "ask":
        notes.append(f"Who can usually answer: {labels.owners(report.facts.value('buyer'))[verdict.owner]}.")
    if "[" in rewrite.text:
        notes.append("Fill in what stands in [square brackets].")
    if rewrite.belongs:
        notes.append(f"Put it {rewrite.belongs}.")
    struck = verdict.finding.place.match or verdict.finding.place.quote if rewrite.kind == "delete" else ""
    text = "" if rewrite.text.strip() == struck.strip() else rewrite.text
    return Advice(rewrite.kind, _ADVICE[rewrite.kind], text, struck, tuple(notes))


def _laws(verdict: Verdict) -> tuple[Law, ...]:
    """The verdict's own label first, then those of its sources, strongest first."""
    forces = [force for force in labels.FORCE if any(source.force == force for source in verdict.sources)]
    if verdict.force not in forces:
        forces.insert(0, verdict.force)
    forces.sort(key=lambda force: force != verdict.force)
    return tuple(
        Law(labels.FORCE[force], tuple(_cite(source) for source in verdict.sources if source.force == force))
        for force in forces
    )


def _cite(source: Source) -> Cite:
    return Cite(source.cite or source.url, safe_address(source.url), in_words(source.cite))


def cited(report: Report) -> tuple[tuple[str, str, str], ...]:
    """Every source on the page once: citation, address and the date it was last checked."""
    sources = [(_cite(source), source.checked) for verdict in report.verdicts for source in verdict.sources]
    return tuple(sorted({(cite.text, cite.address, uk_date(checked)) for cite, checked in sources}))


def run_on(parts: Sequence[str]) -> str:
    """Citations in a row: a semicolon between them, a space alone after one that ends with its words."""
    return "; ".join(parts).replace(".; ", ". ")


def safe_address(url: str) -> str:
    """The address when it is one of the Government's own (https, under gov.uk); else nothing is linked."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return ""
    trusted = parts.scheme == "https" and (host == "gov.uk" or host.endswith(".gov.uk"))
    return url if trusted else ""
