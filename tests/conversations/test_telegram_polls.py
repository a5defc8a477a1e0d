"""Whole nights that are voted in a native poll: by choice, across restarts and moves, and where none may be sent."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.front_telegram import limits
from bot.groups import Phase
from tests.conversations.evenings import COMMAND, films, night_of, opened, passes, tapped
from tests.telegram_emulator import FaultKind


@pytest.fixture(autouse=True)
def _at_once(monkeypatch):
    """Waiting for what a group may be told in a minute shows nothing here."""
    monkeypatch.setattr(limits, "_GROUP", (100, 1))


@pytest.fixture
def ben(telegram):
    return telegram.person("Ben")


def polls(telegram, chat):
    return [m for m in telegram.messages(chat, of_bot=True) if m.poll]


async def dealt(served, chat, starter, *others, wish=""):
    """A night by poll with its films on the table: its message and its poll."""
    table = await opened(served, starter, chat, wish)
    if "Vote by poll" in " ".join(table.labels):
        assert await tapped(served, starter, "Vote by poll", table) == "You will vote in a poll."
    for person in others:
        await tapped(served, person, "I'm in", table)
    await tapped(served, starter, "Deal", table)
    return table, polls(served.telegram, chat)[-1]


async def chooses(served, person, poll, *options):
    await person.votes(poll, *options)
    await served.settled()


async def test_a_group_that_prefers_a_poll_has_one_each_night(served, telegram, ann, ben, cat, friends):
    """1: chosen by who is in, sent with the films, stopped before the pick, and remembered."""
    table = await opened(served, ann, friends, "a comedy")
    assert await tapped(served, ben, "Vote by poll", table) == "That is for those who are in."
    await tapped(served, ann, "Vote by poll", table)
    await tapped(served, ben, "I'm in", table)
    assert polls(telegram, friends) == []
    await tapped(served, ann, "Deal", table)
    night = await night_of(served, friends)
    [asked] = polls(telegram, friends)
    shown = [served.house.movie(film) for film in night.films]
    assert asked.poll.options == [f"{movie.title} ({movie.year})" for movie in shown]
    assert (asked.poll.anonymous, asked.poll.multiple, asked.poll.closed) == (False, True, False)
    assert films(table) == {}, "no buttons beside the poll"
    assert table.text.splitlines()[-2:] == ["Voted in the poll: 0 of 2.", "Closes in 20 min."]
    await chooses(served, ann, asked, 0, 3)
    assert table.text.splitlines()[-2] == "Voted in the poll: 1 of 2."
    await chooses(served, ben, asked, 3, 4)
    night = await night_of(served, friends)
    assert (night.outcome.film, night.outcome.votes) == (night.films[3], 2)
    assert asked.poll.closed
    assert telegram.last(friends).caption.splitlines()[0].endswith("2 of 2 would watch it")
    calls = [call.method for call in telegram.transcript if call.method in {"sendPoll", "stopPoll", "sendPhoto"}]
    assert calls == ["sendPoll", "stopPoll", "sendPhoto"]

    later = await opened(served, ben, friends)
    assert await tapped(served, ben, "Vote by buttons", later) == "You will vote by buttons."
    await tapped(served, ben, "Deal", later)
    assert (len(films(later)), polls(telegram, friends)) == (5, [asked])
    assert not (await night_of(served, friends)).by_poll


async def test_a_vote_taken_back_is_none_and_a_new_one_takes_its_place(served, telegram, ann, ben, cat, friends):
    """2: answers count as they stand; who is in the group comes in by one, and who is not stays out."""
    table, asked = await dealt(served, friends, ann, ben)
    await chooses(served, ann, asked, 0, 1)
    await chooses(served, ann, asked)
    assert (await night_of(served, friends)).votes == ()
    assert table.text.splitlines()[-2] == "Voted in the poll: 0 of 2."
    await chooses(served, ann, asked, 2)
    await chooses(served, cat, asked, 4)
    eve = telegram.person("Eve")
    await eve.votes_elsewhere(asked, 4)
    await served.settled(answered=False)
    night = await night_of(served, friends)
    assert [guest.name for guest in night.guests] == ["Ann", "Ben", "Cat"]
    assert [vote.film for vote in night.votes] == [night.films[2], night.films[4]]
    said = len(telegram.messages(friends, of_bot=True))
    await chooses(served, ben, asked, 2)
    night = await night_of(served, friends)
    assert (night.phase, night.outcome.film, night.outcome.votes) == (Phase.DECIDED, night.films[2], 2)
    assert len(telegram.messages(friends, of_bot=True)) == said + 1, "the pick, and no word on any vote"


@pytest.mark.parametrize("end", ["end", "kill"])
async def test_votes_survive_a_restart_and_come_in_meanwhile(served, telegram, ann, ben, friends, end):
    """3: one vote before, one while nobody listens."""
    _, asked = await dealt(served, friends, ann, ben)
    await chooses(served, ann, asked, 1)
    await getattr(served, end)()
    await ben.votes(asked, 1, 2)
    await served.start()
    await served.settled()
    night = await night_of(served, friends)
    assert (night.outcome.film, night.outcome.votes, len(night.votes)) == (night.films[1], 2, 3)
    assert (asked.poll.closed, polls(telegram, friends)) == (True, [asked])
    assert sum(m.photo is not None for m in telegram.messages(friends, of_bot=True)) == 1


async def test_the_clock_closes_the_poll_and_a_late_answer_says_nothing(served, telegram, ann, ben, friends):
    """4: the film is picked from the votes that came; what was on its way changes nothing."""
    _, asked = await dealt(served, friends, ann, ben)
    await chooses(served, ben, asked, 2)
    await passes(served, friends, until=datetime.now(UTC))
    await telegram.until(lambda: telegram.last(friends).photo, within=8)
    await served.settled()
    night = await night_of(served, friends)
    assert (night.outcome.film, asked.poll.closed) == (night.films[2], True)
    with pytest.raises(LookupError, match="no open poll"):
        await ann.votes(asked, 0)
    said = len(telegram.transcript.said)
    late = {"poll_id": asked.poll.id, "user": ann.user.json(), "option_ids": [0], "option_persistent_ids": ["0"]}
    telegram.world.send(telegram.bot, "poll_answer", late)
    telegram.world.send(telegram.bot, "poll_answer", late | {"poll_id": "1"})
    await served.settled(answered=False)
    assert [c.method for c in telegram.transcript.said[said:] if c.method not in {"getUpdates", "getChatMember"}] == []
    assert (await night_of(served, friends)) == night


async def test_by_hand_called_off_and_deserted_nights_close_their_polls(served, telegram, ann, ben, cat, friends):
    """5: three nights, three ends; each stops its own poll."""
    table, by_hand = await dealt(served, friends, ann, ben)
    await chooses(served, ben, by_hand, 0)
    await tapped(served, ann, "Close", table)
    assert (await night_of(served, friends)).outcome.votes == 1
    assert by_hand.poll.closed
    table, off = await dealt(served, friends, cat)
    await cat.taps_data(f"n:x::{(await night_of(served, friends)).id}", on=table)  # her screen is behind
    await served.settled()
    assert (table.text, off.poll.closed) == ("This movie night is called off.", True)
    table, left = await dealt(served, friends, ben)
    await tapped(served, ben, "I'm out", table)
    assert ((await night_of(served, friends)).phase, left.poll.closed) == (Phase.CANCELLED, True)


async def test_where_polls_are_not_allowed_the_night_goes_on_by_buttons(served, telegram, ann, ben, friends):
    """6: it says so, and does not try again the next time."""
    words = "not enough rights to send polls to the chat"
    telegram.fault(FaultKind.REFUSED, "sendPoll", code=400, words=words)
    table = await opened(served, ann, friends)
    await tapped(served, ann, "Vote by poll", table)
    await tapped(served, ann, "Deal", table)
    assert telegram.last(friends).text == "I may not send polls here, so you vote by buttons."
    first = next(iter(films(table)))
    await ann.taps_data(f"n:v:{first}:{(await night_of(served, friends)).id}", on=table)
    await served.settled()
    assert (await night_of(served, friends)).outcome.film == first
    assert polls(telegram, friends) == []
    assert "Vote by poll" in " ".join((await opened(served, ben, friends)).labels)


async def test_a_group_that_moves_keeps_its_votes_and_gets_a_poll_where_it_is_now(served, telegram, ann, ben):
    """7: the old poll is still ours; the command brings another, and an answer in it takes the old one's place."""
    home = telegram.group("Home", [ann, ben], supergroup=False)
    _, before = await dealt(served, home, ann, ben)
    await chooses(served, ann, before, 0)
    new = await ann.upgrades(home)
    await served.settled(answered=False)
    await ben.says(COMMAND, chat=new)
    await telegram.until(lambda: polls(telegram, new), within=15)
    await served.settled(answered=False)
    [asked] = polls(telegram, new)
    assert asked.poll.options == before.poll.options
    await ben.votes_elsewhere(before, 4)
    await served.settled(answered=False)
    night = await night_of(served, new)
    assert (night.phase, night.outcome.votes, asked.poll.closed) == (Phase.DECIDED, 1, True)
    assert {vote.film for vote in night.votes} == {night.films[0], night.films[4]}
    assert telegram.last(new).photo


async def test_a_poll_of_yesterday_does_not_vote_tonight(served, telegram, ann, ben, friends):
    """8: its answer names the night that it was for."""
    _, before = await dealt(served, friends, ann)
    await chooses(served, ann, before, 0)
    _, asked = await dealt(served, friends, ann, ben)
    old = {"poll_id": before.poll.id, "user": ben.user.json(), "option_ids": [1], "option_persistent_ids": ["1"]}
    telegram.world.send(telegram.bot, "poll_answer", old)
    await served.settled(answered=False)
    assert (await night_of(served, friends)).votes == ()
    await chooses(served, ben, asked, 1)
    night = await night_of(served, friends)
    assert [vote.film for vote in night.votes] == [night.films[1]]
    async with served.store.turn() as memory:
        rows = (await memory.connection.exec_driver_sql("SELECT poll_id, night FROM polls")).all()
    assert rows == [(asked.poll.id, night.id)]
