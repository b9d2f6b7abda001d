"""The sentences that open a report: what was read, and what it comes to in ten seconds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.domain import COPY_OF_OURS, SEVERITIES, Fact, Report
from checker.report import labels
from checker.report.arrange import Chapters
from checker.report.changes import Change
from checker.report.words import count_word, fact_value, listing, plural, sentence, shorten, uk_date

_NAMES_IN_A_LINE = 10
_LONGEST_NAME = 60  # characters; the whole name stands in the list of files
_LONGEST_TITLE = 160
_BARRIERS = ("critical", "high", "medium", "low")


def title(report: Report) -> str:
    """The tender's own title, else the pack's name."""
    stated = report.facts.value("title")
    return (
        shorten(str(stated or ""), _LONGEST_TITLE)
        or shorten(report.pack.name, _LONGEST_TITLE)
        or "A pack without a name"
    )


def reading_lines(report: Report) -> tuple[str, ...]:
    """What was read, what was not, what is no tender, what was named and not given, the value: one sentence each."""
    strangers = _no_tender(report)
    return (_read(report), _not_read(report), *([strangers] if strangers else []), _not_given(report), _value(report))


def _read(report: Report) -> str:
    documents = report.pack.documents
    if not documents:
        return "Read: nothing. This report cannot say anything about the tender."
    pages = sum(document.pages or 0 for document in documents)
    sizes = [plural(pages, "page", in_words=False)] if pages else []
    sizes.append(plural(sum(document.words for document in documents), "word", in_words=False))
    partly = [document.name for document in documents if document.read == "partly"]
    extent = f"; {_named_in_line(partly)} only in part" if partly else ", from start to finish"
    return f"Read: {plural(len(documents), 'document')} ({', '.join(sizes)}){extent}."


def _not_read(report: Report) -> str:
    skipped = report.pack.skipped
    if not skipped:
        return "Not read: no file was left out."
    them = "it says" if len(skipped) == 1 else "they say"
    return f"Not read: {_named_in_line([s.name for s in skipped])}, so we do not know what {them}."


def _no_tender(report: Report) -> str:
    left = [document for document in report.pack.documents if document.not_a_tender]
    names = [document.name for document in left if not (document.not_a_tender or "").startswith(COPY_OF_OURS)]
    copies = [document.name for document in left if document.name not in names]
    ours = f"Marked copies of an earlier check, not read again: {_named_in_line(copies)}." if copies else ""
    if not names:
        return ours
    looks, was = ("does", "was") if len(names) == 1 else ("do", "were")
    said = f"Not a tender: {_named_in_line(names)} {looks} not look like part of one, and so {was} not checked."
    return f"{said} {ours}".strip()


def _not_given(report: Report) -> str:
    names = [_bare(name) for name in dict.fromkeys(named.name for named in report.named_not_given)]
    if not names:
        return "Named in the pack and not given to us: nothing that we saw."
    it, there = ("it says", "it") if len(names) == 1 else ("they say", "one of them")
    rest = f"e could not check what {it}, and something we call missing may be in {there}."
    lead = "Named in the pack and not given to us: "
    if any(" and " in name or "," in name for name in names):  # only a semicolon tells such names apart
        return f"{lead}{'; '.join(_shown(names))}. W{rest}"
    return f"{lead}{listing(_shown(names))}; w{rest}"


def _value(report: Report) -> str:
    parts = [
        _amounts(report.facts.many("value_annual"), " a year"),
        _amounts(report.facts.many("value_total"), " in all"),
    ]
    stated = [part for part in parts if part]
    if not stated:
        return "Value: not stated in what we read."
    basis = {"inc": ", including VAT", "ex": ", before VAT"}.get(str(report.facts.value("vat_basis")), "")
    return f"Value: {', '.join(stated)}{basis}."


def _amounts(facts: Sequence[Fact], ending: str) -> str:
    whole = [fact for fact in facts if fact.lot is None]
    sums = list(dict.fromkeys(fact_value(fact.name, fact.value, fact.unit) for fact in whole))
    if len(sums) < 2:
        return f"{sums[0]}{ending}" if sums else ""
    return f"the pack gives more than one sum{ending} ({listing(sums)})"


def _named_in_line(names: Sequence[str]) -> str:
    return listing(_shown([_bare(name) for name in names]))


def _bare(name: str) -> str:
    """A file's name without its folders; the number of a drawing ("AB/01") is no folder."""
    return name if re.search(r"\w/\d", name) else name.rpartition("/")[2]


def _shown(names: Sequence[str]) -> list[str]:
    """The first names, shortened, and how many more there are."""
    shown = [shorten(name, _LONGEST_NAME) or "a file without a name" for name in names]
    shown, more = shown[:_NAMES_IN_A_LINE], len(names) - _NAMES_IN_A_LINE
    return [*shown, f"{count_word(more)} more"] if more > 0 else shown


def could_it_go_out(report: Report) -> str:
    """One or two sentences: could the tender go out as it is?"""
    if not report.pack.documents:
        return "We cannot tell: no document of this pack could be read."
    if all(document.not_a_tender for document in report.pack.documents):
        return "We cannot tell: what we were given does not look like a tender, so it was not checked for barriers."
    return " ".join(part for part in (_readiness(report), _stage(report), _reservation(report)) if part)


