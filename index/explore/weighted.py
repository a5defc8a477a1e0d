"""The best films by a mean that does not trust few votes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ranking:
    """Films by weighted rating, best first."""

    by: str  # whose votes, such as "IMDb"
    scale: int  # the best possible rating
    trusted: float  # the quantile of votes that m is, 0 to 1
    m: float  # votes that weigh as much as the mean of all films; with fewer a film is not ranked
    c: float  # mean rating of all films that have votes
    ranked: int  # films with at least m votes
    table: pd.DataFrame  # title, year (NaN: unknown), rating, votes, weighted; the best, in order


def weighted(rating: NDArray[Any], votes: NDArray[Any], m: float, c: float) -> NDArray[np.float64]:
    """(films,) the rating of each film, drawn towards c by as much as it has few votes.

    Source: the formula IMDb published for its Top 250, WR = v / (v + m) R + m / (v + m) C.
    """
    rating, votes = np.asarray(rating, dtype=float), np.asarray(votes, dtype=float)
    drawn: NDArray[np.float64] = votes / (votes + m) * rating + m / (votes + m) * c
    return drawn


def ranking(films: pd.DataFrame, *, by: str, scale: int, trusted: float, count: int = 20) -> Ranking | None:
    """The best of films with the columns title, year, rating and votes; None when no film has votes."""
    voted = films[(films["votes"] > 0) & films["rating"].notna()]
    if voted.empty:
        return None
    m, c = float(voted["votes"].quantile(trusted)), float(voted["rating"].astype(float).mean())
    ranked = voted[voted["votes"] >= m]
    table = ranked.assign(weighted=weighted(ranked["rating"].to_numpy(), ranked["votes"].to_numpy(), m, c))
    table = table.sort_values(["weighted", "votes", "title"], ascending=[False, False, True], kind="stable")
    columns = ["title", "year", "rating", "votes", "weighted"]
    best = table[columns].head(count).reset_index(drop=True)
    return Ranking(by=by, scale=scale, trusted=trusted, m=m, c=c, ranked=len(ranked), table=best)
