"""Groups of people who never met, drawn from those who are held out: at random, of like taste, of unlike taste."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

KINDS = ("random", "similar", "divergent")
_NEAR = 0.05  # of all people: the next member is drawn from those nearest to the group, or farthest from it


def likenesses(likes: Any) -> NDArray[np.float64]:
    """(people, people) cosine of likes, each film counting less the more people like it; higher is more alike.

    `likes` is CSR (people, films) of ones: what is given of people, never what they are measured by.
    """
    people = likes.shape[0]
    rare = np.log(people / (1.0 + np.asarray(likes.sum(axis=0)).ravel()))
    rows = likes.toarray() * np.maximum(rare, 0.0)
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)
    return np.asarray(rows @ rows.T, dtype=np.float64)


def drawn(kind: str, size: int, count: int, alike: NDArray[np.float64], draw: np.random.Generator) -> list[list[int]]:
    """`count` groups of `size` people, as rows of `alike` (people, people); a person may be in several groups.

    The first member is drawn from all. Each further one is, too, in a random group; in a similar one from the twentieth
    of all people who are most like those who are in, on average, and in a divergent one from the least like.

    Raises:
        ValueError: There is no such kind, or there are fewer people than a group has.

    """
    people = len(alike)
    if kind not in KINDS or people < size:
        raise ValueError(f"no {kind} group of {size} among {people} people")
    return [_group(kind, size, alike, draw) for _ in range(count)]


def _group(kind: str, size: int, alike: NDArray[np.float64], draw: np.random.Generator) -> list[int]:
    people = len(alike)
    members = [int(draw.integers(people))]
    while len(members) < size:
        others = np.setdiff1d(np.arange(people), members)
        if kind != "random":
            near = alike[members].mean(axis=0)[others]
            order = np.argsort(-near if kind == "similar" else near, kind="stable")
            others = others[order[: max(1, int(people * _NEAR))]]
        members.append(int(draw.choice(others)))
    return members
