"""Motifs of the night: blinds, a street lamp, a wood, a city, searchlights."""

from __future__ import annotations

from random import Random

from bot.posters.canvas import Canvas, Stencil, around
from bot.posters.colour import Palette, luminance, mixed
from bot.posters.motifs.sky import stars


def blinds(art: Canvas, ink: Palette, chance: Random) -> None:
    """The light of venetian blinds on a wall, and someone in a hat before it."""
    w, h = art.width, art.height
    art.block(0, 0, w, h, ink.main)
    slats = 13
    slope = chance.choice((-1, 1)) * h * 0.1
    thick = h / slats * 0.56
    for i in range(-3, slats + 3):
        top = h * (i + 0.3) / slats
        art.shape(((0, top + slope), (w, top - slope), (w, top - slope + thick), (0, top + slope + thick)), ink.paper)
    dark = min(ink.paper, ink.main, key=luminance)
    coat = dark if luminance(ink.main) > luminance(ink.paper) else mixed(dark, "#000000", 0.35)
    _stranger(art, w * chance.uniform(0.4, 0.6), h, min(w, h) * 0.3, coat, ink.accent)


def _stranger(art: Canvas, x: float, foot: float, size: float, fill: str, band: str) -> None:
    """Head and shoulders in hat and coat, from the front, about 2.5 sizes tall."""
    man = Stencil(art, x, foot, size)
    man.path("-1.25,0 -1.1,-.62 -.42,-.95 .42,-.95 1.1,-.62 1.25,0", fill)
    man.path("-.5,-.86 -.3,-1.16 .3,-1.16 .5,-.86 0,-.8", fill)
    man.block(-0.2, -1.55, 0.2, -0.7, fill)
    man.oval(0, -1.55, 0.4, 0.52, fill)
    man.oval(0, -1.85, 0.86, 0.14, fill)
    man.path("-.45,-1.87 -.38,-2.39 -.16,-2.47 0,-2.39 .16,-2.47 .38,-2.39 .45,-1.87", fill)
    man.path("-.45,-1.89 -.43,-2.01 .43,-2.01 .45,-1.89", band)


def lamp(art: Canvas, ink: Palette, chance: Random) -> None:
    """A street lamp, its cone of light, and one figure with a long shadow."""
    w, h = art.width, art.height
    side = chance.choice((-1, 1))
    post, top, ground = w * (0.5 - side * 0.2), h * 0.17, h * 0.86
    bulb = post + side * w * 0.17
    glow = mixed(ink.accent if luminance(ink.accent) > 0.35 else ink.main, "#ffe9b0", 0.4)
    art.block(0, ground, w, h, ink.second)
    art.shape(
        ((bulb - 16, top + 16), (bulb + 16, top + 16), (bulb + w * 0.27, ground), (bulb - w * 0.27, ground)),
        mixed(glow, ink.paper, 0.62),
    )
    art.oval(bulb, ground, w * 0.27, h * 0.035, mixed(glow, ink.paper, 0.2))
    iron = ink.ink if luminance(ink.paper) > 0.3 else mixed(ink.paper, "#000000", 0.55)
    art.line(((post, ground + h * 0.02), (post, top)), 7, iron)
    art.block(post - 10, ground - h * 0.06, post + 10, ground + h * 0.02, iron)
    art.line(((post, top), (bulb, top)), 6, iron)
    art.shape(((bulb - 9, top - 4), (bulb + 9, top - 4), (bulb + 25, top + 17), (bulb - 25, top + 17)), iron)
    art.wedge(bulb, top + 16, 15, 0, 180, glow)
    x, size = bulb + side * w * 0.03, h * 0.0026
    figure(art, x, ground + h * 0.012, size, iron)
    art.shape(
        ((x - 12 * size, ground + h * 0.012), (x + 12 * size, ground + h * 0.012),
         (x + side * w * 0.5 + 34, h + 10), (x + side * w * 0.5 - 12, h + 10)), mixed(ink.second, iron, 0.45),
    )  # fmt: skip
    art.block(0, h - 2, w, h, ink.second)


