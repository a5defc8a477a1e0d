"""Lettering from the one typeface that comes with Pillow: measured, spaced by eye, accented and drawn.

Pillow bundles Aileron in one weight, without kerning and without accented letters. Weight comes from an outline of the
same colour, spacing from the outlines of neighbours (optical kerning), accents are drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from bot.posters.spelling import DOTLESS, Sign, spell

CAP = 0.69
"""Height of a capital letter, in ems."""

_REFERENCE = 120  # pixels to an em where letters are measured
_DEEPEST = 0.2  # ems: how far into a letter's hollows its neighbour may look
_SPACE = 0.3  # ems between words
_AIR = 0.15  # ems of white between two letters that stand well
_NEAREST = 0.05  # ems that two letters keep between them at least

_Polyline = tuple[tuple[float, float], ...]
_ACCENTS: dict[str, tuple[_Polyline, ...]] = {  # ems, from the middle of the letter's top, y upwards
    "acute": (((-0.04, 0.05), (0.07, 0.16)),),
    "grave": (((0.04, 0.05), (-0.07, 0.16)),),
    "circumflex": (((-0.11, 0.05), (0.0, 0.15), (0.11, 0.05)),),
    "caron": (((-0.11, 0.15), (0.0, 0.05), (0.11, 0.15)),),
    "tilde": (((-0.13, 0.07), (-0.06, 0.12), (0.06, 0.07), (0.13, 0.12)),),
    "macron": (((-0.11, 0.09), (0.11, 0.09)),),
    "breve": (((-0.1, 0.14), (-0.05, 0.07), (0.05, 0.07), (0.1, 0.14)),),
    "dot": (((0.0, 0.1), (0.001, 0.1)),),
    "diaeresis": (((-0.09, 0.1), (-0.089, 0.1)), ((0.089, 0.1), (0.09, 0.1))),
    "ring": (((0.0, 0.05), (0.06, 0.1), (0.0, 0.16), (-0.06, 0.1), (0.0, 0.05)),),
    "double acute": (((-0.1, 0.05), (-0.03, 0.15)), ((0.04, 0.05), (0.11, 0.15))),
}
_BELOW: dict[str, _Polyline] = {  # ems, from the middle of the baseline, y upwards
    "cedilla": ((0.0, -0.02), (0.05, -0.08), (0.02, -0.16), (-0.06, -0.16)),
    "ogonek": ((0.08, -0.01), (0.02, -0.09), (0.06, -0.16), (0.13, -0.15)),
}
_DOTS = ("dot", "diaeresis")
_DOTTED = {DOTLESS: "i"}
"""Letters that are drawn from another one without what stands above it."""
_NARROW = 0.8  # how wide an accent is over such a letter, of its width over others


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How words are set."""

    capitals: bool
    weight: float  # ems of outline on each side of a stroke: 0 is the typeface's own weight
    tracking: float  # ems between letters beyond the even spacing
    leading: float  # ems from baseline to baseline
    largest: float  # units an em may measure
    filled: bool = False  # each line is set as wide as the measure


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Shape:
    """What a letter inks, in ems from its origin on the baseline; y counts downwards."""

    left: float
    top: float
    right: float
    bottom: float
    hollow_left: np.ndarray  # (rows,) how far it stands back from its left edge, cap height to baseline
    hollow_right: np.ndarray  # (rows,) the same from its right edge; both at most _DEEPEST


