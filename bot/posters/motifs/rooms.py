"""Motifs of rooms and walls: a door ajar, windows, a table by a window, stairs, bars."""

from __future__ import annotations

from random import Random

from bot.posters.canvas import Canvas, Stencil, swell
from bot.posters.colour import Palette, luminance, mixed
from bot.posters.motifs.night import figure


def door(art: Canvas, ink: Palette, chance: Random) -> None:
    """A door ajar in the dark, someone in it, and the light that falls through."""
    w, h = art.width, art.height
    bright = luminance(ink.paper) > 0.25
    dark = ink.main if bright else mixed(ink.paper, "#000000", 0.45)
    light = next((c for c in (ink.accent, ink.second, ink.ink) if bright or luminance(c) > 0.4), ink.ink)
    side = chance.choice((-1, 1))
    # Measured from the threshold in the middle of the frame; one is half the width of the door.
    half = w * 0.17
    tall = h * 0.58
    view = Stencil(art, w * (0.5 - side * 0.05), h * 0.74, half, down=tall, side=side)
    gap = 1 - chance.uniform(0.75, 0.95)  # where the open part begins
    lip = gap + (1 - gap) * 0.3  # the near edge of the open door
    view.block(-1.14, -1.04, 1.14, 0, dark)
    view.block(gap, -1, 1, 0, light)
    view.block(-1, -1, gap, 0, ink.second)
    view.path(f"{gap},-1 {gap},0 {lip},.078 {lip},-1.052", mixed(ink.second, dark, 0.5))
    view.disc(gap - 0.13, -0.46, 0.05, light)
    # The light on the floor ends before the letters begin.
    view.path(f"1,0 {lip},.078 {lip - 0.35},.4 2.2,.4", mixed(light, ink.paper, 0.25))
    stand = gap + (1 - gap) * 0.64
    view.path(f"{stand - 0.09},0 {stand + 0.09},0 {stand + 0.9},.4 {stand + 0.5},.4", dark)
    figure(art, *view.at(stand, 0), tall * 0.0062, dark)


def window(art: Canvas, ink: Palette, chance: Random) -> None:
    """A wall of windows at dusk; one is lit, and someone sits in it."""
    w, h = art.width, art.height
    columns, rows = 4, 5 if h > 480 else 4
    across, down = w * 0.8 / columns, h * 0.86 / rows
    lit = (chance.randrange(columns), chance.randrange(1, rows))
    bright = luminance(ink.paper) > 0.3
    for column in range(columns):
        for row in range(rows):
            pane = Stencil(art, w * 0.1 + (column + 0.5) * across, h * 0.07 + (row + 0.9) * down, across, down=down)
            glass = mixed(mixed(ink.main, ink.paper, 0.12), ink.second, chance.choice((0.0, 0.0, 0.0, 0.12)))
            if (column, row) == lit:
                pane.block(-0.33, -0.76, 0.33, 0, ink.accent if bright else mixed(ink.accent, "#ffe2a0", 0.25))
                _sitter(pane, ink.ink if bright else mixed(ink.paper, "#000000", 0.5))
            else:
                pane.block(-0.33, -0.76, 0.33, 0, glass)
                if chance.random() < 0.3:  # a curtain half drawn
                    pane.block(-0.33, -0.76, 0.33, -chance.uniform(0.25, 0.55), mixed(glass, ink.paper, 0.35))
            pane.block(-0.012, -0.76, 0.012, 0, ink.paper)
            pane.block(-0.37, 0, 0.37, 0.035, mixed(ink.main, ink.paper, 0.5))


def _sitter(pane: Stencil, fill: str) -> None:
    pane.disc(0.08, -0.38, 0.075, fill)
    pane.path("-.08,0 -.04,-.24 .03,-.3 .13,-.3 .2,-.24 .24,0", fill)


