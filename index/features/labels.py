"""What a film has or has not: genres, people, its decade and its language, one column each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array

from index.movie import GENRES, Movie

_CAST = 5  # of a film, biggest part first
_PEOPLE = 5_000  # columns at most: those of most films
_AGAIN = 2  # films that a person has to have made
_SPOKEN = 10  # films in a language that has a column of its own
_OTHER = "other"

Label = TypeVar("Label", bound=Hashable)


def genres(movies: Sequence[Movie]) -> tuple[list[str], csr_array]:
    """(films, len(GENRES)) 0 or 1; a film whose genres are unknown has the share of films that have each."""
    return list(GENRES), _neutral(_marked([m.genres for m in movies], list(GENRES)))


def people(movies: Sequence[Movie]) -> tuple[list[str], csr_array]:
    """(films, people) 0 or 1: who directed or led in two films or more, by role; zeros where nobody is known.

    Columns are named "director" or "cast" and the person's name, the busiest first.
    """
    made = [
        tuple(dict.fromkeys([f"director {n}" for n in m.directors] + [f"cast {n}" for n in m.cast[:_CAST]]))
        for m in movies
    ]
    counted = Counter(credit for film in made for credit in film)
    busy = sorted((c for c in counted if counted[c] >= _AGAIN), key=lambda c: (-counted[c], c))[:_PEOPLE]
    return busy, _marked(made, busy)


def decades(movies: Sequence[Movie]) -> tuple[list[str], csr_array]:
    """(films, decades) 1 for its own, the first decade first; unknown: the share of films of each."""
    own = [(m.year // 10 * 10,) if m.year else () for m in movies]
    columns = sorted({decade for film in own for decade in film})
    return [f"{decade}s" for decade in columns], _neutral(_marked(own, columns))


def languages(movies: Sequence[Movie]) -> tuple[list[str], csr_array]:
    """(films, languages) 1 for its main one (ISO 639-1), the most common first; unknown: the share of films of each.

    Languages of fewer than ten films share the column "other".
    """
    counted = Counter(m.languages[0] for m in movies if m.languages)
    common = sorted((c for c in counted if counted[c] >= _SPOKEN), key=lambda c: (-counted[c], c))
    columns = common + [_OTHER] * (len(common) < len(counted))
    own = [(m.languages[0] if m.languages[0] in common else _OTHER,) if m.languages else () for m in movies]
    return columns, _neutral(_marked(own, columns))


def _marked(films: Sequence[Sequence[Label]], columns: Sequence[Label]) -> csr_array:
    """(films, columns) 1 where the film has the label."""
    place = {label: column for column, label in enumerate(columns)}
    pairs = [(row, place[label]) for row, labels in enumerate(films) for label in set(labels) if label in place]
    rows, at = np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2).T
    return csr_array(coo_array((np.ones(len(rows)), (rows, at)), shape=(len(films), len(columns))))


def _neutral(marked: csr_array) -> csr_array:
    """Films without any label get the mean of those with one."""
    known: NDArray[np.bool_] = np.diff(marked.indptr) > 0
    if known.all() or not known.any():
        return marked
    mean = np.asarray(marked[known].mean(axis=0)).ravel()
    return csr_array(marked + csr_array(np.where(known, 0.0, 1.0)[:, None]) @ csr_array(mean[None, :]))
