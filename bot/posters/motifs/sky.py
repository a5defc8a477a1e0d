"""Motifs of the sky: orbits, a planet, an aeroplane, a peak."""

from __future__ import annotations

from math import atan2, cos, degrees, sin, tau
from random import Random

from bot.posters.canvas import Canvas, Stencil, around, swell
from bot.posters.colour import Palette, contrast, mixed


def stars(art: Canvas, fill: str, chance: Random, *, count: int, lowest: float = 1.0) -> None:
    """Small stars of three sizes over the sheet, down to a share of its height."""
    for _ in range(count):
        size = chance.choice((0.9, 0.9, 1.3, 2.1))
        art.disc(chance.uniform(0, art.width), chance.uniform(0, art.height * lowest), size, fill)


def orbits(art: Canvas, ink: Palette, chance: Random) -> None:
    """Concentric orbits around a sun, a few flat planets on them."""
    stars(art, ink.ink, chance, count=60)
    x, y = art.width / 2, art.height * 0.53
    reach = min(art.width * 0.46, art.height * 0.45)
    rings = 5
    radii = [reach * (0.3 + 0.7 * i / (rings - 1)) for i in range(rings)]
    for radius in radii:
        art.ring(x, y, radius, 1.6, ink.main)
    art.disc(x, y, reach * 0.17, ink.second)
    art.wedge(x, y, reach * 0.17, -60, 120, mixed(ink.second, ink.paper, 0.25))
    start = chance.uniform(0, 360)
    sizes = [0.032, 0.055, 0.04, 0.095, 0.05]
    chance.shuffle(sizes)
    for position, (radius, size) in enumerate(zip(radii, sizes, strict=True)):
        angle = start + position * 137.5
        px, py = around(x, y, radius, angle)
        art.disc(px, py, reach * size + 7, ink.paper)
        art.disc(px, py, reach * size, ink.accent if position % 2 else ink.main)
        # The side that is turned away from the sun lies in shade.
        shade = mixed(ink.accent if position % 2 else ink.main, ink.paper, 0.45)
        art.wedge(px, py, reach * size, angle - 90, angle + 90, shade)


def planet(art: Canvas, ink: Palette, chance: Random) -> None:
    """The curve of a world below, a sun behind it, and one small ship leaving a trail."""
    stars(art, ink.ink, chance, count=80, lowest=0.75)
    lean = chance.choice((-1, 1))
    x, level = art.width / 2, art.height * 0.74
    sun = x + lean * art.width * 0.16
    for radius, share in ((0.34, 0.86), (0.265, 0.7), (0.2, 0.0)):
        art.disc(sun, level - art.width * 0.05, art.width * radius, mixed(ink.second, ink.paper, share))
    radius = art.width * 1.0
    art.disc(x, level + radius, radius + 9, mixed(ink.main, ink.paper, 0.55))
    art.disc(x, level + radius, radius, ink.main)
    moon = art.width * chance.uniform(0.045, 0.06)
    mx, my = x - lean * art.width * 0.27, art.height * chance.uniform(0.16, 0.24)
    art.disc(mx, my, moon, ink.accent)
    art.disc(mx + moon * 0.45 * lean, my - moon * 0.2, moon * 0.9, ink.paper)
    tip = (x - lean * art.width * 0.1, art.height * 0.42)
    tail = (tip[0] - lean * art.width * 0.34, tip[1] + art.height * 0.17)
    art.shape((tip, (tail[0] - 2, tail[1] - 3), (tail[0] + 2, tail[1] + 3)), mixed(ink.ink, ink.paper, 0.45))
    nose = (tip[0] + lean * 15, tip[1] - 7.5)
    art.shape((nose, (tip[0] - lean * 5, tip[1] - 7), (tip[0] + lean * 0, tip[1] + 8)), ink.ink)


