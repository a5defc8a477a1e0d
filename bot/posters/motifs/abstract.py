"""Motifs of pure form: circles, shapes, stripes, a target, a spiral, speed."""

from __future__ import annotations

from math import atan2, log, sin, tau
from random import Random

from bot.posters.canvas import Canvas, Stencil, around
from bot.posters.colour import Palette, contrast, luminance, mixed


def circles(art: Canvas, ink: Palette, chance: Random) -> None:
    """Two discs that overlap, and the colour that only both make."""
    w, h = art.width, art.height
    size = min(w * 0.29, h * 0.33)
    x, y = w * 0.5, h * 0.52
    tilt = chance.uniform(-38, 38)
    apart = size * chance.uniform(0.58, 0.72)
    (ax, ay), (bx, by) = around(x, y, apart, tilt + 180), around(x, y, apart, tilt)
    second = ink.second if contrast(ink.second, ink.paper) > 1.25 else ink.accent
    art.disc(ax, ay, size, ink.main)
    art.disc(bx, by, size, second)
    _both(art, (ax, ay), (bx, by), size, ink.accent if second != ink.accent else mixed(ink.main, ink.ink, 0.5))
    if chance.random() < 0.6:
        art.ring(x, y, min(w * 0.475, h * 0.475), 1.8, ink.ink)


def _both(art: Canvas, a: tuple[float, float], b: tuple[float, float], size: float, fill: str) -> None:
    """The lens that two discs of one size share."""
    inside = [
        p for p in (around(*a, size, t) for t in range(0, 360, 2)) if (p[0] - b[0]) ** 2 + (p[1] - b[1]) ** 2 <= size**2
    ]
    inside += [
        p for p in (around(*b, size, t) for t in range(0, 360, 2)) if (p[0] - a[0]) ** 2 + (p[1] - a[1]) ** 2 <= size**2
    ]
    mx, my = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
    art.shape(sorted(inside, key=lambda p: atan2(p[1] - my, p[0] - mx)), fill)


def shapes(art: Canvas, ink: Palette, chance: Random) -> None:
    """Quarter circles, discs and triangles tiled in bold colours, a few tiles left to breathe."""
    columns = 4
    rows = max(3, round(art.height / art.width * columns))
    pitch_x, pitch_y = art.width / columns, art.height / rows
    fills = [ink.main, ink.second, ink.accent, ink.ink]
    last = ""
    for row in range(rows):
        for column in range(columns):
            left, top = column * pitch_x, row * pitch_y
            choices = [f for f in fills if f != last]
            fill = chance.choices(choices, [4 if f != ink.ink else 1.5 for f in choices])[0]
            last = fill
            back = chance.choices((ink.paper, mixed(ink.paper, fill, 0.18)), (3, 1))[0]
            tile = Canvas(pitch_x + 1, pitch_y + 1, scale=art.image.width / art.width, fill=back)
            _tile(tile, fill, chance.choice([f for f in fills if f != fill]), chance)
            art.place(tile, left, top)


def _tile(tile: Canvas, fill: str, spot: str, chance: Random) -> None:
    w, h = tile.width, tile.height
    kind = chance.randrange(7)
    corner = (chance.choice((0.0, w)), chance.choice((0.0, h)))
    if kind <= 1:
        tile.oval(*corner, w, h, fill)
        if kind == 1:
            tile.oval(*corner, w * 0.45, h * 0.45, spot)
    elif kind == 2:
        tile.oval(w / 2, corner[1], w / 2, h / 2, fill)
        tile.oval(w / 2, h - corner[1], w / 2, h / 2, spot)
    elif kind == 3:
        tile.disc(w / 2, h / 2, min(w, h) * 0.4, fill)
        tile.disc(w / 2, h / 2, min(w, h) * 0.15, spot)
    elif kind == 4:
        tile.shape(((0, h), (w, h), (corner[0], 0)), fill)
    elif kind == 5:
        for i in range(4):
            tile.block(w * i / 4, 0, w * (i + 0.5) / 4, h, fill)
    else:
        tile.block(0, 0, w, h, fill)
        tile.wedge(w / 2, h / 2, min(w, h) * 0.36, 0, 180, spot)