def _stage(report: Report) -> str:
    if report.stage == "live":
        return "It is already out: tell every bidder of a change at the same time, and allow more time if they need it."
    return "This tender has closed: read this for the next one." if report.stage == "past" else ""


def _readiness(report: Report) -> str:
    past = report.stage == "past"
    judged = [v.severity for v in report.verdicts if v.outcome == "barrier" and v.chapter in ("barriers", "mistakes")]
    worst = min(judged, key=SEVERITIES.index, default="info")
    answers = {"critical": "Not ready", "high": "Not yet", "medium": "Nearly"}
    answer = ({**answers, "high": "Not quite"} if past else answers).get(worst)
    if answer is None and not report.summary.mistakes:
        return f"As far as we can see, yes: nothing we found should {'have stopped' if past else 'stop'} a small firm."
    return f"{answer or 'Nearly'}: {', and '.join(_reasons(report, past))}."


def _reasons(report: Report, past: bool) -> list[str]:
    counts, mistakes = dict(report.summary.barriers), report.summary.mistakes
    grave, medium = counts.get("critical", 0) + counts.get("high", 0), counts.get("medium", 0)
    stop, make, put = ("have stopped", "have made", "had") if past else ("stop", "make", "have")
    reasons = [f"{plural(grave, 'point')} would {stop} some small firms that could do the work"] if grave else []
    if medium and not grave:
        reasons.append(f"{plural(medium, 'point')} would {make} it harder for small firms than it need be")
    if mistakes:
        has = put if past or mistakes > 1 else "has"
        reasons.append(f"{plural(mistakes, 'mistake')} {has} to be put right")
    return reasons or [f"the points below {put} to be looked at"]


def _reservation(report: Report) -> str:
    unseen = [*report.pack.skipped, *report.named_not_given]
    partly = any(document.read == "partly" for document in report.pack.documents)
    return "We have not seen the whole pack, so there may be more." if unseen or partly else ""


def counts_line(report: Report) -> str:
    """The counts in words: barriers by severity, mistakes, questions and credits."""
    if not report.pack.documents:
        return "We found nothing, because nothing could be read."
    barriers = dict(report.summary.barriers)
    found = [
        f"{count_word(n)} {name}" for name in ("critical", "high", "medium", "low") if (n := barriers.get(name, 0))
    ]
    total = sum(barriers.get(name, 0) for name in ("critical", "high", "medium", "low"))
    split = f" ({listing(found)})" if found else ""
    beside = sum(v.chapter in ("language", "file") and v.outcome != "review" for v in report.verdicts)
    parts = [
        f"{plural(total, 'barrier')} to small firms{split}",
        plural(report.summary.mistakes, "mistake"),
        plural(report.summary.review, "question") + " for you",
        *([f"{plural(beside, 'point')} on language and files"] if beside else []),
        plural(report.summary.credits, "thing") + " already good",
    ]
    return sentence(listing(parts))


def owners_line(report: Report) -> str:
    """Who can change how many points, the most first; questions are left out."""
    judged = [v for v in report.verdicts if v.outcome == "barrier" and v.severity != "info"]
    counts = {owner: sum(v.owner == owner for v in judged) for owner in labels.OWNER}
    ranked = sorted((owner for owner in counts if counts[owner]), key=lambda owner: -counts[owner])
    short = labels.short_owners(report.facts.value("buyer"))
    named = [f"{short[owner]} ({counts[owner]:,})" for owner in ranked]
    if named:
        named[0] = named[0].replace(")", " point)" if counts[ranked[0]] == 1 else " points)")
    return sentence(listing(named))


def what_first(report: Report, chapters: Chapters) -> str:
    """What to start with; the changes themselves are listed beside it."""
    if not report.pack.documents and not chapters.first:
        return "We cannot say: nothing could be read."
    if not chapters.first:
        return "Nothing we found has to be put right first."
    if not chapters.changes:
        return f"Start with {'this point' if len(chapters.first) == 1 else 'these points'}:"
    if len(chapters.changes) == 1:
        return "Make this change first:"
    return f"Make these {count_word(len(chapters.changes))} changes first:"


def change_line(change: Change) -> str:
    """What one change mends, in numbers: three critical and two high points."""
    severities: list[str] = [verdict.severity for verdict in change.verdicts]
    counts = [(severities.count(word), word) for word in _BARRIERS]
    found = [f"{count_word(n)} {word}" for n, word in counts if n]
    return f"{listing(found)} {'point' if len(severities) == 1 else 'points'}"


def theme_counts(severities: Sequence[str]) -> str:
    """three points: one high, two low."""
    parts = [f"{count_word(n)} {word}" for word in _BARRIERS if (n := severities.count(word))]
    for code, word in (("info", "note"), ("question", "question")):
        if found := severities.count(code):
            parts.append(plural(found, word))
    return f"{plural(len(severities), 'point')}: {listing(parts)}"


def working_copy(report: Report) -> str:
    """That a report on a draft is a working copy, and from when it may be deleted; empty for other stages."""
    if report.keep_until is None:
        return ""
    return (
        f"Working copy. This is about {labels.STAGE[report.stage]}, for the people who prepare it. It may be deleted"
        f" after {uk_date(report.keep_until)}, unless your records rules or a request for information say otherwise."
    )
