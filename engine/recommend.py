"""The spine: a request and a taste in, ranked films with reasons out. Chat and evaluation call this same function."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from engine import ranking, reasons
from engine.candidate import Recommendation
from engine.models import Films
from engine.request import Request
from engine.shortlist import given, shortlist
from engine.taste import Taste

DECK = 5
"""Cards for one wish, unless the person says how many."""


class Recommender:
    """Ranks the films of one loaded set of artefacts."""

    def __init__(self, films: Films, weights: Mapping[str, float] | None = None) -> None:
        self.films = films
        self._weights = dict(ranking.default_weights()) | dict(weights or {})

    def recommend(
        self,
        request: Request,
        taste: Taste = Taste(),  # noqa: B008 (frozen)
        *,
        count: int | None = None,
        without: Set[int] = frozenset(),
    ) -> Recommendation:
        """Films for a request, best first, each with reasons; those that meet every wish come first.

        `without` are TMDB ids that were shown already and are not wanted again this time.
        """
        count = count or request.count or DECK
        away = Taste(liked=taste.liked, disliked=taste.disliked, seen=(*taste.seen, *sorted(without)))
        found = shortlist(request, away, self.films, count)
        ranked = ranking.score(found, self.films.catalogue.tmdb, self._weights)
        exact = set(found.rows[found.exact].tolist())
        chosen = ranking.diversify([c for c in ranked if c.row in exact], self.films, count)
        fitting = len(chosen)
        chosen += ranking.diversify([c for c in ranked if c.row not in exact], self.films, count - fitting)
        return Recommendation(
            request=request,
            candidates=tuple(reasons.explain(c, request, self.films) for c in chosen),
            exact=fitting,
            relaxed=found.relaxed if fitting < len(chosen) else (),
        )

    def judge(self, request: Request, ids: Sequence[int], taste: Taste = Taste()) -> Recommendation:  # noqa: B008
        """Given films scored for a request, in their order, with reasons; ids that are not here are left out."""
        rows = self.films.catalogue.rows(ids)
        found = given(request, taste, self.films, rows)
        scored = {c.row: c for c in ranking.score(found, self.films.catalogue.tmdb, self._weights)}
        return Recommendation(
            request=request,
            candidates=tuple(reasons.explain(scored[row], request, self.films) for row in rows.tolist()),
            exact=int(found.exact.sum()),
        )