def stripes(art: Canvas, ink: Palette, chance: Random) -> None:
    """Rays of an awning spread from a half sun, like a curtain going up."""
    w, h = art.width, art.height
    x, y = w * chance.uniform(0.42, 0.58), h * 1.0
    fills = (ink.second, ink.paper, ink.accent, ink.paper)
    rays = 14
    for ray in range(rays):
        start = 180 + 180 * ray / rays
        fill = fills[ray % 4]
        if fill != ink.paper:
            art.shape(((x, y), around(x, y, w * 2, start), around(x, y, w * 2, start + 180 / rays)), fill)
    size = min(w * 0.34, h * 0.5)
    art.disc(x, y, size * 1.12, ink.paper)
    art.disc(x, y, size, ink.main)
    ring = mixed(ink.main, ink.paper, 0.3)
    art.ring(x, y, size * 0.84, size * 0.045, ring)
    art.ring(x, y, size * 0.66, size * 0.045, ring)
    for _ in range(16):
        a, r = chance.uniform(195, 345), chance.uniform(size * 1.3, h * 0.92)
        px, py = around(x, y, r, a)
        art.disc(px, py, chance.choice((5.0, 8.0, 12.0)), chance.choice((ink.main, ink.ink)))


def target(art: Canvas, ink: Palette, chance: Random) -> None:
    """Rings closing in on a point, and what falls towards it."""
    w, h = art.width, art.height
    x, y = w * 0.5, h * 0.56
    size = min(w * 0.43, h * 0.4)
    fills = (ink.main, ink.paper, ink.main, ink.paper, ink.accent)
    if contrast(ink.main, ink.paper) < 1.5:
        fills = (ink.second, ink.paper, ink.second, ink.paper, ink.accent)
    for ring, fill in enumerate(fills):
        art.disc(x, y, size * (1 - ring * 0.2), fill)
    art.block(x - 1.2, y - size * 1.12, x + 1.2, y + size * 1.12, ink.ink)
    art.block(x - size * 1.12, y - 1.2, x + size * 1.12, y + 1.2, ink.ink)
    bold = max(ink.colours(), key=lambda c: min(contrast(c, fills[0]), contrast(c, ink.paper)))
    if chance.random() < 0.5:
        _bomb(art, x + chance.uniform(-8, 8), y - size * 0.66, size * 0.34, bold, chance.uniform(-16, 16))
    else:
        faller(art, x, y - size * 0.04, size * 0.42, chance.uniform(-40, 40), bold)


def _bomb(art: Canvas, x: float, y: float, size: float, fill: str, lean: float) -> None:
    """A bomb nose down, about two sizes tall."""
    bomb = Stencil(art, x, y, size, turn=lean)
    steps = [i / 24 for i in range(25)]
    sides = [(0.37 * max(0.0, sin(tau / 2 * t**1.25)) ** 0.75, 1.6 * t - 0.6) for t in steps]
    art.shape([*(bomb.at(x, y) for x, y in sides), *(bomb.at(-x, y) for x, y in reversed(sides))], fill)
    bomb.path("-.34,-1.05 -.34,-.62 -.14,-.25 .14,-.25 .34,-.62 .34,-1.05 .12,-.75 -.12,-.75", fill)


