"""Whole nights side by side in the topics of one forum: nothing of one is in the other."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest
from pydantic import TypeAdapter

from bot.front_telegram import limits
from bot.groups import Night, Phase
from tests.conversations.evenings import films, link, tapped

COMMAND = "/movienight@matineebot"
_NIGHT = TypeAdapter(Night)


@pytest.fixture(autouse=True)
def _at_once(monkeypatch):
    """All topics share what a group may be told in a minute; waiting for that shows nothing here."""
    monkeypatch.setattr(limits, "_GROUP", (100, 1))


@pytest.fixture
def ben(telegram):
    return telegram.person("Ben")


@pytest.fixture
def forum(telegram, ann, ben, cat):
    return telegram.group("Forum", [ann, ben, cat])


@pytest.fixture
async def topics(ann, forum):
    return [await ann.opens_topic(forum, name) for name in ("Friday", "Sunday")]


async def opened(served, person, forum, topic, wish=""):
    await person.says(f"{COMMAND} {wish}".strip(), chat=forum, topic=topic)
    table = await served.telegram.answer(forum, within=15)
    await served.settled()
    return table


async def chat_of(memory, forum, topic):
    return await memory.chat_of("telegram", f"{forum.id}/{topic}" if topic else str(forum.id))


async def night_in(served, forum, topic) -> Night:
    async with served.store.turn() as memory:
        return _NIGHT.validate_json(await memory.night(await chat_of(memory, forum, topic)))


async def passes(served, forum, topic, name, at) -> None:
    """As if time had passed in one topic."""
    async with served.store.turn() as memory:
        chat = await chat_of(memory, forum, topic)
        body = TypeAdapter(dict).validate_json(await memory.night(chat)) | {name: at}
        await memory.save_night(chat, TypeAdapter(dict).dump_json(body).decode(), at)


async def votes(served, person, film, table):
    night = await night_in(served, table.chat, table.topic)
    await person.taps_data(f"n:v:{film}:{night.id}", on=table)
    await served.settled()


def names(night):
    return [guest.name for guest in night.guests]


def said_in(telegram, forum, topic):
    return [m for m in telegram.messages(forum, of_bot=True) if m.topic == topic]


async def test_one_by_poll_and_one_by_buttons_from_the_command_to_the_pick(
    served, telegram, ann, ben, cat, forum, topics
):
    """1: wishes by reply, votes, ways of voting and picks stay where they belong."""
    friday = await opened(served, ann, forum, topics[0], "a comedy")
    sunday = await opened(served, ben, forum, topics[1], "horror")
    await tapped(served, ann, "Vote by poll", friday)
    await asyncio.gather(cat.taps("I'm in", on=friday), ann.taps("I'm in", on=sunday))
    await cat.says("no war films", chat=forum, reply_to=friday)
    await ann.says("under 2 hours", chat=forum, reply_to=sunday)
    await served.settled()
    assert friday.text.splitlines() == ["Movie night · comedy", "In: Ann and Cat", "Cat: Without war"]
    assert sunday.text.splitlines() == ["Movie night · horror film", "In: Ben and Ann", "Ann: Up to 2 h"]
    await asyncio.gather(ann.taps("Deal", on=friday), ben.taps("Deal", on=sunday))
    await served.settled()
    [asked] = [m for m in telegram.messages(forum, of_bot=True) if m.poll]
    assert (asked.topic, films(friday), len(films(sunday))) == (topics[0], {}, 5)
    stray = await ann.taps_data(f"n:c::{(await night_in(served, forum, topics[0])).id}", on=sunday)
    await served.settled()
    assert stray.answer.startswith("There is no movie night here.")
    first = next(iter(films(sunday)))
    await asyncio.gather(ann.votes(asked, 1), cat.votes(asked, 1, 2))
    await votes(served, ben, first, sunday)
    assert (await night_in(served, forum, topics[1])).phase is Phase.DEALT, "Ann voted in the other topic alone"
    await votes(served, ann, first, sunday)
    ends = [await night_in(served, forum, topic) for topic in topics]
    assert [night.outcome.film for night in ends] == [ends[0].films[1], first]
    assert [night.outcome.votes for night in ends] == [2, 2]
    for topic, night in zip(topics, ends, strict=True):
        [pick] = [m for m in said_in(telegram, forum, topic) if m.photo]
        assert pick.caption.startswith(f"Tonight: {served.house.movie(night.outcome.film).title}")
    again = [await opened(served, ben, forum, topic) for topic in topics]
    assert ["Vote by poll" in " ".join(table.labels) for table in again] == [False, True]


async def test_private_links_lead_to_the_night_of_their_own_topic(served, telegram, ann, ben, cat, forum, topics):
    """2: the wish binds one deal; a member of the forum may come by either, and nobody else."""
    friday = await opened(served, ann, forum, topics[0], "a drama")
    sunday = await opened(served, ann, forum, topics[1], "a drama")
    assert link(friday) != link(sunday)
    await ben.starts(link(friday))
    question = await telegram.answer(ben.private())
    await cat.starts(link(sunday))
    other = await telegram.answer(cat.private())
    await ben.says("no war films", reply_to=question)
    await cat.says("from the 90s", reply_to=other)
    await served.settled()
    assert [table.text.splitlines()[1] for table in (friday, sunday)] == ["In: Ann and Ben", "In: Ann and Cat"]
    nights = [await night_in(served, forum, topic) for topic in topics]
    assert [[w.request.limits.years for w in night.wishes if w.private] for night in nights] == [
        [(None, None)],
        [(1990, 1999)],
    ]
    eve = telegram.person("Eve")
    await eve.starts(link(sunday))
    assert (await telegram.answer(eve.private())).text.startswith("That movie night is for those who are in the group")
    await tapped(served, ann, "Deal", friday)
    assert all("War" not in served.house.movie(film).genres for film in films(friday))
    assert {m.topic for m in telegram.messages(forum, of_bot=True)} == set(topics)


async def test_the_clock_and_the_day_after_keep_to_their_topic_and_debts_do_too(
    served, telegram, ann, ben, forum, topics
):
    """3: one night ends by the clock, is asked about and leaves a debt; the other is still voted on."""
    tables = [await opened(served, ann, forum, topic) for topic in topics]
    for table in tables:
        await tapped(served, ben, "I'm in", table)
        await tapped(served, ann, "Deal", table)
    first = next(iter(films(tables[0])))
    await votes(served, ann, first, tables[0])
    await passes(served, forum, topics[0], "until", datetime.now(UTC))
    await telegram.until(lambda: any(m.photo for m in said_in(telegram, forum, topics[0])), within=8)
    await served.settled()
    assert [(await night_in(served, forum, topic)).phase for topic in topics] == [Phase.DECIDED, Phase.DEALT]
    await passes(served, forum, topics[0], "asks_at", datetime.now(UTC))
    await telegram.until(lambda: said_in(telegram, forum, topics[0])[-1].words.startswith("How was"), within=8)
    await served.settled()
    assert all(not m.words.startswith("How was") for m in said_in(telegram, forum, topics[1]))
    await tapped(served, ann, "Close", tables[1])
    for topic in topics:
        await opened(served, ben, forum, topic)
    nights = [await night_in(served, forum, topic) for topic in topics]
    assert [sorted(night.debts.values()) for night in nights] == [[-0.5, 0.5], []]


async def test_who_leaves_the_forum_is_out_of_all_its_nights(served, telegram, ann, ben, cat, forum, topics):
    """4: in both topics and outside of them; where the others had voted, that closes the night."""
    tables = [await opened(served, ann, forum, topic) for topic in (*topics, None)]
    for table in tables:
        await tapped(served, ben, "I'm in", table)
    await tapped(served, ann, "Deal", tables[1])
    film = next(iter(films(tables[1])))
    await votes(served, ann, film, tables[1])
    home = telegram.group("Home", [ann, ben])
    apart = await opened(served, ann, home, None)
    await tapped(served, ben, "I'm in", apart)
    await ben.leaves(forum)
    await served.settled(answered=False)
    nights = [await night_in(served, forum, topic) for topic in (*topics, None)]
    assert [names(night) for night in nights] == [["Ann"]] * 3
    assert [night.phase for night in nights] == [Phase.OPEN, Phase.DECIDED, Phase.OPEN]
    assert [tables[place].text.splitlines()[1] for place in (0, 2)] == ["In: Ann", "In: Ann"]
    assert sum(m.photo is not None for m in said_in(telegram, forum, topics[1])) == 1
    assert names(await night_in(served, home, None)) == ["Ann", "Ben"]


async def test_what_a_group_disliked_stays_away_there_and_there_alone(served, telegram, ann, ben, cat, forum, topics):
    """5: the same wish of the same person; in one topic two others said afterwards that the film was bad."""
    friday = await opened(served, ann, forum, topics[0], "a comedy")
    await tapped(served, ann, "Deal", friday)
    dealt = set(films(friday))
    film = next(iter(films(friday)))
    await votes(served, ann, film, friday)
    await passes(served, forum, topics[0], "asks_at", datetime.now(UTC))
    await telegram.until(lambda: said_in(telegram, forum, topics[0])[-1].words.startswith("How was"), within=8)
    await served.settled()
    asks = said_in(telegram, forum, topics[0])[-1]
    for person in (ben, cat):
        await tapped(served, person, "👎", asks)
    tables = [await opened(served, ann, forum, topic, "a comedy") for topic in topics]
    for table in tables:
        await tapped(served, ann, "Deal", table)
    assert set(films(tables[1])) == dealt
    assert film not in films(tables[0])
    assert len(films(tables[0])) == 5


async def test_a_forum_survives_a_restart_with_both_nights_on(served, telegram, ann, ben, forum, topics):
    """6: votes that come meanwhile find their topic."""
    tables = [await opened(served, ann, forum, topic) for topic in topics]
    await tapped(served, ann, "Vote by poll", tables[1])
    for table in tables:
        await tapped(served, ben, "I'm in", table)
        await tapped(served, ann, "Deal", table)
    [asked] = [m for m in telegram.messages(forum, of_bot=True) if m.poll]
    first = next(iter(films(tables[0])))
    await served.kill()
    for person in (ann, ben):
        await person.votes(asked, 3)
        await person.taps_data(f"n:v:{first}:{tables[0].button('Close')['callback_data'].split(':')[-1]}", on=tables[0])
    await served.start()
    await served.settled()
    nights = [await night_in(served, forum, topic) for topic in topics]
    assert [night.outcome.film for night in nights] == [first, nights[1].films[3]]
    assert [sum(m.photo is not None for m in said_in(telegram, forum, topic)) for topic in topics] == [1, 1]
