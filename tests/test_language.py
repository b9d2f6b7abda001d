"""The language tools: importing them is cheap, phrases keep their places."""

from __future__ import annotations

import subprocess
import sys

from checker.language import find_phrases, phrase_matcher, sentence_spans


def test_phrases_are_found_whatever_their_case() -> None:
    matcher = phrase_matcher({"bond": ["performance bond"], "cover": ["public liability"]})
    text = "A Performance Bond and PUBLIC LIABILITY cover"
    assert [(name, text[start:end]) for name, start, end in find_phrases(matcher, text)] == [
        ("bond", "Performance Bond"),
        ("cover", "PUBLIC LIABILITY"),
    ]


def test_sentence_spans_are_in_order() -> None:
    text = "Read cl. 4 first. Then sign."
    assert [text[start:end] for start, end in sentence_spans(text)] == ["Read cl. 4 first.", "Then sign."]


def test_importing_the_module_loads_neither_library() -> None:
    check = "import sys, checker.language; print('spacy' in sys.modules or 'nupunkt' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
