"""Curves: what goes on along a line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator, PercentFormatter

from index.explore.drawing.bars import STEPS, counted
from index.explore.drawing.ink import ACCENT, FAINT, HALO, INK, MAIN, paper, style
from index.explore.tail import Tail
from index.explore.words import percent as said


def calendar(years: pd.Series[Any], *, of: str) -> Figure:
    """How many there are of each year."""
    with style():
        figure, axes = paper(2.7)
        axes.fill_between(years.index.to_numpy(float), years.to_numpy(float), step="mid", color=MAIN, lw=0)
        first, last = int(years.index.min()), int(years.index.max())
        axes.set_xlim(first - 1, last + 1)
        axes.set_ylim(bottom=0)
        axes.xaxis.set_major_locator(MaxNLocator(7, integer=True, steps=STEPS))
        counted(axes)
        axes.set_xlabel("year of release")
        axes.set_ylabel(of)
    return figure


def concentration(tails: Mapping[str, Tail], *, of: str) -> Figure:
    """What share of all ratings or votes the most rated films have; up to two tails, and a line of equality."""
    with style():
        figure, axes = paper(3.3)
        for (name, tail), colour in zip(tails.items(), (MAIN, ACCENT), strict=False):
            axes.plot(tail.share_of_films, tail.share_of_ratings, color=colour, linewidth=2, label=name)
            for percent, share in tail.top.items():
                axes.plot([percent / 100], [share], "o", color=colour, markersize=4)
        if len(tails) == 1:
            for percent, share in next(iter(tails.values())).top.items():
                axes.annotate(
                    f"{said(share)} on the top {percent}%",
                    (percent / 100, share),
                    xytext=(8, -5),
                    textcoords="offset points",
                    color=INK,
                    path_effects=HALO,
                )
        axes.plot([0, 1], [0, 1], color=FAINT, linewidth=1.2, linestyle="--", label="all films alike")
        axes.set_xlim(0, 1)
        axes.set_ylim(0, 1.02)
        for axis in (axes.xaxis, axes.yaxis):
            axis.set_major_locator(MaxNLocator(5, steps=STEPS))
            axis.set_major_formatter(PercentFormatter(1.0, decimals=0))
        axes.grid()
        axes.legend(loc="lower right")
        axes.set_xlabel("films, the most rated first")
        axes.set_ylabel(of)
    return figure
