"""Which films the people who like a film like too, from ratings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from index.catalogue import Catalogue
from index.items import Items

GAIN, DISLIKE = 0.6, 0.3  # of what a film's weights say, how much a like adds, and of that a dislike takes

Rows = NDArray[np.int64]
Values = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Company:
    """How many more, as a share, of the people with some likes like other films: what each thumb adds to each.

    The weights are those of `engine.models.ease_with_base`; a dislike takes away less than a like adds.
    """

    by: Rows  # (k,) the film with the thumb
    rows: Rows  # (k,) the film that it adds to
    adds: Values  # (k,) how much; below 0 for a dislike

    def total(self, films: int) -> Values:
        """(films,) the sums; 0 where nobody rated."""
        return np.bincount(self.rows, self.adds, minlength=films).astype(np.float32)

    def of(self, thumbs: Rows, row: int) -> Values:
        """(n,) what each of some thumbs adds to the film in a row."""
        here = self.rows == row
        adds = dict(zip(self.by[here].tolist(), self.adds[here].tolist(), strict=True))
        return np.array([adds.get(thumb, 0.0) for thumb in thumbs.tolist()], dtype=np.float32)


class CoLikes:
    """The item model over the films of a catalogue; knows nothing where nobody rated."""

    def __init__(self, catalogue: Catalogue, items: Items | None) -> None:
        self._items = items
        self._films = len(catalogue)
        self.known: NDArray[np.bool_] = np.zeros(self._films, dtype=bool)
        """(films,) whether enough people rated a film."""
        self._places = np.full(self._films, -1, dtype=np.int64)
        self._rows = np.array([], dtype=np.int64)
        if items is not None and len(items.films):
            at = np.minimum(np.searchsorted(items.films, catalogue.tmdb), len(items.films) - 1)
            self.known = items.films[at] == catalogue.tmdb
            self._places = np.where(self.known, at, -1)
            self._rows = np.full(len(items.films), -1, dtype=np.int64)  # of each item, -1: not in this catalogue
            self._rows[self._places[self.known]] = np.flatnonzero(self.known)
        self.near = lru_cache(maxsize=256)(self._near)
        """`near(row)`: (films,) how much liking the film in a row speaks for each other, 0 none to 1 the most."""

    def company(self, liked: Rows, disliked: Rows) -> Company:
        """What people with such likes and dislikes (rows of films) like, thumb by thumb."""
        thumbs = [(row, GAIN) for row in liked.tolist()] + [(row, -GAIN * DISLIKE) for row in disliked.tolist()]
        parts = [(row, *self._neighbours(row), share) for row, share in thumbs if self.known[row]]
        return Company(
            by=np.repeat([row for row, *_ in parts], [len(rows) for _, rows, *_ in parts]).astype(np.int64),
            rows=np.concatenate([rows for _, rows, *_ in parts] or [np.array([], dtype=np.int64)]),
            adds=np.concatenate([share * adds for *_, adds, share in parts] or [np.array([])]).astype(np.float32),
        )

    def _neighbours(self, row: int) -> tuple[Rows, Values]:
        """Rows of the films that liking one adds to, and how much."""
        assert self._items is not None
        places, weights = self._items.of_film(int(self._places[row]))
        rows = self._rows[places]
        return rows[rows >= 0], weights[rows >= 0]

    def _near(self, row: int) -> NDArray[np.float32]:
        near = np.zeros(self._films, dtype=np.float32)
        if self.known[row]:
            rows, weights = self._neighbours(row)
            if len(rows):
                near[rows] = np.sqrt(weights / weights.max())  # the root spreads what lies beyond the nearest few
        near.setflags(write=False)
        return near
