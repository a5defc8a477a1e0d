"""MovieTweetings: ratings of 0 to 10 that people tweeted, by IMDb id; ratings.dat, or a CSV of the same columns."""

from __future__ import annotations

import pandas as pd

from index.errors import SourceError
from index.sources.ratings import Ratings
from index.sources.ratings.holding import Holding
from index.sources.ratings.links import NO_LINKS, read_links
from index.sources.ratings.report import RatingsReport
from index.sources.ratings.rows import Form, read
from index.sources.ratings.tidy import nobody, tidy

LICENCE = "MovieTweetings (Dooms, De Pessemier and Martens 2013): as the LICENSE file of its publishers says"
_HEADER = ("userId", "imdb_id", "rating", "timestamp")
_LOOK = 20  # lines that must look like it


def recognises(holding: Holding) -> str | None:
    """The name of the file with such ratings, or None."""
    plain = [name for name in holding.files if name.endswith((".dat", ".csv"))]
    return next((name for name in sorted(plain) if _form(holding.head(name)) is not None), None)


def load(holding: Holding, links: Holding | None = None, *, now: float | None = None) -> tuple[Ratings, RatingsReport]:
    """Ratings of 0 to 10 as stars of 0.5 to 5; with `links` (a MovieLens release) IMDb ids become TMDB ids.

    Raises:
        SourceError: A file cannot be read.

    """
    name = recognises(holding)
    if name is None:
        raise SourceError(f"{holding.label} holds no MovieTweetings: give its ratings.dat")
    report = RatingsReport(source=holding.label)
    data = holding.read(name)
    rows = read(data, _form(data[:4096]) or Form(delimiter="::"), report)
    known = read_links(links) if links is not None else NO_LINKS
    worst = rows["value"] == 0
    report.mend("0 of 10: half a star is the least", int(worst.sum()))
    raw = pd.DataFrame({
        "user": rows["user"],
        "film": known.of_imdb(rows["item"].to_numpy()),
        "stars": (rows["value"] / 2).mask(worst, 0.5),
        "at": rows["at"],
    })  # fmt: skip
    table, _ = tidy(raw, report, now=now)
    if links is not None:
        named = int(table.loc[table["film"] > 0, "film"].nunique())
        report.notes.append(f"{named:,} of {report.films:,} films have a TMDB id")
    return Ratings(table=table, people=nobody(), licence=LICENCE), report


def _form(head: bytes) -> Form | None:
    lines = head.removeprefix(b"\xef\xbb\xbf").decode("utf-8", errors="replace").splitlines()
    names = (lines[0] if lines else "").replace('"', "").split(",")
    if set(_HEADER) <= set(names):
        user, item, value, at = map(names.index, _HEADER)
        return Form(delimiter=",", places=(user, item, value, at), cells=len(names), header=True)
    # MovieLens writes the same four columns, but never a film's number with leading zeros and seven digits.
    cells = [line.split("::") for line in lines[:_LOOK] if line.count("::") == 3]
    if cells and all(len(item.removeprefix("tt")) >= 7 and item.removeprefix("tt").isdigit() for _, item, *_ in cells):
        return Form(delimiter="::")
    return None
