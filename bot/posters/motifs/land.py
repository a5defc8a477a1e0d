"""Motifs of land and water: mesas, hills with a kite, a road, the sea, snow, reeds."""

from __future__ import annotations

from collections.abc import Callable
from math import pi, sin
from random import Random

from bot.posters.canvas import Canvas, Stencil, around, swell
from bot.posters.colour import Palette, luminance, mixed, vivid


def mesas(art: Canvas, ink: Palette, chance: Random) -> None:
    """A low sun between table mountains, a lone rider on the plain."""
    w, h = art.width, art.height
    sun = w * chance.uniform(0.42, 0.58)
    for radius, share in ((0.33, 0.72), (0.25, 0.45), (0.175, 0.0)):
        art.disc(sun, h * 0.56, w * radius, mixed(ink.accent, ink.paper, share))
    far = mixed(ink.main, ink.paper, 0.35)
    _mesa(art, w * 0.02, w * 0.34, h * 0.5, h * 0.86, far)
    _mesa(art, w * 0.7, w * 1.1, h * 0.46, h * 0.86, ink.main)
    _mesa(art, w * -0.2, w * 0.16, h * 0.36, h * 0.86, ink.main)
    _mesa(art, w * 0.6, w * 0.67, h * 0.58, h * 0.86, far)
    _rider(art, sun + w * chance.uniform(-0.1, 0.1), h * 0.805, w * 0.0016, ink.main)
    art.block(0, h * 0.8, w, h, ink.main)
    art.shape(((0, h), *swell(0, w, h * 0.89, h * 0.025, 0.8, chance.random()), (w, h)), ink.second)


def _mesa(art: Canvas, left: float, right: float, top: float, foot: float, fill: str) -> None:
    wide = right - left
    shelf = top + (foot - top) * 0.35
    art.shape(
        (
            (left - wide * 0.22, foot), (left - wide * 0.02, shelf), (left, shelf), (left + wide * 0.03, top),
            (right - wide * 0.03, top), (right, shelf), (right + wide * 0.02, shelf), (right + wide * 0.22, foot),
        ),
        fill,
    )  # fmt: skip


def _rider(art: Canvas, x: float, y: float, size: float, fill: str) -> None:
    """Horse and rider at a stand, about 100 sizes tall, from their hooves up."""
    horse = Stencil(art, x, y, size)
    horse.path(
        "-30,-52 -12,-49 8,-51 20,-56 30,-72 36,-76 38,-72 49,-60 46,-55 36,-60 30,-46 24,-32 0,-30 -24,-30 -30,-38",
        fill,
    )
    for leg in (
        "-31,-36 -23,-36 -27.8,2 -32.2,2",
        "-24,-36 -16,-36 -14.8,2 -19.2,2",
        "8,-36 16,-36 12.2,2 7.8,2",
        "17,-36 25,-36 28.2,2 23.8,2",
    ):
        horse.path(leg, fill)
    horse.path("-29,-52 -38,-30 -36,-14 -32,-30 -26,-44", fill)
    horse.path("-6,-46 -9,-72 -4,-80 5,-80 9,-71 16,-62 14,-59 6,-64 6,-46", fill)
    horse.path("-3,-50 7,-50 8,-26 12,-22 2,-22", fill)
    horse.disc(0, -85, 5.5, fill)
    horse.path("-13,-87 13,-87 6,-90 5,-97 -5,-97 -6,-90", fill)