def figure(art: Canvas, x: float, foot: float, size: float, fill: str) -> None:
    """Someone standing in a long coat and a hat, about 100 sizes tall."""
    man = Stencil(art, x, foot, size)
    man.path("-11,0 -3,0 -2,-40 2,-40 3,0 11,0 10,-40 -10,-40", fill)
    man.path("-15,-22 -13,-76 -6,-82 6,-82 13,-76 15,-22", fill)
    man.oval(0, -89, 6.5, 8, fill)
    man.path("-13,-93 13,-93 8,-96 7,-104 -7,-104 -8,-96", fill)


def trees(art: Canvas, ink: Palette, chance: Random) -> None:
    """A moon too large behind bare trunks, and a path that nobody should take."""
    w, h = art.width, art.height
    moon = ink.second if luminance(ink.second) > luminance(ink.paper) + 0.08 else ink.accent
    art.disc(w * chance.uniform(0.4, 0.6), h * 0.4, min(w, h) * 0.27, moon)
    art.shape(((0, h), (0, h * 0.86), (w * 0.5, h * 0.83), (w, h * 0.87), (w, h)), mixed(ink.main, ink.paper, 0.3))
    for layer, count in ((0, 6), (1, 6)):
        fill = mixed(ink.main, ink.paper, 0.45) if layer == 0 else ink.main
        for i in range(count):
            x = w * ((i + 0.5) / count + chance.uniform(-0.05, 0.05))
            if layer and abs(x - w / 2) < w * 0.14:
                continue
            _trunk(art, x, h, w * (0.009 + 0.017 * layer) * chance.uniform(0.8, 1.25), fill, chance)
    art.shape(((0, h), (0, h * 0.93), (w * 0.3, h * 0.91), (w * 0.7, h * 0.94), (w, h * 0.91), (w, h)), ink.main)
    figure(art, w * 0.5, h * 0.94, h * 0.0011, ink.accent if moon != ink.accent else ink.ink)


def _trunk(art: Canvas, x: float, foot: float, half: float, fill: str, chance: Random) -> None:
    lean = chance.uniform(-0.05, 0.05) * foot
    art.shape(
        ((x - half * 1.5, foot), (x + half * 1.5, foot), (x + half * 0.7 + lean, -10), (x - half * 0.7 + lean, -10)),
        fill,
    )
    for _ in range(4):
        t = chance.uniform(0.3, 0.9)
        side = chance.choice((-1, 1))
        bx, by = x + lean * t, foot * (1 - t)
        long = foot * chance.uniform(0.07, 0.15)
        elbow = (bx + side * long * 0.7, by - long * 0.35)
        end = (bx + side * long, by - long)
        art.shape(((bx, by + half * 0.8), (bx, by - half * 0.5), elbow, end, (elbow[0], elbow[1] + half * 0.7)), fill)


def city(art: Canvas, ink: Palette, chance: Random) -> None:
    """A skyline in two depths with a few lit windows, and a big disc behind."""
    w, h = art.width, art.height
    if luminance(ink.paper) < 0.2:
        stars(art, ink.ink, chance, count=40, lowest=0.5)
    art.disc(
        w * chance.uniform(0.34, 0.66),
        h * 0.44,
        min(w, h) * 0.26,
        ink.accent if luminance(ink.paper) < 0.6 else ink.second,
    )
    for layer in (0, 1):
        fill = mixed(ink.main, ink.paper, 0.5) if layer == 0 else ink.main
        lit = mixed(ink.accent, "#ffe7a8", 0.4)
        x = -chance.uniform(0, 30)
        while x < w:
            wide = w * chance.uniform(0.075, 0.14)
            middle = 1 - abs((x + wide / 2) / w - 0.5)
            tall = h * (chance.uniform(0.3, 0.52) * middle + 0.14) * (1.0 if layer == 0 else 0.72)
            art.block(x, h - tall, x + wide + 1, h, fill)
            _roof(art, x, h - tall, wide, fill, chance)
            if layer:
                _lit(art, x, h - tall, wide, tall, lit, chance)
            x += wide
    art.block(0, h * 0.975, w, h, ink.main)


