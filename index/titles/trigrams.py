"""Keys that look like a misspelt one: shared letter triples choose candidates, edit distance decides."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

_CANDIDATES = 40
_COMMONEST = 20_000  # keys that share a triple, above which the triple tells too little to be read


class Trigrams:
    """An index from letter triples to the keys that hold them."""

    def __init__(
        self, keys: Sequence[str], codes: NDArray[np.int32], starts: NDArray[np.int64], owners: NDArray[np.int32]
    ) -> None:
        self._keys = keys
        self.codes = codes  # (triples,) ascending
        self.starts = starts  # (triples + 1,) where the keys of each triple begin in `owners`
        self.owners = owners  # (postings,) positions in `keys`
        if len(starts) != len(codes) + 1 or (len(starts) and starts[-1] != len(owners)):
            raise ValueError("triples and postings do not fit together")

    @classmethod
    def build(cls, keys: Sequence[str]) -> Trigrams:
        """From keys in normal form."""
        if not keys:
            return cls(keys, np.zeros(0, np.int32), np.zeros(1, np.int64), np.zeros(0, np.int32))
        cut = [_cut(key) for key in keys]
        codes = np.concatenate(cut)
        owners = np.repeat(np.arange(len(keys), dtype=np.int32), [len(c) for c in cut])
        order = np.argsort(codes, kind="stable")
        unique, first = np.unique(codes[order], return_index=True)
        starts = np.append(first, len(codes)).astype(np.int64)
        return cls(keys, unique.astype(np.int32), starts, owners[order])

    def near(self, phrase: str, least: float) -> list[tuple[str, float]]:
        """Keys at least this similar to a phrase, 0 to 1 (higher is nearer), best first."""
        triples = _cut(phrase)
        places = np.searchsorted(self.codes, triples)
        runs = [
            self.owners[self.starts[p] : self.starts[p + 1]]
            for p, code in zip(places, triples, strict=True)
            if p < len(self.codes) and self.codes[p] == code and self.starts[p + 1] - self.starts[p] < _COMMONEST
        ]
        if not runs:
            return []
        shared = np.bincount(np.concatenate(runs))
        # How many keys share so many triples or more: this finds the best without sorting all of them.
        sharing = np.cumsum(np.bincount(shared)[:0:-1])[::-1]
        enough = max(1, int((sharing >= _CANDIDATES).sum()))
        owners = np.flatnonzero(shared >= enough)
        best = owners[np.argsort(-shared[owners], kind="stable")[:_CANDIDATES]]
        names = sorted({self._keys[i] for i in best})
        close = process.extract(phrase, names, scorer=fuzz.ratio, score_cutoff=100 * least, limit=5)
        return [(name, score / 100) for name, score, _ in close]


def _cut(phrase: str) -> NDArray[np.int32]:
    letters = np.frombuffer(f" {phrase} ".encode(), dtype=np.uint8).astype(np.int32)
    if len(letters) < 3:
        return np.zeros(0, np.int32)
    codes: NDArray[np.int32] = np.unique((letters[:-2] << 16) | (letters[1:-1] << 8) | letters[2:])
    return codes
