"""Rows of a text file of ratings: all at once where every cell is as it should be, else line by line."""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv

from index.sources.ratings.report import RatingsReport

NO_TIME = "no time, or one that is no number: it counts as unknown"
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How a publisher writes ratings: a line each, of person, film, value and time."""

    delimiter: str
    places: tuple[int, int, int, int] = (0, 1, 2, 3)  # of person, film, value and time in a line
    cells: int = 4
    header: bool = False


def read(data: bytes, form: Form, report: RatingsReport) -> pd.DataFrame:
    """Rows with user (int64), item (int64: the publisher's number of a film, of an IMDb id its digits), value (float64)
    and at (int64, 0: unknown), in the order of the file; what cannot be read is dropped with a reason.
    """
    data = data.removeprefix(_BOM)
    delimiter = form.delimiter
    if len(delimiter) > 1:
        data, delimiter = data.replace(delimiter.encode(), b"\t"), "\t"
    try:
        rows = _quickly(data, delimiter, form)
    except pa.ArrowInvalid:
        return _with_care(data.decode("utf-8", errors="replace").splitlines(), delimiter, form, report)
    report.read += len(rows)
    return rows


def _quickly(data: bytes, delimiter: str, form: Form) -> pd.DataFrame:
    """Raises ArrowInvalid at the first cell that is not plainly a number."""
    names = [str(place) for place in range(form.cells)]
    user, item, value, at = (names[place] for place in form.places)
    table = pa_csv.read_csv(
        pa.BufferReader(data),
        read_options=pa_csv.ReadOptions(column_names=names, skip_rows=int(form.header)),
        # Without quotes: a stray one would swallow the lines up to the next.
        parse_options=pa_csv.ParseOptions(delimiter=delimiter, quote_char=False),
        convert_options=pa_csv.ConvertOptions(
            column_types={user: pa.int64(), item: pa.string(), value: pa.float64(), at: pa.int64()}, null_values=[]
        ),
    )
    digits = pc.replace_substring_regex(table[item], pattern="^tt", replacement="")
    columns = {"user": table[user], "item": digits.cast(pa.int64()), "value": table[value], "at": table[at]}
    return pd.DataFrame({name: column.to_numpy() for name, column in columns.items()})


def _with_care(lines: Sequence[str], delimiter: str, form: Form, report: RatingsReport) -> pd.DataFrame:
    users, items, values, times = array("q"), array("q"), array("d"), array("q")
    header = lines[0] if form.header and lines else None
    for line in lines[1:] if form.header else lines:
        if not line.strip():
            continue
        report.read += 1
        if line == header:
            report.dropped["the header line once more"] += 1
            continue
        # No cell of a rating holds the delimiter, so that quotes can only be in the way.
        cells = [cell.strip() for cell in line.replace('"', "").split(delimiter)]
        while len(cells) > form.cells and not cells[-1]:
            cells.pop()
        if len(cells) > form.cells or len(cells) <= max(form.places[:3]):
            report.dropped["not as many cells as there are columns"] += 1
            continue
        user, item, value = (_number(cells[place]) for place in form.places[:3])
        if user is None or item is None or value is None or not (user.is_integer() and item.is_integer()):
            report.dropped["a person, a film or a rating that is no number"] += 1
            continue
        at = _number(cells[form.places[3]]) if len(cells) > form.places[3] else None
        report.mend(NO_TIME, at is None)
        users.append(int(user))
        items.append(int(item))
        values.append(value)
        times.append(int(at or 0))
    columns = {"user": users, "item": items, "value": values, "at": times}
    kinds = {"user": np.int64, "item": np.int64, "value": np.float64, "at": np.int64}
    return pd.DataFrame({name: np.array(column, dtype=kinds[name]) for name, column in columns.items()})


def _number(cell: str) -> float | None:
    try:
        number = float(cell.removeprefix("tt"))
    except ValueError:
        return None
    return number if math.isfinite(number) and abs(number) < 2**53 else None
