"""MovieLens in all its releases: 100k, 1m, 10m to 32m, latest and latest-small; folder, zip or file.

Numbers of films become TMDB ids by the links.csv of the release, or of a newer one: 1m, 10m and all later ones share
their numbers; 100k has its own, and is matched by title and year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from index.errors import SourceError
from index.sources.ratings import Ratings
from index.sources.ratings.holding import Holding
from index.sources.ratings.links import NO_LINKS, Links, holds_links, read_links, read_titles
from index.sources.ratings.matching import match
from index.sources.ratings.report import RatingsReport
from index.sources.ratings.rows import NO_TIME, Form, read
from index.sources.ratings.tidy import nobody, tidy

LICENCE = "MovieLens (GroupLens, University of Minnesota): research and non-commercial use, not to be redistributed"
AGES = {1: 15.0, 18: 21.0, 25: 29.5, 35: 39.5, 45: 47.0, 50: 52.5, 56: 62.0}
"""The middle, in years, of the age bands of 1m by their codes; the open ones (under 18, 56 and more) by guess."""
OCCUPATIONS = (
    "",
    "academic/educator",
    "artist",
    "clerical/admin",
    "college/grad student",
    "customer service",
    "doctor/health care",
    "executive/managerial",
    "farmer",
    "homemaker",
    "K-12 student",
    "lawyer",
    "programmer",
    "retired",
    "sales/marketing",
    "scientist",
    "self-employed",
    "technician/engineer",
    "tradesman/craftsman",
    "unemployed",
    "writer",
)
"""Occupations of 1m by their codes, as its README names them; 0 is "other" or not said."""

_UNNAMED = -(10**9)  # less the MovieLens number: below all negative numbers that stand for IMDb ids
_HEADER = ("userId", "movieId", "rating", "timestamp")
_TABS, _COLONS = re.compile(rb"\d+\t\d+\t[\d.]+\t\d+\s"), re.compile(rb"\d+::\d+::[\d.]+::\d+\s")


def recognises(holding: Holding) -> str | None:
    """The name of the file with MovieLens ratings, the most exact one first; None when there is none."""
    preferred = {"u.data": 0, "ratings.dat": 1, "ratings.csv": 2}
    plain = [name for name in holding.files if "/" not in name]
    for name in sorted(plain, key=lambda n: (preferred.get(n, 9), not n.startswith("ratings"), n)):
        if name.endswith(".parquet"):
            if {"userId", "movieId", "rating"} <= set(_parquet(holding, name).schema_arrow.names):
                return name
        elif _form(holding.head(name)) is not None:
            return name
    return None


def load(
    holding: Holding, links: Holding | None = None, *, now: float | None = None, every: bool = False
) -> tuple[Ratings, RatingsReport]:
    """Ratings of a release; `links` is another release, for one that carries no links.csv.

    With `every`, films that no links name stay, under a number that stands for nothing else (`_UNNAMED`).

    Raises:
        SourceError: A file cannot be read, or nothing says which films are meant.

    """
    name = recognises(holding)
    if name is None:
        raise SourceError(f"{holding.label} holds no MovieLens ratings: give u.data, ratings.dat or ratings.csv")
    report = RatingsReport(source=holding.label)
    if name.endswith(".parquet"):
        rows = _table(holding, name, report)
    else:
        data = holding.read(name)
        rows = read(data, _form(data[:4096]) or Form(delimiter=","), report)
    items = rows["item"].to_numpy()
    films = _films(holding, name, links, items, report)
    if every:
        films = _first(films, _UNNAMED - items)
    table, numbers = tidy(
        pd.DataFrame({"user": rows["user"], "film": films, "stars": rows["value"], "at": rows["at"]}), report, now=now
    )
    return Ratings(table=table, people=_people(holding, numbers, report), licence=LICENCE), report


def _form(head: bytes) -> Form | None:
    first = head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].replace(b'"', b"").strip()
    if _TABS.match(head):
        return Form(delimiter="\t")
    if _COLONS.match(head):
        return Form(delimiter="::")
    names = first.decode("utf-8", errors="replace").split(",")
    if not set(_HEADER) <= set(names):
        return None
    user, item, value, at = map(names.index, _HEADER)
    return Form(delimiter=",", places=(user, item, value, at), cells=len(names), header=True)


def _parquet(holding: Holding, name: str) -> pq.ParquetFile:
    try:
        return pq.ParquetFile(pa.BufferReader(holding.read(name)))
    except pa.ArrowException as broken:
        raise SourceError(f"{holding.label}: {name} is no readable parquet file ({broken})") from broken


def _table(holding: Holding, name: str, report: RatingsReport) -> pd.DataFrame:
    """Rows of a parquet file; where it holds no exact rating, `rating_est` stands for it; `seq` is the order."""
    table = _parquet(holding, name).read().to_pandas()
    report.read += len(table)
    if "seq" in table:
        table = table.sort_values(["userId", "seq"], kind="stable")
    number = {c: pd.to_numeric(table[c], errors="coerce").astype("Float64") for c in table.columns if c in _KNOWN}
    value = number["rating"]
    if "rating_est" in number:
        rough = value.isna() & number["rating_est"].notna()
        report.mend("no exact rating is known: the mean of what it may be stands for it", int(rough.sum()))
        value = value.fillna(number["rating_est"])
    at = number.get("timestamp", pd.Series(pd.NA, index=table.index, dtype="Float64"))
    rows = pd.DataFrame({"user": number["userId"], "item": number["movieId"], "value": value, "at": at})
    whole = rows[["user", "item", "value"]].notna().all(axis=1).to_numpy()
    rows = report.keep(rows, whole, "a person, a film or a rating that is no number")
    report.mend(NO_TIME, int(rows["at"].isna().sum()))
    kinds = {"user": "int64", "item": "int64", "value": "float64", "at": "int64"}
    return rows.fillna({"at": 0}).astype(kinds)


_KNOWN = {"userId", "movieId", "rating", "rating_est", "timestamp"}


def _films(
    holding: Holding, name: str, links: Holding | None, items: NDArray[np.int64], report: RatingsReport
) -> NDArray[np.int64]:
    """(rows,) film ids, 0 where there is none."""
    own = read_links(holding) if holds_links(holding) else NO_LINKS
    if links is None and own is NO_LINKS:
        raise SourceError(
            f"{holding.label} does not say which films are meant: put the links.csv of its release beside it, "
            "or name a newer MovieLens release with links.csv as the links"
        )
    other = read_links(links) if links is not None else NO_LINKS
    if name == "u.data":
        return _by_title(holding, links or holding, other if links is not None else own, items, report)
    return _first(own.of_items(items), other.of_items(items))


def _first(ids: NDArray[np.int64], others: NDArray[np.int64]) -> NDArray[np.int64]:
    """(n,) the first of two film ids that is known."""
    return np.where(ids != 0, ids, others)


def _by_title(
    holding: Holding, links: Holding, known: Links, items: NDArray[np.int64], report: RatingsReport
) -> NDArray[np.int64]:
    if "u.item" not in holding.files:
        raise SourceError(f"{holding.label}: u.data needs u.item beside it, which names the films")
    lines = [line.split("|") for line in holding.read("u.item").decode("latin-1").splitlines()]
    wanted = [(int(cells[0]), cells[1]) for cells in lines if len(cells) > 1 and cells[0].isdigit()]
    matches = match(wanted, read_titles(links))
    found = f"{len(matches.found):,} of {len(wanted):,} films were found by title and year"
    report.notes.append(f"{found}: {', '.join(f'{count:,} {way}' for way, count in matches.ways.items())}")
    if matches.missing:
        report.notes.append(f"not found: {'; '.join(matches.missing)}")
    newer = pd.Series(matches.found, dtype="int64").reindex(items, fill_value=0)
    return known.of_items(newer.to_numpy().astype(np.int64))


def _people(holding: Holding, numbers: NDArray[np.int64], report: RatingsReport) -> pd.DataFrame:
    """What those people told of themselves, a row each; without rows when there is no such file."""
    told = dict(_told(holding, report))
    if not told:
        return nobody()
    known = [told.get(number, (np.nan, "", "")) for number in numbers.tolist()]
    people = pd.DataFrame(known, columns=["age", "gender", "occupation"])
    return people.astype({"age": "float64", "gender": object, "occupation": object})


def _told(holding: Holding, report: RatingsReport) -> Iterator[tuple[int, tuple[float, str, str]]]:
    if "u.user" in holding.files:
        form = holding.read("u.user").decode("latin-1").splitlines(), "|", ("age", "gender", "occupation")
    elif "users.dat" in holding.files:
        form = holding.read("users.dat").decode("latin-1").splitlines(), "::", ("gender", "age", "occupation")
    else:
        return
    lines, delimiter, order = form
    odd = 0
    for line in filter(str.strip, lines):
        number, *cells = (cell.strip() for cell in line.split(delimiter))
        if len(cells) < len(order) or not number.isdigit():
            odd += 1
            continue
        told = dict(zip(order, cells, strict=False))
        age = float(told["age"]) if told["age"].isdigit() else np.nan
        occupation = told["occupation"]
        if delimiter == "::":
            age = AGES.get(int(age), np.nan) if np.isfinite(age) else age
            code = int(occupation) if occupation.isdigit() else 0
            occupation = OCCUPATIONS[code] if code < len(OCCUPATIONS) else ""
        yield int(number), (age, told["gender"] if told["gender"] in {"F", "M"} else "", occupation)
    if odd:
        report.notes.append(f"{odd:,} lines of what people told of themselves cannot be read")
    if delimiter == "::":
        report.notes.append("ages are the middle of the band that people chose")
