"""Motifs of tales and deeds: a castle, a compass, columns, a fist, an eye."""

from __future__ import annotations

from random import Random

from bot.posters.canvas import Canvas, Stencil, around, swell
from bot.posters.colour import Palette, contrast, luminance, mixed
from bot.posters.motifs.sky import stars


def castle(art: Canvas, ink: Palette, chance: Random) -> None:
    """A castle on a hill under a crescent, or under the sun."""
    w, h = art.width, art.height
    night = luminance(ink.paper) < 0.3
    if night:
        stars(art, ink.ink, chance, count=55, lowest=0.6)
    side = chance.choice((-1, 1))
    mx, my, moon = w * (0.5 + side * 0.24), h * 0.24, w * 0.1
    art.disc(mx, my, moon, ink.accent)
    if night:
        art.disc(mx - side * moon * 0.42, my - moon * 0.12, moon * 0.88, ink.paper)
    for level, share, waves in ((0.72, 0.55, 1.1), (0.8, 0.3, 0.8)):
        range_ = swell(0, w, h * level, h * 0.04, waves, chance.random())
        art.shape(((0, h), *range_, (w, h)), mixed(ink.second, ink.paper, share))
    x = w * (0.5 - side * 0.08)
    _walls(Stencil(art, x, h * 0.85, h * 0.0019, side=side), ink)
    steps = [w * i / 40 for i in range(41)]
    hill = [(px, h * 0.93 - h * 0.12 * max(0.0, 1 - ((px - x) / (w * 0.44)) ** 2)) for px in steps]
    art.shape(((0, h), *hill, (w, h)), ink.main)


def _walls(keep: Stencil, ink: Palette) -> None:
    """Five towers, a flag and a gate; about 290 measures tall."""
    roof, glow = mixed(ink.main, ink.second, 0.45), ink.accent
    for x, tall, wide in ((-92, 95, 26), (-52, 150, 30), (0, 205, 34), (50, 130, 28), (92, 88, 26)):
        keep.block(x - wide / 2, -tall, x + wide / 2, 20, ink.main)
        keep.path(f"{x - wide * 0.72},{-tall} {x},{-tall - wide * 1.9} {x + wide * 0.72},{-tall}", roof)
        keep.block(x - 3, -tall + 16, x + 3, -tall + 34, glow)
    keep.line("0,-268 0,-292", 1.8, ink.main)
    keep.path("0,-292 24,-286 0,-279", glow if luminance(glow) < 0.75 else ink.second)
    keep.block(-100, -62, 100, 20, ink.main)
    for tooth in range(12):
        keep.block(-100 + tooth * 17.4, -70, -91 + tooth * 17.4, -60, ink.main)
    keep.disc(0, -14, 15, glow)
    keep.block(-15, -14, 15, 20, glow)


def compass(art: Canvas, ink: Palette, chance: Random) -> None:
    """A compass rose whose needle points its own way."""
    x, y = art.width * 0.5, art.height * 0.5
    size = min(art.width * 0.43, art.height * 0.45)
    light = ink.main if contrast(ink.main, ink.paper) > 1.5 else ink.second
    art.ring(x, y, size, 3, light)
    art.ring(x, y, size * 0.95, 1.4, light)
    for i in range(72):
        deep = 0.86 if i % 6 == 0 else 0.91
        art.line(
            (around(x, y, size * 0.945, i * 5), around(x, y, size * deep, i * 5)), 2.2 if i % 6 == 0 else 1.2, light
        )
    for offset, length, half, one, other in (
        (45, 0.52, 0.1, ink.second, mixed(ink.second, ink.paper, 0.5)),
        (0, 0.8, 0.13, light, mixed(light, ink.paper, 0.55)),
    ):
        for point in range(4):
            a = offset + point * 90
            tip = around(x, y, size * length, a)
            art.shape(((x, y), around(x, y, size * half, a - 45), tip), one)
            art.shape(((x, y), around(x, y, size * half, a + 45), tip), other)
    turn = chance.uniform(-80, -20)
    tip, tail = around(x, y, size * 0.74, turn), around(x, y, size * 0.74, turn + 180)
    left, right = around(x, y, size * 0.07, turn - 90), around(x, y, size * 0.07, turn + 90)
    art.shape((left, tip, right), ink.accent)
    art.shape((left, tail, right), ink.ink)
    art.disc(x, y, size * 0.045, ink.paper)