def spiral(art: Canvas, ink: Palette, chance: Random) -> None:
    """A spiral that swallows a small falling figure."""
    w, h = art.width, art.height
    x, y = w * 0.5, h * 0.5
    size = min(w, h) * 0.47
    turn = chance.uniform(0, 360)
    way = chance.choice((-1, 1))
    fill = ink.main if contrast(ink.main, ink.paper) > 1.6 else ink.second
    arms, twist, steps, start = 5, 175, 60, 0.2
    for arm in range(arms):
        outer, inner = [], []
        for i in range(steps + 1):
            t = start + (1 - start) * i / steps
            middle = turn + way * twist * log(t) + arm * 360 / arms  # a logarithmic spiral
            outer.append(around(x, y, size * t, middle - 90 / arms))
            inner.append(around(x, y, size * t, middle + 90 / arms))
        first = turn + arm * 360 / arms
        rim = [around(x, y, size, first + 90 / arms * (i / 8 - 1)) for i in range(17)]
        art.shape((*outer, *rim, *reversed(inner)), fill)
    art.disc(x, y, size * 0.27, ink.paper)
    art.disc(x, y, size * 0.24, ink.accent)
    figure = max(ink.colours(), key=lambda c: contrast(c, ink.accent))
    faller(art, x, y + size * 0.01, size * 0.2, chance.uniform(-40, 40), figure)


def faller(art: Canvas, x: float, y: float, size: float, lean: float, fill: str) -> None:
    """A small figure falling with arms and legs spread, about two sizes tall."""
    body = Stencil(art, x, y, size, turn=lean)
    body.disc(0, -0.62, 0.15, fill)
    body.path("-.2,-.46 .2,-.46 .15,.15 -.15,.15", fill)
    for limb in (
        "-.15,-.4 -.5,-.75 -.62,-1", ".15,-.4 .55,-.5 .75,-.8", "-.08,.1 -.35,.5 -.3,.95", ".08,.1 .32,.5 .62,.72",
    ):  # fmt: skip
        body.line(limb, 0.12, fill)


def speed(art: Canvas, ink: Palette, chance: Random) -> None:
    """Lines that rush to a vanishing point over a road, a machine coming out of it."""
    w, h = art.width, art.height
    x, y = w * chance.uniform(0.42, 0.58), h * 0.44
    rays = 30
    for ray in range(rays):
        a = 360 * (ray + chance.uniform(-0.25, 0.25)) / rays
        wide = chance.uniform(1.6, 4.6)
        near = chance.uniform(0.17, 0.4) * w
        fill = chance.choice((ink.second, ink.accent, mixed(ink.paper, ink.main, 0.5)))
        art.shape((around(x, y, near, a), around(x, y, w * 1.6, a - wide), around(x, y, w * 1.6, a + wide)), fill)
    art.disc(x, y, w * 0.15, ink.accent)
    art.shape(((x - 6, y + 4), (x + 6, y + 4), (w * 1.25, h * 1.02), (w * -0.25, h * 1.02)), ink.main)
    stripe = ink.accent if contrast(ink.accent, ink.main) > 1.8 else ink.paper
    for start, end in ((0.06, 0.12), (0.2, 0.32), (0.46, 0.66), (0.86, 1.1)):
        top, foot = y + (h - y) * start, y + (h - y) * end
        art.shape(((x - start * 9, top), (x + start * 9, top), (x + end * 9, foot), (x - end * 9, foot)), stripe)
    _car(art, x, h * 0.93, w * 0.0024, ink)
    art.block(0, h - 2, w, h, ink.main)


def _car(art: Canvas, x: float, foot: float, size: float, ink: Palette) -> None:
    """A car from the front, about 150 sizes wide, its lamps on."""
    car = Stencil(art, x, foot, size)
    body = ink.second if contrast(ink.second, ink.main) > 1.8 else ink.paper
    tyre = mixed(min(ink.colours(), key=luminance), "#000000", 0.4)
    car.block(-70, -26, -44, 4, tyre)
    car.block(44, -26, 70, 4, tyre)
    car.path("-56,-64 -40,-106 40,-106 56,-64", body)
    car.path("-44,-66 -33,-98 33,-98 44,-66", tyre)
    car.path("-76,-58 -60,-68 60,-68 76,-58 78,-16 -78,-16", body)
    car.block(-36, -46, 36, -26, tyre)
    for lamp in (-56, 56):
        car.disc(lamp, -44, 11, mixed(ink.accent, "#fff6d8", 0.7))
