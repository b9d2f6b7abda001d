"""One sentence with all its marks: how strongly it binds, whom, when, whether denied, in whose voice."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.domain import BlockKind, Location, Role, Sentence
from checker.structure.duty import Sides, duty_of
from checker.structure.negation import is_negated
from checker.structure.obligation import obligation_of
from checker.structure.phase import phase_of
from checker.structure.voice import voice_of

# A whole sentence before a list speaks for the list's fragments ("Public liability"), not for its sentences.
_CLOSED = re.compile(r"[.!?][\"”’')\]]*$")
_FRAGMENT = 7  # words


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What stands around a sentence and gives it half its meaning."""

    role: Role = "unknown"
    headings: tuple[str, ...] = ()
    lead_in: str = ""
    buyers: re.Pattern[str] | None = None
    kind: BlockKind = "paragraph"
    cells: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    recognised: bool = False


def marked(text: str, location: Location, setting: Setting) -> Sentence:
    """The sentence `text` at `location` with its marks."""
    lead = setting.lead_in if not _CLOSED.search(setting.lead_in[-40:]) or len(text.split()) <= _FRAGMENT else ""
    duty = duty_of(text, lead, Sides(setting.role, setting.buyers))
    headings = (*setting.headings, " ".join(setting.columns)) if setting.columns else setting.headings
    return Sentence(
        text=text,
        location=location,
        obligation=obligation_of(text, lead, duty),
        duty_on=duty,
        phase=phase_of(text, setting.lead_in, setting.role, headings),
        negated=is_negated(text, lead, duty),
        voice=voice_of(text, setting.headings, lead),
        kind=setting.kind,
        cells=setting.cells,
        columns=setting.columns,
        recognised=setting.recognised,
    )
