"""Every reason is a fact: recomputed here from the parts of the score and the films themselves."""

from __future__ import annotations

import pytest

from engine.candidate import Candidate, Fact, Reason
from engine.models import Films
from engine.recommend import Recommender
from engine.request import Critique, Example, Limits, Mood, Person, Request
from engine.taste import Taste
from index.movie import Movie

PARTS = {
    Fact.KIN: "kin",
    Fact.LIKED: "thumb",
    Fact.SHARES: ("content", "thumb"),
    Fact.MORE: ("more", "less"),
    Fact.LESS: ("more", "less"),
    Fact.MOOD: ("mood", "more"),
    Fact.WITHOUT: "not",
    Fact.THEME: ("theme", "dense", "lexical"),
    Fact.PERSON: "meets:people",
    Fact.GENRE: "meets:genres",
    Fact.YEAR: ("meets:years", "more:recent", "less:recent"),
    Fact.MINUTES: ("meets:minutes", "more:short", "less:short"),
    Fact.PLACE: "meets:places",
    Fact.GEM: "meets:fame",
    Fact.ACCLAIM: "acclaim",
    Fact.CERTIFICATE: "acclaim",
    Fact.FAMOUS: "fame",
}


def requests(ids: dict[str, int]) -> list[tuple[Request, Taste]]:
    like = {name: (Example(tmdb=ids[name]),) for name in ("Interstellar (2014)", "Amélie (2001)", "Heat (1995)")}
    return [
        (Request(liked=like["Interstellar (2014)"], critiques=(Critique(axis="funny"),)), Taste()),
        (Request(liked=like["Amélie (2001)"], critiques=(Critique(axis="dark"), Critique(axis="short"))), Taste()),
        (Request(liked=like["Heat (1995)"], critiques=(Critique(axis="violent", more=False),)), Taste()),
        (Request(moods=(Mood(axis="feel-good"), Mood(axis="gory", wanted=False))), Taste(liked=(ids["Coco (2017)"],))),
        (Request(limits=Limits(themes=("heist",), years=(1990, 1999), minutes=(None, 119))), Taste()),
        (Request(limits=Limits(genres=("Thriller",), languages=("ko",))), Taste(liked=(ids["Oldboy (2003)"],))),
        (Request(people=(Person(name="Bong Joon Ho", role="director"),)), Taste()),
        (Request(people=(Person(name="Tilda Swinton"),), limits=Limits(countries=("GB",))), Taste()),
        (Request(fame=-1.0, moods=(Mood(axis="slow"),)), Taste()),
        (Request(text="robot learns what love is", limits=Limits(certificate="PG")), Taste()),
        (Request(critiques=(Critique(axis="recent", than=(ids["Casablanca (1943)"],)),)), Taste()),
    ]


def true(
    reason: Reason, candidate: Candidate, movie: Movie, other: Movie, request: Request, taste: Taste, films: Films
) -> bool:
    """Whether a reason holds, from the films themselves; `other` is the film itself when a reason names none."""
    own, theirs = movie.moods.get(reason.value, 0), other.moods.get(reason.value, 0)
    kinship = films.kinship.near(films.catalogue.rows([other.tmdb])[0])[candidate.row]
    made = {"director": movie.directors, "cast": movie.cast, "writer": movie.writers, "composer": movie.composers}
    has = (*movie.keywords, *movie.genres)
    checks = {
        Fact.KIN: lambda: candidate.parts[f"kin:{reason.other}"] > 0 and kinship >= 0.35,
        Fact.LIKED: lambda: candidate.parts["thumbs"] > 0 and reason.other in taste.liked and kinship >= 0.35,
        Fact.SHARES: lambda: reason.value in has and reason.value in (*other.keywords, *other.genres),
        Fact.MORE: lambda: reason.own == own > reason.theirs == theirs,
        Fact.LESS: lambda: reason.own == own < reason.theirs == theirs,
        Fact.MOOD: lambda: reason.own == own >= 2,
        Fact.WITHOUT: lambda: reason.own == own < 0.5,
        Fact.THEME: lambda: any(set(reason.value.split()) <= set(k.replace("-", " ").split()) for k in movie.keywords),
        Fact.PERSON: lambda: reason.value in made[reason.role],
        Fact.GENRE: lambda: reason.value in movie.genres,
        Fact.YEAR: lambda: reason.own == movie.year,
        Fact.MINUTES: lambda: reason.own == movie.runtime,
        Fact.PLACE: lambda: reason.value in (*movie.countries, movie.languages[0]),
        Fact.CERTIFICATE: lambda: reason.value == movie.certificate,
        Fact.ACCLAIM: lambda: reason.own == movie.acclaim >= 3,
        Fact.GEM: lambda: reason.own == movie.fame <= 2,
        Fact.FAMOUS: lambda: reason.own == movie.fame >= 3,
    }
    return bool(checks[reason.fact]())


@pytest.mark.parametrize("number", range(11))
def test_every_reason_is_true_and_follows_from_a_part(
    recommender: Recommender, films: Films, ids: dict[str, int], number: int
) -> None:
    request, taste = requests(ids)[number]
    found = recommender.recommend(request, taste, count=10)
    assert len(found.candidates) == 10 or request.people
    for candidate in found.candidates:
        movie = films.catalogue.movie(candidate.row)
        assert candidate.reasons, movie.name
        for reason in candidate.reasons:
            other = films.catalogue.movie(films.catalogue.rows([reason.other or movie.tmdb])[0])
            assert true(reason, candidate, movie, other, request, taste, films), (movie.name, reason)
            assert any(part.startswith(PARTS[reason.fact]) for part in candidate.parts), (movie.name, reason)


def test_the_comparison_that_was_asked_for_is_said(recommender: Recommender, ids: dict[str, int]) -> None:
    request = Request(liked=(Example(tmdb=ids["Interstellar (2014)"]),), critiques=(Critique(axis="funny"),))
    for candidate in recommender.recommend(request).candidates:
        assert Fact.MORE in {r.fact for r in candidate.reasons}


def test_reasons_are_few_and_do_not_repeat(recommender: Recommender, ids: dict[str, int]) -> None:
    for request, taste in requests(ids):
        for candidate in recommender.recommend(request, taste).candidates:
            kinds = [(r.fact, r.value) for r in candidate.reasons]
            assert len(kinds) == len(set(kinds)) <= 3
