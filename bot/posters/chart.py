"""A taste as a picture: bars beside a mark for what is usual, and decades as columns."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

from bot.posters.canvas import Canvas
from bot.posters.lettering import Face, Voice

WIDTH = 600
"""Units; a poster is as wide."""

_FINER, _PIXELS = 2, 2  # drawn so many times larger, then reduced; pixels to a unit in the end
_MARGIN, _LEFT, _RIGHT = 36, 236, 540  # units: of the page, and where bars begin and end
_ROW, _BAR, _COLUMN = 40, 18, 120  # units: from bar to bar, thickness of one, height of the tallest column
_PAPER, _INK, _FAINT, _OWN, _USUAL = "#f6f0e4", "#2b2622", "#e3d8c5", "#c2512f", "#3d5a66"
_HEAD = Voice(capitals=True, weight=0.02, tracking=0.06, leading=1.2, largest=22)
_LABEL = Voice(capitals=False, weight=0.008, tracking=0.01, leading=1.2, largest=21)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One thing: its name, and how long its bar and the mark of what is usual are, each 0 to 1."""

    label: str
    own: float
    usual: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """Bars under a heading; upright ones stand side by side, as for what has an order."""

    head: str
    bars: tuple[Bar, ...]
    upright: bool = False


def chart(title: str, panels: Sequence[Panel], legend: tuple[str, str]) -> bytes:
    """The picture as PNG; `legend` says what a bar and what its mark stands for."""
    shown = [panel for panel in panels if panel.bars]
    height = 110 + sum(_height(panel) for panel in shown) + 56
    page = Canvas(WIDTH, height, scale=_FINER * _PIXELS, fill=_PAPER)
    face = Face()
    _write(page, face, title, _HEAD, _MARGIN, 62, 28)
    top = 96.0
    for panel in shown:
        _write(page, face, panel.head, _HEAD, _MARGIN, top + 18, 15)
        (_columns if panel.upright else _bars)(page, face, panel, top + 34)
        top += _height(panel)
    _legend(page, face, legend, top + 8)
    file = io.BytesIO()
    small = page.image.reduce(_FINER).quantize(64, dither=Image.Dither.NONE)
    small.save(file, "PNG", optimize=True)
    return file.getvalue()


def letters(text: str) -> bool:
    """Whether the typeface has every letter of a text; other alphabets are romanised, which nobody reads with ease."""
    return all(unicodedata.name(letter, "").startswith("LATIN") for letter in text if letter.isalpha())


def _height(panel: Panel) -> float:
    return 34 + (_COLUMN + 46 if panel.upright else len(panel.bars) * _ROW) + 24


def _bars(page: Canvas, face: Face, panel: Panel, top: float) -> None:
    for place, bar in enumerate(panel.bars):
        middle = top + place * _ROW + _ROW / 2
        length = (_RIGHT - _LEFT) * min(1.0, max(0.0, bar.own))
        mark = _LEFT + (_RIGHT - _LEFT) * min(1.0, max(0.0, bar.usual))
        _write(page, face, bar.label, _LABEL, _MARGIN, middle + 7, 20, most=_LEFT - _MARGIN - 16)
        page.block(_LEFT, middle - _BAR / 2, _RIGHT, middle + _BAR / 2, _FAINT)
        page.block(_LEFT, middle - _BAR / 2, _LEFT + length, middle + _BAR / 2, _OWN)
        page.block(mark - 2, middle - _BAR / 2 - 5, mark + 2, middle + _BAR / 2 + 5, _USUAL)


def _columns(page: Canvas, face: Face, panel: Panel, top: float) -> None:
    wide = (_RIGHT - _MARGIN) / len(panel.bars)
    bottom = top + _COLUMN
    most = max(max(bar.own, bar.usual) for bar in panel.bars) or 1.0
    page.block(_MARGIN, bottom, _RIGHT, bottom + 2, _INK)
    for place, bar in enumerate(panel.bars):
        middle = _MARGIN + (place + 0.5) * wide
        half = min(22.0, wide * 0.32)
        page.block(middle - half, bottom - _COLUMN * bar.own / most, middle + half, bottom, _OWN)
        level = bottom - _COLUMN * bar.usual / most
        page.block(middle - half - 5, level - 2, middle + half + 5, level + 2, _USUAL)
        em = min(18.0, wide / max(face.width(bar.label, _LABEL), 0.1) * 0.9)
        _write(page, face, bar.label, _LABEL, middle - face.width(bar.label, _LABEL) * em / 2, bottom + 26, em)


def _legend(page: Canvas, face: Face, legend: tuple[str, str], top: float) -> None:
    page.block(_MARGIN, top + 4, _MARGIN + 26, top + 18, _OWN)
    _write(page, face, legend[0], _LABEL, _MARGIN + 36, top + 17, 16)
    left = _MARGIN + 36 + face.width(legend[0], _LABEL) * 16 + 30
    page.block(left, top, left + 4, top + 22, _USUAL)
    _write(page, face, legend[1], _LABEL, left + 14, top + 17, 16)


def _write(
    page: Canvas, face: Face, text: str, voice: Voice, left: float, baseline: float, em: float, *, most: float = WIDTH
) -> None:
    """A line of text, smaller where it would be wider than `most` units."""
    scale = _FINER * _PIXELS
    em = min(em, most / max(face.width(text, voice), 0.1))
    face.write(page.image, text, voice, left=left * scale, baseline=baseline * scale, em=em * scale, fill=_INK)
