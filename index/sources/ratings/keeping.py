"""Ratings on disk: one parquet file with all that is known of them."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from index.errors import SourceError
from index.sources.ratings import Ratings
from index.sources.ratings.holding import Holding
from index.sources.ratings.report import RatingsReport
from index.sources.ratings.tidy import COLUMNS, PEOPLE, nobody

_FORM, _LICENCE, _MADE_UP = b"matinee.ratings", b"matinee.licence", b"matinee.made_up"
_VERSION = b"1"
_KINDS = {"user": pa.int32(), "film": pa.int64(), "stars": pa.float32(), "at": pa.int64()}
_TOLD = {"age": pa.float64(), "gender": pa.string(), "occupation": pa.string()}


def save(ratings: Ratings, path: Path) -> None:
    """Write ratings to a parquet file, all or nothing; the same ratings give the same bytes. Raises OSError."""
    columns = {name: pa.array(ratings.table[name], type=kind) for name, kind in _KINDS.items()}
    if len(ratings.people):
        # Beside each rating: all rows of a person stand together, so that repeating costs next to nothing.
        told = ratings.people.iloc[ratings.table["user"].to_numpy()]
        columns |= {name: pa.array(told[name], type=kind, from_pandas=True) for name, kind in _TOLD.items()}
    said = {_FORM: _VERSION, _LICENCE: ratings.licence.encode(), _MADE_UP: str(ratings.made_up).encode()}
    table = pa.table(columns).replace_schema_metadata(said)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with temporary.open("wb") as stream:
            pq.write_table(table, stream, compression="zstd")
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def recognises(holding: Holding) -> str | None:
    """The name of a file that `save` wrote, or None."""
    for name in holding.files:
        if name.endswith(".parquet"):
            try:
                if _FORM in (pq.read_schema(pa.BufferReader(holding.read(name))).metadata or {}):
                    return name
            except pa.ArrowException:
                continue
    return None


def load(holding: Holding) -> tuple[Ratings, RatingsReport]:
    """Read what `save` wrote; raises SourceError when it cannot be read or is of another version."""
    name = recognises(holding)
    if name is None:
        raise SourceError(f"{holding.label} holds no ratings that Matinee wrote")
    try:
        table = pq.read_table(pa.BufferReader(holding.read(name)))
        said = table.schema.metadata
        if said[_FORM] != _VERSION:
            raise SourceError(f"{holding.label}: {name} was written by another version: write it again")
        frame = table.to_pandas()[list(COLUMNS)].astype(COLUMNS)
        people = _people(table, frame)
    except (pa.ArrowException, KeyError, ValueError, IndexError) as broken:
        raise SourceError(f"{holding.label}: {name} is damaged ({broken}): write it again") from broken
    report = RatingsReport(source=holding.label, read=len(frame), ratings=len(frame))
    report.people, report.films = int(frame["user"].nunique()), int(frame["film"].nunique())
    made_up = said[_MADE_UP] == b"True"
    return Ratings(table=frame, people=people, licence=said[_LICENCE].decode(), made_up=made_up), report


def _people(table: pa.Table, frame: pd.DataFrame) -> pd.DataFrame:
    if not set(PEOPLE) <= set(table.column_names):
        return nobody()
    first = np.unique(frame["user"].to_numpy(), return_index=True)[1]
    told: pd.DataFrame = table.select(list(PEOPLE)).take(pa.array(first)).to_pandas()
    told = told.astype({"age": "float64", "gender": object, "occupation": object})
    return told.reset_index(drop=True)
