"""Hard wishes against plain Python over the films, and what is let go when nothing fits."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from engine.models import Films
from engine.recommend import Recommender
from engine.request import Critique, Example, Limits, Mood, Person, Request
from engine.shortlist import given, shortlist
from engine.shortlist.wishes import LET_GO, wishes
from engine.taste import Taste
from index.movie import CERTIFICATES, Movie

NONE = Taste()


def level(movie: Movie) -> int:
    return CERTIFICATES.index(movie.certificate) if movie.certificate else -1


PLAIN: list[tuple[str, Request, Callable[[Movie], bool]]] = [
    ("genres", Request(limits=Limits(genres=("Comedy", "Romance"))), lambda m: {"Comedy", "Romance"} <= set(m.genres)),
    (
        "not genres",
        Request(limits=Limits(not_genres=("Horror", "War"))),
        lambda m: not {"Horror", "War"} & set(m.genres),
    ),
    ("years", Request(limits=Limits(years=(1990, 1999))), lambda m: 1990 <= (m.year or 0) <= 1999),
    ("years", Request(limits=Limits(years=(None, 1960))), lambda m: 0 < (m.year or 0) <= 1960),
    ("minutes", Request(limits=Limits(minutes=(None, 95))), lambda m: 0 < (m.runtime or 0) <= 95),
    ("minutes", Request(limits=Limits(minutes=(180, None))), lambda m: (m.runtime or 0) >= 180),
    ("places", Request(limits=Limits(languages=("ko",))), lambda m: m.languages[0] == "ko"),
    ("places", Request(limits=Limits(countries=("IT", "IR"))), lambda m: bool({"IT", "IR"} & set(m.countries))),
    ("not languages", Request(limits=Limits(not_languages=("en",))), lambda m: m.languages[0] != "en"),
    ("not countries", Request(limits=Limits(not_countries=("US",))), lambda m: "US" not in m.countries),
    (
        "certificate",
        Request(limits=Limits(certificate="PG")),
        lambda m: level(m) <= 1 if m.certificate else m.moods.get("family-friendly", 0) >= 2,
    ),
    (
        "people",
        Request(people=(Person(name="Bong Joon Ho", role="director"),)),
        lambda m: "Bong Joon Ho" in m.directors,
    ),
    (
        "not people",
        Request(people=(Person(name="Tom Cruise", wanted=False),)),
        lambda m: "Tom Cruise" not in (*m.cast, *m.directors, *m.writers, *m.composers),
    ),
    ("moods", Request(moods=(Mood(axis="funny"),)), lambda m: m.moods.get("funny", 0) >= 2),
    ("moods", Request(moods=(Mood(axis="scary", strength=2),)), lambda m: m.moods.get("scary", 0) >= 3),
    ("not moods", Request(moods=(Mood(axis="gory", wanted=False),)), lambda m: m.moods.get("gory", 0) <= 1),
    ("fame", Request(fame=1.0), lambda m: m.fame >= 2.5),
    ("fame", Request(fame=-1.0), lambda m: m.fame < 2.5 and m.acclaim >= 2),
]


@pytest.mark.parametrize(("name", "request_", "fits"), PLAIN)
def test_a_wish_is_the_films_that_meet_it(
    films: Films, name: str, request_: Request, fits: Callable[[Movie], bool]
) -> None:
    (wish,) = wishes(request_, films)
    expected = [fits(films.catalogue.movie(row)) for row in range(len(films.catalogue))]
    assert wish.name == name
    assert wish.mask.tolist() == expected
    assert 0 < sum(expected) < len(expected)


def test_a_theme_is_met_by_keyword_or_by_every_word_of_it(films: Films, ids: dict[str, int]) -> None:
    (wish,) = wishes(Request(limits=Limits(themes=("time loop",))), films)
    assert wish.mask[films.catalogue.row(ids["Groundhog Day (1993)"])]
    assert not wish.mask[films.catalogue.row(ids["The Godfather (1972)"])]


def test_named_and_judged_films_are_never_in_it(films: Films, ids: dict[str, int]) -> None:
    named = [Example(tmdb=ids[n]) for n in ("Alien (1979)", "Aliens (1986)", "The Thing (1982)")]
    request = Request(liked=(named[0],), disliked=(named[1],), seen=(named[2],))
    taste = Taste(liked=(ids["Jaws (1975)"],), disliked=(ids["Saw (2004)"],), seen=(ids["Scream (1996)"],))
    shown = set(films.catalogue.tmdb[shortlist(request, taste, films, 400).rows].tolist())
    assert not shown & ({e.tmdb for e in named} | set(taste.done_with))
    assert shown


def test_what_is_let_go_is_needed_and_in_order(films: Films) -> None:
    request = Request(limits=Limits(languages=("ko",), genres=("Music",), years=(1950, 1959), minutes=(None, 80)))
    found = shortlist(request, NONE, films, 5)
    assert not found.exact.any()
    assert list(found.relaxed) == [name for name in LET_GO if name in found.relaxed]
    assert "genres" not in found.relaxed  # musicals there are: the genre need not go
    assert all("Music" in films.catalogue.movie(int(row)).genres for row in found.rows)


def test_negations_and_age_limits_are_never_let_go(films: Films) -> None:
    request = Request(
        limits=Limits(certificate="G", not_genres=("Animation",), genres=("Horror",), years=(1950, 1955)),
        moods=(Mood(axis="scary", wanted=False),),
    )
    found = shortlist(request, NONE, films, 5)
    for row in found.rows.tolist():
        movie = films.catalogue.movie(row)
        assert level(movie) <= 0
        assert "Animation" not in movie.genres
        assert movie.moods.get("scary", 0) <= 1


def test_films_that_meet_every_wish_come_first(recommender: Recommender, films: Films) -> None:
    request = Request(limits=Limits(languages=("ko",), genres=("Horror",)))
    found = recommender.recommend(request, count=12)
    met = [
        films.catalogue.movie(c.row).languages[0] == "ko" and "Horror" in films.catalogue.movie(c.row).genres
        for c in found.candidates
    ]
    assert met == [True] * found.exact + [False] * (12 - found.exact)
    assert 0 < found.exact < 12
    assert found.relaxed


def test_given_films_are_judged_as_they_are(films: Films, ids: dict[str, int]) -> None:
    rows = films.catalogue.rows([ids["Airplane! (1980)"], ids["Come and See (1985)"]])
    found = given(Request(moods=(Mood(axis="funny"),)), NONE, films, rows)
    assert found.rows.tolist() == rows.tolist()
    assert found.exact.tolist() == [True, False]


def test_a_critique_of_shown_films_compares_with_them(films: Films, ids: dict[str, int]) -> None:
    than = ids["Shaun of the Dead (2004)"]
    request = Request(critiques=(Critique(axis="gory", more=False, than=(than,)),))
    row = films.catalogue.row(than)
    found = shortlist(request, NONE, films, 5)
    bar = films.moods.axis("gory")[row] - 1
    assert (films.moods.axis("gory")[found.rows[found.exact]] <= bar).all()


def test_who_leaves_the_choice_to_us_gets_what_most_people_like_beside_acclaim(films: Films) -> None:
    points = {"feel-good": 0.1, "epic": 0.07, "tense": 0.05, "scary": -0.05, "big-budget": -0.055, "cheesy": -0.075}
    points["family-friendly"] = -0.055
    found = given(Request(), NONE, films, np.arange(len(films.catalogue))).evidence["appeal"]
    for row in range(0, len(films.catalogue), 50):
        moods = films.catalogue.movie(row).moods
        expected = sum(worth * moods.get(axis, 0.0) for axis, worth in points.items())
        assert found[row] == pytest.approx(expected, abs=1e-5)
    some = np.arange(3)
    for said in (Request(moods=(Mood(axis="funny"),)), Request(limits=Limits(genres=("Comedy",)))):
        assert "appeal" not in given(said, NONE, films, some).evidence
    assert "appeal" in given(Request(limits=Limits(years=(1990, 1999))), NONE, films, some).evidence
