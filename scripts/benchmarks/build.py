"""What a build costs: documents encoded in a second, the whole build, a rebuild with one film more, and loading.

Encoding is measured beside `SentenceTransformer.encode` with its own batching, in turns, over the same documents, and
the vectors have to be the same. Beside it stands what the machine could do at most: how many documents a second the
encoder's matrix products take when nothing else is done. What stands after `--` goes to `matinee catalogue build`
(none: the starter).
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
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent.parent
EXTRA = {"tmdb": 2_000_000_000, "title": "A Film That Was Added", "year": 2000, "overview": "A lighthouse is sold."}
LOAD = """
import sys, time
began = time.perf_counter()
from pathlib import Path
from index.artefacts import load
imported = time.perf_counter()
films = load(Path(sys.argv[1]))
ready = time.perf_counter()
anon = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("RssAnon"))
print(ready - imported, imported - began, anon / 1000, len(films.catalogue))
"""


def run(arguments: Sequence[str]) -> tuple[float, float]:
    """Seconds and peak megabytes of a command of Matinee; raises SystemExit when it fails."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with tempfile.TemporaryFile("w+") as printed:
        began = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "bot", *arguments], env=environment, cwd=ROOT, stdout=printed, stderr=printed
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        took = time.perf_counter() - began
        if process.returncode != 0:
            printed.seek(0)
            raise SystemExit(printed.read())
    return took, usage.ru_maxrss * 1024 / 1e6


def encoding(bundle: Path, count: int, rounds: int) -> str:
    """Documents a second of both, the better of each round counted by its median, and how far their vectors differ."""
    from sentence_transformers import SentenceTransformer

    from index.artefacts import active
    from index.catalogue import Catalogue
    from index.encoder import Encoder
    from index.encoder.export import default_model

    folder = bundle / active(bundle).catalogue
    movies = Catalogue.open(folder / "movies.parquet").movies()
    chosen = np.random.default_rng(0).choice(len(movies), min(count, len(movies)), replace=False)
    documents = [movies[row].document() for row in chosen]
    ours, theirs = Encoder.open(folder / "encoder"), SentenceTransformer(str(default_model()), device="cpu")

    def by_them() -> np.ndarray:
        return np.asarray(theirs.encode(documents, normalize_embeddings=True, show_progress_bar=False))

    ways = {"Matinee": lambda: ours.encode(documents), "SentenceTransformer.encode": by_them}
    speeds: dict[str, list[float]] = {name: [] for name in ways}
    vectors = {}
    for turn in range(rounds + 1):
        for name, way in ways.items():
            began = time.perf_counter()
            vectors[name] = way()
            if turn > 0:  # the first warms up
                speeds[name].append(len(documents) / (time.perf_counter() - began))
    mine, peer = (median(each) for each in speeds.values())
    lines = [f"{name:28}{median(each):7.0f} documents a second" for name, each in speeds.items()]
    apart = float(np.abs(vectors["Matinee"] - vectors["SentenceTransformer.encode"]).max())
    lines.append(f"{'Faster by':28}{mine / peer:7.2f} times; vectors differ by at most {apart:.1e}")
    tokens = [min(len(ids), theirs.max_seq_length) for ids in theirs.tokenizer(documents)["input_ids"]]
    most = len(documents) / (products(tokens, theirs[0].auto_model.config) / multiplying())
    lines.append(f"{'Its matrix products alone':28}{most:7.0f} documents a second: Matinee is at {mine / most:.0%}")
    return "\n".join(lines)


def products(tokens: Sequence[int], shape: Any) -> float:
    """Floating-point operations of the matrix products that texts of so many tokens each need, unpadded."""
    width, inner, layers = shape.hidden_size, shape.intermediate_size, shape.num_hidden_layers
    plain = 2 * (4 * width * width + 2 * width * inner)  # a token: queries, keys, values, output; the two after them
    return float(sum(layers * (count * plain + 4 * count * count * width) for count in tokens))


def multiplying() -> float:
    """Floating-point operations a second of this machine's matrix products, the best of some."""
    left, right = np.ones((4096, 384), dtype=np.float32), np.ones((384, 1536), dtype=np.float32)
    took = []
    for _ in range(50):
        began = time.perf_counter()
        left @ right
        took.append(time.perf_counter() - began)
    return 2 * 4096 * 384 * 1536 / min(took)


def whole(bundle: Path, given: Sequence[str]) -> str:
    """A build from nothing, one with a film more, and loading what came out."""
    build = ["catalogue", "build", "--out", str(bundle)]
    starter = [] if "--from" in given else ["--from", str(ROOT / "index" / "starter")]
    rows = [("whole build", *run([*build, *starter, *given]))]
    extra = bundle.parent / "extra.jsonl"
    extra.write_text(json.dumps(EXTRA))
    rows.append(("one film more", *run([*build, *starter, *given, "--from", str(extra)])))
    extra.write_text(json.dumps(EXTRA | {"overview": "A lighthouse is sold, and its keeper stays."}))
    rows.append(("that film changed", *run([*build, *starter, *given, "--from", str(extra)])))
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    loads = []
    for _ in range(5):
        said = subprocess.run(
            [sys.executable, "-c", LOAD, str(bundle)], env=environment, cwd=ROOT, capture_output=True, check=True
        )
        loads.append([float(number) for number in said.stdout.split()])
    seconds, importing, private, films = (median(column) for column in zip(*loads, strict=True))
    lines = [f"{name:28}{took:7.1f} s, at most {peak:,.0f} MB" for name, took, peak in rows]
    loading = f"{'loading':28}{seconds:7.2f} s after {importing:.2f} s of imports, {private:,.0f} MB private"
    return "\n".join([f"{films:,.0f} films", *lines, loading])


def main() -> int:
    """Print both tables."""
    parser = argparse.ArgumentParser(prog="scripts/bench build", description="What building a catalogue costs.")
    parser.add_argument("--documents", type=int, default=1000, help="documents that are encoded (default 1000)")
    parser.add_argument("--rounds", type=int, default=3, help="counted rounds of each (default 3)")
    parser.add_argument("given", nargs="*", help="after --: what `matinee catalogue build` is given")
    options = parser.parse_args()
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    sys.path.insert(0, str(ROOT))
    print(f"Python {platform.python_version()}, {os.cpu_count()} processors, {platform.machine()}")
    with tempfile.TemporaryDirectory() as folder:
        bundle = Path(folder) / "bundle"
        print(whole(bundle, options.given))
        print(encoding(bundle, options.documents, options.rounds))
    return 0


if __name__ == "__main__":
    sys.exit(main())
