"""How quick and how right the vector search is, by number of films, kind of index and width of the mask.

The films are those of a bundle. Where more are asked for than it has, the rest are its own again, moved: to each vector
random noise of a stated length is added, and the sum is brought back to length one. The queries are asks of the starter
catalogue. Recall is the share of the 20 nearest allowed films, found by brute force, that the index finds. Each index
is measured in a process of its own, its file in the disk cache.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from bot.settings import Settings  # noqa: E402
from index.artefacts import active  # noqa: E402
from index.encoder import Encoder  # noqa: E402
from index.errors import MatineeIndexError  # noqa: E402
from index.sources import starter  # noqa: E402
from index.vectors import EXACT_UP_TO, Vectors  # noqa: E402

Matrix = NDArray[np.float32]
SIZES = (1_000, 67_600, 1_000_000)
SHARES = {"100%": 1.0, "10%": 0.1, "1%": 0.01, "0.1%": 0.001}
ALIKE = "10% alike"  # the tenth of the films that is nearest to one of them: wishes do not keep films at random
ALL = "no search"
K = 20
LEAST = 0.97  # recall that the kind which the build picks must have at every mask
BLOCK = 50_000  # films that are made or compared at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One index; lower is better but for recall."""

    times: Mapping[str, Sequence[float]]  # by mask: seconds of each search; ALL: of scoring every film instead
    rows: Mapping[str, Sequence[Sequence[int]]]  # by mask: what each search found
    private: float  # MB (10^6 bytes) of memory of its own that the index and its searches took, without mapped files


def made(real: Matrix, films: int, noise: float, seed: int) -> Matrix:
    """(films, dimensions) unit rows: the real ones in a random order, then these again with noise of a length."""
    dice = np.random.default_rng(seed)
    real = real[dice.permutation(len(real))]
    matrix = np.empty((films, real.shape[1]), dtype=np.float32)
    matrix[: len(real)] = real[:films]
    for start in range(len(real), films, BLOCK):
        rows = np.arange(start, min(start + BLOCK, films))
        moved = dice.standard_normal((len(rows), real.shape[1]), dtype=np.float32)
        moved *= noise / np.linalg.norm(moved, axis=1, keepdims=True)
        moved += real[rows % len(real)]
        matrix[rows] = moved / np.linalg.norm(moved, axis=1, keepdims=True)
    return matrix


