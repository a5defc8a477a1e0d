"""Cards that a group shares: thumbs are everybody's own, who asked turns the cards, and anybody takes them home."""

from __future__ import annotations

import asyncio
import re

import pytest

from engine.request import Verdict
from tests.conversations.conftest import data, film, standing


@pytest.fixture
def friends(telegram, cat, ann, ben):
    return telegram.group("Friday <b>", [cat, ann, ben])  # Cat made the group


async def shared(served, person, chat, wish="a western"):
    await person.says("/start@matineebot", chat=chat)
    hello = await served.telegram.answer(chat)
    await person.says(wish, chat=chat, reply_to=hello)
    card = await served.telegram.answer(chat, within=15)
    await served.settled()
    return card


async def tapped(served, person, label, card):
    tap = await person.taps(label, on=card)
    await served.settled()
    return tap.answers[-1]


async def of(served, chat, person) -> dict[int, Verdict]:
    async with served.store.turn() as memory:
        number = await memory.chat_of("telegram", str(chat.id))
        return dict(await memory.verdicts(number, await memory.person_of("telegram", str(person.id))))


async def test_thumbs_are_counted_on_the_buttons_and_never_turn_the_card(served, ann, ben, cat, friends):
    card = await shared(served, ann, friends)
    shown = film(card)
    assert card.buttons[0] == ["👍", "👎", "👁 Seen it"]
    for person, label in ((ann, "👍"), (ben, "👍"), (cat, "👎")):
        assert (await tapped(served, person, label, card))["text"] == "Noted."
        await asyncio.sleep(0.25)
    assert card.buttons[0] == ["👍 2", "👎 1", "👁 Seen it"]
    assert film(card) == shown
    assert await of(served, friends, ann) == {shown: Verdict.UP}
    assert await of(served, friends, cat) == {shown: Verdict.DOWN}
    assert (await tapped(served, ben, "👎", card))["text"] == "Noted."  # he changed his mind
    assert card.buttons[0] == ["👍 1", "👎 2", "👁 Seen it"]
    await asyncio.sleep(0.25)
    assert (await tapped(served, ben, "👎", card))["text"] == "Taken back."
    assert card.buttons[0] == ["👍 1", "👎 1", "👁 Seen it"]
    assert await of(served, friends, ben) == {}


async def test_two_quick_taps_count_once(served, ann, ben, friends):
    card = await shared(served, ann, friends)
    button = data(card, "👍")
    await asyncio.gather(ben.taps_data(button, on=card), ben.taps_data(button, on=card))
    await served.settled()
    assert card.buttons[0][0] == "👍 1"


async def test_taps_that_waited_together_all_count_and_are_answered_once_each(served, telegram, ann, ben, cat, friends):
    card = await shared(served, ann, friends)
    up, down = data(card, "👍"), data(card, "👎")
    await served.kill()
    telegram.fault("slow", "answerCallbackQuery", times=9, seconds=0.2)
    taps = [await person.taps_data(button, on=card) for person in (ben, cat) for button in (up, down, up, down)]
    await served.start()
    await served.settled()
    assert card.buttons[0][:2] == ["👍", "👎 2"]
    assert [len(tap.answers) for tap in taps] == [1] * len(taps)


async def test_who_asked_and_admins_turn_the_cards_and_nobody_else(served, telegram, ann, ben, cat, friends):
    card = await shared(served, ann, friends)
    first = film(card)
    refused = await tapped(served, ben, "▶", card)
    assert refused["text"].startswith("Only who asked, or an admin, turns these cards.")
    assert film(card) == first
    await tapped(served, ann, "▶", card)
    second = film(card)
    assert second != first
    await tapped(served, cat, "▶", card)  # she made the group
    third = film(card)
    assert third not in {first, second}
    await ben.joins(friends, status="administrator")
    telegram.bot.queue.clear()
    assert (await tapped(served, ben, "◀", card))["text"].startswith("Only who asked")  # asked anew in some minutes
    assert len(telegram.transcript.of("getChatAdministrators")) == 1


async def test_why_is_told_to_who_asks_and_the_card_stays(served, ann, ben, friends):
    card = await shared(served, ann, friends)
    words = card.words
    why = await tapped(served, ben, "Why?", card)
    assert why["show_alert"]
    assert "western" in why["text"].lower()
    assert card.words == words


async def test_mine_opens_the_same_wish_in_private_with_cards_of_ones_own(served, telegram, ann, ben, friends):
    card = await shared(served, ann, friends)
    button = card.button("Mine")
    found = re.fullmatch(r"https://t\.me/matineebot\?start=([A-Za-z0-9_-]{1,64})", button["url"])
    await ben.starts(found[1])
    own = await telegram.answer(ben.private(), within=15)
    await served.settled()
    assert standing(own) == "Western"
    first = film(own)
    await ben.taps("👍", on=own)
    await served.settled()
    assert film(own) != first, "a private card turns"
    assert await of(served, friends, ben) == {}
    assert card.buttons[0][0] == "👍"


async def test_a_link_that_was_made_up_opens_nothing(served, telegram, ann, ben, friends):
    card = await shared(served, ann, friends)
    payload = card.button("Mine")["url"].partition("=")[2]
    forged = payload.replace("mine-", "mine-9", 1)
    await ben.starts(forged)
    assert (await telegram.answer(ben.private())).text.startswith("Tell me a film you love")


async def test_a_group_has_a_taste_of_its_own_by_majority(served, ann, ben, cat, friends):
    card = await shared(served, ann, friends)
    shown = film(card)
    for person, label in ((ann, "👎"), (ben, "👍"), (cat, "👍")):
        await tapped(served, person, label, card)
    again = await shared(served, ann, friends)
    assert film(again) != shown, "most liked it: they have seen it"
    assert await served.verdicts(ann.private()) == {}


async def test_free_text_is_read_where_it_is_heard_and_begins_with_the_name(served, telegram, ann, friends):
    await ann.says("@matineebot a western", chat=friends)  # privacy mode: it is not told
    await asyncio.sleep(0.5)
    assert telegram.transcript.about(friends.id) == []
    telegram.bot.privacy = False
    await ann.says("a western, anyone?", chat=friends)
    await ann.says("@matineebot a western", chat=friends)
    card = await telegram.answer(friends, within=15)
    await served.settled()
    assert standing(card) == "Western"
    assert len(telegram.messages(friends, of_bot=True)) == 1


async def test_who_is_forgotten_asked_for_nothing(served, telegram, ann, ben, friends):
    card = await shared(served, ann, friends)
    await tapped(served, ann, "👍", card)
    await ann.says("/forget")
    sure = await telegram.answer(ann.private())
    await ann.taps(sure.keyboard["inline_keyboard"][0][0]["text"], on=sure)
    await served.settled()
    async with served.store.turn() as memory:
        body = await memory.session(await memory.chat_of("telegram", str(friends.id)))
    assert '"asker":null' in body
    await tapped(served, ben, "▶", card)
    assert card.buttons[0] == ["👍", "👎", "👁 Seen it"]
