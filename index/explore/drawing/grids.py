"""Grids: one number for each pair of things, shaded."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from index.explore.drawing.ink import ACCENT, FAINT, INK, MAIN, WIDTH, paper, style
from index.explore.words import signed

_STRONGEST = 0.6  # opacity at the end of the scale: what is written on it can still be read
_FOURFOLD = 2.0  # in doublings: a lift of 4, or of a quarter, is the end of the scale


def lifts(lift: pd.DataFrame, *, along: str) -> Figure:
    """Pairs that go together more often than by chance in the one colour, more rarely in the other."""
    names = list(lift.index)
    with style():
        figure, axes = paper(0.33 * len(names) + 1.3, width=max(WIDTH, 0.36 * len(names) + 1.5))
        values = lift.to_numpy(float)
        for row in range(len(names)):
            for column in range(row + 1):
                value = values[row, column]
                doublings = np.log2(value) / _FOURFOLD if value > 0 else (np.nan if np.isnan(value) else -1.0)
                _cell(axes, column, row, doublings, "" if np.isnan(value) else f"{value:.1f}")
        _edges(axes, names, names, along, "genre")
        axes.tick_params(axis="x", labelrotation=90)
    return figure


def shades(table: pd.DataFrame, *, along: str, of: str, end: float) -> Figure:
    """A number from -end to end for each row and column; above 0 in the one colour, below in the other."""
    with style():
        figure, axes = paper(0.29 * len(table) + 1.1)
        for (row, column), value in np.ndenumerate(table.to_numpy(float)):
            _cell(axes, column, row, value / end, "" if np.isnan(value) else signed(value))
        _edges(axes, [_narrow(str(name)) for name in table.columns], list(table.index), along, of)
    return figure


def _narrow(name: str) -> str:
    """A name of a group as it fits over a column."""
    return name.replace(" to ", "–").replace(" and ", "\nand ").replace("under ", "under\n")


def _cell(axes: Axes, column: int, row: int, strength: float, said: str) -> None:
    """One cell: `strength` from -1 to 1 is how strongly it is coloured, NaN: nothing is known."""
    if np.isnan(strength):
        axes.add_patch(Rectangle((column - 0.5, row - 0.5), 1, 1, facecolor="none", edgecolor=FAINT, linewidth=0.4))
        return
    alpha = _STRONGEST * min(1.0, abs(strength))
    axes.add_patch(
        Rectangle((column - 0.5, row - 0.5), 1, 1, facecolor=MAIN if strength > 0 else ACCENT, alpha=alpha, linewidth=0)
    )
    axes.text(column, row, said, ha="center", va="center", fontsize=8, color=INK)


def _edges(axes: Axes, columns: list[str], rows: list[str], along: str, of: str) -> None:
    axes.set_xlim(-0.5, len(columns) - 0.5)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_xticks(range(len(columns)), columns)
    axes.set_yticks(range(len(rows)), rows)
    axes.tick_params(length=0)
    for side in axes.spines.values():
        side.set_visible(False)
    axes.set_xlabel(along)
    axes.set_ylabel(of)
