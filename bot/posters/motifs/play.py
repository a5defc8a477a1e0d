"""Motifs for the youngest, and for everyone who was: a robot, building blocks, a bear."""

from __future__ import annotations

from random import Random

from bot.posters.canvas import Canvas, Stencil
from bot.posters.colour import Palette, contrast, luminance, mixed


def robot(art: Canvas, ink: Palette, chance: Random) -> None:
    """A small robot that looks up at something, a flower beside it."""
    w, h = art.width, art.height
    ground = h * 0.88
    sun = ink.accent if contrast(ink.accent, ink.paper) > 1.2 else ink.second
    art.disc(w * 0.5, h * 0.46, min(w, h) * 0.34, sun)
    art.block(0, ground, w, h, ink.main)
    dark = mixed(min(ink.colours(), key=luminance), "#000000", 0.2)
    metal = ink.second if contrast(ink.second, sun) > 1.5 else ink.main
    if contrast(metal, ink.main) < 1.3:
        metal = mixed(metal, "#ffffff", 0.4)
    pale = mixed(ink.ink if luminance(ink.ink) > 0.5 else ink.paper, "#ffffff", 0.5)
    spot = ink.accent if sun != ink.accent else metal
    side = chance.choice((-1, 1))
    body = Stencil(art, w * chance.uniform(0.46, 0.54), ground, min(w, h) * 0.0021, side=side)
    for arm in (-1, 1):
        body.block(min(arm * 66, arm * 38), -42, max(arm * 66, arm * 38), 6, dark)
        body.disc(arm * 52, -42, 14, dark)
        body.block(min(arm * 50, arm * 66), -118, max(arm * 50, arm * 66), -62, mixed(metal, dark, 0.35))
    body.block(-50, -130, 50, -36, metal)
    body.block(-32, -112, 32, -82, pale)
    for i, fill in enumerate((ink.accent, ink.main, dark)):
        body.disc(-20 + i * 20, -97, 6.5, fill)
    for i in range(4):
        body.block(-32, -72 + i * 8, 32, -68 + i * 8, mixed(metal, dark, 0.4))
    body.block(-8, -152, 8, -128, dark)
    body.block(-48, -206, 48, -150, mixed(metal, pale, 0.15))
    for eye in (-23, 23):
        body.disc(eye, -178, 20, dark)
        body.disc(eye, -178, 15, pale)
        body.disc(eye + 4, -183, 7.5, dark)
    body.line("0,-206 0,-232", 2.5, dark)
    body.disc(0, -236, 7, spot)
    body.line("112,2 112,-48", 2.5, dark)
    for dx, dy in ((-8, 0), (8, 0), (0, -8), (0, 8)):
        body.disc(112 + dx, dy - 52, 7.5, pale)
    body.disc(112, -52, 5.5, spot)


def blocks(art: Canvas, ink: Palette, chance: Random) -> None:
    """Toy blocks stacked against gravity, a ball on top."""
    w, h = art.width, art.height
    unit = min(w / 6.2, h / 5.6)
    ground = h * 0.965
    fills = [ink.second, ink.accent, ink.ink, mixed(ink.second, ink.paper, 0.35), mixed(ink.accent, ink.main, 0.4)]
    art.block(0, ground, w, h, ink.main)
    rows = ((-2, -1, 0, 1), (-1.5, -0.5, 0.5), (-1.1, 0.1), (-0.6,))
    for level, row in enumerate(rows):
        for position, column in enumerate(row):
            left = w / 2 + (column + chance.uniform(-0.05, 0.05)) * unit
            top = ground - (level + 1) * unit
            fill = fills[(level * 2 + position * 3 + chance.randrange(2)) % len(fills)]
            art.block(left, top, left + unit - 3, top + unit, fill)
            _face(
                art,
                left,
                top,
                unit - 3,
                mixed(ink.paper, "#ffffff", 0.45),
                (level * 3 + position + chance.randrange(3)) % 5,
            )
    x = w / 2 + unit * -0.1
    top = ground - len(rows) * unit
    art.disc(x, top - unit * 0.42, unit * 0.42, ink.accent)
    art.wedge(x, top - unit * 0.42, unit * 0.42, 200, 340, mixed(ink.paper, "#ffffff", 0.5))
    art.disc(x, top - unit * 0.42, unit * 0.1, ink.ink)


def _face(art: Canvas, left: float, top: float, unit: float, fill: str, kind: int) -> None:
    x, y = left + unit / 2, top + unit / 2
    if kind == 0:
        art.disc(x, y, unit * 0.28, fill)
    elif kind == 1:
        art.shape(((x, y - unit * 0.3), (x + unit * 0.3, y + unit * 0.24), (x - unit * 0.3, y + unit * 0.24)), fill)
    elif kind == 2:
        art.ring(x, y, unit * 0.3, unit * 0.1, fill)
    elif kind == 3:
        art.block(x - unit * 0.28, y - unit * 0.09, x + unit * 0.28, y + unit * 0.09, fill)
        art.block(x - unit * 0.09, y - unit * 0.28, x + unit * 0.09, y + unit * 0.28, fill)
    else:
        art.wedge(x, y + unit * 0.13, unit * 0.32, 180, 360, fill)


def bear(art: Canvas, ink: Palette, chance: Random) -> None:
    """A bear in a hat, from the front, before a round sun."""
    w, h = art.width, art.height
    sun = ink.second if contrast(ink.second, ink.paper) > 1.15 and ink.second != ink.main else ink.accent
    art.disc(w * 0.5, h * 0.5, min(w, h) * 0.43, sun)
    fur = "#8a5a33" if contrast("#8a5a33", sun) > 1.7 else "#5a3a22"
    muzzle = mixed(fur, "#f3dcb4", 0.7)
    dark = mixed(min(ink.colours(), key=luminance), "#000000", 0.4)
    coat = ink.accent if ink.accent != sun else ink.main
    hat = next((c for c in (ink.accent, ink.main, ink.second) if c not in (coat, sun) and contrast(c, sun) > 1.4), dark)
    size = min(w, h) * 0.0021
    head = Stencil(art, w * 0.5, h * 0.56, size, side=chance.choice((-1, 1)))
    foot = h * 0.44 / size
    head.path(f"-150,{foot} -128,120 -70,84 70,84 128,120 150,{foot}", coat)
    for button in (142, 188):
        head.block(-17, button, 17, button + 8, mixed(coat, "#ffffff", 0.75))
    for ear in (-82, 82):
        head.disc(ear, -62, 34, fur)
        head.disc(ear, -62, 19, muzzle)
    head.oval(0, 6, 104, 98, fur)
    head.oval(0, 42, 52, 42, muzzle)
    head.oval(0, 20, 20, 14, dark)
    head.line("0,32 0,46", 4, dark)
    for cheek in (-13, 13):
        art.arc(*head.at(cheek, 46), 14.5 * size, 5, 175, 4 * size, dark)
    for eye in (-38, 38):
        head.disc(eye, -12, 9, dark)
        head.disc(eye + 3, -15, 3, "#ffffff")
    head.path("-116,-58 -60,-72 0,-70 60,-66 116,-76 112,-92 60,-86 0,-90 -60,-92 -112,-78", hat)
    head.path("-66,-80 -54,-134 -10,-146 54,-134 66,-80", hat)
    head.path("-67,-82 -63,-102 63,-102 67,-82", mixed(hat, dark, 0.45))
    art.block(0, h - 1.5, w, h, ink.main)
