"""What many people thought of films, in one form, whoever published it."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

LIKED, DISLIKED = 4.0, 2.0
"""Stars from which a rating counts as a like, and to which as a dislike, in what is learned and what is measured."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ratings:
    """Ratings of many people, and what they chose to tell of themselves."""

    table: pd.DataFrame
    """A row a rating: user (int32, from 0), film (int64, TMDB id or `index.movie.identity`), stars (float32, 0.5 to 5,
    higher is better), at (int64, seconds since 1970, 0: unknown). A person rates a film once: the latest counts."""
    people: pd.DataFrame
    """A row a person, in the order of their number: age (float, years or the middle of a band, NaN: unknown), gender
    ("F", "M" or ""), occupation ("" when unknown). Without rows when nobody told anything."""
    licence: str  # of the data, in words, such as "MovieLens: non-commercial use"; goes into every manifest
    made_up: bool = False  # by `matinee mock-ratings`: good for trying things, worthless as evidence
