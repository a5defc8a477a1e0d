"""What the lab knows of the films that are rated, for models that read and for measures of what lists hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.models.learned import Traits
from index.artefacts import Artefacts


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class About:
    """Of the films of some opinions, by column; all of it may be unknown."""

    traits: Traits | None = None
    genres: NDArray[Any] | None = None  # (films, genres) 0 or 1; zeros: not known
    votes: NDArray[np.int64] | None = None  # (films,) how many people of the world voted on it; 0: not known

    @classmethod
    def of(cls, films: NDArray[np.int64], artefacts: Artefacts) -> About:
        """What a loaded bundle knows of films by TMDB id, (films,)."""
        from engine.models.learned.traits import traits_of

        catalogue = artefacts.catalogue
        rows = np.array([-1 if (row := catalogue.row(film)) is None else row for film in films.tolist()])
        known = rows >= 0
        counts = (np.asarray(catalogue.column(name), dtype=float) for name in ("votes", "imdb_votes"))
        votes = np.where(known, np.asarray(sum(np.nan_to_num(count) for count in counts))[rows], 0).astype(np.int64)
        return cls(
            traits=traits_of(films, catalogue, artefacts.vectors, artefacts.moods),
            genres=np.where(known[:, None], catalogue.genres[rows], 0).astype(float),
            votes=votes if votes.any() else None,
        )
