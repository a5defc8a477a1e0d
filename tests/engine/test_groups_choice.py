"""Films for a group on the starter: vetoes are never broken, everybody counts, and what is said is true and safe."""

from __future__ import annotations

import dataclasses
import json

import numpy as np
import pytest

from engine.candidate import Fact, Reason
from engine.groups import Choice, Member, Wish, unnamed, with_vetoes
from engine.models import Films
from engine.parsing import Parser
from engine.ranking import default_weights
from engine.recommend import Recommender
from engine.request import Example, Limits, Mood, Person, Request
from engine.shortlist import shortlist
from engine.taste import Taste

GENTLE = ("Paddington (2014)", "Amélie (2001)")
GRIM = ("Heat (1995)", "Saw (2004)", "The Thing (1982)")


def member(person: int, ids: dict[str, int], liked: tuple[str, ...] = (), *wishes: Wish) -> Member:
    return Member(person=person, taste=Taste(liked=tuple(ids[name] for name in liked)), wishes=wishes)


def names(choice: Choice, films: Films) -> list[str]:
    return [films.catalogue.movie(pick.candidate.row).name for pick in choice.picks]


def test_what_anybody_rules_out_becomes_a_limit_for_all_and_what_they_want_does_not() -> None:
    group = Request(limits=Limits(genres=("Comedy",), not_genres=("War",), certificate="R"), text="a heist")
    ann = Request(
        limits=Limits(genres=("Romance",), not_genres=("Horror", "War"), not_themes=("aliens",), certificate="PG"),
        moods=(Mood(axis="sad", wanted=False), Mood(axis="funny")),
        people=(Person(name="A", wanted=False), Person(name="B")),
        text="like rain",
    )
    ben = Request(
        limits=Limits(not_languages=("fr",), not_countries=("US",), years=(1990, None), certificate="PG-13"),
        disliked=(Example(tmdb=7),),
        liked=(Example(tmdb=8),),
    )
    assert with_vetoes(group, [ann, ben]) == Request(
        limits=Limits(
            genres=("Comedy",),
            not_genres=("War", "Horror"),
            not_themes=("aliens",),
            not_languages=("fr",),
            not_countries=("US",),
            certificate="PG",
        ),
        moods=(Mood(axis="sad", wanted=False),),
        people=(Person(name="A", wanted=False),),
        seen=(Example(tmdb=8), Example(tmdb=7)),
        text="a heist",
    )
    assert with_vetoes(group, []) == group


VETOES = {
    "no war films, please": lambda m: "War" not in m.genres,
    "nothing scary": lambda m: m.moods.get("scary", 0) <= 1,
    "nothing sad": lambda m: m.moods.get("sad", 0) <= 1,
    "no horror": lambda m: "Horror" not in m.genres,
    "no animation": lambda m: "Animation" not in m.genres,
    "not with Tom Hanks": lambda m: "Tom Hanks" not in m.cast,
}


@pytest.mark.parametrize("private", [False, True])
@pytest.mark.parametrize("wish", ["", "a war film", "something scary", "horror from the 80s", "animated and sad"])
def test_no_veto_is_ever_broken(
    recommender: Recommender, films: Films, parser: Parser, ids: dict[str, int], wish: str, private: bool
) -> None:
    vetoes = [Wish(request=parser.parse(text), private=private) for text in VETOES]
    members = [member(n, ids, GRIM, veto) for n, veto in enumerate(vetoes)]
    group = parser.parse(wish) if wish else Request()
    choice = recommender.for_group(members, group, count=12)
    assert choice.picks
    for pick in choice.picks:
        movie = films.catalogue.movie(pick.candidate.row)
        assert [text for text, holds in VETOES.items() if not holds(movie)] == []


def test_the_limits_of_the_group_hold_for_all(recommender: Recommender, films: Films, ids: dict[str, int]) -> None:
    group = Request(limits=Limits(minutes=(None, 100)), moods=(Mood(axis="scary", wanted=False),))
    choice = recommender.for_group([member(1, ids, GENTLE), member(2, ids, GRIM)], group)
    assert (len(choice.picks), choice.exact, choice.relaxed) == (5, 5, ())
    for pick in choice.picks:
        movie = films.catalogue.movie(pick.candidate.row)
        assert 0 < (movie.runtime or 0) <= 100
        assert movie.moods.get("scary", 0) <= 1


def test_what_had_to_be_let_go_is_said_and_exact_films_come_first(
    recommender: Recommender, films: Films, ids: dict[str, int]
) -> None:
    last = int(np.sort(films.catalogue.year[films.catalogue.languages.first("ko")])[1])
    group = Request(limits=Limits(languages=("ko",), years=(None, last)))
    choice = recommender.for_group([member(1, ids, GENTLE), member(2, ids, GRIM)], group)
    fits = [
        movie.languages[0] == "ko" and 0 < (movie.year or 0) <= last
        for movie in (films.catalogue.movie(pick.candidate.row) for pick in choice.picks)
    ]
    assert fits == [True] * choice.exact + [False] * (5 - choice.exact)
    assert 2 <= choice.exact < 5
    assert choice.relaxed == ("years",)