def hills(art: Canvas, ink: Palette, chance: Random) -> None:
    """Rolling hills, a big sun, and a kite or a balloon in the wind."""
    w, h = art.width, art.height
    side = chance.choice((-1, 1))
    art.disc(w * (0.5 - side * 0.24), h * 0.3, w * 0.115, mixed(ink.accent, "#f6d27a", 0.7))
    for drift, level in ((0.0, 0.2), (0.5, 0.42)):
        _cloud(
            art, w * ((chance.random() * 0.5 + drift) % 1.0), h * level, w * 0.055, mixed(ink.paper, "#ffffff", 0.55)
        )
    phase = chance.random()
    art.shape(((0, h), *swell(0, w, h * 0.7, h * 0.055, 0.9, phase), (w, h)), mixed(ink.main, ink.paper, 0.4))
    art.shape(((0, h), *swell(0, w, h * 0.79, h * 0.05, 0.8, phase + 0.4), (w, h)), ink.main)
    art.shape(((0, h), *swell(0, w, h * 0.9, h * 0.035, 0.7, phase + 0.75), (w, h)), ink.second)
    if chance.random() < 0.5:
        _kite(art, w * (0.5 + side * 0.17), h * 0.32, w * 0.1, side, ink)
    else:
        _balloon(art, w * (0.5 + side * 0.16), h * 0.33, w * 0.13, ink)


def _cloud(art: Canvas, x: float, y: float, size: float, fill: str) -> None:
    for dx, dy, r in ((-1.1, 0.1, 0.62), (0.0, -0.25, 0.9), (1.05, 0.12, 0.6)):
        art.disc(x + dx * size, y + dy * size, r * size, fill)
    art.block(x - 1.6 * size, y + 0.15 * size, x + 1.55 * size, y + 0.72 * size, fill)
    art.disc(x - 1.6 * size, y + 0.435 * size, 0.285 * size, fill)
    art.disc(x + 1.55 * size, y + 0.435 * size, 0.285 * size, fill)


def _kite(art: Canvas, x: float, y: float, size: float, side: int, ink: Palette) -> None:
    def turned(px: float, py: float) -> tuple[float, float]:
        return x + (px * 0.9 - py * 0.44 * side) * size, y + (px * 0.44 * side + py * 0.9) * size

    top, right, foot, left = turned(0, -1.25), turned(0.85, -0.15), turned(0, 1.35), turned(-0.85, -0.15)
    middle = turned(0, -0.15)
    tail = [foot]
    for i in range(1, 28):
        t = i / 27
        tail.append((foot[0] - side * size * (1.9 * t + 0.2 * t * t), foot[1] + art.height * 0.42 * t**1.5))
    art.line(tail, 1.6, ink.ink)
    for i in (5, 9, 13):
        bx, by = tail[i]
        art.shape(((bx, by), (bx - 9, by - 6), (bx - 9, by + 4)), ink.accent)
        art.shape(((bx, by), (bx + 9, by - 3), (bx + 8, by + 6)), ink.accent)
    art.shape((top, right, middle), ink.accent)
    art.shape((top, left, middle), mixed(ink.accent, "#ffffff", 0.25))
    art.shape((foot, right, middle), mixed(ink.accent, ink.ink, 0.25))
    art.shape((foot, left, middle), ink.accent)


def _balloon(art: Canvas, x: float, y: float, size: float, ink: Palette) -> None:
    def envelope(share: float, fill: str) -> None:
        sides = [around(0, 0, size, a) for a in range(-200, 21, 10)]
        art.shape(
            [*((x + px * share, y + py) for px, py in sides), (x + size * 0.2 * share, y + size * 1.32),
             (x - size * 0.2 * share, y + size * 1.32)], fill,
        )  # fmt: skip

    cream = mixed(ink.accent, "#fff6e0", 0.85)
    for share, fill in ((1.0, ink.accent), (0.66, cream), (0.3, ink.accent)):
        envelope(share, fill)
    basket = y + size * 1.55
    for dx in (-0.17, 0.17):
        art.line(((x + dx * size, y + size * 1.3), (x + dx * 0.8 * size, basket)), 1.4, ink.ink)
    art.block(x - size * 0.16, basket, x + size * 0.16, basket + size * 0.22, ink.ink)


