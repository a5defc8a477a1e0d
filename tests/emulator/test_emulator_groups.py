"""Who hears what in groups, and what happens when a bot is not welcome."""

from __future__ import annotations

import pytest
from telegram.error import BadRequest, ChatMigrated, Forbidden


@pytest.fixture
def ben(telegram):
    return telegram.person("Ben")


@pytest.fixture
def group(telegram, ann, ben):
    return telegram.group("Friday", [ann, ben])


async def heard(bot):
    """The texts that the bot got since it asked last."""
    updates = await bot.get_updates()
    if updates:
        await bot.get_updates(offset=updates[-1].update_id + 1)
    return [u.message.text for u in updates if u.message and u.message.text]


async def test_joining_is_told(telegram, bot, ann, group):
    _, joined, service = await bot.get_updates()
    change = joined.my_chat_member
    assert (change.old_chat_member.status, change.new_chat_member.status) == ("left", "member")
    assert (change.chat.id, change.chat.type, change.from_user.id) == (group.id, "supergroup", ann.id)
    assert [user.username for user in service.message.new_chat_members] == ["matineebot"]


async def test_privacy_mode_lets_through_what_is_meant_for_the_bot(telegram, bot, ann, ben, group):
    telegram.another_bot("otherbot")
    await heard(bot)
    await ann.says("just talking, @matineebot", chat=group)
    await ann.says("/movienight", chat=group)
    await ann.says("/movienight@otherbot", chat=group)
    assert await heard(bot) == []
    await ann.says("/movienight@MatineeBot funny", chat=group)
    assert await heard(bot) == ["/movienight@MatineeBot funny"]
    sent = await bot.send_message(group.id, "Who is in?")
    await ben.says("me", chat=group, reply_to=group.messages[sent.message_id])
    await ben.says("/movienight", chat=group)
    await ben.says("and me", chat=group, reply_to=group.messages[2])
    assert await heard(bot) == ["me", "/movienight"]


async def test_a_bare_command_goes_to_the_bot_that_spoke_last(telegram, bot, raw, ann, group):
    other = telegram.another_bot("otherbot")
    await ann.adds_bot(group, other)
    await bot.send_message(group.id, "Hello.")
    await ann.says("/start", chat=group)
    assert await heard(bot) == ["/start", "/start"]  # the first of them was private
    await raw("sendMessage", token=other.token, chat_id=group.id, text="Me too.")
    await ann.says("/start", chat=group)
    assert await heard(bot) == []
    answer = await raw("getUpdates", token=other.token)
    assert [u["message"].get("text") for u in answer["result"] if "message" in u] == [None, "/start"]


async def test_a_reply_to_another_bot_is_not_for_this_one(telegram, bot, raw, ann, group):
    other = telegram.another_bot("otherbot")
    await ann.adds_bot(group, other)
    sent = await raw("sendMessage", token=other.token, chat_id=group.id, text="Me too.")
    await heard(bot)
    theirs = group.messages[sent["result"]["message_id"]]
    await ann.says("/movienight@matineebot", chat=group, reply_to=theirs)
    assert await heard(bot) == []


async def test_administrators_and_bots_without_privacy_hear_everything(telegram, bot, ann, group):
    await heard(bot)
    telegram.bot.privacy = False
    assert (await bot.get_me()).can_read_all_group_messages is True
    await ann.says("one", chat=group)
    telegram.bot.privacy = True
    await ann.says("two", chat=group)
    await ann.adds_bot(group, status="administrator")
    await ann.says("three", chat=group)
    assert await heard(bot) == ["one", "three"]


async def test_a_blocked_bot_cannot_write(telegram, bot, ann):
    await ann.blocks()
    with pytest.raises(Forbidden, match="Forbidden: bot was blocked by the user"):
        await bot.send_message(ann.id, "x")
    with pytest.raises(Forbidden, match="blocked"):
        await bot.send_chat_action(ann.id, "typing")
    change = (await bot.get_updates())[-1].my_chat_member
    assert (change.chat.id, change.new_chat_member.status) == (ann.id, "kicked")
    await ann.unblocks()
    assert (await bot.send_message(ann.id, "x")).text == "x"
    assert telegram.refused == []


async def test_a_bot_cannot_speak_first(telegram, bot, ben):
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(ben.id, "x")
    telegram.group("Friday", [ben])
    with pytest.raises(Forbidden, match="Forbidden: bot can't initiate conversation with a user"):
        await bot.send_message(ben.id, "x")
    await ben.starts()
    assert (await bot.send_message(ben.id, "x")).chat.id == ben.id


async def test_a_bot_that_was_thrown_out_or_left(bot, ann, ben, group):
    await ann.kicks_bot(group)
    with pytest.raises(Forbidden, match="Forbidden: bot was kicked from the supergroup chat"):
        await bot.send_message(group.id, "x")
    await heard(bot)
    await ann.says("/start@matineebot", chat=group)
    assert await heard(bot) == []
    await ann.adds_bot(group)
    await bot.leave_chat(group.id)
    with pytest.raises(Forbidden, match="Forbidden: bot is not a member of the supergroup chat"):
        await bot.send_message(group.id, "x")


async def test_strange_chats_are_not_found(bot, ann):
    for chat_id in (-1001234567890, 42, "@nobody"):
        with pytest.raises(BadRequest, match="Chat not found"):
            await bot.send_message(chat_id, "x")


async def test_a_group_becomes_a_supergroup(telegram, bot, ann, ben):
    old = telegram.group("Small", [ann, ben], supergroup=False)
    new = await ann.upgrades(old)
    with pytest.raises(ChatMigrated) as caught:
        await bot.send_message(old.id, "x")
    assert caught.value.new_chat_id == new.id
    *_, gone, come = [u.message for u in await bot.get_updates() if u.message]
    assert (gone.chat.id, gone.migrate_to_chat_id) == (old.id, new.id)
    assert (come.chat.id, come.migrate_from_chat_id) == (new.id, old.id)
    assert (await bot.send_message(new.id, "x")).chat.type == "supergroup"


async def test_members_are_known(telegram, bot, ann, ben, group):
    assert await bot.get_chat_member_count(group.id) == 3
    assert (await bot.get_chat_member(group.id, ann.id)).status == "creator"
    assert [member.user.id for member in await bot.get_chat_administrators(group.id)] == [ann.id]
    assert (await bot.get_chat(group.id)).title == "Friday"
    assert (await bot.get_chat(ann.id)).first_name == "Ann"
    await ben.leaves(group)
    assert (await bot.get_chat_member(group.id, ben.id)).status == "left"
    assert await bot.get_chat_member_count(group.id) == 2
    with pytest.raises(LookupError, match="Ben is not in Friday"):
        await ben.says("x", chat=group)
