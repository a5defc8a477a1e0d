"""What liked films have in common, against sums by hand."""

from __future__ import annotations

import numpy as np

from engine.profile import FEWEST, profile
from engine.taste import Taste
from index.moods import load_axes

LIKED = ("Alien (1979)", "Blade Runner (1982)", "The Martian (2015)", "Arrival (2016)", "Moon (2009)")


def test_too_few_thumbs_say_nothing(films, ids):
    found = profile(Taste(liked=tuple(ids[name] for name in LIKED[: FEWEST - 1]), disliked=(ids[LIKED[3]],)), films)
    assert (found.liked, found.disliked, found.moods, found.genres, found.people) == (2, 1, (), (), ())


def test_moods_are_means_beside_those_of_all_films(films, ids):
    liked = tuple(ids[name] for name in LIKED)
    found = profile(Taste(liked=liked), films)
    rows = films.catalogue.rows(liked)
    scores = films.moods.scores.astype(np.float64)
    lift = (scores[rows].mean(axis=0) - scores.mean(axis=0)) / scores.std(axis=0)
    axes = list(load_axes())
    expected = [axes[place] for place in np.argsort(-lift)[:5]]
    assert [each.what for each in found.moods] == expected
    for each in (*found.moods, *found.spared):
        column = scores[:, axes.index(each.what)]
        assert (round(each.own, 4), round(each.usual, 4)) == (round(column[rows].mean(), 4), round(column.mean(), 4))
    assert {each.what for each in found.spared} == {axes[place] for place in np.argsort(lift)[:2]}
    first = found.moods[0]
    best = sorted(liked, key=lambda tmdb: -films.moods.axis(first.what)[films.catalogue.row(tmdb)])
    assert (
        films.moods.axis(first.what)[films.catalogue.row(first.because[0])]
        == films.moods.axis(first.what)[films.catalogue.row(best[0])]
    )


def test_genres_people_and_decades_are_counted(films, ids):
    liked = tuple(ids[name] for name in LIKED)
    found = profile(Taste(liked=liked), films)
    movies = [films.catalogue.movie(films.catalogue.row(tmdb)) for tmdb in liked]
    everything = [films.catalogue.movie(row) for row in range(len(films.catalogue))]
    genre = found.genres[0]
    assert genre.what == "Science Fiction"
    assert genre.own == sum("Science Fiction" in m.genres for m in movies) / len(movies)
    assert genre.usual == sum("Science Fiction" in m.genres for m in everything) / len(everything)
    director = found.people[0]
    assert (director.what, director.own) == ("Ridley Scott", 3)
    assert director.because == (ids["Blade Runner (1982)"], ids["The Martian (2015)"]), "the latest thumbs"
    assert [(each.what, each.own) for each in found.decades] == [
        ("1970", 0.2), ("1980", 0.2), ("2000", 0.2), ("2010", 0.4),
    ]  # fmt: skip
    dated = [m.year for m in everything if m.year]
    assert found.decades[0].usual == sum(1970 <= year < 1980 for year in dated) / len(dated)


def test_films_that_are_not_here_say_nothing(films, ids):
    liked = tuple(ids[name] for name in LIKED)
    assert profile(Taste(liked=(*liked, 10**9)), films) == profile(Taste(liked=liked), films)


def test_disliked_films_speak_against_a_mood(films, ids):
    liked, disliked = tuple(ids[name] for name in LIKED), tuple(ids[name] for name in LIKED[:1])
    alone = profile(Taste(liked=liked), films)
    both = profile(Taste(liked=liked, disliked=disliked), films)
    scores = films.moods.scores.astype(np.float64)
    mine, theirs = (scores[films.catalogue.rows(some)].mean(axis=0) for some in (liked, disliked))
    usual, spread = scores.mean(axis=0), scores.std(axis=0)
    lift = (5 / 8 * (mine - usual) - 0.5 * 1 / 4 * (theirs - usual)) / spread
    axes = list(load_axes())
    more = [axes[place] for place in np.argsort(-lift) if lift[place] > 0 and mine[place] > usual[place]]
    assert [each.what for each in both.moods] == more[:5]
    assert [each.what for each in both.moods] != [each.what for each in alone.moods]
