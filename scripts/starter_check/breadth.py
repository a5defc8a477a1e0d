"""How broad the starter is: decades, genres, countries, languages, and the spread of every mood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from starter_check import AXES, Film


def breadth(films: list[Film]) -> Iterator[str]:
    """A line for each way to count the films; behind a mood, how many score 0, 1, 2, 3 and 4, rounded."""
    yield f"films {len(films)}"
    for name, values in (
        ("decade", [f"{f['year'] // 10 * 10}s" for f in films]),
        ("genre", [g for f in films for g in f["genres"]]),
        ("country", [f["countries"][0] for f in films]),
        ("language", [f["languages"][0] for f in films]),
    ):
        counts = sorted(Counter(values).items(), key=lambda kv: (-kv[1], kv[0]) if name != "decade" else (0, kv[0]))
        yield f"{name:9}" + " ".join(f"{k} {n}" for k, n in counts)
    for axis in AXES:
        scores = Counter(int(f["moods"].get(axis, 0) + 0.5) for f in films)
        yield f"{axis:18}" + " ".join(f"{scores[s]:4d}" for s in range(5))
