"""What a chat allows, put upon any request; and who is spoken to in which language."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fluent.runtime import FluentBundle

from bot.front_telegram.tongue import country_of
from bot.preferences import Preferences
from bot.session import Deck, Session, read, written
from bot.wording import words
from bot.wording.speaking import Translated, own_name, speaking, spoken
from engine.request import Critique, Example, Limits, Mood, Request


@pytest.mark.parametrize(
    ("asked", "limit", "family", "then"),
    [
        (None, None, False, None),
        ("R", None, False, "R"),
        (None, "PG-13", False, "PG-13"),
        ("R", "PG-13", False, "PG-13"),
        ("G", "PG-13", False, "G"),
        ("R", "PG-13", True, "PG"),
        (None, "G", True, "G"),
    ],
)
def test_the_strictest_limit_counts(asked, limit, family, then):
    request = Request(text="x", limits=Limits(certificate=asked, not_genres=("War",)))
    narrowed = Preferences(certificate=limit, family=family).narrow(request)
    assert narrowed.limits.certificate == then
    assert narrowed.limits.not_genres == (("War", "Horror") if family else ("War",))
    assert replace(narrowed, limits=request.limits) == request


@pytest.mark.parametrize(
    ("after", "before", "narrower"),
    [
        (Preferences(), Preferences(certificate="R"), False),
        (Preferences(certificate="R"), Preferences(), True),
        (Preferences(certificate="G"), Preferences(certificate="PG"), True),
        (Preferences(certificate="R"), Preferences(family=True), False),
        (Preferences(certificate="G", family=True), Preferences(certificate="G"), True),
        (Preferences(country="DE"), Preferences(), False),
    ],
)
def test_what_was_allowed_may_no_longer_be(after, before, narrower):
    assert after.narrower_than(before) is narrower


def test_a_wish_that_no_longer_stands_keeps_no_words():
    request = Request(
        liked=(Example(tmdb=11, said="that one", others=(12,)),),
        critiques=(Critique(axis="funny", said="but funnier"),),
        moods=(Mood(axis="dark", said="gloomy"),),
        text="on a boat",
        unplaced=("xx",),
        raw="that one but funnier, gloomy, on a boat xx",
    )
    session = Session().deal(Deck(id="1", request=request, films=(1, 2)))
    assert session.deck.request == request
    session = session.deal(Deck(id="2", request=request))
    assert session.find("2").request == request
    assert session.find("1") == Deck(
        id="1",
        request=Request(
            liked=(Example(tmdb=11, others=(12,)),), critiques=(Critique(axis="funny"),), moods=(Mood(axis="dark"),)
        ),
        films=(1, 2),
    )
    assert read(written(session)) == session
    assert [deck.films for deck in session.put_away().decks] == [(), ()]


def test_everybody_is_spoken_to_in_a_language_that_there_is():
    assert spoken()[0] == "en"
    assert own_name("de") == "Deutsch"
    assert speaking(None, "", "tlh-XX")("noted") == words()("noted")
    assert speaking("en", "de")("noted") == words()("noted"), "what was chosen comes first"


def test_a_message_that_a_translation_lacks_is_said_in_english():
    lacking = Translated("en")
    lacking._bundle = FluentBundle(["en"])
    assert lacking("noted") == words()("noted")


@pytest.mark.parametrize(
    ("chosen", "language", "country"),
    [("AT", "pt-BR", "AT"), (None, "pt-BR", "BR"), (None, "de", None), (None, "", None), (None, "zh-hans", None)],
)
def test_a_country_is_the_chosen_one_or_that_of_the_app(chosen, language, country):
    assert country_of(chosen, language) == country