def columns(art: Canvas, ink: Palette, chance: Random) -> None:
    """A temple front before a low sun; time may have broken a column."""
    w, h = art.width, art.height
    pale = luminance(ink.paper) > 0.4
    bright = ink.second if luminance(ink.second) > luminance(ink.paper) + 0.1 else ink.accent
    stone = mixed(ink.paper, "#fffaf0", 0.6) if pale else bright
    shade = mixed(stone, ink.ink if luminance(ink.ink) < 0.3 else ink.second, 0.4)
    sun = ink.main if pale or ink.accent == stone else ink.accent
    art.disc(w * chance.uniform(0.3, 0.7), h * 0.52, w * 0.19, sun)
    temple = Stencil(art, w / 2, 0, w, down=h)  # x from -0.5 to 0.5, y from 0 to 1
    temple.path("-.44,.3 0,.12 .44,.3", stone)
    temple.path("-.34,.285 0,.155 .34,.285", mixed(stone, shade, 0.45))
    temple.block(-0.44, 0.3, 0.44, 0.345, stone)
    temple.block(-0.44, 0.345, 0.44, 0.355, shade)
    fallen = chance.choice((1, 2, 3, None, None, None))
    for i in range(5):
        _column(Stencil(art, w * (0.13 + 0.185 * i), h * 0.84, w * 0.042, down=h * 0.49), stone, shade, i == fallen)
    for step in range(3):
        half, top = 0.45 + step * 0.025, 0.84 + step * 0.024
        temple.block(-half, top, half, top + 0.024, mixed(stone, shade, step * 0.4))
    art.block(0, h * 0.912, w, h, ink.main)


def _column(shaft: Stencil, stone: str, shade: str, broken: bool) -> None:
    """One column, one measure tall, its half width one."""
    top = -0.35 if broken else -1.0
    shaft.block(-1, top, 1, 0, stone)
    shaft.block(0.1, top, 1, 0, shade)
    shaft.block(-0.45, top, -0.3, 0, shade)
    if broken:
        shaft.path(f"-1,{top + 0.01} -.4,{top - 0.05} .3,{top - 0.01} 1,{top - 0.07} 1,{top + 0.01}", stone)
    else:
        shaft.block(-1.4, top, 1.4, top + 0.05, stone)
    shaft.block(-1.4, -0.05, 1.4, 0, stone)


def fist(art: Canvas, ink: Palette, chance: Random) -> None:
    """A raised fist before a burst."""
    w, h = art.width, art.height
    x, y = w * 0.5, h * 0.42
    burst = ink.second if contrast(ink.second, ink.paper) > 1.3 and ink.second != ink.main else ink.accent
    points, turn = 18, chance.uniform(0, 20)
    reach = [w * (0.33 if i % 2 else 0.47) * (1 + 0.06 * ((i * 7) % 3 - 1)) for i in range(points * 2)]
    art.shape((around(x, y, far, turn + i * 180 / points) for i, far in enumerate(reach)), burst)
    skin = ink.main if contrast(ink.main, burst) >= 1.6 else ink.ink
    size = min(w, h) * 0.0019
    hand = Stencil(art, x, y, size, side=chance.choice((-1, 1)))
    foot = (h + 5 - y) / size
    hand.block(-62, -40, 66, 95, skin, corner=20)
    for finger in range(4):
        left = -66 + finger * 34
        hand.block(left, -84 if finger in (0, 3) else -92, left + 30, 10, skin, corner=14)
    for gap in (-34, 0, 34):
        hand.line(f"{gap},-78 {gap},4", 2.8, burst)
    hand.block(-80, 10, 30, 46, skin, corner=17)
    hand.line("-60,50 28,50", 2.8, burst)
    hand.line("32,14 32,48", 2.8, burst)
    hand.path(f"-50,85 54,85 62,{foot} -58,{foot}", skin)
    hand.path("-56,124 60,124 62,152 -58,152", ink.accent if ink.accent != burst else ink.paper)
    art.block(0, h * 0.985, w, h, ink.main)


def iris(art: Canvas, ink: Palette, chance: Random) -> None:
    """An eye that could be a machine's: rings of flat colour in an almond, watching."""
    w, h = art.width, art.height
    x, y = w * 0.5, h * 0.5
    reach = w * 0.42
    tall = min(h * 0.33, w * 0.27)
    white = max(ink.colours(), key=luminance)
    if contrast(white, ink.paper) < 1.4:
        white = mixed(ink.paper, "#ffffff", 0.9)
    steps = [i / 30 - 1 for i in range(61)]
    upper = [(x + reach * t, y - tall * (1 - t * t)) for t in steps]
    lower = [(x + reach * t, y + tall * (1 - t * t)) for t in reversed(steps)]
    rays = 24
    for ray in range(rays):
        a = 360 * ray / rays + 7.5
        start, end = min(w, h) * 0.40, min(w, h) * (0.475 if ray % 2 else 0.45)
        if abs((a % 180) - 0) > 22 and abs((a % 180) - 180) > 22:
            art.line((around(x, y, start, a), around(x, y, end, a)), 3.4, ink.main)
    art.shape((*upper, *lower), white)
    dark = mixed(min(ink.colours(), key=luminance), "#000000", 0.3)
    look = chance.uniform(-0.1, 0.1) * tall
    size = tall * 0.86
    warm = ink.accent if contrast(ink.accent, white) > 1.3 else ink.second
    rings = (dark, ink.second if contrast(ink.second, dark) > 1.5 else ink.main, warm, dark, warm)
    for radius, fill in zip((1.0, 0.92, 0.7, 0.46, 0.12), rings, strict=True):
        art.disc(x + look, y, size * radius, fill)
    for i in range(40):
        art.line((around(x + look, y, size * 0.72, i * 9), around(x + look, y, size * 0.88, i * 9)), 1.4, dark)
    art.disc(x + look - size * 0.3, y - size * 0.32, size * 0.11, white)
