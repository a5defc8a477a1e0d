"""The bot in groups: quiet unless it was asked, and at home when the group moves."""

from __future__ import annotations

import asyncio

import pytest

from tests.conversations.conftest import dealt, standing


@pytest.fixture
def friends(telegram, ann):
    return telegram.group("Friday <b>", [ann, telegram.person("Ben & <i>")], bot_status="administrator")


def heard(telegram, chat):
    return telegram.messages(chat, of_bot=True)


async def test_talk_among_people_is_not_answered(served, telegram, ann, friends):
    telegram.bot.privacy = False  # it hears everything, and answers nothing that is not for it
    first = await ann.says("a western", chat=friends)
    await ann.says("what do you think", chat=friends, reply_to=first)
    await ann.says("/help@otherbot", chat=friends)
    await ann.says("/weather", chat=friends)
    await asyncio.sleep(0.7)
    assert telegram.transcript.about(friends.id) == []


async def test_its_commands_and_replies_to_it_are_answered(served, telegram, ann, friends):
    await ann.says("/start@matineebot", chat=friends)
    hello = await telegram.answer(friends)
    assert hello.text.startswith("Tell me a film you love")
    await ann.says("a western", chat=friends, reply_to=hello)
    card = await telegram.answer(friends, within=15)
    await served.settled()
    assert standing(card) == "Western"
    await ann.says("/forget@matineebot", chat=friends)
    assert (await telegram.answer(friends)).text.startswith("Write /forget to me in a private chat")


async def test_a_group_and_a_private_chat_of_the_same_person_are_apart(served, telegram, ann, friends):
    await ann.says("/start@matineebot", chat=friends)
    hello = await telegram.answer(friends)
    await ann.says("a western", chat=friends, reply_to=hello)
    await telegram.answer(friends, within=15)
    await ann.taps("👍", chat=friends)
    await served.settled()
    assert len(await served.verdicts(friends)) == 1
    assert await served.verdicts(ann.private()) == {}
    assert "musical" in standing(await dealt(served, ann, "a musical")).lower()


async def test_thrown_out_and_brought_back(served, telegram, ann, friends):
    await ann.says("/start@matineebot", chat=friends)
    await telegram.answer(friends)
    await ann.kicks_bot(friends)
    await served.settled(answered=False)
    calls = len(telegram.transcript.about(friends.id))
    await ann.adds_bot(friends)
    await asyncio.sleep(0.5)
    assert len(telegram.transcript.about(friends.id)) == calls, "it does not greet unasked"
    await ann.says("/help@matineebot", chat=friends)
    assert (await telegram.answer(friends)).text.startswith("Write a wish as you would say it")


async def test_a_group_that_moves_keeps_its_thumbs(served, telegram, ann):
    group = telegram.group("Friday", [ann], supergroup=False)
    await ann.says("/start@matineebot", chat=group)
    hello = await telegram.answer(group)
    await ann.says("a western", chat=group, reply_to=hello)
    card = await telegram.answer(group, within=15)
    await ann.taps("👍", on=card)
    await served.settled()
    before = await served.verdicts(group)
    assert len(before) == 1
    new = await ann.upgrades(group)
    await ann.says("/help@matineebot", chat=new)
    await served.settled(answered=False)
    assert len(heard(telegram, new)) == 1
    assert await served.verdicts(new) == before


async def test_what_was_on_its_way_while_the_group_moved_arrives_there(served, telegram, ann):
    group = telegram.group("Friday", [ann], supergroup=False)
    telegram.fault("flood", "sendMessage", seconds=2)
    await ann.says("/start@matineebot", chat=group)
    await telegram.until(lambda: telegram.transcript.of("sendMessage"))
    await served.kill()  # it does not hear of the move, but is told when it writes
    telegram.bot.queue.clear()
    new = await ann.upgrades(group)
    telegram.bot.queue.clear()
    await served.start()
    await telegram.until(lambda: heard(telegram, new), within=10)
    assert heard(telegram, new)[0].text.startswith("Tell me a film you love")
    assert heard(telegram, group) == []


async def test_each_topic_is_answered_in_itself_and_has_a_wish_of_its_own(served, telegram, ann, friends):
    horror, kids = await ann.opens_topic(friends, "Horror"), await ann.opens_topic(friends, "Kids")
    await ann.says("/start@matineebot", chat=friends, topic=horror)
    hello = await telegram.answer(friends)
    await ann.says("a western", chat=friends, reply_to=hello)
    scary = await telegram.answer(friends, within=15)
    await served.settled()
    await ann.says("/start@matineebot", chat=friends, topic=kids)
    hello = await telegram.answer(friends)
    await ann.says("a comedy", chat=friends, reply_to=hello)
    tame = await telegram.answer(friends, within=15)
    await served.settled()
    await ann.says("/help@matineebot", chat=friends)
    general = await telegram.answer(friends)
    assert (scary.topic, tame.topic, general.topic) == (horror, kids, None)
    assert [standing(scary), standing(tame)] == ["Western", "Comedy"]
    typed = [c.parameters.get("message_thread_id") for c in telegram.transcript.of("sendChatAction")]
    assert typed == [horror, kids]
    await ann.taps("▶", on=scary)
    await served.settled()
    assert standing(scary) == "Western"
    assert "2/5" in scary.labels
    assert "1/5" in tame.labels


async def test_two_nights_at_once_in_two_topics(served, telegram, ann, friends):
    topics = [await ann.opens_topic(friends, name) for name in ("Friday", "Monday")]
    tables = []
    for topic in topics:
        await ann.says("/movienight@matineebot", chat=friends, topic=topic)
        tables.append(await telegram.answer(friends, within=15))
        await served.settled()
    assert [table.topic for table in tables] == topics
    await ann.taps("🎬", on=tables[0], chat=friends)
    await served.settled()
    assert tables[0].edits == 1
    assert tables[1].edits == 0


async def test_a_topic_that_was_deleted_is_nobody_and_others_go_on(served, telegram, ann, friends):
    topic = await ann.opens_topic(friends, "Gone")
    telegram.fault("flood", "sendMessage", seconds=1)
    await ann.says("/start@matineebot", chat=friends, topic=topic)
    await telegram.until(lambda: telegram.transcript.of("sendMessage"))
    await ann.deletes_topic(friends, topic)
    await ann.says("/help@matineebot", chat=friends)
    await served.settled(answered=False)
    assert [m.topic for m in heard(telegram, friends)] == [None]
    assert [c.error["description"] for c in telegram.failed] == ["Bad Request: message thread not found"]
