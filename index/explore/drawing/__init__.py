"""Plots of what `index.explore` counts; needs matplotlib (extra [explore])."""

from __future__ import annotations

from index.explore.drawing.bars import across, steps, upright
from index.explore.drawing.curves import calendar, concentration
from index.explore.drawing.grids import lifts, shades
from index.explore.drawing.ink import address, svg
from index.explore.drawing.points import between, from_middle

__all__ = [
    "across",
    "address",
    "between",
    "calendar",
    "concentration",
    "from_middle",
    "lifts",
    "shades",
    "steps",
    "svg",
    "upright",
]
