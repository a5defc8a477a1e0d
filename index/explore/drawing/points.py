"""Points: where each of many things stands on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from index.explore.drawing.bars import STEPS
from index.explore.drawing.ink import ACCENT, FAINT, INK, MAIN, paper, style

_ROW = 0.25  # inches


def from_middle(values: pd.Series[Any], middle: float, *, said: Sequence[str], along: str, of: str) -> Figure:
    """A point for each entry, the first on top, on a stem from the middle of all; what is said stands at the right."""
    with style():
        figure, axes = paper(_ROW * len(values) + 0.9)
        places, numbers = list(range(len(values))), values.to_numpy(float)
        axes.hlines(places, middle, numbers, color=FAINT, linewidth=2)
        axes.plot(numbers, places, "o", color=MAIN, markersize=6)
        axes.axvline(middle, color=ACCENT, linewidth=1.4)
        for place, words in zip(places, said, strict=True):
            at = (1.02, place)
            axes.annotate(words, at, xycoords=("axes fraction", "data"), va="center", fontsize=8.5, color=INK)
        axes.annotate(
            f"all: {middle:.2f}",
            (middle, 1),
            xycoords=("data", "axes fraction"),
            xytext=(0, 2),
            textcoords="offset points",
            ha="center",
            va="bottom",
            fontsize=8.5,
            color=ACCENT,
        )
        _finish(values.index.astype(str).tolist(), axes, along, of)
    return figure


def between(table: pd.DataFrame, *, along: str, of: str) -> Figure:
    """Two points for each row, one a column, with a line between; rows where either is unknown are left out."""
    both = table.dropna()
    one, other = both.columns[:2]
    with style():
        figure, axes = paper(_ROW * len(both) + 1.2)
        places = list(range(len(both)))
        axes.axvline(0, color=FAINT, linewidth=1.2)
        axes.hlines(places, both[one], both[other], color=FAINT, linewidth=2)
        axes.plot(both[one], places, "o", color=ACCENT, markersize=6, label=str(one))
        axes.plot(both[other], places, "s", color=MAIN, markersize=5.5, label=str(other))
        axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=2)
        _finish(both.index.astype(str).tolist(), axes, along, of)
    return figure


def _finish(rows: list[str], axes: Any, along: str, of: str) -> None:
    axes.set_yticks(range(len(rows)), rows)
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.tick_params(axis="y", length=0)
    axes.xaxis.set_major_locator(MaxNLocator(6, steps=STEPS))
    axes.grid(axis="x")
    axes.set_xlabel(along)
    axes.set_ylabel(of)
