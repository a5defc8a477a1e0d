"""How funny, scary, dark ... every film is: the axes, and a score from 0 to 4 on each."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from index.errors import ArtefactError
from index.movie import Movie

SCALE = 4.0
"""The top of every axis."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """One mood: its name, what it means, and the films that fix the ends of its scale."""

    name: str
    means: str
    most: tuple[str, ...]  # films that score 4
    least: tuple[str, ...]  # films that score 0


@cache
def load_axes() -> dict[str, Axis]:
    """All axes by name, in the order of the columns of `Moods.scores`."""
    raw = tomllib.loads((Path(__file__).parent / "axes.toml").read_text(encoding="utf-8"))
    return {
        name: Axis(name=name, means=a["means"], most=tuple(a["most"]), least=tuple(a["least"]))
        for name, a in raw.items()
    }


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Moods:
    """Mood scores of all films, in catalogue order."""

    scores: NDArray[np.float32]  # (films, axes) 0..4, higher is more
    by_hand: NDArray[np.bool_]  # (films,) written by a person rather than predicted

    def axis(self, name: str) -> NDArray[np.float32]:
        """(films,) scores on one axis."""
        column: NDArray[np.float32] = self.scores[:, list(load_axes()).index(name)]
        return column

    @classmethod
    def open(cls, path: Path) -> Moods:
        """Read what `save` wrote; raises ArtefactError when it does not fit the axes of this version."""
        try:
            with path.open("rb") as stream, np.load(stream) as stored:
                moods = cls(scores=stored["scores"], by_hand=stored["by_hand"])
                axes = stored["axes"].tolist()
        except (OSError, ValueError, KeyError, EOFError, BadZipFile) as broken:
            raise ArtefactError(f"{path} cannot be read: build again with `matinee catalogue build`") from broken
        if axes != list(load_axes()):
            raise ArtefactError(f"{path} has other mood axes: build again with `matinee catalogue build`")
        return moods

    def save(self, path: Path) -> None:
        """Write scores and axis names to one .npz file."""
        np.savez(path, scores=self.scores, by_hand=self.by_hand, axes=np.array(list(load_axes())))


def by_hand(movies: Sequence[Movie]) -> Moods:
    """The scores that people wrote; films without any are all 0 and not marked."""
    axes = list(load_axes())
    scores = np.array([[m.moods.get(axis, 0.0) for axis in axes] for m in movies], dtype=np.float32)
    return Moods(scores=scores.reshape(len(movies), len(axes)), by_hand=np.array([bool(m.moods) for m in movies]))
