"""Films as numbers: what models of content learn from.

    found = features(catalogue, blocks=("genres", "people"))
    found.matrix          (films, columns) sparse, rows as in the catalogue
    found.names           what each column is, such as "genres: Comedy"
    found.block("genres") (films, columns of it)

Every block is made of the films alone: the same films give the same numbers, and what is unknown of a film stands at
the mean of those of which it is known, so that not knowing pulls a model nowhere.

    document   TF-IDF of the words of a film's document, each row of length 1
    genres     0 or 1 for each of `index.movie.GENRES`; nothing known: the share of films that have it
    people     0 or 1 for the directors and the leading cast who made two films or more
    decade     1 for the decade of release; unknown: the share of films of each
    language   1 for the main language, the rare ones in one column; unknown: the share of films of each
    numbers    year, runtime, fame and acclaim, in standard deviations from the mean; unknown: 0
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, hstack

from index.catalogue import Catalogue
from index.features.labels import decades, genres, languages, people
from index.features.scales import scales
from index.features.text import documents
from index.movie import Movie

_MAKERS: Mapping[str, Callable[[Sequence[Movie]], tuple[list[str], Any]]] = {
    "document": documents,
    "genres": genres,
    "people": people,
    "decade": decades,
    "language": languages,
    "numbers": scales,
}
BLOCKS = tuple(_MAKERS)
"""The names of all blocks, in the order of their columns."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Features:
    """Films in rows, what is known of them in columns."""

    names: tuple[str, ...]  # of the columns, each "block: what"
    matrix: csr_array  # (films, columns) float32
    blocks: Mapping[str, slice]  # the columns of each block

    def block(self, name: str) -> csr_array:
        """(films, columns) of one block."""
        return self.matrix[:, self.blocks[name]]


def features(films: Sequence[Movie] | Catalogue, blocks: Sequence[str] = BLOCKS) -> Features:
    """The blocks that are named, beside each other in that order; rows are the films in theirs.

    Raises ValueError for a block that there is not.
    """
    if unknown := set(blocks) - set(BLOCKS):
        raise ValueError(f"no such block of features: {', '.join(sorted(unknown))}")
    movies = films.movies() if isinstance(films, Catalogue) else films
    names: list[str] = []
    parts = [csr_array((len(movies), 0), dtype=np.float32)]
    places = {}
    for block in dict.fromkeys(blocks):
        columns, part = _MAKERS[block](movies)
        places[block] = slice(len(names), len(names) + len(columns))
        names.extend(f"{block}: {column}" for column in columns)
        parts.append(csr_array(part, dtype=np.float32))
    return Features(names=tuple(names), matrix=csr_array(hstack(parts, format="csr")), blocks=places)


def nearest(found: Features, row: int, count: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """The films most like the one in a row, most alike first, without itself: rows (k,) and cosines (k,) in [-1, 1].

    The cosine is over all columns; give `features` only the blocks that shall count.
    """
    lengths = np.sqrt(np.asarray(found.matrix.multiply(found.matrix).sum(axis=1)).ravel())
    dots = (found.matrix @ found.matrix[[row]].T).toarray().ravel()
    cosine = dots / np.maximum(lengths * lengths[row], np.finfo(np.float32).tiny)
    cosine[row] = -np.inf
    rows = np.argsort(-cosine, kind="stable")[: min(count, len(cosine) - 1)]
    return rows.astype(np.int64), cosine[rows].astype(np.float32)
