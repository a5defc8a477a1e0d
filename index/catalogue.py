"""All films of one build: parquet on disk, numpy columns in memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from index.errors import ArtefactError
from index.movie import CERTIFICATES, GENRES, Movie

_NAMES = pa.list_(pa.string())
SCHEMA = pa.schema(
    [
        ("tmdb", pa.int64()),
        ("imdb", pa.string()),
        ("title", pa.string()),
        ("original_title", pa.string()),
        ("year", pa.int16()),
        ("runtime", pa.int16()),
        ("languages", _NAMES),
        ("countries", _NAMES),
        ("genres", _NAMES),
        ("directors", _NAMES),
        ("cast", _NAMES),
        ("writers", _NAMES),
        ("composers", _NAMES),
        ("certificate", pa.string()),
        ("fame", pa.float32()),
        ("acclaim", pa.float32()),
        ("rating", pa.float32()),
        ("votes", pa.int32()),
        ("imdb_rating", pa.float32()),
        ("imdb_votes", pa.int32()),
        ("overview", pa.string()),
        ("tagline", pa.string()),
        ("keywords", _NAMES),
        ("moods", pa.map_(pa.string(), pa.float32())),
        ("kin", pa.list_(pa.int64())),
        ("asks", _NAMES),
        ("aka", _NAMES),
        ("collection", pa.string()),
        ("poster_path", pa.string()),
        ("trailer", pa.string()),
        ("reviews", _NAMES),
        ("adult", pa.bool_()),
    ]
)
_TUPLES = {f.name for f in SCHEMA if pa.types.is_list(f.type)}
_LIGHT = ("tmdb", "year", "runtime", "languages", "countries", "genres", "certificate", "fame", "acclaim", "kin")
"""The columns that masks and scores read; the rest waits until a film is shown."""
_KEPT = 512  # films that stay ready to be shown


def numbers(column: Any) -> NDArray[Any]:
    """A column of numbers, (rows,), 0 where it is unknown.

    Read from its buffers: pyarrow's own conversion imports pandas, and a start should not wait for that.
    """
    array = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    validity, values = array.buffers()
    stop = array.offset + len(array)
    read = np.frombuffer(values, dtype=array.type.to_pandas_dtype(), count=stop)[array.offset :]
    if not array.null_count:
        return read
    known = np.unpackbits(np.frombuffer(validity, dtype=np.uint8), count=stop, bitorder="little")[array.offset :]
    return np.where(known, read, 0).astype(read.dtype)


class Labels:
    """A column of label lists (languages, countries ...), searched by label."""

    def __init__(self, column: Any) -> None:
        column = column.combine_chunks()
        self._offsets = numbers(column.offsets).astype(np.int64)
        coded = column.values.dictionary_encode()
        self.names = {name: code for code, name in enumerate(coded.dictionary.to_pylist())}
        self._codes = numbers(coded.indices)
        self._of = np.repeat(np.arange(len(column)), np.diff(self._offsets))
        # A slice of a larger array keeps the parent's values: rows are counted from the first offset.
        self._codes = self._codes[self._offsets[0] : self._offsets[-1]]

    def having(self, *labels: str) -> NDArray[np.bool_]:
        """Mask (films,) of those that have any of the labels anywhere in their list."""
        mask = np.zeros(len(self._offsets) - 1, dtype=bool)
        codes = [self.names[label] for label in labels if label in self.names]
        if len(codes) == 1:
            mask[self._of[self._codes == codes[0]]] = True
        elif codes:
            wanted = np.zeros(len(self.names), dtype=bool)
            wanted[codes] = True
            mask[self._of[wanted[self._codes]]] = True
        return mask

    def first(self, label: str) -> NDArray[np.bool_]:
        """Mask (films,) of those whose first, main label it is."""
        mask = np.zeros(len(self._offsets) - 1, dtype=bool)
        if label in self.names:
            filled = np.flatnonzero(np.diff(self._offsets))
            main = self._codes[self._offsets[filled] - self._offsets[0]]
            mask[filled[main == self.names[label]]] = True
        return mask


class Catalogue:
    """Films by row; the same row everywhere in one set of artefacts (vectors, lexical, moods)."""

    def __init__(self, path: Path, light: Any) -> None:
        self._path = path
        self.tmdb: NDArray[np.int64] = numbers(light["tmdb"])
        self.year: NDArray[np.int16] = numbers(light["year"])  # 0: unknown
        self.runtime: NDArray[np.int16] = numbers(light["runtime"])  # minutes, 0: unknown
        self.fame: NDArray[np.float32] = numbers(light["fame"])  # 0..4
        self.acclaim: NDArray[np.float32] = numbers(light["acclaim"])  # 0..4
        self.languages = Labels(light["languages"])
        self.countries = Labels(light["countries"])
        genres = Labels(light["genres"])
        self.genres = np.stack([genres.having(name) for name in GENRES], axis=1)
        """(films, len(GENRES)) membership."""
        self.first_genre = np.stack([genres.first(name) for name in GENRES], axis=1)
        """(films, len(GENRES)) whether it is the first that is named of the film: what it is above all."""
        levels = {name: level for level, name in enumerate(CERTIFICATES)}
        self.certificate: NDArray[np.int8] = np.array(
            [levels.get(c, -1) for c in light["certificate"].to_pylist()], dtype=np.int8
        )  # index into CERTIFICATES, -1: unknown
        self.kin: list[list[int]] = light["kin"].to_pylist()  # TMDB ids
        self._rows = {int(tmdb): row for row, tmdb in enumerate(self.tmdb)}
        self._order = np.argsort(self.tmdb, kind="stable")
        self._ranked = self.tmdb[self._order]
        self._kept = lru_cache(maxsize=_KEPT)(self._read)

    @classmethod
    def open(cls, path: Path) -> Catalogue:
        """Read the columns of a parquet file that `write` made; raises ArtefactError when it cannot be read."""
        try:
            return cls(path, pq.ParquetFile(path).read(list(_LIGHT), use_threads=False))
        except (OSError, pa.ArrowException, KeyError) as broken:
            raise ArtefactError(f"{path} cannot be read: build again with `matinee catalogue build`") from broken

    @cached_property
    def _table(self) -> Any:
        return pq.ParquetFile(self._path, memory_map=True).read(use_threads=False)

    @cached_property
    def keywords(self) -> Labels:
        """Keywords of all films."""
        return Labels(self._table["keywords"])

    @cached_property
    def people(self) -> dict[str, Labels]:
        """People of all films by role: director, cast, writer, composer."""
        columns = {"director": "directors", "cast": "cast", "writer": "writers", "composer": "composers"}
        return {role: Labels(self._table[column]) for role, column in columns.items()}

    @cached_property
    def _series(self) -> list[str | None]:
        return self.column("collection")

    def series(self, row: int) -> str | None:
        """The franchise of the film in a row, when it has one."""
        return self._series[row]

    def __len__(self) -> int:
        return len(self.tmdb)

    def row(self, tmdb: int) -> int | None:
        """The row of a film by its TMDB id, or None."""
        return self._rows.get(tmdb)

    def rows(self, ids: Iterable[int]) -> NDArray[np.int64]:
        """Rows of those of the ids that are here, in their order."""
        wanted = ids if isinstance(ids, np.ndarray) else np.fromiter(ids, dtype=np.int64)
        places = np.searchsorted(self._ranked, wanted)
        places[places == len(self)] = 0
        return self._order[places[self._ranked[places] == wanted]] if len(self) else wanted[:0]

    def movie(self, row: int) -> Movie:
        """Everything that is known of the film in a row."""
        return self._kept(int(row))

    def _read(self, row: int) -> Movie:
        record = self._table.slice(row, 1).to_pylist()[0]
        return _movie(record)

    def movies(self) -> list[Movie]:
        """Every film, in row order; heavy, meant for building."""
        return [_movie(record) for record in self._table.to_pylist()]

    def column(self, name: str) -> list[Any]:
        """One column of SCHEMA as plain values, in row order."""
        values: list[Any] = self._table[name].to_pylist()
        return values

    def genre(self, name: str) -> NDArray[np.bool_]:
        """Mask (films,) of a genre of GENRES."""
        mask: NDArray[np.bool_] = self.genres[:, GENRES.index(name)]
        return mask


def _movie(record: dict[str, Any]) -> Movie:
    values: dict[str, Any] = {k: tuple(v or ()) if k in _TUPLES else v for k, v in record.items()}
    values["moods"] = dict(values["moods"] or ())
    return Movie(**values)


def write(movies: Sequence[Movie], path: Path) -> None:
    """Write films to a parquet file, in the order that their rows will have."""
    columns = {
        f.name: [
            list(value.items()) if f.name == "moods" else list(value) if f.name in _TUPLES else value
            for value in (getattr(movie, f.name) for movie in movies)
        ]
        for f in SCHEMA
    }
    pq.write_table(pa.table(columns, schema=SCHEMA), path, compression="zstd")
