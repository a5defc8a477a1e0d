"""Motifs of one thing: a jacket, an umbrella, a lens, a record, piano keys, a keyhole, a dial."""

from __future__ import annotations

from math import sin, tau
from random import Random

from bot.posters.canvas import Canvas, Stencil, around
from bot.posters.colour import Palette, contrast, luminance, mixed


def jacket(art: Canvas, ink: Palette, chance: Random) -> None:
    """A dinner jacket with a white shirt, a bow tie or a long one, and a flower on the lapel."""
    w, h = art.width, art.height
    dark = min(ink.colours(), key=luminance)
    cloth = ink.main if contrast(ink.main, ink.paper) > 1.6 else mixed(ink.paper, "#000000", 0.5)
    pale = luminance(cloth) > 0.4
    shirt = ink.ink if pale else max(ink.colours(), key=luminance)
    lapel = mixed(cloth, dark if luminance(cloth) > 0.1 else mixed(cloth, shirt, 0.22), 0.5)
    suit = Stencil(art, w / 2, 0, w, down=h)  # x from -0.5 to 0.5, y from 0 to 1
    suit.path("-.52,1 -.52,.56 -.4,.47 -.12,.34 .12,.34 .4,.47 .52,.56 .52,1", cloth)
    suit.path("-.12,.34 .12,.34 .13,.44 0,.99 -.13,.44", shirt)
    for side in (-1, 1):
        half = Stencil(art, w / 2, 0, w, down=h, side=side)
        half.path(".125,.332 .27,.49 .215,.55 .255,.585 0,1", lapel)
        half.path("0,.41 .125,.305 .145,.44 .05,.485", mixed(shirt, "#ffffff", 0.35))
    tie = Stencil(art, w / 2, h * 0.43, w)
    if chance.random() < 0.6:
        tie.path("0,-.012 .085,-.04 .085,.04 0,.012 -.085,.04 -.085,-.04", dark)
        tie.block(-0.015, -0.018, 0.015, 0.018, mixed(dark, shirt, 0.15))
    else:
        long = h * 0.5 / w
        tie.path(f"-.022,-.016 .022,-.016 .015,.023 .037,{long * 0.8} 0,{long} -.037,{long * 0.8} -.015,.023", dark)
    flower(art, *suit.at(0.225, 0.67), w * 0.042, ink.accent if contrast(ink.accent, cloth) > 1.8 else ink.second)
    art.block(0, h - 1.5, w, h, ink.main)


def flower(art: Canvas, x: float, y: float, size: float, fill: str) -> None:
    """A rose seen from the front: overlapping petals and a darker heart."""
    for angle in range(0, 360, 60):
        px, py = around(x, y, size * 0.55, angle)
        art.disc(px, py, size * 0.62, mixed(fill, "#000000", 0.12 if angle % 120 else 0.0))
    art.disc(x, y, size * 0.62, fill)
    art.arc(x, y, size * 0.45, 20, 290, size * 0.12, mixed(fill, "#000000", 0.4))
    art.arc(x + size * 0.04, y, size * 0.2, 180, 480, size * 0.12, mixed(fill, "#000000", 0.4))


def umbrella(art: Canvas, ink: Palette, chance: Random) -> None:
    """An open umbrella in slanting rain."""
    w, h = art.width, art.height
    drops = ink.second if contrast(ink.second, ink.paper) > 1.5 else ink.ink
    slant = chance.choice((-1, 1)) * 0.32
    for _ in range(75):
        x, y = chance.uniform(-0.1, 1.1) * w, chance.uniform(-0.05, 0.9) * h
        long = chance.uniform(16, 40)
        art.line(((x, y), (x - slant * long, y + long)), 1.8, mixed(drops, ink.paper, 0.45))
    x, y = w * chance.uniform(0.46, 0.54), h * 0.5
    size = min(w * 0.36, h * 0.36)
    fill = ink.accent if contrast(ink.accent, ink.paper) > 1.7 else ink.second
    dark = ink.ink if luminance(ink.paper) > 0.25 else mixed(ink.paper, "#000000", 0.5)
    art.line(((x, y - size * 1.08), (x, y + size * 0.78)), size * 0.035, dark)
    art.arc(x + size * 0.13, y + size * 0.78, size * 0.145, 0, 180, size * 0.035, dark)
    art.wedge(x, y, size, 180, 360, fill)
    shade = mixed(fill, dark, 0.28)
    for side in (-1, 1):
        Stencil(art, x, y, size, side=side).path("0,-1 .34,0 .67,-.02", shade)
    for i in range(6):  # the scalloped edge
        art.oval(x - size + size / 3 * (i + 0.5), y + 1, size / 6, size * 0.085, ink.paper)
    art.block(0, h * 0.93, w, h, ink.main)
    art.oval(x, h * 0.955, size * 0.55, h * 0.011, mixed(ink.main, fill, 0.4))


