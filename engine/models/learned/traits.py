"""What the films of some opinions are, read from a catalogue."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.models.learned import Traits
from index.catalogue import Catalogue
from index.features.text import document
from index.moods import Moods
from index.vectors import Vectors


def traits_of(films: NDArray[np.int64], catalogue: Catalogue, vectors: Vectors, moods: Moods | None = None) -> Traits:
    """The traits of films (films,) by id, in their order; a film that the catalogue does not know has none.

    Catalogue, vectors and moods are of one set of artefacts, as `index.artefacts.load` opens them.
    """
    rows = [catalogue.row(film) for film in films.tolist()]
    places = np.array([place for place, row in enumerate(rows) if row is not None], dtype=np.int64)
    known = np.array([row for row in rows if row is not None], dtype=np.int64)
    return Traits(
        vectors=_spread(vectors.matrix, known, places, len(films)),
        documents=tuple("" if row is None else document(catalogue.movie(row)) for row in rows),
        moods=None if moods is None else _spread(moods.scores, known, places, len(films)),
    )


def _spread(
    matrix: NDArray[np.float32], rows: NDArray[np.int64], places: NDArray[np.int64], films: int
) -> NDArray[np.float32]:
    found = np.zeros((films, matrix.shape[1]), dtype=np.float32)
    found[places] = matrix[rows]
    return found
