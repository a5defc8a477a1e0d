"""What comes back for a request: the same each time, never what was judged, and moved by thumbs."""

from __future__ import annotations

from engine.models import Films
from engine.recommend import DECK, Recommender
from engine.request import Example, Limits, Mood, Request
from engine.taste import Taste

FUNNY = Request(moods=(Mood(axis="funny"),))


def names(films: Films, found: object) -> list[str]:
    return [films.catalogue.movie(c.row).name for c in found.candidates]  # type: ignore[attr-defined]


def test_the_same_request_gives_the_same_deck(recommender: Recommender, films: Films) -> None:
    once = names(films, recommender.recommend(FUNNY))
    assert once == names(films, recommender.recommend(FUNNY))
    assert len(once) == DECK


def test_a_person_may_say_how_many(recommender: Recommender) -> None:
    assert len(recommender.recommend(Request(moods=FUNNY.moods, count=3)).candidates) == 3


def test_judged_films_do_not_come_back(recommender: Recommender) -> None:
    first = [c.tmdb for c in recommender.recommend(FUNNY).candidates]
    taste = Taste(liked=(first[0],), disliked=(first[1],), seen=(first[2],))
    for count in (5, 60):
        again = [c.tmdb for c in recommender.recommend(FUNNY, taste, count=count).candidates]
        assert not set(first[:3]) & set(again)


def test_shown_films_stay_away_when_asked(recommender: Recommender) -> None:
    first = {c.tmdb for c in recommender.recommend(FUNNY).candidates}
    second = {c.tmdb for c in recommender.recommend(FUNNY, without=first).candidates}
    assert not first & second
    assert len(second) == DECK


def test_a_thumb_up_brings_its_kin_nearer(recommender: Recommender, films: Films, ids: dict[str, int]) -> None:
    vague = Request(limits=Limits(genres=("Drama",)))
    loved = ids["In the Mood for Love (2000)"]
    row = films.catalogue.row(loved)
    assert row is not None

    def nearness(taste: Taste) -> float:
        return sum(float(films.kinship.near(row)[c.row]) for c in recommender.recommend(vague, taste).candidates)

    assert nearness(Taste(liked=(loved,))) > nearness(Taste()) + 0.5


def test_a_thumb_down_pushes_its_kin_away(recommender: Recommender, films: Films, ids: dict[str, int]) -> None:
    wish = Request(limits=Limits(genres=("Horror",)))
    before = [c.tmdb for c in recommender.recommend(wish, count=20).candidates]
    hated = ids["Saw (2004)"]
    row = films.catalogue.row(hated)
    assert row is not None
    like_it = max(
        before,
        key=lambda i: films.content.near(row)[films.catalogue.row(i)] + films.kinship.near(row)[films.catalogue.row(i)],
    )
    after = [c.tmdb for c in recommender.recommend(wish, Taste(disliked=(hated,)), count=20).candidates]
    assert like_it not in after or after.index(like_it) > before.index(like_it)


def test_a_clear_wish_is_obeyed_whatever_the_taste(recommender: Recommender, films: Films, ids: dict[str, int]) -> None:
    gore = Taste(liked=tuple(ids[n] for n in ("Saw (2004)", "Hereditary (2018)", "Scream (1996)", "The Thing (1982)")))
    wish = Request(liked=(Example(tmdb=ids["Paddington (2014)"]),), moods=(Mood(axis="family-friendly"),))
    for candidate in recommender.recommend(wish, gore).candidates:
        assert films.moods.axis("family-friendly")[candidate.row] >= 2


def test_thumbs_on_films_that_are_not_here_do_no_harm(recommender: Recommender, films: Films) -> None:
    taste = Taste(liked=(-5, 999_999_999), disliked=(999_999_998,))
    assert names(films, recommender.recommend(FUNNY, taste)) == names(films, recommender.recommend(FUNNY))


def test_given_films_are_judged_in_their_order(recommender: Recommender) -> None:
    found = recommender.recommend(FUNNY)
    order = [c.tmdb for c in reversed(found.candidates)]
    judged = recommender.judge(FUNNY, [*order, 999_999_999])
    assert [c.tmdb for c in judged.candidates] == order
    assert {c.tmdb: c.score for c in judged.candidates} == {c.tmdb: c.score for c in found.candidates}
    assert judged.exact == found.exact
