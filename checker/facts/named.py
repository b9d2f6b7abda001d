"""Documents that the pack speaks of and does not hold. A false "not given" is an accusation, so doubt means silence.

Ways of naming a document that are read: by label ("Appendix C", "Schedule 5"), by title with words that make it a
separate file ("The Pricing Schedule is issued as a separate document") or keep it elsewhere ("The Conditions may be
seen at the office", "is in preparation"), by file name ("Pricing.xlsx") and
drawings by number ("drawing AB/01"), contract terms behind a link or kept for the winner, policies that bidders are to
follow, standard conditions by number, and appendices without content. A name is left out when a file or heading
of the pack fits it, when it belongs to a law, a standard or another document, or when it is what the bidder sends in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.domain import Clause, Named, Pack, Sentence
from checker.facts.apart_lists import ENTRY, listed_apart
from checker.facts.contents_lists import unkept_entries
from checker.facts.files_named import drawings_in, files_in, titles_apart
from checker.facts.held import held_by
from checker.facts.kept import bare, kept_elsewhere
from checker.facts.labels_named import (
    LAW,
    Known,
    foreign_labels,
    gaps_in_families,
    is_listed,
    labels_in,
    sections_in,
    standard_papers,
)
from checker.facts.left_empty import left_empty
from checker.facts.paper_names import LABEL, Paper, described, titles_of, without_doubles
from checker.facts.policies_named import policies_to_follow
from checker.facts.standing import CONTRACT, standing
from checker.facts.terms_elsewhere import templates_uploaded, terms_elsewhere, terms_in_the_pack

_FEW_TERMS = 300  # words of terms under which a pack that calls its terms attached does not hold them
_WORD = re.compile(r"[^\W\d_]{2}")  # a bare number ("05") names no document
_BIDDERS_OWN = re.compile(
    r"\bas (?:your|their|its) (?:own )?(?:separate )?(?:appendix|annexe?|attachment|enclosure)\b"
    r"|\b(?:your|bidder'?s|tenderer'?s|supplier'?s|applicant'?s) (?:own )?(?:appendix|annexe?|attachment|file)\b"
    r"|\b(?:save|name|label|title|mark|rename)d? (?:it|them|the|your|each|all|as)\b",
    re.IGNORECASE,
)
_ATTACH_YOURSELF = re.compile(
    r"\b(?:attach|append|enclose|include|submit|upload|provide|number)\b[^.;]{0,80}\bas (?:an? )?"
    r"(?:appendix|annexe?|attachment|enclosure|schedule)\b|\b(?:your|their) (?:own )?(?:appendix|annex)",
    re.IGNORECASE,
)


def named_not_given(clauses: tuple[Clause, ...], pack: Pack) -> tuple[Named, ...]:
    """Documents that are part of this tender by its own words and not among its files, each once, as first named.

    `pack` holds all files read and skipped. Nothing is told of a label where a file of the pack was read in part only,
    unless the words make it a separate file. The name has the pack's own title: "Annex 2 (Pricing Approach)".
    """
    placed = [(s, c.headings) for c in clauses for s in c.sentences if s.voice in ("plain", "definition")]
    sentences = [sentence for sentence, _ in placed]
    known = _known(clauses, sentences, pack)
    papers = [
        paper
        for sentence, headings in placed
        for paper in _named_in(sentence, headings, known)
        if _WORD.search(paper.name)
    ]
    papers.extend(standard_papers(sentences, known))
    found = {paper.key: paper for paper in reversed(papers)}
    once = without_doubles(found[key] for key in dict.fromkeys(paper.key for paper in papers))
    named = [Named(name=p.name, location=p.sentence.location, quote=p.sentence.text) for p in once]
    return (*named, *_bare(clauses, known))


def _known(clauses: tuple[Clause, ...], sentences: Sequence[Sentence], pack: Pack) -> Known:
    apart = listed_apart(sentences)
    entries = (s for s in sentences if (s.location.document, s.location.block) in apart)
    return Known(
        held=held_by(pack, apart, unkept_entries(pack)),
        foreign=frozenset(key for sentence in sentences for key in foreign_labels(sentence.text)),
        titles=titles_of(sentences),
        about=dict(described(sentences)),
        listed=frozenset(match["id"].lower() for s in entries if (match := ENTRY.match(s.text))),
        terms_words=sum(len(clause.text.split()) for clause in clauses if clause.role == "terms"),
        later=frozenset(
            c.document for c in clauses if standing(c.document, c.role) > CONTRACT and len(pack.documents) > 1
        ),
    )


def _named_in(sentence: Sentence, headings: Sequence[str], known: Known) -> Iterator[Paper]:
    text, held = sentence.text, known.held
    if not _ATTACH_YOURSELF.search(text):
        yield from labels_in(sentence, known)
        yield from sections_in(sentence, known)
        yield from gaps_in_families(sentence, known)
    if _BIDDERS_OWN.search(text) or LAW.search(text):
        return
    titles = [title for title in kept_elsewhere(text) if not held.has_title(bare(title))]
    titles += titles_apart(text, held)
    titles += [
        title for title in (*terms_elsewhere(text), *templates_uploaded(text)) if not held.has_title(title, headings)
    ]
    if sentence.location.document not in known.later:
        titles += [title for title in policies_to_follow(sentence) if not held.has_title(title)]
    if known.terms_words < _FEW_TERMS:
        titles += [title for title in terms_in_the_pack(text) if not held.has_title(title)]
    names = [*titles, *files_in(text, held), *drawings_in(text, held)]
    if is_listed(sentence, held) and not LABEL.search(text) and not ENTRY.match(text):
        title = text.strip(" •-–.;,")
        names += [] if held.has_title(title) else [title]
    for name in names:
        key = name.lower()
        yield Paper(key="notice" if key.endswith(" notice") else key, name=name, sentence=sentence)


def _bare(clauses: tuple[Clause, ...], known: Known) -> Iterator[Named]:
    """Appendices that are announced, and hold nothing but their title."""
    for fact in left_empty(clauses):
        if fact.name == "appendix_bare" and fact.location is not None:
            label = str(fact.value)
            title = re.sub(rf"^\W*(?:{label}|{label[-1]})\b[\s.:,–-]*", "", fact.quote, flags=re.IGNORECASE)
            named = f"{label} ({title.capitalize() if title.isupper() else title})" if title else label
            yield Named(name=named, location=fact.location, quote=fact.quote)
