"""Choose how a film's poster looks: motif by subject, palette by gloom, and a turn of hue of its own."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from random import Random
from typing import Any, Literal

from bot.posters.colour import Palette
from bot.posters.lettering import Voice
from index.movie import Movie

Place = Literal["top", "bottom", "frame"]
"""Where the letters stand: above or below the picture on its own ground, or on a border around it."""

VOICES: Mapping[str, Voice] = {
    "block": Voice(capitals=True, weight=0.03, tracking=0.0, leading=0.86, largest=220, filled=True),
    "heavy": Voice(capitals=True, weight=0.026, tracking=0.015, leading=0.9, largest=220),
    "wide": Voice(capitals=True, weight=0.006, tracking=0.12, leading=1.12, largest=150),
    "plain": Voice(capitals=False, weight=0.016, tracking=-0.012, leading=1.0, largest=190),
}
"""The ways a title is set, by name."""

_TABLE: dict[str, Any] = tomllib.loads((files(__package__) / "design.toml").read_text(encoding="utf-8"))
_PALETTES = {
    name: Palette(**dict(zip(("paper", "main", "second", "accent", "ink"), colours, strict=True)))
    for name, colours in _TABLE["palettes"].items()
}
_WORDS = ("subjects", "keywords")
_WIDEST_TURN = 0.022  # of the colour circle


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """All that is decided about a poster before anything is measured."""

    motif: str  # a name of bot.posters.motifs.MOTIFS
    palette: Palette
    ground: str  # the colour that the letters stand on
    voice: Voice
    place: Place
    centred: bool
    seed: str  # of the film's own variation


def choose(movie: Movie) -> Design:
    """The design of a film's poster; the same for the same film, whatever else is drawn."""
    seed = f"matinee/{movie.tmdb}"
    chance = Random(seed)  # noqa: S311 (variety, not secrecy)
    motif = max(_TABLE["motifs"], key=lambda name: suits(movie, name) + chance.random())
    rule = _TABLE["motifs"][motif]
    palette = _palette(rule["palettes"], gloom(movie) + chance.uniform(-0.12, 0.12))
    palette = palette.shifted(chance.uniform(-_WIDEST_TURN, _WIDEST_TURN))
    if _monochrome(movie):
        palette = palette.muted()
    places: Sequence[Place] = rule["places"]
    place = chance.choice(places)
    if place == "frame" and palette.lightest() == palette.paper:  # the border would not show
        place = places[0]
    grounds = {"top": getattr(palette, rule["head"]), "bottom": getattr(palette, rule["foot"])}
    voice = chance.choice(rule["voices"])
    return Design(
        motif=motif,
        palette=palette,
        ground=grounds.get(place) or palette.lightest(),
        voice=VOICES[voice],
        place=place,
        centred=voice == "wide" or (voice == "heavy" and chance.random() < 0.5),
        seed=seed,
    )


def suits(movie: Movie, motif: str) -> float:
    """How well a motif suits a film by its genres, keywords and moods; higher is better, 0 is not at all."""
    rule = _TABLE["motifs"][motif]
    genres = movie.genres or ("Drama",)  # the least wrong where nothing is known
    points: float = sum(rule["genres"].get(g, 0.0) * (1.0 if place else 1.5) for place, g in enumerate(genres))
    said = [f" {keyword.lower()} " for keyword in movie.keywords]
    found = [sum(any(f" {word} " in keyword for keyword in said) for word in rule.get(kind, ())) for kind in _WORDS]
    points += (0.0, 9.0)[min(found[0], 1)] + (0.0, 4.0, 6.0, 7.0)[min(found[1], 3)]
    points += sum(worth * movie.moods.get(axis, 0.0) / 4 for axis, worth in rule["moods"].items())
    return points


def gloom(movie: Movie) -> float:
    """How dark a film's poster should be: 0 bright to 1 dark, from its moods, else from its genres."""
    if movie.moods:
        weights = _TABLE["gloom"]["moods"]
        felt: float = sum(weights.get(axis, 0.0) * score for axis, score in movie.moods.items())
        return min(1.0, max(0.0, 0.42 + felt / 14))
    known: list[float] = [
        _TABLE["gloom"]["genres"][genre] for genre in movie.genres[:2] if genre in _TABLE["gloom"]["genres"]
    ]
    return sum(known) / len(known) if known else 0.5


def _palette(names: Sequence[str], dark: float) -> Palette:
    """One of palettes that are listed brightest first."""
    return _PALETTES[names[min(len(names) - 1, max(0, int(dark * len(names))))]]


def _monochrome(movie: Movie) -> bool:
    rule = _TABLE["monochrome"]
    return any(k in rule["keywords"] for k in movie.keywords) or (movie.year or rule["before"]) < rule["before"]
