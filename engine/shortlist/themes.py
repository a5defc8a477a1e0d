"""How strongly films are about a theme: by keyword, else by the words of their document."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.models import Films

BY_KEYWORD = 1.0
BY_MENTION = 0.5


def theme_strength(films: Films, theme: str) -> NDArray[np.float32]:
    """(films,) 1 where a keyword holds the theme's words, a half where the document mentions all of them, else 0."""
    wanted = theme.lower().split()
    labels = films.catalogue.keywords
    matching = [name for name in labels.names if _holds(name.lower(), wanted)]
    by_keyword = labels.having(*matching)
    mentions = np.ones(len(films.catalogue), dtype=bool)
    for word in wanted:
        mentions &= films.lexical.scores(word) > 0
    return np.where(by_keyword, BY_KEYWORD, np.where(mentions, BY_MENTION, 0.0)).astype(np.float32)


def _holds(keyword: str, wanted: list[str]) -> bool:
    words = keyword.replace("-", " ").split()
    return all(any(w == word or w == f"{word}s" or f"{w}s" == word for w in words) for word in wanted)
