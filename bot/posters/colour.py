"""Colours: five to a poster, shifted a little for each film, and always readable where letters stand."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass, fields

READABLE = 4.5
"""Least contrast of letters with what they stand on (WCAG 2.1, success criterion 1.4.3)."""

_RED = "#c63c2c"
_DARKEST, _LIGHTEST = "#100e0d", "#fffaf0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The five colours of a poster, each as #rrggbb."""

    paper: str  # the background or sky
    main: str  # the largest shape, or the ground
    second: str  # what stands against it
    accent: str  # the small spot that the eye finds first
    ink: str  # letters and fine lines

    def colours(self) -> tuple[str, ...]:
        """All five, in the order of the fields."""
        return tuple(getattr(self, field.name) for field in fields(self))

    def lightest(self) -> str:
        """The colour of greatest luminance."""
        return max(self.colours(), key=luminance)

    def shifted(self, turn: float) -> Palette:
        """The same palette with every hue turned by a fraction of the colour circle (0.02 is 7 degrees)."""
        return Palette(**{f.name: _turned(getattr(self, f.name), turn) for f in fields(self)})

    def muted(self) -> Palette:
        """Nearly black and white, as the film was shot; the accent alone is red."""
        greys = {f.name: _greyed(getattr(self, f.name), 0.14) for f in fields(self)}
        return Palette(**greys | {"accent": _RED})


def rgb(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of #rrggbb, 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """Relative luminance from 0 (black) to 1 (white), after WCAG 2.1."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in rgb(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 (the same) to 21 (black on white), after WCAG 2.1."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def readable(ground: str, *wishes: str) -> str:
    """The first wished colour that can be read on a ground, else near-black or near-white, whichever reads better."""
    for wish in wishes:
        if contrast(wish, ground) >= READABLE + 0.5:  # half a step in hand for grain and compression
            return wish
    soft = max((_DARKEST, _LIGHTEST), key=lambda colour: contrast(colour, ground))
    if contrast(soft, ground) >= READABLE:
        return soft
    return max(("#000000", "#ffffff"), key=lambda colour: contrast(colour, ground))  # at least 4.58 on anything


def vivid(palette: Palette) -> str:
    """Of the shapes' colours, the most saturated that stands out from the paper."""
    seen = [c for c in (palette.accent, palette.main, palette.second) if contrast(c, palette.paper) >= 1.3]
    return max(seen or [palette.accent], key=lambda c: max(rgb(c)) - min(rgb(c)))


def mixed(one: str, other: str, share: float) -> str:
    """A colour between two: share 0 is the first, 1 the second."""
    return _hex(*((a + (b - a) * share) / 255 for a, b in zip(rgb(one), rgb(other), strict=True)))


def _turned(colour: str, turn: float) -> str:
    hue, light, saturation = colorsys.rgb_to_hls(*(v / 255 for v in rgb(colour)))
    return _hex(*colorsys.hls_to_rgb((hue + turn) % 1.0, light, saturation))


def _greyed(colour: str, kept: float) -> str:
    hue, light, saturation = colorsys.rgb_to_hls(*(v / 255 for v in rgb(colour)))
    return _hex(*colorsys.hls_to_rgb(hue, light, saturation * kept))


def _hex(red: float, green: float, blue: float) -> str:
    return "#" + "".join(f"{round(v * 255):02x}" for v in (red, green, blue))
