"""What a comparison of models prints: tables for a person to read, then what they say in words."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from engine.evaluation import Score
from engine.evaluation.models import Comparison, Measure
from engine.evaluation.models.words import advice, difference, interval, seconds

_WIDE = 80  # columns: a table is no wider
_FIGURE = 16  # columns: a figure with its interval below
_NAME = 20  # columns: a longer name is broken
_ARROWS = {1: " ↑", -1: " ↓", 0: ""}


def compared(found: Comparison) -> RenderableType:
    """Models in rows, the best first; measures in columns, a few at a time; then times, and words."""
    order = found.ranked(found.first)
    parts: list[RenderableType] = [
        Text(f"{found.protocol}: {found.n:,} {found.counted}"),
        Text("↑ more is better, ↓ less is better; below each figure its 95% interval", style="dim"),
        _first(found, order),
    ]
    beside = (_WIDE - min(_NAME, max(map(len, order))) - 2) // _FIGURE
    rest = found.measures[1:]
    for start in range(0, len(rest), beside):
        parts += [Text(), _more(found, order, rest[start : start + beside])]
    parts += [Text(), *(Text(sentence) for sentence in advice(found))]
    parts += [Text(f"left out: {model}: {why}") for model, why in found.left_out.items()]
    return Group(*parts)


def _first(found: Comparison, order: list[str]) -> Table:
    """What the protocol is about, by how much each is above the plain one, and what each costs."""
    name, other = found.first.name, found.reference
    table = _table("model", _headed(found.first), f"minus {other}", "fit", "1,000 people")
    for model in order:
        above = found.above[other].get(model, {})
        cost = found.seconds[model]
        table.add_row(
            model,
            _figure(found.rows[model][name]),
            f"{difference(above[name])}\n{interval(above[name])}" if name in above else "",
            seconds(cost.fit),
            seconds(cost.score),
        )
    return table


def _more(found: Comparison, order: list[str], measures: tuple[Measure, ...]) -> Table:
    table = _table("model", *map(_headed, measures))
    for model in order:
        row = found.rows[model]
        table.add_row(model, *(_figure(row[m.name]) if m.name in row else "" for m in measures))
    return table


def _headed(measure: Measure) -> str:
    return f"{measure.name}{_ARROWS[measure.better]}"


def _figure(score: Score) -> str:
    return f"{score.value:.3f}\n{interval(score)}".rstrip()


def _table(*columns: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    name, *figures = columns
    table.add_column(name, max_width=_NAME, overflow="fold")
    for column in figures:
        table.add_column(column, min_width=_FIGURE - 2, overflow="fold")
    return table