def lens(art: Canvas, ink: Palette, chance: Random) -> None:
    """A camera lens with its aperture blades and a spark of light."""
    x, y = art.width * 0.5, art.height * 0.5
    size = min(art.width * 0.43, art.height * 0.44)
    dark = ink.main if luminance(ink.paper) > 0.3 else ink.second
    art.disc(x, y, size, dark)
    art.ring(x, y, size * 0.93, 2.4, ink.accent)
    for i in range(60):
        one, other = around(x, y, size * 0.97, i * 6), around(x, y, size * (0.985 if i % 5 else 0.945), i * 6)
        art.line((one, other), 1.4, ink.paper)
    art.disc(x, y, size * 0.78, mixed(dark, "#000000", 0.35))
    turn, blades = chance.uniform(0, 60), 7
    hole = chance.uniform(0.24, 0.32)
    for blade in range(blades):
        a = turn + blade * 360 / blades
        inner, after = around(x, y, size * hole, a), around(x, y, size * hole, a + 360 / blades)
        rim, next_rim = around(x, y, size * 0.74, a + 38), around(x, y, size * 0.74, a + 38 + 360 / blades)
        tone = mixed(
            ink.second if luminance(ink.paper) > 0.3 else ink.main, dark, 0.1 + 0.5 * (blade % 2) + 0.12 * (blade % 3)
        )
        art.shape((inner, after, next_rim, rim), tone)
    art.ring(x, y, size * 0.79, size * 0.065, mixed(dark, "#000000", 0.5))
    centre = [around(x, y, size * hole, turn + blade * 360 / blades) for blade in range(blades)]
    art.shape(centre, ink.accent)
    art.disc(
        x - size * 0.3,
        y - size * 0.34,
        size * 0.075,
        mixed(ink.paper, "#ffffff", 0.6) if luminance(ink.paper) > 0.3 else ink.ink,
    )
    art.disc(
        x - size * 0.16,
        y - size * 0.42,
        size * 0.03,
        mixed(ink.paper, "#ffffff", 0.6) if luminance(ink.paper) > 0.3 else ink.ink,
    )


def record(art: Canvas, ink: Palette, chance: Random) -> None:
    """A record with its grooves and label, the arm laid on."""
    w, h = art.width, art.height
    size = min(w * 0.42, h * 0.43)
    x, y = w * 0.47, h * 0.52
    black = min(ink.colours(), key=luminance)
    if contrast(black, ink.paper) < 1.4:
        black = ink.second if luminance(ink.second) < 0.6 else ink.main
    art.disc(x, y, size, black)
    for i in range(9):
        art.ring(
            x, y, size * (0.94 - i * 0.062), 1.2, mixed(black, ink.ink if luminance(black) < 0.2 else ink.paper, 0.25)
        )
    gleam = chance.uniform(20, 60)
    for turn in (gleam, gleam + 180):
        art.wedge(x, y, size * 0.96, turn, turn + 22, "#ffffff1f")
    label = ink.main if contrast(ink.main, black) > 2 else ink.accent
    art.disc(x, y, size * 0.36, label)
    art.wedge(x, y, size * 0.36, gleam, gleam + 180, ink.second if ink.second != black else ink.accent)
    art.disc(x, y, size * 0.035, ink.paper)
    pivot = (w * 0.9, h * 0.12)
    elbow, needle = (w * 0.86, h * 0.5), around(x, y, size * 0.62, 38)
    metal = ink.ink if contrast(ink.ink, ink.paper) > 2 else ink.accent
    art.line((pivot, elbow, needle), 6, metal)
    art.disc(*pivot, 20, metal)
    art.disc(*pivot, 9, ink.paper)
    art.line((needle, (needle[0] - 12, needle[1] + 9)), 15, metal)


