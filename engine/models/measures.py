"""What films have of the things that people ask about: themes, people, moods and plain measures, film by film."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.models import Films
from engine.request import Critique, Request
from index.catalogue import Labels

BY_KEYWORD = 1.0
BY_MENTION = 0.5


def theme_strength(films: Films, theme: str) -> NDArray[np.float32]:
    """(films,) 1 where a keyword holds the theme's words, a half where the document mentions all of them, else 0."""
    wanted = theme.lower().split()
    labels = films.catalogue.keywords
    by_keyword = labels.having(*_matching(labels, theme))
    mentions = np.ones(len(films.catalogue), dtype=bool)
    for word in wanted:
        mentions &= films.lexical.scores(word) > 0
    return np.where(by_keyword, BY_KEYWORD, np.where(mentions, BY_MENTION, 0.0)).astype(np.float32)


@lru_cache(maxsize=256)  # one reply asks for the same few themes film by film
def _matching(labels: Labels, theme: str) -> tuple[str, ...]:
    """The keywords that hold a theme's words."""
    wanted = theme.lower().split()
    return tuple(name for name in labels.names if _holds(name.lower(), wanted))


def _holds(keyword: str, wanted: list[str]) -> bool:
    words = keyword.replace("-", " ").split()
    return all(any(w == word or w == f"{word}s" or f"{w}s" == word for w in words) for word in wanted)


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
