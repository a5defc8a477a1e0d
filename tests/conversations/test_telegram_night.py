"""Movie nights in a group on Telegram, from the command to the poster of the pick."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from datetime import UTC, datetime

import pytest
from pydantic import TypeAdapter

from bot.groups import Phase
from tests.conversations.conftest import data
from tests.conversations.evenings import night_of, opened, tapped

VOTES = slice(0, 5)  # the rows of a dealt table that are films


def votes(table) -> dict[int, tuple[str, int]]:
    """Film to label and count, as the buttons say."""
    rows = table.keyboard["inline_keyboard"][VOTES]
    labels = {int(row[0]["callback_data"].split(":")[2]): row[0]["text"].rpartition(" · ") for row in rows}
    return {film: (title, int(count)) for film, (title, _, count) in labels.items()}


def of_bot(telegram, chat):
    return telegram.messages(chat, of_bot=True)


async def test_a_movie_night_of_three(served, telegram, ann, ben, cat, friends):
    table = await opened(served, ann, friends, "nothing scary, under 2 hours")
    assert table.text == "Movie night · up to 2 h, not scary\nIn: Ann"
    await tapped(served, ben, "I'm in", table)
    await cat.says("no war films, please", chat=friends, reply_to=table)
    await served.settled()
    assert table.text.splitlines()[1:] == ["In: Ann, Ben & <i> and Cat", "Cat: Without war"]
    await tapped(served, ben, "Deal", table)
    assert table.text.splitlines()[1] == "Five for Ann, Ben & <i> and Cat:"
    offered = votes(table)
    assert [count for _, count in offered.values()] == [0] * 5
    films = [served.house.movie(film) for film in offered]
    scary = served.house().recommender.films.moods.axis("scary")
    rows = served.house().recommender.films.catalogue.rows(list(offered))
    assert all(film.runtime <= 120 and "War" not in film.genres for film in films)
    assert len(rows) == 5
    assert all(scary[row] <= 1 for row in rows)

    first, second, third = list(offered)[:3]
    title = offered[first][0]
    assert await tapped(served, ann, offered[first][0], table) == f"You would watch {title}."
    await tapped(served, ann, offered[second][0], table)
    await tapped(served, ben, offered[first][0], table)
    assert [count for _, count in votes(table).values()] == [2, 1, 0, 0, 0]
    await tapped(served, ben, offered[third][0], table)
    await tapped(served, ben, offered[third][0], table)
    assert [count for _, count in votes(table).values()] == [2, 1, 0, 0, 0], "a vote can be taken back"
    await tapped(served, cat, offered[first][0], table)

    night = await night_of(served, friends)
    counted = Counter(vote.film for vote in night.votes)
    assert night.outcome.film == first == counted.most_common(1)[0][0]
    assert (night.outcome.votes, counted[first]) == (3, 3)
    pick = telegram.last(friends)
    shown = served.house.movie(first)
    said = pick.caption.splitlines()
    assert said[0] == f"Tonight: {shown.title} ({shown.year}) · 3 of 3 would watch it"
    assert pick.photo is not None
    names = " ".join(line.split(":")[0] for line in said[2:])
    assert all(name in names for name in ("Ann", "Ben & <i>", "Cat"))
    assert (table.text, table.keyboard) == (said[0], None)
    assert [m.id for m in of_bot(telegram, friends) if m.photo or m is table] == [table.id, pick.id]


async def test_who_comes_late_votes_too_and_delays_the_pick(served, telegram, ann, ben, cat, friends):
    table = await opened(served, ann, friends)
    await tapped(served, ann, "Deal", table)
    film, label = next((film, label) for film, (label, _) in votes(table).items())
    assert await tapped(served, ben, "I'm in", table) == "You are in."
    await tapped(served, ann, label, table)
    assert (await night_of(served, friends)).phase is Phase.DEALT, "Ben did not vote yet"
    assert table.text.splitlines()[1] == "Five for Ann and Ben & <i>:"
    await tapped(served, ben, label, table)
    night = await night_of(served, friends)
    assert (night.outcome.film, night.outcome.votes) == (film, 2)
    assert telegram.last(friends).caption.splitlines()[0].endswith("2 of 2 would watch it")
    old = await cat.taps_data(f"n:v:{film}:{night.id}", on=table)  # her screen is behind
    await served.settled()
    assert old.answer == "This night is over."
    assert sum(m.photo is not None for m in of_bot(telegram, friends)) == 1


async def test_somebody_who_never_talked_to_the_bot_votes_by_a_tap_alone(served, telegram, ann, friends):
    dora = telegram.person("Dora")
    await dora.joins(friends)
    table = await opened(served, ann, friends)
    await tapped(served, ann, "Deal", table)
    label = next(label for label, _ in votes(table).values())
    assert (await tapped(served, dora, label, table)).startswith("You would watch ")
    assert [guest.name for guest in (await night_of(served, friends)).guests] == ["Ann", "Dora"]
    assert telegram.messages(dora.private()) == []


async def test_two_quick_taps_count_once(served, telegram, ann, ben, friends):
    table = await opened(served, ann, friends)
    await asyncio.gather(ben.taps("I'm in", on=table), ben.taps("I'm in", on=table))
    await served.settled()
    assert [guest.name for guest in (await night_of(served, friends)).guests] == ["Ann", "Ben & <i>"]
    await tapped(served, ann, "Deal", table)
    button = data(table, next(label for label, _ in votes(table).values()))
    await asyncio.gather(ben.taps_data(button, on=table), ben.taps_data(button, on=table))
    await served.settled()
    assert sorted(count for _, count in votes(table).values()) == [0, 0, 0, 0, 1]


@pytest.mark.parametrize("end", ["end", "kill"])
async def test_a_restart_in_the_middle_loses_nothing(served, telegram, ann, ben, friends, end):
    table = await opened(served, ann, friends, "comedy")
    await tapped(served, ben, "I'm in", table)
    await tapped(served, ann, "Deal", table)
    film, label = next((film, label) for film, (label, _) in votes(table).items())
    await tapped(served, ann, label, table)
    await getattr(served, end)()
    await ben.taps(label, on=table)
    await served.start()
    await served.settled()
    night = await night_of(served, friends)
    assert (night.outcome.film, night.outcome.votes, len(night.votes)) == (film, 2, 2)
    assert [m for m in of_bot(telegram, friends) if m.photo] == [telegram.last(friends)]
    assert len(of_bot(telegram, friends)) == 2


async def test_the_clock_counts_when_somebody_did_not_vote(served, telegram, ann, ben, friends):
    table = await opened(served, ann, friends)
    await tapped(served, ben, "I'm in", table)
    await tapped(served, ann, "Deal", table)
    film, label = next((film, label) for film, (label, _) in votes(table).items())
    await tapped(served, ann, label, table)
    night = await night_of(served, friends)
    assert night.closes_at.timestamp() == pytest.approx(time.time() + 20 * 60, abs=30)
    async with served.store.turn() as memory:  # as if 20 minutes had passed
        chat = await memory.chat_of("telegram", str(friends.id))
        body = TypeAdapter(dict).validate_json(await memory.night(chat)) | {"until": datetime.now(UTC)}
        await memory.save_night(chat, TypeAdapter(dict).dump_json(body).decode(), datetime.now(UTC))
    await telegram.until(lambda: telegram.last(friends).photo, within=8)
    await served.settled()
    assert telegram.last(friends).caption.splitlines()[0].endswith("1 of 2 would watch it")
    assert (await night_of(served, friends)).outcome.film == film
    assert table.keyboard is None


async def test_what_is_no_wish_is_said_and_the_button_tells_how(served, telegram, ann, ben, friends):
    table = await opened(served, ann, friends)
    tap = await ben.taps("Add a wish", on=table)
    await served.settled()
    assert tap.answer.startswith("What do you wish for tonight, or not?")
    asked = telegram.last(friends)
    assert asked.text.startswith("Ben & <i>, what do you wish for tonight, or not?")
    await ben.says("asdfgh qwrt", chat=friends, reply_to=table)
    await served.settled()
    assert telegram.last(friends).text.startswith("I could not read a wish in that.")
    assert [guest.name for guest in (await night_of(served, friends)).guests] == ["Ann"]
    edits = len(table.history)
    assert edits == 0, "what changed nothing edits nothing"


async def test_the_command_again_brings_the_table_down_and_old_buttons_go(served, telegram, ann, ben, friends):
    first = await opened(served, ann, friends, "comedy")
    second = await opened(served, ben, friends, "horror")
    assert (second.id > first.id, second.text, first.keyboard) == (True, first.text, None)
    night = await night_of(served, friends)
    await ben.taps_data(f"n:j::{night.id}", on=first)
    await served.settled()
    assert second.text.splitlines()[1] == "In: Ann and Ben & <i>"
    assert first.text.splitlines()[1] == "In: Ann"


async def test_a_button_of_another_group_or_a_made_up_one_does_nothing(served, telegram, ann, ben, friends):
    table = await opened(served, ann, friends)
    others = telegram.group("Others", [ben])
    night = await night_of(served, friends)
    elsewhere = await opened(served, ben, others)
    tap = await ben.taps_data(f"n:d::{night.id}", on=elsewhere)
    made_up = await ben.taps_data("n:?", on=table)
    await served.settled()
    assert tap.answer.startswith("There is no movie night here.")
    assert made_up.answers[0]["show_alert"]
    assert {(await night_of(served, chat)).phase for chat in (friends, others)} == {Phase.OPEN}


async def test_in_a_private_chat_it_says_that_it_is_for_groups(served, telegram, ann):
    await ann.says("/movienight comedy")
    assert (await telegram.answer(ann.private())).text.startswith("Movie night is for groups")


async def test_who_is_forgotten_is_out_of_the_night(served, telegram, ann, ben, friends):
    table = await opened(served, ann, friends)
    await ben.says("nothing sad", chat=friends, reply_to=table)
    await served.settled()
    await ben.says("/forget")
    sure = await telegram.answer(ben.private())
    await ben.taps(sure.keyboard["inline_keyboard"][0][0]["text"], on=sure)
    await served.settled()
    night = await night_of(served, friends)
    assert ([guest.name for guest in night.guests], night.wishes) == (["Ann"], ())