def aeroplane(art: Canvas, ink: Palette, chance: Random) -> None:
    """An airliner seen from above, looping its trail across a round sun."""
    x, y = art.width * 0.5, art.height * 0.52
    size = min(art.width, art.height)
    art.disc(x, y, size * 0.36, ink.main)
    lift = chance.uniform(0.9, 1.1)
    trail = []
    for i in range(121):
        # From the lower left in one loop to the upper right.
        t = i / 120
        forward = -0.46 + 0.72 * t - 0.13 * sin(2 * tau * min(1.0, max(0.0, (t - 0.2) / 0.6)) / 2)
        rise = 0.2 - 0.36 * t * t * lift + 0.11 * (cos(tau * min(1.0, max(0.0, (t - 0.2) / 0.6))) - 1)
        trail.append((x + forward * size, y + rise * size))
    for start in range(0, 116, 4):
        px, py = trail[start]
        inside = (px - x) ** 2 + (py - y) ** 2 < (size * 0.36) ** 2
        art.line(
            trail[start : start + 3],
            3.4,
            ink.ink if not inside else (ink.accent if contrast(ink.accent, ink.main) > 1.6 else ink.ink),
        )
    (hx, hy), (bx, by) = trail[-1], trail[-6]
    heading = degrees(atan2(hy - by, hx - bx))
    nose = around(hx, hy, size * 0.09, heading)
    _airliner(art, *nose, size * 0.0034, heading, ink.ink)


def _airliner(art: Canvas, x: float, y: float, size: float, heading: float, fill: str) -> None:
    """A plan view, about 66 sizes long; the heading in degrees clockwise from the right."""
    plane = Stencil(art, x, y, size, turn=heading)
    plane.path("34,0 28,-4 10,-4.5 -8,-32 -15,-32 -5,-4.5 -20,-4 -27,-13 -32,-13 -28,0 10,0", fill)
    plane.path("34,0 28,4 10,4.5 -8,32 -15,32 -5,4.5 -20,4 -27,13 -32,13 -28,0 10,0", fill)


def peak(art: Canvas, ink: Palette, chance: Random) -> None:
    """One mountain with a lit and a shaded face, a sun, and a dot of a climber near the top."""
    w, h = art.width, art.height
    x, top = w * chance.uniform(0.46, 0.56), h * 0.2
    art.disc(x + w * chance.choice((-0.21, 0.22)), h * 0.27, w * 0.12, ink.accent)
    far = mixed(ink.main, ink.paper, 0.6)
    art.shape(((-20, h), (-20, h * 0.72), (w * 0.14, h * 0.55), (w * 0.36, h * 0.86), (w * 0.4, h)), far)
    art.shape(((w * 0.6, h), (w * 0.86, h * 0.5), (w + 20, h * 0.66), (w + 20, h)), far)
    foot = h * 1.02
    left, right = x - w * 0.52, x + w * 0.5
    art.shape(((x, top), (left, foot), (right, foot)), ink.second)
    ridge = [
        (x, top), (x + w * 0.02, top + h * 0.14), (x - w * 0.035, top + h * 0.25), (x + w * 0.035, top + h * 0.42),
        (x - w * 0.03, top + h * 0.58), (x + w * 0.06, foot),
    ]  # fmt: skip
    art.shape((*ridge, (right, foot)), mixed(ink.second, ink.ink, 0.35))
    cap = (
        (x, top), (x - w * 0.135, top + h * 0.215), (x - w * 0.085, top + h * 0.19), (x - w * 0.06, top + h * 0.25),
        (x - w * 0.02, top + h * 0.2), (x + w * 0.03, top + h * 0.26), (x + w * 0.065, top + h * 0.185),
        (x + w * 0.115, top + h * 0.187),
    )  # fmt: skip
    art.shape(cap, mixed(ink.paper, "#ffffff", 0.65) if sum(map(ord, ink.paper[1::2])) > 160 else ink.ink)
    cx, cy = x - w * 0.2, top + h * 0.32
    art.line(((cx, cy), (cx + w * 0.055, cy - h * 0.085)), 1.2, ink.accent)
    art.disc(cx - 2, cy - 1, 5.0, ink.accent)
    art.shape(((0, h), *swell(0, w, h * 0.9, h * 0.03, 1.0, chance.random()), (w, h)), ink.main)
