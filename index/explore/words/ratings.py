"""What the numbers of ratings say, a list of sentences for each subject; nothing where there is nothing to say."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from index.explore.leanings import LEAST_RATINGS, Leanings
from index.explore.rated import RatingNumbers
from index.explore.weighted import Ranking
from index.explore.words.figures import films, joined, of_all, percent, signed


def sizes(n: RatingNumbers) -> list[str]:
    """How many, of what, by whom."""
    who = "1 person" if n.people == 1 else f"{n.people:,} people"
    return [
        f"{n.ratings:,} ratings of {films(n.films)} by {who}: {percent(n.filled)} of all pairs of a person and "
        "a rated film have one.",
        f"Of films in this catalogue: {of_all(n.known_ratings, n.ratings)} of the ratings, and "
        f"{of_all(n.known_films, n.films)} of the rated films.",
    ]


def stars(n: RatingNumbers) -> list[str]:
    """How generous they are."""
    given = n.stars.index.to_numpy(float)
    counts = n.stars.to_numpy()
    high, halves = int(counts[given >= 4].sum()), int(counts[given % 1 != 0].sum())
    often = f"{float(given[counts.argmax()]):g}"
    said = f"Half stars: {of_all(halves, n.ratings)}." if halves else "Nobody gave half stars."
    return [
        f"The mean is {n.mean:.2f} stars, the most common rating {often}; 4 or more: {of_all(high, n.ratings)}.",
        said,
    ]


def people(n: RatingNumbers) -> list[str]:
    """How much each person rated."""
    spread = n.per_person
    return [
        f"Half of the people gave {spread.median:,.0f} ratings or fewer; the mean is {spread.mean:,.0f}, "
        f"the most {spread.most:,.0f}, the fewest {spread.least:,.0f}."
    ]


def rated(n: RatingNumbers) -> list[str]:
    """How often each film was rated."""
    spread = n.per_film
    once = int(spread.counts[0])  # the first bin is 1 alone
    return [
        f"Half of the rated films have {spread.median:,.0f} ratings or fewer, the most rated has {spread.most:,.0f}; "
        f"{of_all(once, n.films)} were rated once."
    ]


def tail(n: RatingNumbers) -> list[str]:
    """How unevenly ratings fall on films."""
    parts = [f"the top {percent_of}% of rated films have {percent(share)}" for percent_of, share in n.tail.top.items()]
    return [
        f"Of all ratings, {joined(parts)}.",
        f"The Gini coefficient is {n.tail.gini:.2f}, where 0 means that all films have as many and 1 that one has all.",
    ]


def genres(n: RatingNumbers) -> list[str]:
    """Which genres are liked best; genres with few ratings are not named."""
    table = n.genres[n.genres["ratings"] >= LEAST_RATINGS]
    if len(table) < 2:
        return []
    mean = table["mean"]
    seen = n.genres["ratings"].idxmax()
    return [
        f"{mean.index[0]} is liked best, with {mean.iloc[0]:.2f} stars in the mean, and {mean.index[-1]} least, with "
        f"{mean.iloc[-1]:.2f}: {_less(mean.iloc[0], mean.iloc[-1])} apart.",
        f"{seen} is rated most: {percent(float(n.genres['share'].max()))} of the ratings are of films in it.",
    ]


def groups(found: Leanings) -> list[str]:
    """Where groups of people differ."""
    sizes = [f"{name} ({count:,})" for name, count in found.people.items()]
    said = [f"People who told theirs, by group: {joined(sizes)}."]
    apart = _apart(found.table)
    if not apart.empty:
        genre = str(apart.index[0])
        row = found.table.loc[genre]
        high, low = float(np.nanmax(row)), float(np.nanmin(row))
        said.append(
            f"They differ most on {genre}: {row.idxmax()} give it {signed(high)} stars against their own mean, "
            f"{row.idxmin()} {signed(low)}; {_less(high, low)} apart."
        )
    if len(apart) > 1:
        said.append(f"They agree most on {apart.index[-1]}: {apart.iloc[-1]:.2f} apart.")
    return [*said, f"A genre with fewer than {LEAST_RATINGS} ratings of a group says nothing of it."]


def best(ranking: Ranking) -> list[str]:
    """How the best were found, and which is first."""
    first = ranking.table.iloc[0]
    digits = 2 if ranking.scale == 5 else 1
    return [
        f"Weighted rating = v / (v + m) × R + m / (v + m) × C. R is a film's mean rating and v how many gave one "
        f"({ranking.by}); C = {ranking.c:.2f} is the mean R of all films with a v; m = {ranking.m:,.0f} is the v that "
        f"{percent(ranking.trusted)} of them do not exceed.",
        f"{films(ranking.ranked)} have a v of m or more; the first is {named(first)} "
        f"with {first['weighted']:.{digits}f} of {ranking.scale}.",
    ]


def named(film: Mapping[Hashable, Any] | pd.Series[Any]) -> str:
    """A film of a ranking as people tell films apart: its title with the year, where that is known."""
    return str(film["title"]) if pd.isna(film["year"]) else f"{film['title']} ({int(film['year'])})"


def _less(high: float, low: float) -> str:
    """A difference that agrees with its two figures as they were said."""
    return f"{round(high, 2) - round(low, 2):.2f}"


def _apart(table: pd.DataFrame) -> pd.Series[float]:
    """How far the groups that can be compared lie apart on each genre, the widest first."""
    several = table[table.notna().sum(axis=1) > 1]
    spread = np.nanmax(several, axis=1) - np.nanmin(several, axis=1) if len(several) else np.array([])
    return pd.Series(spread, index=several.index).sort_values(ascending=False, kind="stable")