def test_nobody_gets_a_film_that_anybody_disliked(recommender: Recommender, ids: dict[str, int]) -> None:
    plain = recommender.for_group([member(1, ids), member(2, ids)], Request())
    bad = tuple(pick.tmdb for pick in plain.picks)
    grump = Member(person=2, taste=Taste(disliked=bad))
    assert not set(bad) & {p.tmdb for p in recommender.for_group([member(1, ids), grump], Request(), count=40).picks}


def test_seen_films_come_only_when_too_few_others_fit(recommender: Recommender, films: Films) -> None:
    group = Request(limits=Limits(genres=("Western",)))
    westerns = films.catalogue.tmdb[films.catalogue.genre("Western")].tolist()
    seen, unseen = westerns[:-3], set(westerns[-3:])
    fan = Member(person=1, taste=Taste(seen=tuple(seen)))
    choice = recommender.for_group([fan, Member(person=2)], group)
    assert {pick.tmdb for pick in choice.picks[:3]} == unseen
    assert [pick.seen_by for pick in choice.picks] == [0, 0, 0, 1, 1]
    assert (choice.exact, choice.relaxed) == (5, ())  # before the wish itself is let go
    fresh = Member(person=1, taste=Taste(seen=tuple(westerns[:2]), liked=(westerns[2],)))
    again = recommender.for_group([fresh, Member(person=2)], group)
    assert not set(westerns[:3]) & {pick.tmdb for pick in again.picks}


def test_each_gets_something_of_their_own(recommender: Recommender, ids: dict[str, int]) -> None:
    choice = recommender.for_group([member(1, ids, GENTLE), member(2, ids, GRIM)], Request())
    table = np.array([[suits.worth for suits in pick.suits] for pick in choice.picks])
    assert [s.person for s in choice.picks[0].suits] == [1, 2]
    assert (table.max(axis=0) > 0.7).all()
    assert (table.sum(axis=0) / table.sum() > 0.4).all()


def test_thumbs_change_what_is_dealt(recommender: Recommender, ids: dict[str, int]) -> None:
    gentle = recommender.for_group([member(1, ids, GENTLE), member(2, ids, GENTLE)], Request())
    grim = recommender.for_group([member(1, ids, GRIM), member(2, ids, GRIM)], Request())
    assert {p.tmdb for p in gentle.picks} != {p.tmdb for p in grim.picks}


def test_a_wanted_mood_of_one_member_moves_the_choice_but_binds_nobody(
    recommender: Recommender, films: Films, ids: dict[str, int]
) -> None:
    wish = Wish(request=Request(moods=(Mood(axis="romantic", strength=2.0),)))

    def romance(*wishes: Wish) -> float:
        choice = recommender.for_group([member(1, ids, (), *wishes), member(2, ids)], Request())
        return sum(float(films.moods.axis("romantic")[pick.candidate.row]) for pick in choice.picks)

    assert romance(wish) > romance()
    choice = recommender.for_group([member(1, ids, (), wish), member(2, ids, GRIM)], Request(), count=12)
    assert any(films.moods.axis("romantic")[pick.candidate.row] < 3 for pick in choice.picks)


def test_a_wish_for_something_little_known_brings_it_in(
    recommender: Recommender, films: Films, ids: dict[str, int]
) -> None:
    wish = Wish(request=Request(text="emperor penguins march across the antarctic ice"))
    choice = recommender.for_group([member(1, ids, (), wish), member(2, ids)], Request())
    assert "March of the Penguins (2005)" in names(choice, films)


def test_what_is_said_of_each_is_true(recommender: Recommender, films: Films, ids: dict[str, int]) -> None:
    ann = member(1, ids, GENTLE, Wish(request=Request(moods=(Mood(axis="dark", wanted=False),))))
    ben = member(2, ids, GRIM, Wish(request=Request(moods=(Mood(axis="funny"),))))
    liked = {1: films.catalogue.rows([ids[n] for n in GENTLE]), 2: films.catalogue.rows([ids[n] for n in GRIM])}
    choice = recommender.for_group([ann, ben], Request(), count=10)
    told = 0
    for pick in choice.picks:
        movie = films.catalogue.movie(pick.candidate.row)
        for suits in pick.suits:
            assert len(suits.reasons) <= 2
            for reason in suits.reasons:
                told += 1
                has = movie.moods.get(reason.value, 0)
                if reason.fact is Fact.MOOD and reason.theirs:
                    assert reason.theirs == pytest.approx(
                        films.moods.axis(reason.value)[liked[suits.person]].mean(), abs=1e-5
                    )
                    assert min(has, reason.theirs) >= 2
                elif reason.fact is Fact.MOOD:
                    assert (suits.person, reason.value, reason.own) == (2, "funny", has)
                elif reason.fact is Fact.WITHOUT:
                    assert (suits.person, reason.value) == (1, "dark")
                    assert reason.own == has < 0.5
                elif reason.fact is Fact.THEME:
                    assert reason.value in movie.keywords
                else:
                    assert (reason.fact, reason.other) == (Fact.LIKED, None)
    assert told >= 10


