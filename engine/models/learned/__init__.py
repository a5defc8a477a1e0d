"""Models that learn from what many people thought of films: one port, a small file a model.

Each is fitted on the opinions of some people and scores films for others, who need not be among them: all that it
knows of them is what is given. The laboratory (`engine.evaluation.models`) compares them; the chat uses what wins.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, ClassVar, Protocol

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from index.sources.ratings import DISLIKED, LIKED


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Opinions:
    """What people think of films: a row a person, a column a film."""

    stars: Any  # scipy CSR (people, films) float32, 0.5 to 5, higher is better; nothing stored: no opinion
    films: NDArray[np.int64]  # (films,) TMDB ids, ascending
    people: pd.DataFrame | None = None  # as `Ratings.people`, a row a person of `stars`; None: nobody told anything
    order: Any = None  # CSR int32 stored as `stars` is: of one person's opinions, the later the higher; None: unknown

    @property
    def likes(self) -> Any:
        """CSR (people, films) float32 of ones where a person liked a film."""
        return self._where(self.stars.data >= LIKED)

    @property
    def dislikes(self) -> Any:
        """CSR (people, films) float32 of ones where a person disliked a film."""
        return self._where(self.stars.data <= DISLIKED)

    def of(self, rows: NDArray[np.int64]) -> Opinions:
        """The opinions of some of the people, in the given order."""
        people = None if self.people is None else self.people.iloc[rows].reset_index(drop=True)
        order = None if self.order is None else self.order[rows]
        return replace(self, stars=self.stars[rows], people=people, order=order)

    def where(self, kept: NDArray[np.bool_]) -> Opinions:
        """Some of the opinions, of the same people on the same films: `kept` is (stored,), as `stars.data` is."""
        order = None if self.order is None else _part(self.order, kept)
        return replace(self, stars=_part(self.stars, kept), order=order)

    def _where(self, kept: NDArray[np.bool_]) -> Any:
        found = self.stars.copy()
        found.data = kept.astype(np.float32)
        found.eliminate_zeros()
        return found


def _part(matrix: Any, kept: NDArray[np.bool_]) -> Any:
    """A CSR matrix with some of its entries, which may be 0."""
    ends = np.concatenate([[0], np.cumsum(kept)])
    parts = (matrix.data[kept], matrix.indices[kept], ends[matrix.indptr])
    return type(matrix)(parts, shape=matrix.shape)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Traits:
    """What the films of some opinions are, for models that read; a film that no catalogue knows has none."""

    vectors: NDArray[np.float32]  # (films, dimensions) unit rows of their documents; zeros: not known
    documents: tuple[str, ...]  # (films,) their texts; "": not known
    moods: NDArray[np.float32] | None = None  # (films, axes) 0 to 4


class Model(Protocol):
    """What every model can do. Parameters are arguments of its constructor."""

    name: ClassVar[str]  # as `matinee evaluate models --models` takes it

    def fit(self, known: Opinions, traits: Traits | None = None) -> None:
        """Learn; deterministic for the same opinions and parameters (a seed is a parameter)."""

    def score(self, given: Opinions) -> NDArray[np.float32]:
        """(people, films) for the people of `given`, over the films of `known`; higher is better.

        A model that predicts stars gives stars. Films that a person has an opinion of are scored like all others.
        """


class Neighbours(Protocol):
    """What a model can do that knows which films go together."""

    def neighbours(self, film: int, count: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Columns of the films nearest to a column, best first, and how near each is, above 0; never itself."""
