"""Reports on small Word files, for the tests of marked copies."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from checker.domain import (
    Bid,
    Document,
    Facts,
    Finding,
    Location,
    Pack,
    Place,
    Report,
    Rewrite,
    RewriteKind,
    Summary,
    Verdict,
    Versions,
)
from checker.ingest.word import open_word
from checker.report.marked import mark
from checker.settings import Marked
from checker.structure import find_clauses

NAME = "itt.docx"


@dataclass(frozen=True)
class Find:
    """A finding on `words`, with what may be told of it; `also` are words of further places of the same problem."""

    words: str
    rewrite: str = ""
    kind: RewriteKind = "replace"
    checked: bool = True
    also: tuple[str, ...] = ()
    belongs: str = ""
    opinion: dict[str, Any] = field(default_factory=dict)


def report_on(documents: tuple[Document, ...], finds: tuple[Find, ...], made: str | None = None) -> Report:
    """A report on documents that were read, with these findings in them."""
    pack = Pack(name="pack", documents=documents)
    clauses = find_clauses(pack)
    sentences = [(clause, sentence) for clause in clauses for sentence in clause.sentences]

    def place(words: str) -> Place:
        if not words:
            return Place(clause=None, quote="", match="", location=None)
        for clause, sentence in sentences:
            if words in sentence.text:
                return Place(clause=clause.number, quote=sentence.text, match=words, location=sentence.location)
        return _in_blocks(documents, words)

    verdicts, rewrites = [], []
    for index, find in enumerate(finds):
        further = tuple(place(words) for words in find.also)
        finding = Finding(id=f"f{index}", rule_id="process.test", place=place(find.words), places=further)
        verdicts.append(_verdict(finding, find.opinion))
        if find.rewrite or find.kind == "delete":
            rewrites.append(
                Rewrite(
                    finding_id=finding.id,
                    kind=find.kind,
                    text=find.rewrite,
                    checked=find.checked,
                    belongs=find.belongs,
                )
            )
    return Report(
        made=made, as_of=date(2026, 6, 1), stage="draft", versions=Versions(checker="1", rules="1", policy="1"),
        pack=pack, clauses=clauses, named_not_given=(), facts=Facts(), bid=Bid(), verdicts=tuple(verdicts), credits=(),
        rewrites=tuple(rewrites), readability=(), journey=(),
        summary=Summary(barriers=(), mistakes=0, review=0, credits=0),
    )  # fmt: skip


def _in_blocks(documents: tuple[Document, ...], words: str) -> Place:
    """Words in a part that holds no clauses, such as a comment or a list of contents."""
    for document in documents:
        for block in document.blocks:
            at = block.text.find(words)
            if at >= 0:
                where = Location(
                    document=document.name, page=None, block=block.location.block, start=0, end=len(block.text)
                )
                return Place(clause=None, quote=block.text, match=words, location=where)
    raise AssertionError(f"no block holds {words!r}")


def _verdict(finding: Finding, opinion: dict[str, Any]) -> Verdict:
    usual: dict[str, Any] = {
        "catalogue": "A1", "theme": "process", "chapter": "barriers", "step": "enter", "owner": "officer",
        "severity": "high", "force": "good", "outcome": "barrier", "certainty": "plain", "title": "t",
        "message": "A firm cannot tell what is meant.", "because": "It is not said.", "why": "",
    }  # fmt: skip
    return Verdict(finding=finding, rule_id="process.test", **(usual | opinion))


def marked(data: bytes, *finds: Find, made: str | None = None, limits: Marked | None = None) -> bytes | None:
    """A Word file marked with these findings."""
    file = open_word(data, NAME)
    return mark(report_on((file.document,), finds, made), file, limits or Marked())
