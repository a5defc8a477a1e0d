"""Cards in other chats, links that open a film, and thumbs by reaction."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from bot.front_telegram.deeplinks import FILM, Links
from engine.request import Verdict
from tests.conversations.conftest import data, dealt, film, standing, title

UP, DOWN = Verdict.UP, Verdict.DOWN


async def offered(served, person, query: str, **more):
    asked = await person.asks_inline(query, **more)
    await served.telegram.until(lambda: asked.results is not None, within=10)
    return asked


async def counts(served) -> dict[str, int]:
    async with served.store.turn() as memory:
        return {
            table: (await memory.connection.exec_driver_sql(f"SELECT count(*) FROM {table}")).scalar_one()
            for table in ("people", "chats", "inbox", "outbox", "sessions")
        }


async def test_a_query_is_offered_films_that_fit_and_nothing_of_it_is_kept(served, telegram, ann):
    asked = await offered(served, ann, "90s heist")
    films = [int(result["id"]) for result in asked.results]
    assert len(films) == len(set(films)) == 10
    years = [served.house.movie(number).year for number in films]
    assert all(1990 <= year <= 1999 for year in years)
    (call,) = telegram.transcript.of("answerInlineQuery")
    assert (call.parameters["is_personal"], call.parameters["cache_time"]) == (True, 60)
    assert await counts(served) == dict.fromkeys(("people", "chats", "inbox", "outbox", "sessions"), 0)


async def test_more_can_be_asked_for_and_nothing_is_offered_twice(served, telegram, ann):
    first = await offered(served, ann, "comedy")
    (call,) = telegram.transcript.of("answerInlineQuery")
    second = await offered(served, ann, "comedy", offset=call.parameters["next_offset"])
    last = await offered(served, ann, "comedy", offset="20")
    ids = [result["id"] for asked in (first, second, last) for result in asked.results]
    assert len(ids) == len(set(ids)) == 30
    assert not telegram.transcript.of("answerInlineQuery")[-1].parameters.get("next_offset")


async def test_what_is_no_wish_offers_the_chat_alone(served, telegram, ann):
    asked = await offered(served, ann, "qwzxqwzx")
    assert asked.results == []
    assert telegram.transcript.of("answerInlineQuery")[0].parameters["button"]["start_parameter"] == "inline"
    assert len((await offered(served, ann, "")).results) == 10, "nothing said: by taste alone"


async def test_a_thumb_on_a_card_in_another_chat_belongs_to_who_taps(served, telegram, ann):
    ben = telegram.person("Ben")
    friends = telegram.group("Friday", [ann, ben], bot_status="left")
    asked = await offered(served, ann, "90s heist")
    card = await ann.picks(asked, 0, chat=friends)
    liked = int(asked.results[0]["id"])
    assert standing(card).startswith(served.house.movie(liked).title)
    for person, label in ((ben, "👍"), (ben, "👍"), (ann, "👎")):
        tap = await person.taps(label, on=card)
        await telegram.until(lambda tap=tap: tap.answers, within=10)
    await served.settled(answered=False)
    assert [tap.answer for tap in telegram.bot.taps.values()] == ["Noted.", "You said that already.", "Noted."]
    assert await served.verdicts(ben.private()) == {liked: UP}
    assert await served.verdicts(ann.private()) == {liked: DOWN}
    again = await offered(served, ann, "90s heist")
    assert liked not in [int(result["id"]) for result in again.results]


async def test_posters_are_offered_from_the_one_host_that_is_known(served, telegram, ann, monkeypatch):
    catalogue = served.house().recommender.films.catalogue
    movie = type(catalogue).movie
    monkeypatch.setattr(type(catalogue), "movie", lambda self, row: replace(movie(self, row), poster_path="/abc.jpg"))
    photos = (await offered(served, ann, "a western")).results
    assert {result["photo_url"] for result in photos} == {"https://image.tmdb.org/t/p/w500/abc.jpg"}
    monkeypatch.setattr(
        type(catalogue), "movie", lambda self, row: replace(movie(self, row), poster_path="@evil.example/abc.jpg")
    )
    assert {result["type"] for result in (await offered(served, ann, "a western")).results} == {"article"}


async def test_the_link_under_a_card_opens_the_film_in_the_private_chat(served, telegram, ann):
    asked = await offered(served, ann, "90s heist")
    card = await ann.picks(asked, 3, chat=telegram.group("Friday", [ann], bot_status="left"))
    address = card.button("Open")["url"]
    payload = re.fullmatch(r"https://t\.me/matineebot\?start=(.+)", address)[1]
    await ann.starts(payload)
    await served.settled()
    opened = telegram.last(ann.private())
    assert film(opened) == int(asked.results[3]["id"])
    assert title(opened).rpartition(" (")[0] in card.words
    assert "1/5" in opened.labels
    await ann.taps("👍", on=opened)
    await served.settled()
    assert await served.verdicts(ann.private()) == {int(asked.results[3]["id"]): UP}
    assert title(opened) not in card.words, "it turned to what is like it"


@pytest.mark.parametrize("payload", ["f926", "inline", "x" * 64, "f926AAAAAAAAAAAA"])
async def test_a_link_that_nobody_made_is_a_plain_start(served, telegram, ann, payload):
    await ann.starts(payload)
    await served.settled()
    assert telegram.last(ann.private()).text.startswith("Tell me a film you love")


async def test_a_link_to_a_film_that_is_not_here_says_so(served, telegram, ann):
    await ann.starts(Links("matineebot", telegram.token).payload(FILM, 999999999))
    await served.settled()
    assert telegram.last(ann.private()).photo is None


@pytest.mark.parametrize(("emoji", "verdict"), [("👍", UP), ("❤", UP), ("👎", DOWN)])
async def test_a_reaction_is_a_thumb_and_taking_it_away_takes_it_back(served, telegram, ann, emoji, verdict):
    card = await dealt(served, ann)
    first = film(card)
    await ann.reacts(emoji, card)
    await served.settled(answered=False)
    assert await served.verdicts(ann.private()) == {first: verdict}
    assert (film(card), card.edits) == (first, 0)
    await ann.taps("▶")  # the reaction stays with the message, and means the film that it was given to
    await served.settled()
    await ann.reacts("", card)
    await served.settled(answered=False)
    assert await served.verdicts(ann.private()) == {}


async def test_a_reaction_that_changes_changes_the_thumb_and_others_mean_nothing(served, telegram, ann):
    card = await dealt(served, ann)
    first = film(card)
    for emoji, stands in (("🔥", {}), ("👍", {first: UP}), ("❤", {first: UP}), ("👎", {first: DOWN}), ("🔥", {})):
        await ann.reacts(emoji, card)
        await served.settled(answered=False)
        assert await served.verdicts(ann.private()) == stands


async def test_a_button_that_was_tapped_since_counts_more_than_taking_a_reaction_away(served, telegram, ann):
    card = await dealt(served, ann)
    first, down = film(card), data(card, "👎")
    await ann.reacts("👍", card)
    await served.settled(answered=False)
    await ann.taps_data(down, on=card)
    await served.settled()
    await ann.reacts("", card)
    await served.settled(answered=False)
    assert await served.verdicts(ann.private()) == {first: DOWN}


async def test_reactions_in_a_group_belong_to_whoever_reacted(served, telegram, ann):
    ben = telegram.person("Ben")
    friends = telegram.group("Friday", [ann, ben], bot_status="administrator")
    await ann.says("/start@matineebot", chat=friends)
    hello = await telegram.answer(friends)
    await ann.says("a western", chat=friends, reply_to=hello)
    card = await telegram.answer(friends, within=15)
    await served.settled()
    shown = film(card)
    await ann.reacts("👍", card)
    await ben.reacts("👎", card)
    await ben.reacts("👍", hello)  # no card
    await served.settled(answered=False)
    async with served.store.turn() as memory:
        chat = await memory.chat_of("telegram", str(friends.id))
        own = [await memory.verdicts(chat, await memory.person_of("telegram", str(p.id))) for p in (ann, ben)]
    assert own == [{shown: UP}, {shown: DOWN}]
    await ben.reacts("", card)
    await served.settled(answered=False)
    assert await served.verdicts(friends) == {shown: UP}


# What no button of ours says


async def test_a_button_acts_on_what_its_own_message_shows_alone(served, telegram, ann):
    first = await dealt(served, ann, "a western")
    second = await dealt(served, ann, "something else")
    forged = await ann.taps_data(data(second, "👍"), on=first)
    await served.settled()
    assert forged.answer == "These cards are from too long ago. Write the wish again, and I deal anew."
    assert (await served.verdicts(ann.private()), first.edits, second.edits) == ({}, 0, 0)


async def test_a_film_that_was_not_dealt_cannot_be_thumbed_in_a_deck(served, telegram, ann):
    card = await dealt(served, ann)
    deck = data(card, "👍").split(":")[2]
    await ann.taps_data(f"u:999999:{deck}", on=card)
    await served.settled()
    assert await served.verdicts(ann.private()) == {}


async def test_a_button_of_one_chat_does_nothing_in_another(served, telegram, ann):
    ben = telegram.person("Ben")
    mine, his = await dealt(served, ann, "a western"), await dealt(served, ben, "a horror film")
    await ben.taps_data(data(mine, "👍"), on=his)
    await served.settled()
    assert await served.verdicts(ann.private()) == await served.verdicts(ben.private()) == {}
    assert mine.edits == 0
