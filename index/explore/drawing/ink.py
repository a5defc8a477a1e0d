"""The colours of the plots, and how a plot becomes a picture that suits a light and a dark page alike."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.patheffects import withStroke

# The colours of the posters that are called museum, and what they become on a dark page.
INK, FAINT, MAIN, ACCENT, GROUND = "#1f2c35", "#c9c0ae", "#2f8188", "#d9602f", "#f3ecdd"
_DARK: Mapping[str, str] = {INK: "#ece5d6", FAINT: "#4a5660", MAIN: "#6bb7ba", ACCENT: "#ee8d5c", GROUND: "#1c252d"}
_NAMES = {INK: "ink", FAINT: "faint", MAIN: "main", ACCENT: "accent", GROUND: "ground"}

HALO = (withStroke(linewidth=2.5, foreground=GROUND),)
"""Behind words that may stand on a line."""

WIDTH = 4.5  # inches: narrow, so that letters can still be read where a phone shrinks it
_STYLE: Any = {  # matplotlib's own type for this lists every key
    "font.family": "DejaVu Sans",
    "font.size": 10,
    "axes.labelsize": 10,
    "xtick.labelsize": 9,
    "ytick.labelsize": 9,
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": FAINT,
    "xtick.color": FAINT,
    "ytick.color": FAINT,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "grid.color": FAINT,
    "grid.linewidth": 0.6,
    "axes.axisbelow": True,
    "figure.facecolor": "none",
    "axes.facecolor": "none",
    "legend.frameon": False,
    "legend.fontsize": 9,
    "svg.fonttype": "path",
    "svg.hashsalt": "matinee",  # the same numbers give the same picture
}


def style() -> AbstractContextManager[None]:
    """What every plot is drawn in."""
    return mpl.rc_context(_STYLE)


def paper(height: float, *, width: float = WIDTH) -> tuple[Figure, Axes]:
    """An empty plot; sizes in inches."""
    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasSVG(figure)
    return figure, figure.add_subplot()


def svg(figure: Figure) -> str:
    """The plot as an SVG document whose colours follow the reader's preference for light or dark."""
    stream = io.StringIO()
    with style():
        figure.savefig(stream, format="svg", metadata={"Date": None, "Creator": None})
    drawn = stream.getvalue()
    drawn = drawn[drawn.index("<svg") :]  # without the document type, which names an address
    drawn = re.sub(r"<metadata>.*?</metadata>", "", drawn, flags=re.S)
    for colour, name in _NAMES.items():
        drawn = drawn.replace(colour, f"var(--{name})")
    light = "".join(f"--{name}:{colour};" for colour, name in _NAMES.items())
    dark = "".join(f"--{_NAMES[colour]}:{shade};" for colour, shade in _DARK.items())
    theme = f"<style>:root{{{light}}}@media (prefers-color-scheme: dark){{:root{{{dark}}}}}</style>"
    return drawn.replace(">", f">{theme}", 1)


def address(figure: Figure) -> str:
    """The plot as a data: address, for an image on a page that needs nothing else."""
    return "data:image/svg+xml;base64," + base64.b64encode(svg(figure).encode()).decode()
