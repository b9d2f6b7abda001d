"""How good the checker is: rules alone, the wording model alone, and both. Never imported when a pack is checked."""

from __future__ import annotations

from checker.evaluate.page import as_html, as_text
from checker.evaluate.run import Evaluation, evaluate

__all__ = ["Evaluation", "as_html", "as_text", "evaluate"]