def test_a_private_wish_counts_and_leaves_no_trace_in_what_is_said(
    recommender: Recommender, films: Films, ids: dict[str, int]
) -> None:
    request = Request(
        moods=(Mood(axis="dark", wanted=False), Mood(axis="feel-good")), limits=Limits(not_genres=("War",))
    )
    group = Request(moods=(Mood(axis="funny"),))
    quiet = member(1, ids, (), Wish(request=request, private=True))
    loud = member(1, ids, (), Wish(request=request))
    quietly, loudly = (recommender.for_group([each, member(2, ids)], group, count=40) for each in (quiet, loud))
    assert names(quietly, films) == names(loudly, films)  # it counts alike
    for pick in quietly.picks:
        assert pick.suits[0].reasons == ()
        assert pick.candidate == recommender.judge(group, [pick.tmdb]).candidates[0]
        said = json.dumps([dataclasses.asdict(reason) for reason in pick.candidate.reasons])
        assert "dark" not in said
        assert "feel-good" not in said
        assert "War" not in said
    assert any(pick.suits[0].reasons for pick in loudly.picks)


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (Reason(fact=Fact.LIKED, other=7, own=0.8, weight=0.3), Reason(fact=Fact.LIKED, weight=0.3)),
        (
            Reason(fact=Fact.SHARES, value="heist", other=7, weight=0.3),
            Reason(fact=Fact.THEME, value="heist", weight=0.3),
        ),
        (Reason(fact=Fact.SHARES, value="Comedy", other=7), Reason(fact=Fact.LIKED)),
    ],
)
def test_a_reason_from_a_thumb_loses_its_film(reason: Reason, said: Reason) -> None:
    assert unnamed(reason) == said


def test_no_film_that_was_thumbed_is_named(recommender: Recommender, ids: dict[str, int]) -> None:
    choice = recommender.for_group([member(1, ids, GENTLE), member(2, ids, GRIM)], Request(), count=20)
    for pick in choice.picks:
        assert [reason.other for suits in pick.suits for reason in suits.reasons if reason.other] == []
        assert [reason.other for reason in pick.candidate.reasons if reason.other] == []


def test_the_same_group_gets_the_same_films(recommender: Recommender, films: Films, ids: dict[str, int]) -> None:
    members = [member(1, ids, GENTLE), member(2, ids, GRIM)]
    first = recommender.for_group(members, Request())
    assert names(first, films) == names(recommender.for_group(members, Request()), films)
    shown = {pick.tmdb for pick in first.picks}
    assert not shown & {p.tmdb for p in recommender.for_group(members, Request(), without=shown).picks}


def test_two_and_fifty_and_one_and_none(recommender: Recommender, films: Films) -> None:
    ids = films.catalogue.tmdb.tolist()
    for size in (1, 2, 50):
        members = [Member(person=n, taste=Taste(liked=tuple(ids[n : n + 4]))) for n in range(size)]
        choice = recommender.for_group(members, Request())
        assert len({pick.tmdb for pick in choice.picks}) == 5
        assert {len(pick.suits) for pick in choice.picks} == {size}
    with pytest.raises(ValueError, match="at least one member"):
        recommender.for_group([], Request())


def test_when_every_film_is_ruled_out_there_are_none(recommender: Recommender, films: Films) -> None:
    sure = Member(person=1, taste=Taste(disliked=tuple(films.catalogue.tmdb.tolist())))
    assert recommender.for_group([sure], Request()) == Choice(request=Request())


def test_equal_films_fall_by_id(films: Films) -> None:
    blind = Recommender(films, dict.fromkeys(default_weights(), 0.0))
    found = shortlist(Request(), Taste(), films, 3)
    firsts: dict[object, int] = {}
    for tmdb in sorted(films.catalogue.tmdb[found.rows].tolist()):
        firsts.setdefault(films.catalogue.series(int(films.catalogue.rows([tmdb])[0])) or tmdb, tmdb)
    choice = blind.for_group([Member(person=1), Member(person=2)], Request(), count=3)
    assert [pick.tmdb for pick in choice.picks] == list(firsts.values())[:3]


def test_every_members_taste_brings_films_of_its_own(films: Films, ids: dict[str, int]) -> None:
    wish, fan = Request(moods=(Mood(axis="funny"),)), Taste(liked=(ids["The Thing (1982)"],))
    alone = shortlist(wish, Taste(), films, 5)
    together = shortlist(wish, Taste(), films, 5, also=[(Request(), fan)])
    row = int(films.catalogue.rows(fan.liked)[0])
    funny = films.moods.axis("funny") >= 2
    near = np.where(funny, films.content.near(row) + films.kinship.near(row), 0.0)
    nearest = set(np.argsort(-near)[:20].tolist())
    assert nearest <= set(together.rows.tolist())
    assert set(alone.rows.tolist()) <= set(together.rows.tolist())
    assert together.evidence.keys() == alone.evidence.keys()
    assert together.relaxed == alone.relaxed
