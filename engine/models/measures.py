"""What films have of the things that people ask about: people, moods and plain measures, film by film."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.models import Films
from engine.request import Critique, Request


def involves(films: Films, name: str, role: str) -> NDArray[np.bool_]:
    """Films that a person made or plays in; role "any" for either."""
    people = films.catalogue.people
    roles = [role] if role in people else list(people)
    mask = np.zeros(len(films.catalogue), dtype=bool)
    for each in roles:
        mask |= people[each].having(name)
    return mask


def measure(films: Films, axis: str) -> NDArray[np.float32]:
    """(films,) values of a mood axis, or of the plain ones: short (minus minutes), recent (year), famous, acclaimed."""
    catalogue = films.catalogue
    if axis == "short":
        return -catalogue.runtime.astype(np.float32)
    if axis == "recent":
        return catalogue.year.astype(np.float32)
    if axis == "famous":
        return catalogue.fame
    if axis == "acclaimed":
        return catalogue.acclaim
    return films.moods.axis(axis)


def reference(films: Films, critique: Critique, request: Request, values: NDArray[np.float32]) -> float | None:
    """What the films that a critique compares with have of it, on average; None when there are none."""
    than = critique.than or tuple(example.tmdb for example in request.liked)
    rows = films.catalogue.rows(than)
    return float(values[rows].mean()) if len(rows) else None
