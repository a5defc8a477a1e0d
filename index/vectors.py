"""Nearest films by vector. The only module that knows faiss."""

from __future__ import annotations

import os
import struct
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import faiss
import numpy as np
from numpy.typing import NDArray

from index.errors import ArtefactError

EXACT_UP_TO = 20_000  # films; up to here scoring all of them takes about 2 ms, which needs no sketch

_HEADER = 45  # bytes before the rows in the file of a flat index
_GATHERED = 0.25  # the share of the films up to which scoring some here and there is quicker than all in one sweep
_NARROW = 0.01  # the same beside passing over the sketch
_LOOKED_AT = 400  # films that are scored exactly after the sketch, at the least
_PER_HIT = 10  # and of these for every film that is asked for
_TAUGHT = 10_000  # films from which the sketch learns its codes

_ALONE = 16_384  # rows that are not worth waking another thread for
_PROCESSORS = os.cpu_count() or 1

_library: Any = faiss  # its type hints know nothing of the Python layer


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Hits:
    """What a search found."""

    rows: NDArray[np.int64]  # (k,) catalogue rows, best first, equally near ones by row; never -1
    similarity: NDArray[np.float32]  # (k,) cosine in [-1, 1], higher is better


class _Rows:
    """The rows inside a flat index, as numpy is told of memory; holds the index, so that a view outlives no mapping."""

    def __init__(self, index: Any, flat: Any) -> None:
        rows = faiss.rev_swig_ptr(flat.get_xb(), flat.ntotal * flat.d).reshape(flat.ntotal, flat.d)
        self.index = index
        self.__array_interface__ = {**rows.__array_interface__, "data": (rows.ctypes.data, True)}  # True: read only


