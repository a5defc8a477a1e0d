"""A sheet to draw flat shapes on, measured in poster units (a poster is 600 wide) whatever the pixels."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from PIL import Image, ImageDraw

Point = tuple[float, float]


class Canvas:
    """A rectangle of flat colour and what is drawn on it; x runs right, y runs down, what lies outside is cut off."""

    def __init__(self, width: float, height: float, *, scale: float, fill: str) -> None:
        self.width, self.height = width, height  # units
        self._scale = scale  # pixels to a unit
        self.image = Image.new("RGB", (max(1, round(width * scale)), max(1, round(height * scale))), fill)
        # Drawing as RGBA on an RGB image blends colours of the form #rrggbbaa.
        self._pen = ImageDraw.Draw(self.image, "RGBA")

    def disc(self, x: float, y: float, radius: float, fill: str) -> None:
        """A filled circle."""
        self._pen.ellipse(self._box(x, y, radius, radius), fill=fill)

    def oval(self, x: float, y: float, across: float, down: float, fill: str) -> None:
        """A filled ellipse, by its two radii."""
        self._pen.ellipse(self._box(x, y, across, down), fill=fill)

    def ring(self, x: float, y: float, radius: float, thick: float, fill: str) -> None:
        """A circle's line, drawn inward from the radius."""
        self._pen.ellipse(self._box(x, y, radius, radius), outline=fill, width=max(1, round(thick * self._scale)))

    def wedge(self, x: float, y: float, radius: float, start: float, end: float, fill: str) -> None:
        """A slice of a disc between two angles, in degrees clockwise from three o'clock."""
        self._pen.pieslice(self._box(x, y, radius, radius), start, end, fill=fill)

    def arc(self, x: float, y: float, radius: float, start: float, end: float, thick: float, fill: str) -> None:
        """A part of a ring between two angles, in degrees clockwise from three o'clock."""
        self._pen.arc(self._box(x, y, radius, radius), start, end, fill=fill, width=max(1, round(thick * self._scale)))

    def shape(self, points: Iterable[Point], fill: str) -> None:
        """A filled polygon."""
        self._pen.polygon([(x * self._scale, y * self._scale) for x, y in points], fill=fill)

    def block(self, left: float, top: float, right: float, bottom: float, fill: str) -> None:
        """A filled rectangle."""
        self.shape(((left, top), (right, top), (right, bottom), (left, bottom)), fill)

    def line(self, points: Sequence[Point], thick: float, fill: str) -> None:
        """A line through points, with round joints and ends."""
        scaled = [(x * self._scale, y * self._scale) for x, y in points]
        self._pen.line(scaled, fill=fill, width=max(1, round(thick * self._scale)), joint="curve")
        if len(fill) == 7:  # a translucent cap would show twice
            for x, y in (points[0], points[-1]):
                self.disc(x, y, thick / 2, fill)

    def fade(self, top: str, bottom: str) -> None:
        """Fill the whole sheet from one colour above to another below."""
        mask = Image.linear_gradient("L").resize(self.image.size)
        self.image.paste(Image.composite(Image.new("RGB", self.image.size, bottom), self.image_of(top), mask))

    def image_of(self, fill: str) -> Image.Image:
        """A sheet of the same size in one colour."""
        return Image.new("RGB", self.image.size, fill)

    def place(self, other: Canvas, left: float, top: float) -> None:
        """Lay another sheet of the same scale on this one."""
        self.image.paste(other.image, (round(left * self._scale), round(top * self._scale)))

    def _box(self, x: float, y: float, across: float, down: float) -> tuple[float, float, float, float]:
        s = self._scale
        return ((x - across) * s, (y - down) * s, (x + across) * s, (y + down) * s)


class Stencil:
    """A drawing in measures of its own, laid on a canvas: its origin stands at x, y; it may be turned or mirrored."""

    def __init__(
        self, art: Canvas, x: float, y: float, size: float, *, down: float | None = None, side: int = 1, turn: float = 0
    ) -> None:
        self._art, self._x, self._y, self._side = art, x, y, side
        self._across, self._down = size, size if down is None else down  # canvas units to one measure
        self._cos, self._sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))  # turn: degrees clockwise

    def at(self, x: float, y: float) -> Point:
        """A point of the drawing, on the canvas."""
        across, down = x * self._across, y * self._down
        return (
            self._x + self._side * (across * self._cos - down * self._sin),
            self._y + across * self._sin + down * self._cos,
        )

    def path(self, points: str, fill: str) -> None:
        """A filled polygon, its points written as in SVG: "x,y x,y x,y"."""
        self._art.shape((self.at(*map(float, pair.split(","))) for pair in points.split()), fill)

    def block(self, left: float, top: float, right: float, bottom: float, fill: str, corner: float = 0.0) -> None:
        """A filled rectangle, its corners rounded by a radius."""
        r = corner
        for box in ((left + r, top, right - r, bottom), (left, top + r, right, bottom - r)):
            self._art.shape((self.at(box[i], box[j]) for i, j in ((0, 1), (2, 1), (2, 3), (0, 3))), fill)
        if r:
            for x in (left + r, right - r):
                for y in (top + r, bottom - r):
                    self.disc(x, y, r, fill)

    def disc(self, x: float, y: float, radius: float, fill: str) -> None:
        """A filled circle."""
        self._art.disc(*self.at(x, y), radius * self._across, fill)

    def oval(self, x: float, y: float, across: float, down: float, fill: str) -> None:
        """A filled ellipse by its two radii; it does not turn."""
        self._art.oval(*self.at(x, y), across * self._across, down * self._down, fill)

    def line(self, points: str, thick: float, fill: str) -> None:
        """A line through points that are written as in a path."""
        self._art.line([self.at(*map(float, pair.split(","))) for pair in points.split()], thick * self._across, fill)


def around(x: float, y: float, radius: float, angle: float) -> Point:
    """The point at an angle on a circle, in degrees clockwise from three o'clock."""
    return x + radius * math.cos(math.radians(angle)), y + radius * math.sin(math.radians(angle))


def swell(left: float, right: float, level: float, height: float, waves: float, phase: float) -> list[Point]:
    """Points of a sine line from left to right around a level: hills, waves, dunes. The phase is in whole waves."""
    steps = 96
    return [
        (
            left + (right - left) * i / steps,
            level - height * math.sin(2 * math.pi * (waves * i / steps + phase)),
        )
        for i in range(steps + 1)
    ]
