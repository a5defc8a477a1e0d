"""The three protocols on the starter: what they measure cannot reach what they rank, and they repeat exactly."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from engine.evaluation import NothingToMeasure, asks, critiques, kinship
from engine.evaluation.critiques import Judgement
from engine.evaluation.leaving_out import Counts, films_without, without
from engine.evaluation.sense import Scales, Term, read
from engine.models import Films
from engine.parsing import Parser
from engine.parsing.guessing import Guesser
from engine.recommend import Recommender
from index.moods import Moods, load_axes
from index.sources.ratings import Ratings


@pytest.fixture(scope="module")
def imdb(films: Films) -> list[str]:
    return films.catalogue.column("imdb")


@pytest.fixture(scope="module")
def guesser(films: Films) -> Guesser:
    return Guesser(load_axes(), films.encoder.encode)


def judgements(films: Films, imdb: list[str], axis: str, attribute: str) -> list[Judgement]:
    """Judgements that say just what the hand-written scores say."""
    scores = films.moods.axis(axis)
    drawn = np.random.default_rng(1).choice(len(films.catalogue), (12, 9), replace=False)
    made = []
    for reference, *others in drawn.tolist():
        groups = [tuple(imdb[o] for o in others if np.sign(scores[o] - scores[reference]) == s) for s in (-1, 0, 1)]
        less, same, more = groups
        made.append(Judgement(attribute=attribute, reference=imdb[reference], less=less, same=same, more=more))
    return made


# Critiques


@pytest.mark.parametrize(
    ("phrase", "terms"),
    [
        ("violent", (Term(kind="mood", name="violent"),)),
        ("far-fetched", (Term(kind="mood", name="realistic", more=False),)),
        ("animated", (Term(kind="mood", name="realistic", more=False), Term(kind="genre", name="Animation"))),
        ("time travel", (Term(kind="theme", name="time travel"),)),
        ("well known", (Term(kind="measure", name="famous"),)),
        ("zzgrmpf", (Term(kind="document", name="zzgrmpf"),)),
    ],
)
def test_a_phrase_is_read_as_a_person_would_mean_it(
    parser: Parser, guesser: Guesser, phrase: str, terms: tuple[Term, ...]
) -> None:
    assert read(phrase, parser, guesser) == terms


def test_scores_decide_and_among_equals_likeness(films: Films) -> None:
    scales = Scales(films, films.moods.scores, films.moods.by_hand)
    values = scales.values([Term(kind="mood", name="gory")])
    scores = films.moods.axis("gory")
    assert min(values[scores >= 3]) > max(values[scores == 0])
    bloodless = np.flatnonzero(scores == 0)
    violent = films.moods.axis("violent")[bloodless]
    assert np.corrcoef(values[bloodless], violent)[0, 1] > 0.3


def test_less_is_the_opposite_of_more(films: Films) -> None:
    scales = Scales(films, films.moods.scores, films.moods.by_hand)
    more = scales.values([Term(kind="mood", name="funny")])
    assert scales.values([Term(kind="mood", name="funny", more=False)]) == pytest.approx(-more)


def test_judgements_as_the_moods_say_are_nearly_all_in_order(films: Films, parser: Parser, imdb: list[str]) -> None:
    cases = judgements(films, imdb, "scary", "scary")
    report = critiques.evaluate(cases, films, parser, agreement={"scary": 0.9, "unheard": 1.0})
    assert report.ours["all"].value > 0.9
    assert report.ours["agreed"] == report.ours["all"]
    assert report.peers["chance"]["all"].value == 0.5
    assert report.details["read as"] == {"scary": "more scary"}
    turned = [replace(case, less=case.more, more=case.less) for case in cases]
    assert critiques.evaluate(turned, films, parser).ours["all"].value < 0.1


def test_shuffled_judgements_leave_the_order_of_films_as_it_is(
    films: Films, parser: Parser, imdb: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[np.ndarray] = []
    whole = critiques.in_order
    monkeypatch.setattr(critiques, "in_order", lambda values, pairs: seen.append(values) or whole(values, pairs))
    cases = judgements(films, imdb, "sad", "sad")
    critiques.evaluate(cases, films, parser)
    turned = [replace(case, less=case.same, same=case.more, more=case.less) for case in cases]
    critiques.evaluate(turned, films, parser)
    half = len(seen) // 2
    assert half == 3  # ours and two peers
    assert all((seen[i] == seen[half + i]).all() for i in range(half))


def test_the_model_never_sees_the_moods_of_judged_films(films: Films, parser: Parser, imdb: list[str]) -> None:
    few = judgements(films, imdb, "tense", "tense")[:3]
    judged = films.catalogue.tmdb  # rows by id, to spoil the judged films' scores
    rows = [imdb.index(film) for case in few for film in case.films]
    spoiled = films.moods.scores.copy()
    spoiled[rows] = 4.0 - spoiled[rows]
    other = replace(films, moods=Moods(scores=spoiled, by_hand=films.moods.by_hand))
    subset = np.zeros(len(judged), dtype=bool)
    subset[[*rows, *range(0, len(judged), 12)]] = True  # few to learn from, for speed

    def limited(some: Films) -> Films:
        return replace(some, moods=Moods(scores=some.moods.scores, by_hand=some.moods.by_hand & subset))

    as_it_is = critiques.evaluate(few, limited(films), parser, by_model=True).plain()
    assert critiques.evaluate(few, limited(other), parser, by_model=True).plain() == as_it_is
    assert critiques.evaluate(few, limited(other), parser).plain() != as_it_is


def test_judgements_of_unknown_films_are_said_to_be_so(films: Films, parser: Parser) -> None:
    with pytest.raises(NothingToMeasure, match="no judged film is here"):
        critiques.evaluate([Judgement(attribute="odd", reference="x", more=("y",))], films, parser)


# Kinship


def test_likes_are_ratings_of_four_stars_and_more() -> None:
    rated = {"user": [0, 0, 0, 1, 2], "film": [5, -6, 7, 5, 5], "stars": [4.0, 5.0, 3.5, 3.0, 4.5], "at": [0] * 5}
    ratings = Ratings(table=pd.DataFrame(rated), people=pd.DataFrame(), licence="")
    assert kinship.likes_of(ratings) == [frozenset({5, -6}), frozenset({5})]


def test_people_who_like_kin_are_found_by_kinship(films: Films) -> None:
    ids = films.catalogue.tmdb
    likes = []
    for row in range(0, 400, 10):
        near = np.argsort(-films.kinship.near(row), kind="stable")[:6]
        likes.append([int(ids[row]), *(int(ids[n]) for n in near), -1])
    report = kinship.evaluate(likes, films)
    assert report.n == 40
    assert report.ours[kinship.MEASURE].value > 0.6
    assert report.peers["random"][kinship.MEASURE].value == pytest.approx(20 / (len(ids) - 1))
    above = report.above["random"]
    assert above.low is not None
    assert above.low > 0
    assert kinship.evaluate(likes, films).plain() == report.plain()


def test_other_likes_leave_the_shortlists_as_they_are(films: Films) -> None:
    tie = np.arange(len(films.catalogue))
    one = kinship.shortlists(films.kinship.near, np.array([3, 4]), tie)
    two = kinship.shortlists(films.kinship.near, np.array([4, 9]), tie)
    assert one[4].tolist() == two[4].tolist()
    assert 4 not in one[4]


def test_a_single_like_measures_nothing(films: Films) -> None:
    with pytest.raises(NothingToMeasure, match="nobody likes two"):
        kinship.evaluate([[int(films.catalogue.tmdb[0])], [-5, -6]], films)


# Asks


def test_what_is_shown_for_an_ask_is_what_a_person_would_be_shown(films: Films, parser: Parser) -> None:
    request = parser.parse("a heist that goes wrong")
    shown = asks.ours(films, request, None)
    expected = Recommender(films).recommend(request, count=asks.TOP).candidates
    assert shown == [candidate.row for candidate in expected]
    assert len(shown) == asks.TOP


@pytest.mark.parametrize("text", ["", "hello", "start over"])
def test_what_is_no_wish_finds_nothing(films: Films, parser: Parser, text: str) -> None:
    assert asks.ours(films, parser.parse(text), None) == []


def test_an_ask_that_is_left_out_no_longer_finds_its_film_by_its_own_words(films: Films, parser: Parser) -> None:
    movies = films.catalogue.movies()
    counts = Counts([movie.document() for movie in movies])
    for row in (100, 500, 900):
        ask = movies[row].asks[0]
        vector = films.encoder.encode([without(movies[row], 0).document()])[0]
        left = films_without(films, row, vector, counts.index(row, ask))
        meant = films.encoder.encode([ask])[0]
        assert vector @ meant < films.vectors.matrix[row] @ meant
        assert left.lexical.scores(ask)[row] < films.lexical.scores(ask)[row]


def test_films_without_asks_measure_nothing(films: Films, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = [replace(movie, asks=()) for movie in films.catalogue.movies()[:2]]
    monkeypatch.setattr(type(films.catalogue), "movies", lambda self: plain)
    with pytest.raises(NothingToMeasure, match="no film here has asks"):
        asks.evaluate(films)