class Vectors:
    """Unit vectors of all films; memory-mapped when opened from disk.

    There are two kinds. "flat" holds the rows and scores them. "sketch", for catalogues over `EXACT_UP_TO` films, holds
    beside them a sketch of every film, in a quarter of a byte a dimension (product quantisation, Jégou, Douze and
    Schmid 2011; scanned in registers, André, Kermarrec and Le Scouarnec 2015): a search passes over all sketches,
    leaves out what is not allowed, and scores the best few hundred exactly. Indexes that skip parts of the catalogue
    (cells, graphs) lose films as masks get narrow; this does not. `scripts/bench search` measures both kinds.
    """

    def __init__(self, index: Any) -> None:
        whole = _library.downcast_index(index)
        sketched = isinstance(whole, _library.IndexRefine)
        self.kind: Literal["flat", "sketch"] = "sketch" if sketched else "flat"
        self._index = index
        self._flat = _library.downcast_index(whole.refine_index) if sketched else whole
        self.matrix: NDArray[np.float32] = np.asarray(_Rows(index, self._flat))
        """(films, dimensions) unit rows, in catalogue order; a view of the index, not a copy, and not to be written.

        A file's rows lie where numpy copies all of them for a product: `similarity` does not.
        """

    @classmethod
    def build(cls, matrix: NDArray[np.float32], *, exact_up_to: int = EXACT_UP_TO) -> Vectors:
        """An index over unit vectors (films, dimensions), in catalogue order; sketched if over `exact_up_to` films."""
        films, dimensions = matrix.shape
        if films <= exact_up_to:
            index = faiss.IndexFlatIP(dimensions)
        else:
            codes = dimensions // 2 if dimensions % 2 == 0 else dimensions
            # One cell with all films: as a flat index the sketch would know no masks.
            index = _library.index_factory(dimensions, f"IVF1,PQ{codes}x4fs,RFlat", faiss.METRIC_INNER_PRODUCT)
            _alone()
            index.train(np.ascontiguousarray(matrix[:: max(1, films // _TAUGHT)], dtype=np.float32))
        index.add(np.ascontiguousarray(matrix, dtype=np.float32))
        return cls(index)

    @classmethod
    def open(cls, path: Path) -> Vectors:
        """Map an index that `save` wrote (the sketch is read); raises ArtefactError when it cannot be read."""
        try:
            with path.open("rb") as stream:
                dimensions, films = struct.unpack("<4xiq", stream.read(16))  # both kinds begin so
            if path.stat().st_size < _HEADER + 4 * dimensions * films:
                raise RuntimeError("cut off, over which faiss may crash")
            # IO_FLAG_MMAP alone copies a flat index; IFC maps it for real.
            return cls(faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC))
        # AttributeError: an index, but of neither kind
        except (OSError, RuntimeError, AttributeError, struct.error) as broken:
            raise ArtefactError(f"{path} cannot be read: build again with `matinee catalogue build`") from broken

    def save(self, path: Path) -> None:
        """Write the index to one file."""
        faiss.write_index(self._index, str(path))

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def search(self, query: NDArray[np.float32], k: int, allowed: NDArray[np.bool_] | None = None) -> Hits:
        """The k films most like a unit vector (dimensions,), among the allowed (films,) when given.

        Finds fewer than k when fewer are allowed. Exact, but for a wide mask over a sketch: see the class.
        """
        rows = None if allowed is None else np.flatnonzero(allowed)
        count = len(self) if rows is None else len(rows)
        if self.kind == "sketch" and count > max(_NARROW * len(self), _LOOKED_AT, _PER_HIT * k):
            return self._beside(query, k, allowed, len(self) - count)
        similarity = self.similarity(query, rows)
        best = _best(similarity, k)
        return Hits(rows=best if rows is None else rows[best], similarity=similarity[best])

    def around(self, query: NDArray[np.float32], count: int) -> NDArray[np.int64]:
        """Rows of about the `count` films most like a unit vector, in no order: the sketch's word is taken."""
        if self.kind == "flat":
            return _best(self.similarity(query), count)
        _alone()
        _, rows = self._index.base_index.search(query.reshape(1, -1).astype(np.float32), count)
        found: NDArray[np.int64] = rows[0][rows[0] >= 0]
        return found

    def _beside(self, query: NDArray[np.float32], k: int, allowed: NDArray[np.bool_] | None, gone: int) -> Hits:
        """By the sketch. Where few films are `gone`, looking past them is quicker than asking for each film."""
        if allowed is None or gone > k:
            return self._sketched(query, k, allowed)
        found = self._sketched(query, k + gone, None)
        kept = np.flatnonzero(allowed[found.rows])[:k]
        return Hits(rows=found.rows[kept], similarity=found.similarity[kept])

    def _sketched(self, query: NDArray[np.float32], k: int, allowed: NDArray[np.bool_] | None) -> Hits:
        only = None
        if allowed is not None:
            only = _library.IDSelectorBitmap(np.packbits(allowed, bitorder="little"))
        parameters = _library.IndexRefineSearchParameters(
            k_factor=max(_PER_HIT, _LOOKED_AT / k),
            base_index_params=_library.IVFSearchParameters(sel=only, nprobe=1),
        )
        _alone()
        similarity, rows = self._index.search(query.reshape(1, -1).astype(np.float32), k, params=parameters)
        best = np.lexsort((rows[0], -similarity[0]))  # faiss leaves films that are equally near in any order
        return Hits(rows=rows[0][best], similarity=similarity[0][best])

    def similarity(self, query: NDArray[np.float32], rows: NDArray[np.int64] | None = None) -> NDArray[np.float32]:
        """Cosine in [-1, 1] of a unit vector (dimensions,) with every film, or with the given rows.

        Reads them where they lie and copies none. Raises ValueError when the query is of other dimensions, and
        IndexError for rows that are not there.
        """
        query = np.ascontiguousarray(query, dtype=np.float32)
        if query.shape != (self._index.d,):
            raise ValueError(f"a query of shape {query.shape} for vectors of {self._index.d} dimensions")
        if rows is not None and len(rows) <= _GATHERED * len(self):
            return self._some(query, np.ascontiguousarray(rows, dtype=np.int64))
        scores = np.empty(len(self), dtype=np.float32)
        share = max(_ALONE, -(-len(self) // _PROCESSORS))  # rows for each processor
        first, *others = range(0, len(self), share) or (0,)
        helped = [_threads().submit(self._sweep, query, scores, start, start + share) for start in others]
        self._sweep(query, scores, first, share)
        for each in helped:
            each.result()
        return scores if rows is None else scores[rows]

    def _sweep(self, query: NDArray[np.float32], scores: NDArray[np.float32], start: int, stop: int) -> None:
        """Fill in the scores of the rows from start to stop."""
        rows, here = self.matrix[start:stop], scores[start:stop]
        at = (_library.swig_ptr(here), _library.swig_ptr(query), _library.swig_ptr(rows))
        _library.fvec_inner_products_ny(*at, self._index.d, len(rows))

    def _some(self, query: NDArray[np.float32], rows: NDArray[np.int64]) -> NDArray[np.float32]:
        if len(rows) and not 0 <= rows.min() <= rows.max() < len(self):  # faiss would not look
            raise IndexError(f"rows from {rows.min()} to {rows.max()} of {len(self)} films")
        scores = np.empty(len(rows), dtype=np.float32)
        at = (_library.swig_ptr(scores), _library.swig_ptr(query), self._flat.get_xb(), _library.swig_ptr(rows))
        _alone()
        _library.fvec_inner_products_by_idx(*at, self._index.d, 1, len(rows))
        return scores


@cache
def _threads() -> ThreadPoolExecutor:
    """For sweeps over all rows: memory gives two processors more than it gives one."""
    return ThreadPoolExecutor(max(1, _PROCESSORS - 1), thread_name_prefix="vectors")


def _best(similarity: NDArray[np.float32], k: int) -> NDArray[np.int64]:
    """Positions of the k highest, best first, equal ones by position."""
    if not 0 < k < len(similarity):
        return np.argsort(-similarity, kind="stable")[:k]
    least = np.partition(similarity, -k)[-k]
    some = np.flatnonzero(similarity >= least)
    found: NDArray[np.int64] = some[np.argsort(-similarity[some], kind="stable")[:k]]
    return found


def _alone() -> None:
    """One query is one thread's work: faiss would wake others for it, and wait for them when the machine is busy."""
    _library.omp_set_num_threads(1)