class Face:
    """The typeface, opened once for each poster: measures in ems and draws in pixels. Not shared between threads."""

    def __init__(self) -> None:
        font = ImageFont.load_default(size=_REFERENCE)
        if not isinstance(font, ImageFont.FreeTypeFont):  # a Pillow built without FreeType: no scalable letters
            raise RuntimeError("posters need a Pillow with FreeType: pip install --force-reinstall pillow")
        self._font = font
        self._small = font.font_variant(size=24)  # enough to tell whether a shape is the one for missing letters
        self._missing = bytes(self._small.getmask("\uffff"))
        self._shapes: dict[str, _Shape] = {}
        self._has: dict[str, bool] = {}

    def has(self, character: str) -> bool:
        """Whether the typeface has a shape of its own for a character."""
        if character in _DOTTED:
            return True
        if character not in self._has:
            mask = self._small.getmask(character)
            self._has[character] = mask.getbbox() is not None and bytes(mask) != self._missing
        return self._has[character]

    def signs(self, text: str, voice: Voice) -> tuple[Sign, ...]:
        """The letters of a text as this voice sets them."""
        return spell(text.upper() if voice.capitals else text, self.has)

    def width(self, text: str, voice: Voice) -> float:
        """Width of a line from the left of its first letter's outline to the right of its last, in ems."""
        return self._measured(self.signs(text, voice), voice)[1]

    def space(self, voice: Voice) -> float:
        """Width of the white between two words, in ems."""
        return _SPACE + voice.tracking

    def reach(self, text: str, voice: Voice) -> tuple[float, float]:
        """How far a line's shapes reach above and below its baseline, in ems, both counted positive."""
        above = below = 0.0
        for sign in self.signs(text, voice):
            if sign.letter == " ":
                continue
            shape, lift = self._shape(sign.letter), sign.rise
            over = max((y + _half(m) for m in sign.marks for line in _ACCENTS.get(m, ()) for _, y in line), default=0.0)
            over += 2 * voice.weight if over else 0.0
            under = max((_half(m) - y for m in sign.marks for _, y in _BELOW.get(m, ())), default=0.0)
            above = max(above, -shape.top * sign.size + lift + over)
            below = max(below, shape.bottom * sign.size - lift, under)
        return above + voice.weight, below + voice.weight

    def write(
        self, image: Image.Image, text: str, voice: Voice, *, left: float, baseline: float, em: float, fill: str
    ) -> None:
        """Draw a line of text; left, baseline and em in pixels."""
        pen = ImageDraw.Draw(image)
        signs = self.signs(text, voice)
        places, _ = self._measured(signs, voice)
        outline = voice.weight * em
        for sign, place in zip(signs, places, strict=True):
            if sign.letter == " ":
                continue
            font = self._font.font_variant(size=em * sign.size)
            x, y = left + place * em, baseline - sign.rise * em
            if sign.letter in _DOTTED:
                self._dotless(image, sign.letter, font, (x, y), outline, fill)
            else:
                pen.text((x, y), sign.letter, font=font, anchor="ls", fill=fill, stroke_width=outline, stroke_fill=fill)
            for points in self._marks(sign, voice.weight):
                thick = 2 * (_half(sign.marks[-1]) * em + outline)
                _stroke(pen, [(x + px * em, y - py * em) for px, py in points], thick, fill)

    def _dotless(
        self,
        image: Image.Image,
        letter: str,
        font: ImageFont.FreeTypeFont,
        at: tuple[float, float],
        outline: float,
        fill: str,
    ) -> None:
        """Draw a letter without its dot, from its origin on the baseline."""
        stencil = Image.new("L", image.size)
        pen = ImageDraw.Draw(stencil)
        pen.text(at, _DOTTED[letter], font=font, anchor="ls", fill=255, stroke_width=outline, stroke_fill=255)
        top = at[1] + self._shape(letter).top * font.size
        pen.rectangle((0, 0, image.width, top - max(outline, 1)), fill=0)
        image.paste(fill, mask=stencil)

    def _measured(self, signs: Sequence[Sign], voice: Voice) -> tuple[list[float], float]:
        """Where each sign's origin stands from the line's left edge, and the line's width, in ems."""
        places: list[float] = []
        edge = 0.0  # right edge of the ink so far
        previous: Sign | None = None
        for sign in signs:
            if sign.letter == " ":
                places.append(edge)
                edge += self.space(voice)
                previous = None
                continue
            shape = self._shape(sign.letter)
            start = edge if previous is None else edge + voice.tracking + self._gap(previous, sign)
            places.append(start + voice.weight - shape.left * sign.size)
            edge = start + (shape.right - shape.left) * sign.size + 2 * voice.weight
            previous = sign
        return places, edge

    def _gap(self, one: Sign, other: Sign) -> float:
        """Ems between the outer edges of two letters so that the white between them is even; may be negative."""
        if "⁄" in (one.letter, other.letter):
            return -0.07
        if one.size != other.size:
            return _NEAREST
        white = self._shape(one.letter).hollow_right + self._shape(other.letter).hollow_left
        even = _AIR - float(np.minimum(white, _DEEPEST).mean())
        return max(even, _NEAREST - float(white.min()))

    def _shape(self, letter: str) -> _Shape:
        if letter not in self._shapes:
            sheet = Image.new("L", (2 * _REFERENCE, round(1.4 * _REFERENCE)))
            x, y = _REFERENCE // 2, _REFERENCE
            ImageDraw.Draw(sheet).text((x, y), _DOTTED.get(letter, letter), font=self._font, anchor="ls", fill=255)
            drawn = np.array(sheet) > 100
            if letter in _DOTTED:  # the stem begins under the lowest row without ink
                drawn[: np.flatnonzero(~drawn[:y].any(axis=1))[-1]] = False
            rows, columns = np.flatnonzero(drawn.any(axis=1)), np.flatnonzero(drawn.any(axis=0))
            inner = drawn[round((1 - CAP) * y) : y, columns[0] : columns[-1] + 1]
            filled = inner.any(axis=1)
            hollows = [
                np.minimum(np.where(filled, side.argmax(axis=1) / _REFERENCE, _DEEPEST), _DEEPEST)
                for side in (inner, inner[:, ::-1])
            ]
            self._shapes[letter] = _Shape(
                left=float(columns[0] - x) / _REFERENCE,
                top=float(rows[0] - y) / _REFERENCE,
                right=float(columns[-1] + 1 - x) / _REFERENCE,
                bottom=float(rows[-1] + 1 - y) / _REFERENCE,
                hollow_left=hollows[0],
                hollow_right=hollows[1],
            )
        return self._shapes[letter]

    def _marks(self, sign: Sign, weight: float) -> Iterator[_Polyline]:
        """Lines of a sign's accents, in ems from its origin on the baseline, y upwards."""
        shape = self._shape(sign.letter)
        middle, top = (shape.left + shape.right) / 2, shape.top
        narrow = _NARROW if sign.letter in _DOTTED else 1.0
        for mark in sign.marks:
            if mark == "stroke":
                yield (middle - 0.2, 0.2), (middle + 0.18, -top - 0.18)
            for points in _ACCENTS.get(mark, ()):
                yield tuple((middle + narrow * x, -top + y + 2 * weight) for x, y in points)  # clear of both outlines
            if mark in _BELOW:
                yield tuple((middle + x, y) for x, y in _BELOW[mark])


def _half(mark: str) -> float:
    """Half the thickness of an accent's line, in ems."""
    return 0.0525 if mark in _DOTS else 0.0375


def _stroke(pen: ImageDraw.ImageDraw, points: list[tuple[float, float]], thick: float, fill: str) -> None:
    pen.line(points, fill=fill, width=max(1, round(thick)), joint="curve")
    for x, y in (points[0], points[-1]):
        pen.ellipse((x - thick / 2, y - thick / 2, x + thick / 2, y + thick / 2), fill=fill)
