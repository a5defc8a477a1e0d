"""What each part of the score is worth: the same requests ranked with the part's weight at nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.evaluation.requests import DEPTH, Ranking
from engine.models import Films
from engine.ranking import default_weights
from engine.recommend import Recommender
from engine.request import Request
from engine.shortlist import shortlist
from engine.taste import Taste
from index.progress import Progress, silent


def rankings(
    films: Films,
    weights: Mapping[str, float] | None,
    requests: Sequence[Request | None],
    ranked: Sequence[Ranking],
    progress: Progress | None = None,
) -> dict[str, list[Ranking]]:
    """What is ranked without each part, by the part's name before the colon, in the order of the weights.

    `ranked` is what is ranked with all of them. A request that is None was answered in words, and still is.
    """
    tell = progress or silent
    ids = films.catalogue.column("imdb")
    lesser = {name: Recommender(films, {**(weights or {}), name: 0.0}) for name in default_weights()}
    found: dict[str, list[Ranking]] = {name: [] for name in lesser}
    for number, (request, whole) in enumerate(zip(requests, ranked, strict=True)):
        tell("ablation", number, len(requests))
        here = _parts(request, films) if request else set()
        for name, recommender in lesser.items():
            # Where a part has nothing to say, taking it away changes nothing.
            found[name].append(_ranked(recommender, request, ids) if request and name in here else whole)
    tell("ablation", len(requests), len(requests))
    return found


def _parts(request: Request, films: Films) -> set[str]:
    return {name.split(":")[0] for name in shortlist(request, Taste(), films, DEPTH).evidence}


def _ranked(recommender: Recommender, request: Request, ids: Sequence[str | None]) -> Ranking:
    return [ids[candidate.row] for candidate in recommender.recommend(request, count=DEPTH).candidates]
