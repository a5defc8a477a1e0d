"""What thumbs say of other films.

A thumb is a surprise: it says how much more a film was liked, or less, than films of its standing are. What that
tells of other films follows as from a Gaussian process (Rasmussen and Williams 2006, section 2.2), by what they have in
common (`engine.models.resemblance`); where ratings of many people are known, what those who like the same films like
comes beside it (`engine.models.colikes`).
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.models.colikes import CoLikes
from engine.models.content import Content
from engine.models.kinship import Kinship
from engine.models.resemblance import Resemblance
from index.catalogue import Catalogue

_EXPECTED = (0.12, 0.18)  # the share of people who like a film of no acclaim, and more for each point of it
_NOISE = 0.2  # variance of a thumb about what a person thinks
_KEPT = 32  # chats whose leanings are kept

Thumbs = tuple[tuple[int, bool], ...]
"""TMDB ids, each with whether the thumb is up."""
Rows = NDArray[np.int64]
Values = NDArray[np.float32]


class Leanings:
    """Makes the leaning of a chat over a catalogue."""

    def __init__(
        self, catalogue: Catalogue, content: Content, resemblance: Resemblance, kinship: Kinship, colikes: CoLikes
    ) -> None:
        self.catalogue, self.content, self.resemblance = catalogue, content, resemblance
        self.kinship, self.colikes = kinship, colikes
        self.of = lru_cache(maxsize=_KEPT)(self._of)
        """`of(thumbs)`: what they say of films; thumbs for films that are not here say nothing."""

    def _of(self, thumbs: Thumbs) -> Leaning:
        known = [(row, up) for tmdb, up in thumbs if (row := self.catalogue.row(tmdb)) is not None]
        rows = np.array([row for row, _ in known], dtype=np.int64)
        return Leaning(self, rows, np.array([up for _, up in known], dtype=bool))


class Leaning:
    """What the thumbs of one chat say of films; made once for some thumbs, then asked about any films."""

    def __init__(self, models: Leanings, rows: Rows, up: NDArray[np.bool_]) -> None:
        self._models = models
        self.rows, self._up = rows, up
        """(n,) the films with a thumb, and whether it is up."""
        self._features = models.resemblance.features(rows)
        self._weights = self._learned()
        self._direction = self._weights @ self._features
        self._company = models.colikes.company(rows[up], rows[~up])
        self.company = self._company.total(len(models.catalogue))
        """(films,) how many more, as a share, of those with such likes like each; 0 where nobody rated."""

    def _learned(self) -> Values:
        """(n,) what each thumb says, above 0 for films like it: those that agree with others say less each."""
        models = self._models
        people = models.resemblance.by_people(self.rows, self.rows)
        covariance = self._features @ self._features.T + (people + people.T) / 2
        covariance[np.diag_indices(len(self.rows))] += _NOISE
        base, point = _EXPECTED
        surprise = self._up - (base + point * models.catalogue.acclaim[self.rows])
        return np.linalg.solve(covariance, surprise.astype(np.float32))

    def content(self, rows: Rows) -> Values:
        """(k,) how much more than other films of their standing these will be liked, as a share; below 0 for less."""
        resemblance = self._models.resemblance
        found: Values = resemblance.features(rows) @ self._direction
        found += resemblance.by_people(rows, self.rows) @ self._weights
        return found

    def best(self, allowed: NDArray[np.bool_], count: int) -> Rows:
        """Rows of films of which `content` says most, among the allowed (films,): about twice `count`, in no order."""
        models = self._models
        subject = models.content.towards(models.resemblance.document(self._direction), count, allowed)
        kin = models.kinship.drawn(self.rows, self._weights)
        kindred = np.flatnonzero(allowed & (kin > 0))
        return np.concatenate((subject, kindred[np.argsort(-kin[kindred], kind="stable")[:count]]))

    def speaking(self, row: int, count: int) -> list[int]:
        """Rows of the `count` liked films that say most for the film in a row, the one that says most first."""
        here, liked = np.array([row]), np.flatnonzero(self._up)
        resemblance, rows = self._models.resemblance, self.rows[liked]
        alike = resemblance.features(here) @ self._features[liked].T + resemblance.by_people(here, rows)
        said = alike[0] * self._weights[liked] + self._company.of(rows, row)
        order = np.argsort(-said, kind="stable")[:count]
        return [int(rows[place]) for place in order if said[place] > 0]
