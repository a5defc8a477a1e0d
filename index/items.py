"""Which films are liked by the same people: the strongest neighbours of each film and how many like it, on disk."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.errors import ArtefactError

KEPT = 200  # neighbours of a film; the rest of its row adds almost nothing


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Items:
    """A sparse item-item model; row i holds what liking film i says of other films."""

    films: NDArray[np.int64]  # (items,) TMDB ids, ascending
    likes: NDArray[np.int64]  # (items,) how many people like each
    starts: NDArray[np.int64]  # (items + 1,) where the neighbours of each begin
    neighbours: NDArray[np.int32]  # (kept,) places in `films`
    weights: NDArray[np.float32]  # (kept,) above 0, higher is nearer

    @classmethod
    def of(cls, films: NDArray[np.int64], likes: NDArray[np.int64], matrix: NDArray[np.float32]) -> Items:
        """The strongest positive entries of each row of a full matrix (items, items)."""
        keep = min(KEPT, len(films) - 1)
        neighbours, weights, starts = [], [], [0]
        for place in range(len(films)):
            row = matrix[place].copy()
            row[place] = 0.0
            best = np.argpartition(-row, keep)[:keep] if keep else np.array([], dtype=np.int64)
            best = np.sort(best[row[best] > 0])
            neighbours.append(best)
            weights.append(row[best])
            starts.append(starts[-1] + len(best))
        return cls(
            films=films,
            likes=likes,
            starts=np.array(starts, dtype=np.int64),
            neighbours=np.concatenate([*neighbours, np.array([], dtype=np.int64)]).astype(np.int32),
            weights=np.concatenate([*weights, np.array([], dtype=np.float32)]).astype(np.float32),
        )

    @classmethod
    def open(cls, folder: Path) -> Items:
        """Map the arrays that `save` wrote; raises ArtefactError when they cannot be read."""
        try:
            # A plain view, for each slice of a memmap takes longer than what is done with it.
            return cls(**{f.name: np.asarray(np.load(folder / f"{f.name}.npy", mmap_mode="r")) for f in fields(cls)})
        except (OSError, ValueError, EOFError) as broken:
            raise ArtefactError(f"{folder} cannot be read: train again with `matinee train`") from broken

    def save(self, folder: Path) -> None:
        """Write one .npy file for each array."""
        folder.mkdir(parents=True, exist_ok=True)
        for f in fields(self):
            np.save(folder / f"{f.name}.npy", getattr(self, f.name))

    def of_film(self, place: int) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        """Places and weights of the neighbours of the film in a place."""
        part = slice(int(self.starts[place]), int(self.starts[place + 1]))
        return self.neighbours[part], self.weights[part]
