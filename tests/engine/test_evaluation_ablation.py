"""A part of the score that is taken away: ranked as by a recommender that gives it no weight."""

from __future__ import annotations

from engine.evaluation import ablation
from engine.evaluation.requests import DEPTH, Ranking
from engine.models import Films
from engine.parsing import Parser
from engine.ranking import default_weights
from engine.recommend import Recommender

TEXTS = ("something like Interstellar but funnier", "a heist in Paris with Owen Wilson", "hello")


def ranked(films: Films, parser: Parser, text: str, weights: dict[str, float]) -> Ranking:
    found = Recommender(films, weights).recommend(parser.parse(text), count=DEPTH)
    imdb = films.catalogue.column("imdb")
    return [imdb[candidate.row] for candidate in found.candidates]


def test_every_part_is_taken_away_once_and_alone(films: Films, parser: Parser) -> None:
    weights = {"kin": 0.4, "fame": 0.1}
    ours = [ranked(films, parser, text, weights) for text in TEXTS[:2]]
    requests = [parser.parse(text) for text in TEXTS[:2]]
    found = ablation.rankings(films, weights, requests, ours)
    assert list(found) == list(default_weights())
    for name, rankings in found.items():
        assert rankings == [ranked(films, parser, text, weights | {name: 0.0}) for text in TEXTS[:2]], name
    changed = {name for name, rankings in found.items() if rankings[0] != ours[0]}
    assert {"kin", "content", "more", "fame"} <= changed
    assert not changed & {"thumb", "less", "unlike"}  # nothing of that is in the request


def test_what_was_answered_in_words_still_is(films: Films, parser: Parser) -> None:
    found = ablation.rankings(films, None, [None], [[]])
    assert all(rankings == [[]] for rankings in found.values())
