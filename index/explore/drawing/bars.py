"""Bars: how many of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from index.explore.drawing.ink import ACCENT, FAINT, HALO, INK, MAIN, paper, style
from index.explore.spread import Spread

_ROW = 0.25  # inches
STEPS = (1, 2, 2.5, 5, 10)
"""What the ticks of an axis may rise by, times a power of ten."""


def short(number: float, _: object = None) -> str:
    """A count as an axis says it: 950, 20k, 1.5M."""
    for size, letter in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if abs(number) >= size:
            return f"{number / size:.3g}{letter}"
    return f"{number:g}"


def counted(axes: Axes, axis: str = "y", most: int = 5) -> None:
    """Make an axis count in whole, short numbers."""
    on = axes.yaxis if axis == "y" else axes.xaxis
    on.set_major_locator(MaxNLocator(most, integer=True, steps=STEPS))
    on.set_major_formatter(FuncFormatter(short))
    axes.grid(axis=axis)  # type: ignore[arg-type]


def across(values: pd.Series[Any], *, said: Sequence[str], along: str, of: str) -> Figure:
    """A bar for each entry of `values`, the first on top, with what is said of it at its end.

    `along` names the axis of numbers, `of` what the entries are.
    """
    with style():
        figure, axes = paper(max(1.6, _ROW * len(values) + 0.7))
        axes.barh(values.index.astype(str), values.to_numpy(float), color=MAIN, height=0.72)
        axes.invert_yaxis()
        axes.set_ylim(len(values) - 0.4, -0.6)
        most = float(values.max()) or 1.0
        for place, (value, words) in enumerate(zip(values, said, strict=True)):
            axes.text(
                float(value) + most * 0.015, place, words, va="center", fontsize=8.5, color=INK, path_effects=HALO
            )
        axes.set_xlim(0, most * 1.2)
        counted(axes, "x")
        axes.tick_params(axis="y", length=0)
        axes.set_xlabel(along)
        axes.set_ylabel(of)
    return figure


def upright(spread: Spread, *, along: str, of: str, every: int = 1) -> Figure:
    """Bars of a spread; the middle (median) is marked. Bins that rise by 1, 2, 5 stand equally wide.

    Of even bins, one in `every` says where it begins.
    """
    with style():
        figure, axes = paper(2.7)
        edges, bins = spread.edges, np.arange(len(spread.counts))
        axes.bar(bins + 0.5, spread.counts, width=0.92, color=MAIN)
        ticks = _ticks(edges, every)
        axes.set_xticks(ticks, [short(float(edges[tick])) for tick in ticks])
        axes.set_xlim(-0.2, len(bins) + 0.2)
        middle = _place(spread.median, edges)
        axes.axvline(middle, color=ACCENT, linewidth=1.6)
        left = middle > len(bins) * 0.6
        axes.annotate(
            f"middle: {spread.median:,.0f}",
            (middle, 1),
            xycoords=("data", "axes fraction"),
            xytext=(-5 if left else 5, 2),
            textcoords="offset points",
            ha="right" if left else "left",
            va="bottom",
            fontsize=8.5,
            color=ACCENT,
        )
        counted(axes)
        axes.set_xlabel(along)
        axes.set_ylabel(of)
    return figure


def steps(spreads: Mapping[str, Spread], *, along: str, of: str, every: int = 1) -> Figure:
    """Up to two spreads over each other, as shares (per cent) so that they compare; `every` as in `upright`."""
    with style():
        figure, axes = paper(2.9)
        longest = max((s.edges for s in spreads.values()), key=len)
        for (name, spread), colour in zip(spreads.items(), (MAIN, ACCENT), strict=False):
            share = 100 * spread.counts / spread.count
            places = np.arange(len(spread.edges))
            axes.stairs(share, places, color=colour, linewidth=1.8, label=f"{name} ({spread.count:,} films)")
            axes.stairs(share, places, color=colour, alpha=0.15, fill=True)
        ticks = _ticks(longest, every)
        axes.set_xticks(ticks, [short(float(longest[tick])) for tick in ticks])
        axes.set_ylim(bottom=0)
        axes.yaxis.set_major_locator(MaxNLocator(5, steps=STEPS))
        axes.grid(axis="y", color=FAINT)
        axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=2)
        axes.set_xlabel(along)
        axes.set_ylabel(of)
    return figure


def _ticks(edges: Any, every: int) -> list[int]:
    """Which edges are written down: powers of ten where bins rise, else one in `every`."""
    widths = np.diff(edges)
    if len(widths) > 1 and widths.max() > widths.min() * 1.5:
        tens = [n for n, edge in enumerate(edges) if np.isclose(np.log10(edge) % 1, 0)]
        return tens if len(tens) > 2 else list(range(len(edges)))
    return list(range(0, len(edges), every))


def _place(value: float, edges: Any) -> float:
    """Where on the axis of bins a value stands."""
    return float(np.interp(value, edges, np.arange(len(edges))))