def keys(art: Canvas, ink: Palette, chance: Random) -> None:
    """Piano keys that rise and fall like a tune, and one in colour."""
    w, h = art.width, art.height
    count = 9
    pitch = w / count
    white = max(ink.colours(), key=luminance)
    if contrast(white, ink.paper) < 1.25:
        white = mixed(ink.paper, "#ffffff", 0.8)
    black = min(ink.colours(), key=luminance)
    if contrast(black, ink.paper) < 1.3:
        black = mixed(ink.paper, "#000000", 0.5)
    phase = chance.random()
    lit = chance.randrange(2, count - 2)
    tops = []
    for i in range(count):
        tops.append(h * (0.2 + 0.11 * sin(tau * (i / count * 1.3 + phase))))
        foot = tops[i] + h * 0.62
        fill = ink.accent if i == lit else white
        art.block(i * pitch + 2, tops[i], (i + 1) * pitch - 2, foot, fill)
        art.oval((i + 0.5) * pitch, foot, pitch / 2 - 2, pitch * 0.13, fill)
    for i in range(count - 1):
        if i % 7 in (2, 6):
            continue
        top = min(tops[i], tops[i + 1])
        x = (i + 1) * pitch
        art.block(
            x - pitch * 0.29, top - 4, x + pitch * 0.29, top + h * 0.36, black if i != (lit + 2) % 7 else ink.second
        )


def keyhole(art: Canvas, ink: Palette, chance: Random) -> None:
    """A keyhole, and the eye or the light behind it."""
    w, h = art.width, art.height
    size = min(w, h)
    x, y = w * 0.5, h * 0.5
    plate = ink.main
    if contrast(plate, ink.paper) < 1.3:
        plate = ink.second
    art.shape(_pill(x, y, size * 0.27, size * 0.16), plate)
    art.shape(_pill(x, y, size * 0.25, size * 0.16), mixed(plate, ink.paper, 0.16))
    dark = min(ink.colours(), key=luminance)
    dark = mixed(dark, "#000000", 0.35)
    top = y - size * 0.1
    hole = (
        (x - size * 0.045, top + size * 0.06),
        (x + size * 0.045, top + size * 0.06),
        (x + size * 0.095, y + size * 0.26),
        (x - size * 0.095, y + size * 0.26),
    )
    art.disc(x, top, size * 0.135, dark)
    art.shape(hole, dark)
    look = chance.uniform(-0.02, 0.02) * size
    white = max(ink.colours(), key=luminance)
    almond = [(x + size * 0.105 * t, top - size * 0.062 * (1 - t * t)) for t in _steps()]
    almond += [(x + size * 0.105 * t, top + size * 0.062 * (1 - t * t)) for t in reversed(_steps())]
    art.shape(almond, white)
    iris = ink.accent if contrast(ink.accent, white) > 1.5 else ink.second
    art.disc(x + look, top, size * 0.047, iris)
    art.disc(x + look, top, size * 0.022, dark)
    for dy in (-0.36, 0.36):
        art.disc(x, y + dy * size, size * 0.017, dark)


def _steps() -> list[float]:
    return [i / 12 - 1 for i in range(25)]


def _pill(x: float, y: float, half: float, straight: float) -> list[tuple[float, float]]:
    upper = [around(x, y - straight, half, a) for a in range(180, 361, 6)]
    lower = [around(x, y + straight, half, a) for a in range(0, 181, 6)]
    return [*upper, *lower]


def dial(art: Canvas, ink: Palette, chance: Random) -> None:
    """The dial of a safe, its ticks and its pointer, one sector marked."""
    x, y = art.width * 0.5, art.height * 0.5
    size = min(art.width * 0.43, art.height * 0.44)
    light = ink.main if contrast(ink.main, ink.paper) > 2.2 else ink.second
    deep = ink.second if light != ink.second else ink.main
    art.disc(x, y, size, light)
    start = chance.uniform(0, 360)
    art.wedge(x, y, size * 0.97, start, start + chance.choice((30, 45, 60)), ink.accent)
    inner = mixed(ink.paper, deep, 0.4)
    for i in range(100):
        a = i * 3.6
        deepest = 0.80 if i % 10 == 0 else (0.86 if i % 5 == 0 else 0.9)
        art.line(
            (around(x, y, size * 0.96, a), around(x, y, size * deepest, a)), 2.8 if i % 10 == 0 else 1.5, ink.paper
        )
    art.disc(x, y, size * 0.7, ink.paper)
    art.disc(x, y, size * 0.66, deep if contrast(deep, ink.paper) > 1.15 else inner)
    turn = chance.uniform(0, 360)
    for grip in range(5):
        px, py = around(x, y, size * 0.3, turn + grip * 72)
        art.line(((x, y), (px, py)), size * 0.085, light)
        art.disc(px, py, size * 0.08, light)
    art.disc(x, y, size * 0.16, light)
    art.disc(x, y, size * 0.065, ink.paper)
    art.shape(
        (around(x, y, size * 0.76, -90), around(x, y, size * 1.0, -94.5), around(x, y, size * 1.0, -85.5)), ink.accent
    )
