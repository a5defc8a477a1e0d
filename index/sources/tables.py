"""Tables as they are published: CSV and TSV of any encoding, plain, gzipped or zipped, and parquet; a row at a time."""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from index.errors import SourceError
from index.sources import Report

_UNREADABLE = (OSError, EOFError, ValueError, zlib.error, csv.Error, zipfile.BadZipFile)  # no table, or cut off
_TABLES = (".csv", ".tsv")
_HEAD = 1 << 16  # bytes that are looked at to learn the encoding and the separator
_LONGEST_CELL = 1 << 27

Row = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table inside a file; columns in lower case, an empty cell is ""."""

    path: Path
    name: str  # of the file, or of the member of an archive
    columns: tuple[str, ...]

    def rows(self, report: Report) -> Iterator[Row]:
        """Every row as text by column, counted in the report; those broken over several lines are joined.

        Raises:
            SourceError: The file is cut off or is no table.

        """
        try:
            for cells in _whole(self._cells(), len(self.columns), report):
                report.read += 1
                yield dict(zip(self.columns, cells, strict=False))
        except _UNREADABLE as broken:
            raise SourceError(f"{self.name} cannot be read to its end: {broken}") from broken

    def _cells(self) -> Iterator[list[str]]:
        if self.path.suffix == ".parquet":
            yield from _parquet(self.path)
            return
        with _opened(self.path, self.name) as (stream, separator):
            if ".tsv" in self.name:  # in IMDb's TSVs a quote is a letter
                lines = csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
            else:
                lines = csv.reader(stream, delimiter=separator)
            next(lines, None)
            yield from lines


def tables(path: Path) -> list[Table]:
    """The tables of a file, none when it holds none.

    Raises:
        SourceError: The file cannot be read.

    """
    csv.field_size_limit(_LONGEST_CELL)
    try:
        return [Table(path=path, name=name, columns=head) for name in _names(path) if (head := _columns(path, name))]
    except _UNREADABLE as broken:
        raise SourceError(f"{path} cannot be read: {broken}") from broken


def _names(path: Path) -> list[str]:
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            return [name for name in sorted(archive.namelist()) if name.endswith(_TABLES)]
    plain = path.name.removesuffix(".gz")
    return [path.name] if plain.endswith((*_TABLES, ".parquet")) else []


def _columns(path: Path, name: str) -> tuple[str, ...]:
    if path.suffix == ".parquet":
        import pyarrow.parquet as pq

        return tuple(column.lower() for column in pq.ParquetFile(path).schema_arrow.names)
    with _opened(path, name) as (stream, separator):
        return tuple(cell.strip().lower() for cell in next(csv.reader(stream, delimiter=separator), []))


@contextmanager
def _opened(path: Path, name: str) -> Iterator[tuple[IO[str], str]]:
    """A table as text, and what separates its cells."""
    with _bytes(path, name) as stream:
        head = stream.read(_HEAD)
    first = head.split(b"\n", 1)[0]
    separator = max(("\t", ",", "|", ";"), key=lambda mark: first.count(mark.encode()))
    with _bytes(path, name) as stream:
        yield io.TextIOWrapper(stream, encoding=_encoding(path, name), newline=""), separator


def _encoding(path: Path, name: str) -> str:
    """UTF-8 when all of it is, else Windows' Western one, in which every byte is a letter."""
    import codecs

    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    try:
        with _bytes(path, name) as stream:
            while block := stream.read(1 << 20):
                decoder.decode(block)
    except UnicodeDecodeError:
        return "latin-1"
    return "utf-8-sig"


@contextmanager
def _bytes(path: Path, name: str) -> Iterator[IO[bytes]]:
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive, archive.open(name) as stream:
            yield stream
    elif path.suffix == ".gz":
        with gzip.open(path) as stream:
            yield stream  # type: ignore[misc]
    else:
        with path.open("rb") as stream:
            yield stream


def _whole(rows: Iterator[list[str]], width: int, report: Report) -> Iterator[list[str]]:
    """Rows of full width; a line end inside a cell without quotes breaks a row, and its pieces are joined again."""
    held: list[str] = []
    for row in rows:
        if not row:
            continue
        if held and len(held) + len(row) - 1 <= width and len(row) < width:
            held = [*held[:-1], f"{held[-1]} {row[0]}", *row[1:]]
            report.mended["a line that was the rest of a broken row, joined to it"] += 1
        else:
            if held:
                yield held
            held = row
        if len(held) >= width:
            yield held
            held = []
    if held:
        yield held


def _parquet(path: Path) -> Iterator[list[str]]:
    import pyarrow.parquet as pq

    for batch in pq.ParquetFile(path).iter_batches():
        columns = [column.to_pylist() for column in batch.columns]
        for cells in zip(*columns, strict=True):
            yield ["" if cell is None or cell != cell else str(cell) for cell in cells]
