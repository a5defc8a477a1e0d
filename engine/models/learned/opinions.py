"""From ratings, whoever published them, to the matrix that models learn from."""

from __future__ import annotations

import numpy as np
import pandas as pd

from engine.models.learned import Opinions
from index.sources.ratings import Ratings


def opinions(ratings: Ratings, *, fewest: int = 1) -> Opinions:
    """What the people of some ratings think of films: a row a person by number, a column a film by id, ascending.

    Films that fewer than `fewest` people rated are left out; people stay, even those without a rating left. Sums of
    ratings that stand twice in a table would be wrong stars: `index.sources.ratings.schema.check` refuses such tables.
    """
    from scipy.sparse import csr_matrix

    table = ratings.table.assign(order=_order(ratings.table))
    people = int(table["user"].max()) + 1 if len(table) else 0
    if fewest > 1:
        counts = table["film"].value_counts()
        table = table[table["film"].isin(counts[counts >= fewest].index)]
    films, columns = np.unique(table["film"].to_numpy(dtype=np.int64), return_inverse=True)
    places, shape = (table["user"].to_numpy(), columns), (people, len(films))
    stars = csr_matrix((table["stars"].to_numpy(dtype=np.float32), places), shape=shape)
    order = csr_matrix((table["order"].to_numpy(dtype=np.int32), places), shape=shape)
    told = ratings.people.reset_index(drop=True) if len(ratings.people) else None
    return Opinions(stars=stars, films=films, people=told, order=order)


def _order(table: pd.DataFrame) -> pd.Series[int]:
    """The place of each rating among those of its person, from 1: by time, and where a time is not known as they stand.

    Releases list the ratings of a person in some order of theirs; one that lacks times lists them as they were made.
    """
    known = (table["at"] > 0).groupby(table["user"]).transform("all")
    by_time = table.assign(at=table["at"].where(known, 0)).sort_values(["user", "at"], kind="stable")
    return by_time.groupby("user").cumcount() + 1
