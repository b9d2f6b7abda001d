"""The evaluation as one page that needs nothing from outside, and as the text of a terminal."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from checker.evaluate.run import Curve, Evaluation, Planted
from checker.evaluate.samples import Share
from checker.evaluate.ways import WAYS
from checker.record.page import render
from checker.report.labels import THEME

Row = tuple[str, tuple[str, ...]]  # what is measured, and a figure for each way
_SIZE = 300  # of the calibration picture, in pixels


@dataclass(frozen=True, slots=True)
class Group:
    """One theme: a bar for each way, of 0 to 100, and its figure in words."""

    name: str
    bars: tuple[tuple[str, float, str], ...]  # way, length, figure


@dataclass(frozen=True, slots=True)
class Dot:
    """One bin of the calibration curve, in pixels and in words."""

    x: float
    y: float
    told: str


def as_html(evaluation: Evaluation) -> bytes:
    """The page as UTF-8; the same evaluation always gives the same bytes."""
    scored = {way: one.themes for way, one in evaluation.scored.items()}
    return render(
        "evaluation.html.j2",
        evaluation=evaluation,
        ways=WAYS,
        planted=planted_rows(evaluation),
        scored=scored_rows(evaluation),
        planted_bars=groups({way: one.themes for way, one in evaluation.planted.items()}),
        scored_bars=groups(scored),
        dots=dots(evaluation.curve),
        size=_SIZE,
    )


def as_text(evaluation: Evaluation) -> str:
    """The tables, in columns."""
    lines = [f"Rules {evaluation.rules}, {evaluation.model}", ""]
    lines += _table(f"Sample tenders ({evaluation.packs} packs)", planted_rows(evaluation))
    if evaluation.scored:
        barriers, passages = evaluation.annotated
        lines += ["", *_table("Annotated tenders, by their own scorer", scored_rows(evaluation))]
        lines += [f"Average precision is over {passages:,} passages, of which {barriers:,} are marked as barriers."]
    return "\n".join(lines)


def planted_rows(evaluation: Evaluation) -> tuple[Row, ...]:
    """What is measured on the sample tenders, for each way."""
    every = evaluation.planted
    measures: dict[str, Callable[[Planted], Share]] = {
        "Barriers found, medium and above": lambda one: one.found,
        "Found or asked about": lambda one: one.raised,
        "Look-alikes called a barrier": lambda one: one.fooled,
        "Look-alikes called or asked about": lambda one: one.asked,
    }
    return tuple((name, tuple(_share(of(every[way])) for way in WAYS)) for name, of in measures.items())


def scored_rows(evaluation: Evaluation) -> tuple[Row, ...]:
    """The scorer's own lines for each way, and the average precision; empty when nothing was scored."""
    if not evaluation.scored:
        return ()
    names = next(iter(evaluation.scored.values())).figures
    rows = [(name, tuple(evaluation.scored[way].figures[name] for way in WAYS)) for name in names]
    precision = tuple(f"{evaluation.scored[way].average_precision:.3f}" for way in WAYS)
    return (*rows, ("Average precision of barrier passages", precision))


def groups(themes: Mapping[str, Mapping[str, Share]]) -> tuple[Group, ...]:
    """Bars for each theme in the order of the report; themes in which there was nothing to find are left out."""
    known = {theme for shares in themes.values() for theme, (_, all_) in shares.items() if all_}
    order = [theme for theme in dict.fromkeys([*THEME, *sorted(known)]) if theme in known]
    return tuple(
        Group(THEME.get(theme, theme.capitalize()), tuple(_bar(way, themes[way].get(theme, (0, 0))) for way in WAYS))
        for theme in order
    )


def dots(curve: Curve) -> tuple[Dot, ...]:
    """The bins of the calibration curve: chance to the right, share right upwards."""
    return tuple(
        Dot(round(chance * _SIZE, 1), round((1 - right) * _SIZE, 1), f"{chance:.2f}: {right:.2f} of {count:,} rows")
        for chance, right, count in curve
    )


def _bar(way: str, share: Share) -> tuple[str, float, str]:
    right, all_ = share
    return WAYS[way], round(100 * right / all_, 1) if all_ else 0.0, f"{right} of {all_}"


def _share(share: Share) -> str:
    right, all_ = share
    return f"{right / all_:.2f} ({right}/{all_})" if all_ else "-"


def _table(title: str, rows: Sequence[Row]) -> list[str]:
    wide = max(len(name) for name, _ in rows) + 2
    head = f"{title:{wide}}" + "".join(f"{name:>20}" for name in WAYS.values())
    return [head, *(f"{name:{wide}}" + "".join(f"{figure:>20}" for figure in figures) for name, figures in rows)]


__all__ = ["Planted", "as_html", "as_text", "dots", "groups", "planted_rows", "scored_rows"]