def masks(matrix: Matrix, seed: int) -> dict[str, NDArray[np.bool_]]:
    """(films,) what is allowed, by name: a share of the films at random, and the tenth most like one of them."""
    dice = np.random.default_rng(seed)
    films = len(matrix)
    found = {}
    for name, share in SHARES.items():
        found[name] = np.zeros(films, dtype=bool)
        found[name][dice.permutation(films)[: max(1, round(share * films))]] = True
    near = matrix @ matrix[dice.integers(films)]
    found[ALIKE] = near >= np.partition(near, -max(1, films // 10))[-max(1, films // 10)]
    return found


def nearest(matrix: Matrix, queries: Matrix, allowed: NDArray[np.bool_]) -> NDArray[np.int64]:
    """(queries, at most K) rows that are truly the nearest, in any order."""
    rows = np.flatnonzero(allowed)
    best = np.empty((len(queries), 0), dtype=np.int64)
    top = np.empty((len(queries), 0), dtype=np.float32)
    for start in range(0, len(rows), BLOCK):
        some = rows[start : start + BLOCK]
        best = np.hstack([best, np.broadcast_to(some, (len(queries), len(some)))])
        top = np.hstack([top, queries @ matrix[some].T])
        if best.shape[1] > K:
            order = np.argpartition(-top, K, axis=1)[:, :K]
            best, top = np.take_along_axis(best, order, axis=1), np.take_along_axis(top, order, axis=1)
    return best


def recall(true: NDArray[np.int64], found: Sequence[Sequence[int]]) -> float:
    """The share of the true rows that were found, 0 to 1."""
    return float(np.mean([len({*ours} & {*theirs.tolist()}) / len(theirs) for ours, theirs in zip(found, true)]))  # noqa: B905


def private() -> float:
    """MB of anonymous memory that this process holds now; not a number where the system does not say."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return float("nan")
    return next(int(line.split()[1]) for line in lines if line.startswith("RssAnon")) * 1024 / 1e6


def measure(folder: Path) -> Measured:
    """Search the index in a folder for all its queries under all its masks."""
    queries = np.load(folder / "queries.npy")
    with np.load(folder / "masks.npz") as kept:
        allowed = {name: kept[name] for name in kept.files}
    before = private()
    vectors = Vectors.open(folder / "vectors.faiss")
    times: dict[str, list[float]] = {}
    rows: dict[str, list[list[int]]] = {}
    for name, mask in [(ALL, None), *allowed.items()]:
        vectors.search(queries[0], K, mask)  # warms up
        times[name], rows[name] = [], []
        for query in queries:
            began = time.perf_counter()
            found = vectors.similarity(query)[:0] if mask is None else vectors.search(query, K, mask).rows
            times[name].append(time.perf_counter() - began)
            rows[name].append(found.tolist())
    return Measured(times=times, rows=rows, private=private() - before)


def rows_of(films: int, folder: Path, matrix: Matrix, queries: Matrix, seed: int) -> tuple[list[list[str]], bool]:
    """The table's rows for a number of films, and whether the kind that a build picks finds enough."""
    allowed = masks(matrix, seed)
    np.save(folder / "queries.npy", queries)
    np.savez(folder / "masks.npz", **allowed)  # type: ignore[arg-type]  # numpy types its own flag into the rest
    true = {name: nearest(matrix, queries, mask) for name, mask in allowed.items()}
    rows, enough = [], True
    for kind, exact_up_to in (("flat", films), ("sketch", 0)):
        began = time.perf_counter()
        Vectors.build(matrix, exact_up_to=exact_up_to).save(folder / "vectors.faiss")
        took = time.perf_counter() - began
        disk = (folder / "vectors.faiss").stat().st_size / 1e6
        command = [sys.executable, __file__, "--measure", str(folder)]
        said = Measured(**json.loads(subprocess.run(command, check=True, capture_output=True).stdout))
        picked = (kind == "flat") == (films <= EXACT_UP_TO)
        for name, times in said.times.items():
            p50, p99 = (f"{1000 * seconds:,.2f}" for seconds in np.percentile(times, [50, 99]))
            found = recall(true[name], said.rows[name]) if name in true else None
            enough &= not picked or found is None or found >= LEAST
            rows.append(["", "", name, p50, p99, "" if found is None else f"{found:.3f}", "", "", ""])
        first = len(rows) - len(said.times)
        rows[first][:2] = [f"{films:,}", f"{kind}{', picked' if picked else ''}"]
        rows[first][6:] = [f"{disk:,.1f}", f"{said.private:,.1f}", f"{took:,.1f}"]
    return rows, enough


def table() -> Table:
    """An empty one with its columns."""
    drawn = Table(box=None, pad_edge=False)
    for name in ("films", "kind", "mask keeps", "p50 ms", "p99 ms", "recall@20", "disk MB", "private MB", "build s"):
        drawn.add_column(name, justify="left" if name in ("kind", "mask keeps") else "right", no_wrap=True)
    return drawn


def asked(encoder: Encoder, count: int, seed: int) -> Matrix:
    """(at most count, dimensions) vectors of asks of the starter."""
    asks = [ask for film in starter.load()[0] for ask in film.asks]
    return encoder.encode([asks[i] for i in np.random.default_rng(seed).permutation(len(asks))[:count]])


def compare(options: argparse.Namespace, console: Console) -> bool:
    """Print the table; True when what a build picks finds enough everywhere. Raises MatineeIndexError."""
    bundle = options.bundle or Settings.load().bundle
    source = bundle / active(bundle).catalogue
    real = Vectors.open(source / "vectors.faiss").matrix.copy()
    queries = asked(Encoder.open(source / "encoder"), options.queries, options.seed)
    console.print(
        f"{len(real):,} real films. More are made of them: plus noise of length {options.noise}, brought back "
        f"to length 1 (cosine {1 / (1 + options.noise**2) ** 0.5:.2f}).\n"
        f"{len(queries)} asks of the starter, seed {options.seed}. A build picks flat up to {EXACT_UP_TO:,} films.\n"
        f"Masks keep films at random; {ALIKE!r} keeps the nearest to one film; {ALL!r} scores all films instead.\n"
        f"Python {platform.python_version()}, {os.cpu_count()} processors, {platform.machine()}\n"
    )
    drawn, enough = table(), True
    for films in options.sizes:
        with tempfile.TemporaryDirectory() as folder, console.status(f"{films:,} films"):
            matrix = made(real, films, options.noise, options.seed)
            rows, good = rows_of(films, Path(folder), matrix, queries, options.seed)
        enough &= good
        for row in rows:
            drawn.add_row(*row, style="" if row[5] == "" or float(row[5]) >= LEAST else "red")
        drawn.add_section()
    console.print(drawn)
    return enough


def main() -> int:
    """Print the comparison."""
    parser = argparse.ArgumentParser(prog="scripts/bench search", description="Vector search by size, kind and mask.")
    parser.add_argument("--bundle", type=Path, metavar="DIR", help="whose films (default: those that are in use)")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of films (default: %(default)s)")
    parser.add_argument("--queries", type=int, default=200, help="searches under each mask (default %(default)s)")
    parser.add_argument("--noise", type=float, default=0.75, help="length of the noise (default %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="of noise, masks and queries (default %(default)s)")
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        result: dict[str, Any] = asdict(measure(options.measure))
        print(json.dumps(result))
        return 0
    console = Console(width=max(100, Console().width), highlight=False)
    try:
        enough = compare(options, console)
    except MatineeIndexError as failed:
        print(failed, file=sys.stderr)
        return 1
    if not enough:
        print(f"recall of a kind that a build picks is under {LEAST}", file=sys.stderr)
    return 0 if enough else 1


if __name__ == "__main__":
    sys.exit(main())
