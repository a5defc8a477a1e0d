"""Spell any title with the letters that can be drawn: accents as marks, other scripts romanised, the rest left out."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

MARKS = {
    "\u0300": "grave",
    "\u0301": "acute",
    "\u0302": "circumflex",
    "\u0303": "tilde",
    "\u0304": "macron",
    "\u0306": "breve",
    "\u0307": "dot",
    "\u0308": "diaeresis",
    "\u030a": "ring",
    "\u030b": "double acute",
    "\u030c": "caron",
    "\u0326": "cedilla",  # the comma below of Romanian
    "\u0327": "cedilla",
    "\u0328": "ogonek",
}
"""Combining characters that are drawn, and what each is called."""

DOTLESS = "ı"
"""The i that takes an accent."""
_ABOVE = frozenset(MARKS.values()) - {"cedilla", "ogonek"}

_TABLE = tomllib.loads((files(__package__) / "spelling.toml").read_text(encoding="utf-8"))
_LETTERS: dict[str, str] = dict(_TABLE["letters"])
for _pairs in _TABLE["alphabets"].values():
    for _pair in _pairs.split():
        _foreign, _, _latin = _pair.partition("=")
        _LETTERS |= {_foreign: _latin, _foreign.upper(): _latin.capitalize()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """One letter as it is drawn."""

    letter: str  # a character that the lettering has
    marks: tuple[str, ...] = ()  # values of MARKS, or "stroke"
    size: float = 1.0  # of the line's size
    rise: float = 0.0  # above the baseline, in ems of the line


def spell(text: str, has: Callable[[str], bool]) -> tuple[Sign, ...]:
    """The signs of a text in order, given which characters can be drawn; what cannot be spelled is left out."""
    signs: list[Sign] = []
    for character in unicodedata.normalize("NFC", " ".join(text.split())):
        signs.extend(_spelled(character, has))
    return tuple(signs)


def legible(text: str, has: Callable[[str], bool]) -> float:
    """Which share of a text's letters and digits can be spelled, 0 to 1; 0 where it has none."""
    wanted = [c for c in unicodedata.normalize("NFC", text) if c.isalnum()]
    return sum(any(True for _ in _spelled(c, has)) for c in wanted) / len(wanted) if wanted else 0.0


def readable_name(names: Sequence[str], has: Callable[[str], bool]) -> str:
    """Of a film's names, best first, the first that can be spelled whole; else the one that loses least.

    Empty where nothing of any name can be spelled.
    """
    best = max(names, key=lambda name: legible(name, has), default="")
    return best if legible(best, has) > 0 else ""


def _spelled(character: str, has: Callable[[str], bool]) -> Iterator[Sign]:
    if character == " " or has(character):
        yield Sign(letter=character)
    elif character in _LETTERS:
        yield from (Sign(letter=c) for c in _LETTERS[character] if has(c))
    elif character in _TABLE["crossed"]:
        yield Sign(letter=_TABLE["crossed"][character], marks=("stroke",))
    else:
        yield from _decomposed(character, has)


def _decomposed(character: str, has: Callable[[str], bool]) -> Iterator[Sign]:
    parts = unicodedata.normalize("NFKD", character)
    if "⁄" in parts and has("⁄"):  # a fraction such as one half: small figures around its slash
        above, _, below = parts.partition("⁄")
        yield from (Sign(letter=c, size=0.58, rise=0.3) for c in above if has(c))
        yield Sign(letter="⁄")
        yield from (Sign(letter=c, size=0.58) for c in below if has(c))
        return
    plain = [c for c in parts if c not in MARKS and not unicodedata.combining(c)]
    marks = tuple(MARKS[c] for c in parts if c in MARKS)
    if len(plain) == 1 and plain[0] in _TABLE["crossed"]:
        yield Sign(letter=_TABLE["crossed"][plain[0]], marks=("stroke", *marks))
        return
    spelt = "".join(_LETTERS.get(c, c) for c in plain)
    for position, letter in enumerate(c for c in spelt if has(c)):
        own = marks if position == 0 else ()
        under = letter == "i" and has(DOTLESS) and not _ABOVE.isdisjoint(own)
        yield Sign(letter=DOTLESS if under else letter, marks=own)