def road(art: Canvas, ink: Palette, chance: Random) -> None:
    """A road that winds to the horizon, and the sun it leads to."""
    w, h = art.width, art.height
    side = chance.choice((-1, 1))
    level = h * 0.52
    goal = w * (0.5 + side * 0.1)
    art.disc(goal, level, w * 0.31, mixed(ink.accent, ink.paper, 0.55))
    art.disc(goal, level, w * 0.215, ink.accent)
    art.shape(
        ((0, h), *swell(0, w, level - h * 0.01, h * 0.03, 1.2, chance.random()), (w, h)),
        mixed(ink.second, ink.paper, 0.45),
    )
    art.shape(
        ((0, h), *swell(0, w, level + h * 0.05, h * 0.025, 0.9, chance.random()), (w, h)),
        mixed(ink.main, ink.paper, 0.25),
    )
    art.block(0, level + h * 0.1, w, h, ink.main)
    left, right, dash = [], [], []
    steps = 60
    for i in range(steps + 1):
        t = i / steps  # 0 far, 1 near
        y = level + h * 0.055 + (h * 0.47) * t**1.7
        x = goal + side * w * 0.34 * _bend(t) * (0.25 + t)
        half = w * (0.006 + 0.15 * t**1.5)
        left.append((x - half, y))
        right.append((x + half, y))
        dash.append((x, y, half))
    art.shape((*left, *reversed(right)), ink.ink if luminance(ink.main) > 0.12 else mixed(ink.second, ink.accent, 0.2))
    for i in range(14, steps, 6):
        (x, y, half), (x2, y2, half2) = dash[i], dash[min(steps, i + 3)]
        art.shape(
            ((x - half * 0.05, y), (x + half * 0.05, y), (x2 + half2 * 0.05, y2), (x2 - half2 * 0.05, y2)), ink.accent
        )


def _bend(t: float) -> float:
    return -sin(t * pi * 2.1)


def sea(art: Canvas, ink: Palette, chance: Random) -> None:
    """Bands of scalloped waves under a low sun, and a sail between them."""
    w, h = art.width, art.height
    art.disc(w * chance.uniform(0.36, 0.64), h * 0.42, w * 0.2, ink.accent)
    _water(art, ink, chance, _sail)


def fin(art: Canvas, ink: Palette, chance: Random) -> None:
    """The same water, and a fin that comes nearer."""
    w, h = art.width, art.height
    art.disc(w * chance.uniform(0.36, 0.64), h * 0.36, w * 0.17, ink.accent)
    _water(art, ink, chance, _fin)


def _water(
    art: Canvas, ink: Palette, chance: Random, thing: Callable[[Canvas, float, float, float, Palette], None]
) -> None:
    """Six rows of waves over the lower half, with a thing behind the third."""
    w, h, rows = art.width, art.height, 6
    for row in range(rows):
        t = row / (rows - 1)
        level = h * (0.52 + 0.42 * t)
        size = w * (0.055 + 0.035 * t)
        if row == 2:
            thing(art, w * chance.uniform(0.32, 0.68), level, w * 0.16, ink)
        fill = mixed(ink.main, ink.second, t)
        x = (row % 2) * size + chance.uniform(-2.2, -1.8) * size
        art.block(0, level, w, h, fill)
        while x < w + 2 * size:
            art.disc(x, level + size * 0.42, size * 1.08, fill)
            x += 2 * size
    art.block(0, h - 1, w, h, ink.second)


def _fin(art: Canvas, x: float, y: float, size: float, ink: Palette) -> None:
    steps = [i / 24 for i in range(25)]
    back = [(x - size * 1.1 + size * 1.55 * t, y + size * 0.5 - size * 2.0 * t**0.7) for t in steps]
    front = [(x + size * (0.45 - 0.5 * t + 0.62 * t * t), y - size * 1.5 + size * 2.0 * t) for t in steps]
    art.shape((*back, *front), ink.ink if luminance(ink.paper) > 0.3 else mixed(ink.paper, "#000000", 0.6))


