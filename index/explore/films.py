"""What the films of a catalogue are, in numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from index.artefacts import active, read_manifest
from index.catalogue import SCHEMA
from index.errors import ArtefactError
from index.explore.spread import Spread, even, rising
from index.explore.tail import Tail, tail
from index.explore.together import Together, membership, together
from index.explore.weighted import Ranking, ranking

VOTERS = {"IMDb": ("imdb_rating", "imdb_votes"), "TMDB": ("rating", "votes")}
"""Who votes on films, with the columns of their mean rating and their number."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FilmNumbers:
    """Sizes, gaps and distributions of a catalogue."""

    films: int
    fields: pd.DataFrame  # a row a field, the best known first: known (films that have it), share (0 to 1)
    years: pd.Series[int]  # films by year of release, every year from the first to the last
    genres: pd.Series[int]  # films by genre, the most common first; a film counts in each of its genres
    labels: float  # genres of a film that has any, in the mean
    languages: pd.Series[int]  # films by main language (ISO 639-1), the most common first
    runtimes: Spread | None  # minutes
    ratings: Mapping[str, Spread]  # by voters: mean rating of a film, 0 to 10
    votes: Mapping[str, Spread]  # by voters: votes on a film that has any
    tails: Mapping[str, Tail]  # by voters: how unevenly votes fall on films
    together: Together
    best: Ranking | None  # by the votes that cover most films


def read(bundle: Path) -> tuple[pd.DataFrame, Mapping[str, Any]]:
    """The films of a bundle's active catalogue, a column for each of `index.catalogue.SCHEMA`, and how it was made.

    Raises NothingBuilt or ArtefactError.
    """
    folder = bundle / active(bundle).catalogue
    made = read_manifest(folder).made
    path = folder / "movies.parquet"
    try:
        films: pd.DataFrame = pq.read_table(path).to_pandas()
    except (OSError, pa.ArrowException) as broken:
        raise ArtefactError(f"{path} cannot be read: build again with `matinee catalogue build`") from broken
    return films, made


def numbers(films: pd.DataFrame) -> FilmNumbers:
    """The numbers of films as `read` gives them."""
    member = membership(films["genres"])
    labels = member.sum(axis=1)
    pairs = together(member)
    votes = {who: films[column].to_numpy() for who, (_, column) in VOTERS.items()}
    rated = {who: films[column].where(films[count] > 0).to_numpy(float) for who, (column, count) in VOTERS.items()}
    return FilmNumbers(
        films=len(films),
        fields=_fields(films),
        years=_years(films["year"]),
        genres=pd.Series(pairs.counts.to_numpy().diagonal(), index=pairs.counts.index),
        labels=float(labels[labels > 0].mean()) if labels.any() else 0.0,
        languages=_main(films["languages"]),
        runtimes=even(films["runtime"].where(films["runtime"] > 0).to_numpy(float), step=10, low=0, high=240),
        ratings={w: s for w, v in rated.items() if (s := even(v, step=0.5, low=0, high=10))},
        votes={w: s for w, v in votes.items() if (s := rising(v))},
        tails={w: t for w, v in votes.items() if (t := tail(v))},
        together=pairs,
        best=_best(films),
    )


def known(column: pd.Series[Any]) -> pd.Series[bool]:
    """Which films have the field: it is there, and neither empty nor 0, which stands for unknown."""
    if pd.api.types.is_numeric_dtype(column.dtype):
        return column.notna() & (column != 0)
    return column.map(lambda value: hasattr(value, "__len__") and len(value) > 0).astype(bool)


def _fields(films: pd.DataFrame) -> pd.DataFrame:
    names = [name for name in SCHEMA.names if name != "adult"]  # which is false for a film, not unknown
    counts = {name: int(known(films[name]).sum()) for name in names}
    table = pd.DataFrame({"known": pd.Series(counts, dtype="int64")})
    table["share"] = table["known"] / max(1, len(films))
    return table.sort_values("known", ascending=False, kind="stable")


def _years(column: pd.Series[Any]) -> pd.Series[int]:
    years = column[column > 0].astype(int)
    if years.empty:
        return pd.Series(dtype="int64")
    counts = years.value_counts()
    return counts.reindex(range(int(years.min()), int(years.max()) + 1), fill_value=0)


def _main(column: pd.Series[Any]) -> pd.Series[int]:
    first = [names[0] for names in column if names is not None and len(names)]
    counts = pd.Series(first, dtype=object).value_counts()
    return counts.sort_index().sort_values(ascending=False, kind="stable")


def _best(films: pd.DataFrame) -> Ranking | None:
    def covered(who: str) -> int:
        return int(np.count_nonzero(films[VOTERS[who][1]].to_numpy() > 0))

    who = max(VOTERS, key=covered)
    rating, votes = VOTERS[who]
    table = pd.DataFrame({
        "title": films["title"], "year": films["year"], "rating": films[rating], "votes": films[votes]
    })  # fmt: skip
    return ranking(table, by=who, scale=10, trusted=0.9)
