"""Nearest films by vector. The only module that knows faiss."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from index.errors import ArtefactError

_HEADER = 45  # bytes before the rows in the file of a flat index


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Hits:
    """What a search found."""

    rows: NDArray[np.int64]  # (k,) catalogue rows, best first, equally near ones by row; never -1
    similarity: NDArray[np.float32]  # (k,) cosine in [-1, 1], higher is better


class _Rows:
    """The rows inside a flat index, as numpy is told of memory; holds the index, so that a view outlives no mapping."""

    def __init__(self, index: Any) -> None:
        flat: Any = faiss.downcast_index(index)
        rows = faiss.rev_swig_ptr(flat.get_xb(), index.ntotal * index.d).reshape(index.ntotal, index.d)
        self.index = index
        self.__array_interface__ = {**rows.__array_interface__, "data": (rows.ctypes.data, True)}  # True: read only


class Vectors:
    """Unit vectors of all films, searched exactly; memory-mapped when opened from disk."""

    def __init__(self, index: Any) -> None:
        self._index = index
        self.matrix: NDArray[np.float32] = np.asarray(_Rows(index))
        """(films, dimensions) unit rows, in catalogue order; a view of the index, not a copy, and not to be written."""

    @classmethod
    def build(cls, matrix: NDArray[np.float32]) -> Vectors:
        """An index over unit vectors (films, dimensions), in catalogue order."""
        index = faiss.IndexFlatIP(matrix.shape[1])
        index.add(np.ascontiguousarray(matrix, dtype=np.float32))
        return cls(index)

    @classmethod
    def open(cls, path: Path) -> Vectors:
        """Map an index that `save` wrote; raises ArtefactError when it cannot be read."""
        try:
            if path.stat().st_size < _HEADER:
                raise RuntimeError("cut off inside its header, over which faiss may crash")
            # IO_FLAG_MMAP alone copies a flat index; IFC maps it for real.
            return cls(faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC))
        except (OSError, RuntimeError, AttributeError) as broken:  # AttributeError: an index, but not a flat one
            raise ArtefactError(f"{path} cannot be read: build again with `matinee catalogue build`") from broken

    def save(self, path: Path) -> None:
        """Write the index to one file."""
        faiss.write_index(self._index, str(path))

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def search(self, query: NDArray[np.float32], k: int, allowed: NDArray[np.bool_] | None = None) -> Hits:
        """The k films most like a unit vector (dimensions,), among the allowed (films,) when given.

        Finds fewer than k when fewer are allowed. A narrow mask scores exactly its own rows; a wide one lets
        faiss pass over what is not allowed.
        """
        if allowed is None:
            return self._faiss(query, min(k, len(self)), None)
        rows = np.flatnonzero(allowed)
        if len(rows) > len(self) // 4:
            return self._faiss(query, min(k, len(rows)), allowed)
        similarity = self.matrix[rows] @ query
        best = np.argsort(-similarity, kind="stable")[:k]
        return Hits(rows=rows[best], similarity=similarity[best])

    def _faiss(self, query: NDArray[np.float32], k: int, allowed: NDArray[np.bool_] | None) -> Hits:
        parameters = None
        if allowed is not None:
            library: Any = faiss  # its type hints know nothing of the Python layer
            bits = np.packbits(allowed, bitorder="little")
            parameters = library.SearchParameters(sel=library.IDSelectorBitmap(bits))
        similarity, rows = self._index.search(query.reshape(1, -1).astype(np.float32), k, params=parameters)
        best = np.lexsort((rows[0], -similarity[0]))  # faiss leaves films that are equally near in any order
        best = best[rows[0][best] >= 0]
        return Hits(rows=rows[0][best], similarity=similarity[0][best])

    def similarity(self, query: NDArray[np.float32], rows: NDArray[np.int64] | None = None) -> NDArray[np.float32]:
        """Cosine in [-1, 1] of a unit vector (dimensions,) with every film, or with the given rows."""
        matrix = self.matrix if rows is None else self.matrix[rows]
        scores: NDArray[np.float32] = matrix @ query
        return scores
