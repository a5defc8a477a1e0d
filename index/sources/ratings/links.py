"""Which film a number of MovieLens, or an IMDb id, stands for: links.csv of a release."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from index.errors import SourceError
from index.sources.ratings.holding import Holding

_LINKS = re.compile(r"links[^/]*\.csv")
_MOVIES = re.compile(r"movies[^/]*\.csv")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Links:
    """Films by MovieLens number and by IMDb id."""

    items: pd.Series[int]
    """Film ids (TMDB, else negative from IMDb; 0: neither is known) by MovieLens number."""
    imdb: pd.Series[int]
    """TMDB ids by the digits of the IMDb id, where both are known."""

    def of_items(self, items: NDArray[np.int64]) -> NDArray[np.int64]:
        """(n,) film ids of (n,) MovieLens numbers; 0 where there is none."""
        return self.items.reindex(items, fill_value=0).to_numpy().astype(np.int64)

    def of_imdb(self, digits: NDArray[np.int64]) -> NDArray[np.int64]:
        """(n,) film ids of the digits of (n,) IMDb ids: TMDB where it is known, else negative."""
        known = self.imdb.reindex(digits, fill_value=0).to_numpy().astype(np.int64)
        films: NDArray[np.int64] = np.where(known > 0, known, -digits)
        return films


NO_LINKS = Links(items=pd.Series(dtype="int64"), imdb=pd.Series(dtype="int64"))


def holds_links(holding: Holding) -> bool:
    """Whether there is a links.csv in it."""
    return any(_LINKS.fullmatch(name) for name in holding.files)


def read_links(holding: Holding) -> Links:
    """The links of a release; of several files the last by name is believed first (links_32m.csv before links.csv).

    Raises:
        SourceError: There is none, or it cannot be read.

    """
    names = sorted(name for name in holding.files if _LINKS.fullmatch(name))
    if not names:
        raise SourceError(f"{holding.label} holds no links.csv: name the folder or zip of a MovieLens release with one")
    tables = [_table(holding, name, ("movieId", "imdbId", "tmdbId")) for name in names]
    both = pd.concat(tables)
    numbers = pd.DataFrame({c: _whole(both[c].str.removeprefix("tt")) for c in ("movieId", "imdbId", "tmdbId")})
    numbers = numbers[numbers["movieId"] > 0]
    numbers["film"] = np.where(numbers["tmdbId"] > 0, numbers["tmdbId"], -numbers["imdbId"])
    known = numbers[numbers["film"] > 0]
    # A row that names no film must not hide one that does.
    ordered = pd.concat([numbers[numbers["film"] == 0], numbers[numbers["film"] < 0], known])
    items = ordered.drop_duplicates("movieId", keep="last").set_index("movieId")["film"]
    imdb = known[known["imdbId"] > 0].drop_duplicates("imdbId", keep="last").set_index("imdbId")["film"]
    return Links(items=items, imdb=imdb)


def read_titles(holding: Holding) -> list[tuple[int, str]]:
    """MovieLens numbers and titles of the movies.csv of a release, "Title, The (Year)"; raises SourceError."""
    names = sorted(name for name in holding.files if _MOVIES.fullmatch(name))
    if not names:
        raise SourceError(
            f"{holding.label} holds no movies.csv to match titles with: name the folder of a newer MovieLens release"
        )
    found: dict[int, str] = {}
    for name in names:
        table = _table(holding, name, ("movieId", "title"))
        found.update(zip(_whole(table["movieId"]).tolist(), table["title"].tolist(), strict=True))
    return [(number, title) for number, title in found.items() if number > 0 and title]


def _table(holding: Holding, name: str, columns: tuple[str, ...]) -> pd.DataFrame:
    data = holding.read(name)
    try:
        table = pd.read_csv(io.BytesIO(data), dtype=str, keep_default_na=False, encoding="utf-8-sig")
        return table[list(columns)].fillna("")
    except (ValueError, KeyError) as broken:  # pandas' own errors are ValueErrors
        wanted = ", ".join(columns)
        raise SourceError(
            f"{holding.label}: {name} is not as MovieLens writes it: its columns are {wanted}"
        ) from broken


def _whole(column: pd.Series[str]) -> pd.Series[int]:
    numbers = pd.to_numeric(column, errors="coerce").fillna(0)
    return numbers.where((numbers > 0) & (numbers % 1 == 0) & (numbers < 2**53), 0).astype("int64")
