"""What simpler programs rank: against scores that are worked out beside them."""

from __future__ import annotations

import numpy as np
import pytest

from engine.evaluation.peers import peers, rankings
from engine.evaluation.requests import DEPTH
from engine.models import Films

TEXT = "astronauts on a space mission to save the earth"


def first(films: Films, scores: np.ndarray) -> list[str | None]:
    """IMDb ids by score, higher first, ties by row."""
    order = sorted(range(len(scores)), key=lambda row: (-scores[row], row))
    imdb = films.catalogue.column("imdb")
    return [imdb[row] for row in order[:DEPTH]]


def test_each_peer_ranks_all_films_by_its_own_scores(films: Films) -> None:
    found = rankings(films, [TEXT, "a western"])
    fame = films.catalogue.fame.astype(float)  # the starter has no votes
    nearest = films.vectors.similarity(films.encoder.encode([TEXT])[0]).astype(float)
    blend = (nearest - nearest.mean()) / nearest.std() + 0.5 * (fame - fame.mean()) / fame.std()
    assert found["popularity"] == [first(films, fame)] * 2
    assert found["nearest documents"][0] == first(films, nearest)
    assert found["nearest documents and popularity"][0] == first(films, blend)
    assert found["BM25"][1] == first(films, films.lexical.scores("a western"))
    assert {len(ranking) for each in found.values() for ranking in each} == {DEPTH}


def test_popularity_is_votes_where_there_are_any(films: Films, monkeypatch: pytest.MonkeyPatch) -> None:
    votes = [(row * 7919) % 1009 for row in range(len(films.catalogue))]
    whole = type(films.catalogue).column
    monkeypatch.setattr(type(films.catalogue), "column", lambda s, name: votes if name == "votes" else whole(s, name))
    nearest = films.vectors.similarity(films.encoder.encode([TEXT])[0]).astype(float)
    logs = np.log1p(votes)
    blend = (nearest - nearest.mean()) / nearest.std() + 0.5 * (logs - logs.mean()) / logs.std()
    found = rankings(films, [TEXT])
    assert found["popularity"] == [first(films, np.array(votes))]
    assert found["nearest documents and popularity"] == [first(films, blend)]


def test_tags_are_title_genres_keywords_cast_and_directors_and_nothing_else(films: Films) -> None:
    movies = films.catalogue.movies()
    tags = peers(films)["TF-IDF over tags"]
    words = [
        set(" ".join([m.title, *m.genres, *m.keywords, *m.cast, *m.directors]).lower().replace("-", " ").split())
        for m in movies
    ]
    for word in ("astronaut", "western", "hanks", "scorsese", "interstellar"):
        having = {row for row, said in enumerate(words) if word in said}
        assert having
        assert having <= set(np.flatnonzero(tags(word) > 0).tolist())
    spoken = {word for movie in movies for word in movie.overview.lower().split()} - set().union(*words)
    plain = next(word for word in sorted(spoken) if word.isalpha() and len(word) > 8)
    assert not tags(plain).any()
    assert not tags("the and of").any()


def test_the_tags_are_compared_by_cosine(films: Films) -> None:
    tags = peers(films)["TF-IDF over tags"]
    once, twice = tags("astronaut western"), tags("astronaut astronaut western western")
    assert twice == pytest.approx(once)
    assert 0 < once.max() <= 1
