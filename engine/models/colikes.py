"""Which films the people who like a film like too, from ratings."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from index.catalogue import Catalogue
from index.items import Items

_GAIN, _DISLIKE = 0.6, 0.3  # of what a film's weights say, how much a like adds, and of that a dislike takes


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

    def company(self, liked: NDArray[np.int64], disliked: NDArray[np.int64]) -> NDArray[np.float32]:
        """(films,) how many more, as a share, of the people with such likes like each film; above 0 for more.

        Rows of films, as what they add (`engine.models.ease_with_base`); a dislike takes away less than a like gives.
        """
        company = np.zeros(self._films, dtype=np.float32)
        if self._items is not None:
            for rows, share in ((liked, _GAIN), (disliked, -_GAIN * _DISLIKE)):
                for place in self._places[rows[self.known[rows]]].tolist():
                    places, weights = self._items.of_film(place)
                    at = self._rows[places]
                    company[at[at >= 0]] += np.float32(share) * weights[at >= 0]
        return company

    def added(self, liked: int, row: int) -> float:
        """What liking the film in a row adds to another one in `company`."""
        if self._items is None or not (self.known[liked] and self.known[row]):
            return 0.0
        places, weights = self._items.of_film(int(self._places[liked]))
        return _GAIN * float(weights[places == self._places[row]].sum())

    def _near(self, row: int) -> NDArray[np.float32]:
        near = np.zeros(self._films, dtype=np.float32)
        if self._items is not None and self.known[row]:
            places, weights = self._items.of_film(int(self._places[row]))
            rows = self._rows[places]
            here = rows >= 0
            if here.any():
                # The square root spreads what lies beyond the nearest few.
                near[rows[here]] = np.sqrt(weights[here] / weights[here].max())
        near.setflags(write=False)
        return near
