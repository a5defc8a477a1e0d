"""A film on its way to a card: from the shortlist to a score, its parts, and the reasons that follow from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from engine.request import Request


class Fact(StrEnum):
    """Kinds of reason; each is true of a film by a check that needs only the catalogue and the request."""

    KIN = "kin"  # people who love `other` love this
    LIKED = "liked"  # the same, where `other` is a film that this chat liked
    SHARES = "shares"  # has keyword or genre `value` in common with `other`
    MORE = "more"  # scores `own` on axis `value`, above `other`'s `theirs`
    LESS = "less"  # scores `own` on axis `value`, below `other`'s `theirs`
    MOOD = "mood"  # scores `own` of 4 on axis `value`
    WITHOUT = "without"  # scores `own`, next to nothing, on axis `value`
    PERSON = "person"  # `value` made it or plays in it; role in `role`
    THEME = "theme"  # has keyword `value`
    GENRE = "genre"  # is of genre `value`
    YEAR = "year"  # was released in `own`
    MINUTES = "minutes"  # runs `own` minutes
    PLACE = "place"  # is from country or in language `value`
    CERTIFICATE = "certificate"  # has certificate `value`
    ACCLAIM = "acclaim"  # is acclaimed, `own` of 4
    GEM = "gem"  # is little known: fame `own` of 4
    FAMOUS = "famous"  # is widely known: fame `own` of 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One true fact that speaks for a film, strongest part of the score first."""

    fact: Fact
    value: str = ""
    own: float = 0.0
    other: int | None = None  # TMDB id
    theirs: float = 0.0
    role: str = ""
    weight: float = 0.0  # the share of the score that it stands for


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Shortlist:
    """Films that come into question, with what speaks for each."""

    rows: NDArray[np.int64]  # (k,) catalogue rows, in no order
    exact: NDArray[np.bool_]  # (k,) whether a film meets every wish
    relaxed: tuple[str, ...]  # wishes that were let go so that the inexact ones came in
    evidence: dict[str, NDArray[np.float32]]  # part name to (k,), about -1 to 1, before weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A film that was scored for a request."""

    tmdb: int
    row: int  # in the catalogue that the recommender holds
    score: float  # higher is better; comparable within one recommendation only
    parts: Mapping[str, float] = field(default_factory=dict)
    """What the score is the sum of, by name: "examples", "dense", "lexical", "kin:ID", "content:ID", "more:AXIS" ..."""
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """Films for a request, best first, and what had to be given up for them."""

    request: Request
    candidates: tuple[Candidate, ...] = ()
    exact: int = 0  # so many of the first candidates meet every wish; the others need what was let go
    relaxed: tuple[str, ...] = ()  # names of wishes that were let go for the others: "minutes", "themes", "years" ...
