"""What the provisions that rules cite ask, in words: the checked file `checker/data/law_in_words.yaml`."""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files

from pydantic import Field

from checker.yamlfile import Strict, load_yaml


class Provision(Strict):
    """One sentence on a provision, and the lines of the developers' notes on the law that bear it out."""

    says: str = Field(min_length=1)
    lines: str = Field(alias="from", pattern=r"^law\.md, lines? \d+(, \d+)*( (and|to) \d+)?$")


class LawInWords(Strict):
    citations: dict[str, Provision]


@cache
def law_in_words() -> LawInWords:
    """All sentences by citation; CheckerError with path:line when the file is wrong."""
    with as_file(files("checker").joinpath("data", "law_in_words.yaml")) as path:
        return load_yaml(LawInWords, path)


def in_words(cite: str) -> str:
    """What the citation asks; empty where there is no sentence, and the citation then stands alone."""
    provision = law_in_words().citations.get(cite)
    return provision.says if provision else ""
