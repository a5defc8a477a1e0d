"""Plots of a comparison, in the style of `index.explore`; needs matplotlib (extra [explore])."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, LogLocator, MaxNLocator, NullFormatter

from engine.evaluation.models.comparison import Seconds
from engine.evaluation.models.words import seconds as said_time
from engine.evaluation.report import Score
from index.explore.drawing.bars import STEPS
from index.explore.drawing.ink import ACCENT, FAINT, HALO, INK, MAIN, WIDTH, paper, style

_ROW = 0.27  # inches
_MARKS = "osD^vPX*<>hd"
_GAP = 0.052  # of the height of a plot: the least distance between two names beside it


def ranges(scores: Mapping[str, Score], *, along: str, middle: tuple[str, float] | None = None) -> Figure:
    """A point with its interval for each model, the first on top; a line where `middle` stands, with its name."""
    names, places = list(scores), np.arange(len(scores))
    with style():
        figure, axes = paper(_ROW * len(names) + 0.95)
        if middle is not None:
            axes.axvline(middle[1], color=ACCENT, linewidth=1.4)
            axes.annotate(
                middle[0],
                (middle[1], 1),
                xycoords=("data", "axes fraction"),
                xytext=(0, 2),
                textcoords="offset points",
                ha="center",
                va="bottom",
                fontsize=8.5,
                color=ACCENT,
            )
        _points(axes, scores)
        for place, score in zip(places, scores.values(), strict=True):
            at = (1.02, float(place))
            said = f"{score.value:.3f}" if middle is None or middle[1] else f"{score.value:+.3f}".replace("-", "−")
            axes.annotate(said, at, xycoords=("axes fraction", "data"), va="center", fontsize=8.5, color=INK)
        _rows(axes, names)
        axes.set_xlabel(along, loc="right")  # a long one runs on below the names, where there is room
    return figure


def panels(measures: Mapping[str, Mapping[str, Score]]) -> Figure:
    """A small plot for each measure, two beside each other; models stand in the same order in each."""
    names = list(dict.fromkeys(model for scores in measures.values() for model in scores))
    high = -(-len(measures) // 2)
    with style():
        figure = Figure(figsize=(2 * WIDTH, high * (0.23 * len(names) + 0.75)), layout="constrained")
        FigureCanvasSVG(figure)
        grid = np.atleast_2d(figure.subplots(high, 2, sharey=True, squeeze=False))
        for axes, (measure, scores) in zip(grid.flat, measures.items(), strict=False):
            known = {name: scores[name] for name in names if name in scores}
            _points(axes, known, [names.index(name) for name in known])
            _rows(axes, names)
            axes.xaxis.set_major_locator(MaxNLocator(4, steps=STEPS))
            axes.set_title(measure, fontsize=9.5, color=INK, loc="left")
        for axes in list(grid.flat)[len(measures) :]:
            axes.set_visible(False)
    return figure


def growth(lines: Mapping[str, Sequence[float]], counts: Sequence[str], *, along: str, of: str, plain: str) -> Figure:
    """A line for each model, the best first, over steps that stand equally far apart; `plain` is dashed."""
    places = np.arange(len(counts))
    with style():
        figure, axes = paper(3.9, width=1.25 * WIDTH)
        for turn, (name, values) in enumerate(lines.items()):
            colour = ACCENT if name == plain else MAIN if turn == 0 else INK
            axes.plot(
                places,
                values,
                color=colour,
                linewidth=2.2 if turn == 0 else 1.2,
                linestyle="--" if name == plain else "-",
                alpha=1.0 if colour != INK else 0.65,
                marker=_MARKS[turn % len(_MARKS)],
                markersize=5,
                zorder=3 if turn == 0 else 2,
            )
        axes.set_xticks(places, list(counts))
        axes.set_xlim(-0.2, len(counts) - 0.8)
        axes.yaxis.set_major_locator(MaxNLocator(6, steps=STEPS))
        axes.grid(axis="y")
        axes.set_xlabel(along)
        axes.set_ylabel(of)
        low, high = axes.get_ylim()
        ends = {name: (values[-1] - low) / (high - low) for name, values in lines.items()}
        for name, height in apart(ends, _GAP).items():
            turn = list(lines).index(name)
            axes.annotate(
                name,
                (float(places[-1]), lines[name][-1]),
                xytext=(1.04, height),
                textcoords="axes fraction",
                va="center",
                fontsize=8.5,
                color=ACCENT if name == plain else MAIN if turn == 0 else INK,
                arrowprops={"arrowstyle": "-", "color": FAINT, "linewidth": 0.8, "shrinkA": 1, "shrinkB": 4},
            )
    return figure


def costs(times: Mapping[str, Seconds]) -> Figure:
    """Two points for each model on a scale of time that rises by tens: to learn, and to score 1,000 people."""
    names, places = list(times), np.arange(len(times))
    least = 0.0005  # seconds: what takes less stands here
    fit = np.maximum(least, [times[name].fit for name in names])
    score = np.maximum(least, [times[name].score for name in names])
    with style():
        figure, axes = paper(_ROW * len(names) + 1.25)
        axes.hlines(places, fit, score, color=FAINT, linewidth=2)
        axes.plot(fit, places, "o", color=ACCENT, markersize=6, label="to learn")
        axes.plot(score, places, "s", color=MAIN, markersize=5.5, label="to score 1,000 people")
        axes.set_xscale("log")
        both = np.concatenate([fit, score])
        axes.set_xlim(both.min() / 2, max(both.max() * 2, both.min() * 20))
        _rows(axes, names)
        axes.xaxis.set_major_locator(LogLocator(10, numticks=6))
        axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: said_time(float(value)).replace(".0 ", " ")))
        axes.xaxis.set_minor_formatter(NullFormatter())
        axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=2)
        axes.set_xlabel("time")
    return figure


def apart(heights: Mapping[str, float], gap: float) -> dict[str, float]:
    """Heights moved apart so that none is nearer to the next than a gap, in their order, as little as need be."""
    names = sorted(heights, key=lambda name: heights[name])
    if not names:
        return {}
    wanted = np.array([heights[name] for name in names]) - gap * np.arange(len(names))
    # The nearest rising sequence: neighbours in the wrong order meet at their mean (pool adjacent violators).
    pools: list[list[float]] = []
    for height in wanted.tolist():
        pools.append([height])
        while len(pools) > 1 and np.mean(pools[-2]) > np.mean(pools[-1]):
            pools[-2:] = [pools[-2] + pools[-1]]
    moved = np.concatenate([np.full(len(pool), np.mean(pool)) for pool in pools]) + gap * np.arange(len(names))
    return dict(zip(names, moved.tolist(), strict=True))


def _points(axes: Any, scores: Mapping[str, Score], places: Sequence[int] | None = None) -> None:
    for turn, score in enumerate(scores.values()):
        place = turn if places is None else places[turn]
        if score.low is not None and score.high is not None:
            axes.hlines(place, score.low, score.high, color=MAIN, linewidth=2, alpha=0.55)
        axes.plot([score.value], [place], "o", color=MAIN, markersize=5.5, path_effects=HALO)


def _rows(axes: Any, names: Sequence[str]) -> None:
    axes.set_yticks(range(len(names)), list(names))
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.tick_params(axis="y", length=0)
    axes.xaxis.set_major_locator(MaxNLocator(5, steps=STEPS))
    axes.grid(axis="x")