def _sail(art: Canvas, x: float, y: float, size: float, ink: Palette) -> None:
    day = luminance(ink.paper) > 0.3
    y -= size * 0.28
    light = mixed(ink.paper, "#ffffff", 0.6) if day else ink.ink
    art.shape(((x + 3, y - size * 1.45), (x + 3, y - size * 0.3), (x + size * 0.7, y - size * 0.3)), light)
    art.shape(
        ((x - 4, y - size * 1.2), (x - 4, y - size * 0.3), (x - size * 0.5, y - size * 0.3)),
        mixed(light, ink.second, 0.3),
    )
    hull = ((-0.72, -0.22), (0.8, -0.22), (0.5, 0.2), (-0.5, 0.2))
    art.shape([(x + px * size, y + py * size) for px, py in hull], ink.ink if day else ink.accent)


def snow(art: Canvas, ink: Palette, chance: Random) -> None:
    """A small house under a big night of snow, its window lit."""
    w, h = art.width, art.height
    bright = luminance(ink.paper) > 0.3
    white = mixed(ink.paper, "#ffffff", 0.85) if bright else ink.second
    ground = ink.second
    for x, size in ((0.1, 0.34), (0.22, 0.24), (0.9, 0.4), (0.78, 0.26)):
        _fir(art, w * x, h * 0.83, h * size, mixed(ink.main, ink.paper, 0.35 if size < 0.3 else 0.0))
    x, foot, size = w * chance.uniform(0.44, 0.56), h * 0.86, w * 0.1
    art.block(x - size, foot - size * 1.0, x + size, foot, ink.accent)
    art.shape(
        ((x - size * 1.35, foot - size * 0.9), (x, foot - size * 2.0), (x + size * 1.35, foot - size * 0.9)), white
    )
    art.block(x + size * 0.45, foot - size * 2.1, x + size * 0.75, foot - size * 1.4, ink.accent)
    art.block(x - size * 0.28, foot - size * 0.68, x + size * 0.28, foot - size * 0.15, "#f7d98a")
    art.block(x - 1.5, foot - size * 0.68, x + 1.5, foot - size * 0.15, ink.accent)
    art.shape(((0, h), *swell(0, w, h * 0.865, h * 0.022, 0.8, chance.random()), (w, h)), ground)
    for _ in range(90):
        y = chance.uniform(0, h * 0.82)
        art.disc(chance.uniform(0, w), y, chance.choice((1.6, 2.4, 3.4)), white)


def _fir(art: Canvas, x: float, foot: float, height: float, fill: str) -> None:
    for part in range(3):
        top = foot - height + part * height * 0.22
        half = height * (0.15 + 0.07 * part)
        art.shape(((x, top), (x - half, top + height * 0.42), (x + half, top + height * 0.42)), fill)
    art.block(x - height * 0.03, foot - height * 0.16, x + height * 0.03, foot + height * 0.1, fill)


def reeds(art: Canvas, ink: Palette, chance: Random) -> None:
    """A great sun behind tall grass that leans in the wind."""
    w, h = art.width, art.height
    art.disc(w * chance.uniform(0.44, 0.58), h * 0.45, min(w, h) * 0.31, vivid(ink))
    lean = chance.choice((-1, 1))
    dark = ink.ink if luminance(ink.paper) > 0.25 else mixed(ink.paper, "#000000", 0.55)
    for layer, fill in ((0, mixed(ink.second, ink.paper, 0.35)), (1, dark)):
        for i in range(26):
            x = w * (-0.1 + 1.2 * (i + chance.uniform(-0.4, 0.4)) / 25)
            tall = h * chance.uniform(0.26, 0.62 if layer == 0 else 0.52)
            bend = lean * tall * chance.uniform(0.2, 0.42)
            thick = chance.uniform(2.4, 4.8)
            left = [(x - thick * (1 - t) + bend * t**2, h - tall * t) for t in (0, 0.25, 0.5, 0.75, 1)]
            right = [(x + thick * (1 - t) + bend * t**2, h - tall * t) for t in (1, 0.75, 0.5, 0.25, 0)]
            art.shape((*left, *right), fill)
