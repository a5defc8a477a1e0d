"""Which genres go together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from index.movie import GENRES


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Together:
    """How often two genres stand on one film; rows and columns are the genres there are, the most common first."""

    films: int  # with any genre
    counts: pd.DataFrame  # (genres, genres) films with both; on the diagonal, films with the one
    lift: pd.DataFrame  # (genres, genres) how many times as often as by chance; 1 is chance; NaN on the diagonal


def membership(genres: pd.Series[Any]) -> NDArray[np.bool_]:
    """(films, len(GENRES)) which genres each film has."""
    known = {name: column for column, name in enumerate(GENRES)}
    member = np.zeros((len(genres), len(GENRES)), dtype=bool)
    for row, names in enumerate(genres):
        for name in names if names is not None else ():
            if name in known:
                member[row, known[name]] = True
    return member


def together(member: NDArray[np.bool_]) -> Together:
    """Count the pairs of what `membership` gives."""
    films = int(member.any(axis=1).sum())
    some = member.astype(np.int64)
    both = some.T @ some
    order = [g for g in np.argsort(-both.diagonal(), kind="stable") if both[g, g]]
    names = [GENRES[g] for g in order]
    both = both[np.ix_(order, order)]
    alone = both.diagonal().astype(float)
    lift = both * films / np.outer(alone, alone)
    np.fill_diagonal(lift, np.nan)
    return Together(
        films=films,
        counts=pd.DataFrame(both, index=names, columns=names),
        lift=pd.DataFrame(lift, index=names, columns=names),
    )


def strongest(found: Together, *, least: int) -> pd.DataFrame:
    """Pairs that stand on at least `least` films, by lift, highest first: one, other, films, lift."""
    rows, columns = np.triu_indices(len(found.counts), k=1)
    names = found.counts.index.to_numpy()
    counts = found.counts.to_numpy()[rows, columns]
    table = pd.DataFrame({
        "one": names[rows], "other": names[columns], "films": counts, "lift": found.lift.to_numpy()[rows, columns]
    })  # fmt: skip
    often = table[table["films"] >= least]
    return often.sort_values(["lift", "films"], ascending=False, kind="stable").reset_index(drop=True)