def room(art: Canvas, ink: Palette, chance: Random) -> None:
    """A table and an empty chair by a tall window with a low sun."""
    w, h = art.width, art.height
    side = chance.choice((-1, 1))
    x, top, foot = w * (0.5 + side * 0.08), h * 0.12, h * 0.66
    half = w * 0.24
    bright = luminance(ink.paper) > 0.3
    glow = mixed(ink.accent, "#fff1cc", 0.55) if not bright else mixed(ink.paper, "#fffaf0", 0.75)
    art.block(x - half, top, x + half, foot, glow)
    sun = x - side * half * chance.uniform(0.1, 0.4)
    base = foot - h * 0.06
    art.disc(sun, base - h * 0.1, w * 0.1, ink.accent if bright else mixed(ink.accent, ink.second, 0.35))
    land = [(px, py) for px, py in swell(x - half, x + half, base, h * 0.022, 1.1, chance.random())]
    art.shape(((x - half, foot), *land, (x + half, foot)), mixed(ink.main, glow, 0.35))
    frame = ink.ink if bright else mixed(ink.paper, "#000000", 0.35)
    for bar in (x - half, x, x + half):
        art.block(bar - 4, top, bar + 4, foot, frame)
    for bar in (top, top + (foot - top) * 0.34, foot):
        art.block(x - half - 4, bar - 4, x + half + 4, bar + 4, frame)
    art.block(0, h * 0.84, w, h, ink.second)
    spill = mixed(ink.second, glow, 0.35)
    art.shape(
        (
            (x - half * 0.9, h * 0.84),
            (x + half * 0.9, h * 0.84),
            (x + half * 0.9 - side * w * 0.16, h),
            (x - half * 0.9 - side * w * 0.16, h),
        ),
        spill,
    )
    art.block(0, h - 1.5, w, h, ink.second)
    _furniture(art, x - side * w * 0.16, h * 0.955, w * 0.0018, side, frame, ink.accent)


def _furniture(art: Canvas, x: float, foot: float, size: float, side: int, fill: str, spot: str) -> None:
    """A table with a cup, and a chair drawn back from it."""
    piece = Stencil(art, x, foot, size, side=side)
    for box in (
        *((-90, -96, 40, -88), (-80, -90, -73, 0), (23, -90, 30, 0)),
        *((62, -132, 69, 0), (62, -60, 112, -53), (105, -56, 112, 0)),
    ):
        piece.block(*box, fill)
    piece.path("-39,-112 -21,-112 -24,-96 -36,-96", spot)


def stairs(art: Canvas, ink: Palette, chance: Random) -> None:
    """Steps from the dark to a bright doorway, one figure at the top and one below."""
    w, h = art.width, art.height
    bright = luminance(ink.paper) > 0.3
    light = mixed(ink.paper, "#fffaf0", 0.6) if bright else mixed(ink.accent, "#ffe9bb", 0.3)
    side = chance.choice((-1, 1))
    view = Stencil(art, w / 2, 0, w, down=h, side=side)  # x from -0.5 to 0.5, y from 0 to 1
    view.block(0.24, 0.1, 0.4, 0.36, light)
    view.path(".24,.1 .24,.36 -.44,.93 -.44,.83", light + "38")
    steps = 9
    edges = [0.2 - 0.64 * step / steps for step in range(steps + 1)]
    levels = [0.36 + 0.57 * step / steps for step in range(steps + 1)]
    treads = " ".join(f"{edges[i]},{levels[i]} {edges[i]},{levels[i + 1]}" for i in range(steps))
    view.path(f".5,1 .5,.36 {treads} -.5,.93 -.5,1", ink.main)
    figure(art, *view.at(0.32, 0.36), h * 0.0017, ink.ink if bright else mixed(ink.paper, "#000000", 0.45))
    below = ink.accent if luminance(ink.accent) < 0.5 or not bright else ink.ink
    figure(art, *view.at(-0.43, 0.93), h * 0.0013, below)


def bars(art: Canvas, ink: Palette, chance: Random) -> None:
    """A barred window with a sun behind it, and a bird that is already outside."""
    w, h = art.width, art.height
    x, y = w * 0.5, h * 0.5
    half = min(w, h) * 0.36
    bright = luminance(ink.paper) > 0.3
    sky = mixed(ink.accent, "#fff3d6", 0.65)
    iron = ink.ink if bright else mixed(ink.paper, "#000000", 0.5)
    art.block(0, h * 0.965, w, h, ink.main)
    art.block(x - half - 16, y - half - 16, x + half + 16, y + half + 16, mixed(ink.paper, iron, 0.3))
    art.block(x - half, y - half, x + half, y + half, sky)
    art.disc(x + half * chance.uniform(-0.25, 0.25), y + half * 0.15, half * 0.48, ink.accent)
    for i in range(5):
        bar = x - half + 2 * half * (i + 0.5) / 5
        art.block(bar - 8, y - half, bar + 8, y + half, iron)
    art.block(x - half, y - 6, x + half, y + 6, iron)
    side = chance.choice((-1, 1))
    bx, by, size = x + side * half * 0.86, y - half * 0.98, half * 0.3
    bird(art, bx, by, size, side, ink.ink)


def bird(art: Canvas, x: float, y: float, size: float, side: int, fill: str) -> None:
    """A bird on the wing, about two sizes long, flying to its side."""
    flying = Stencil(art, x, y, size, side=side)
    flying.path(".9,-.12 .55,-.3 .3,-.18 .05,-.25 -.55,-.95 -.42,-.1 -1.1,.22 -.5,.2 .1,.22 .5,.02 .62,-.08", fill)
    flying.path(".3,-.15 .02,-.2 .3,-1.05 .48,-.6", fill)