def _roof(art: Canvas, x: float, top: float, wide: float, fill: str, chance: Random) -> None:
    kind = chance.randrange(4)
    if kind == 0:
        art.block(x + wide * 0.2, top - wide * 0.3, x + wide * 0.8, top, fill)
        art.line(((x + wide / 2, top), (x + wide / 2, top - wide * 1.1)), 2.4, fill)
    elif kind == 1:
        art.shape(((x, top + 1), (x + wide, top + 1), (x + wide, top - wide * 0.35)), fill)
    elif kind == 2:
        art.block(x + wide * 0.15, top - wide * 0.16, x + wide * 0.85, top, fill)


def _lit(art: Canvas, x: float, top: float, wide: float, tall: float, fill: str, chance: Random) -> None:
    columns, pitch = 4, wide / 5
    for row in range(int(tall / (pitch * 1.5)) - 2):
        for column in range(columns):
            if chance.random() < 0.13:
                left, upper = x + pitch * (column + 0.75), top + pitch * (1 + row * 1.5)
                art.block(left, upper, left + pitch * 0.55, upper + pitch * 0.8, fill)


def searchlights(art: Canvas, ink: Palette, chance: Random) -> None:
    """Crossing beams over a dark ridge, a small aeroplane caught in one of them."""
    w, h = art.width, art.height
    beam = ink.second if luminance(ink.second) > luminance(ink.paper) else ink.ink
    if luminance(ink.paper) > 0.5:
        beam = mixed(ink.paper, "#ffffff", 0.8)
    horizon = h * 0.86
    angles = (-118, -97, -64, -48)
    starts = (0.84, 0.2, 0.12, 0.55)
    for angle, start in zip(angles, starts, strict=True):
        swing = angle + chance.uniform(-6, 6)
        x = w * start
        one, other = around(x, horizon, h * 1.5, swing - 3.6), around(x, horizon, h * 1.5, swing + 3.6)
        art.shape(((x - 5, horizon), one, other, (x + 5, horizon)), beam + "5c")
    art.disc(w * chance.uniform(0.55, 0.7), h * 0.25, w * 0.075, ink.accent)
    _bomber(art, w * chance.uniform(0.3, 0.42), h * chance.uniform(0.3, 0.38), w * 0.0016, ink.main)
    ridge = [
        (0.0, 0.86),
        (0.12, 0.845),
        (0.2, 0.87),
        (0.34, 0.85),
        (0.46, 0.88),
        (0.6, 0.855),
        (0.78, 0.875),
        (1.0, 0.84),
    ]
    art.shape(((0, h), *((w * px, h * py) for px, py in ridge), (w, h)), ink.main)
    posts = [w * p for p in (0.08, 0.28, 0.48, 0.68, 0.88)]
    for x in posts:
        art.line(((x - 13, h * 0.985), (x + 9, h * 0.905)), 4, mixed(ink.main, beam, 0.32))
        art.line(((x + 13, h * 0.985), (x - 9, h * 0.905)), 4, mixed(ink.main, beam, 0.32))
    art.line(((0, h * 0.945), (w, h * 0.945)), 1.6, mixed(ink.main, beam, 0.32))


def _bomber(art: Canvas, x: float, y: float, size: float, fill: str) -> None:
    """An aeroplane of two engines seen from below, about 125 sizes wide."""
    plane = Stencil(art, x, y, size, turn=20)
    plane.path("-62,0 -6,-9 -4,-30 4,-30 6,-9 62,0 62,8 6,8 4,36 16,44 -16,44 -4,36 -6,8 -62,8", fill)
    for engine in (-24, 24):
        plane.block(engine - 3.5, -15, engine + 3.5, 4, fill)
