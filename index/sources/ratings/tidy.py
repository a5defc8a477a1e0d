"""From rows as they were published to ratings as everybody here reads them."""

from __future__ import annotations

import time

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from index.sources.ratings.report import RatingsReport

COLUMNS = {"user": "int32", "film": "int64", "stars": "float32", "at": "int64"}
PEOPLE = ("age", "gender", "occupation")
_DAY = 86_400  # seconds; clocks differ


def tidy(
    rows: pd.DataFrame, report: RatingsReport, *, now: float | None = None
) -> tuple[pd.DataFrame, NDArray[np.int64]]:
    """Ratings from rows with user, film (0: unknown), stars and at, and the publisher's number of each person.

    People are numbered in the order of the publisher's numbers, and the rows of a person stay in the order of the file.
    A film that a person rated twice keeps the latest rating. `now` is in seconds since 1970.
    """
    rows = report.keep(rows, (rows["film"] != 0).to_numpy(), "a film without a TMDB or IMDb id")
    within = rows["stars"].between(0.5, 5.0).to_numpy()
    rows = report.keep(rows, within, "a rating outside of the scale")
    at = rows["at"].to_numpy()
    impossible = (at < 0) | (at > (time.time() if now is None else now) + _DAY)
    report.mend("a time in the future or before 1970: it counts as unknown", impossible.sum())
    rows = rows.assign(at=np.where(impossible, 0, at))
    rows = _once(rows, report)
    people, user = np.unique(rows["user"].to_numpy(), return_inverse=True)
    table = rows.assign(user=user)[list(COLUMNS)].astype(COLUMNS)
    table = table.iloc[np.argsort(user, kind="stable")].reset_index(drop=True)
    report.ratings, report.people, report.films = len(table), len(people), int(table["film"].nunique())
    return table, people.astype(np.int64)


def _once(rows: pd.DataFrame, report: RatingsReport) -> pd.DataFrame:
    """The latest rating of each film by each person; of equally late ones the last in the file."""
    if not rows.duplicated(["user", "film"]).any():
        return rows
    same = rows.duplicated(["user", "film", "stars", "at"], keep="last").to_numpy()
    rows = report.keep(rows, ~same, "the same rating again")
    late = np.argsort(rows["at"].to_numpy(), kind="stable")
    outdated = np.empty(len(rows), dtype=bool)
    outdated[late] = rows.iloc[late].duplicated(["user", "film"], keep="last").to_numpy()
    return report.keep(rows, ~outdated, "rated again later by the same person")


def nobody() -> pd.DataFrame:
    """What is known of people when nobody told anything."""
    return pd.DataFrame({"age": np.zeros(0), "gender": pd.Series(dtype=object), "occupation": pd.Series(dtype=object)})
