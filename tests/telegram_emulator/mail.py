"""Which bot hears of what: privacy mode and the last speaker in groups, memberships, and how updates look."""

from __future__ import annotations

import re
from typing import Any

from tests.telegram_emulator.entities import slice_units
from tests.telegram_emulator.state import Chat, Message, User
from tests.telegram_emulator.world import Bot, World

RIGHTS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members", "can_promote_members",
    "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories",
)  # fmt: skip


def tell_message(world: World, message: Message, *, edited: bool = False) -> None:
    """Send a person's message to every bot that may read it."""
    kind = "edited_message" if edited else "message"
    for bot in world.bots.values():
        if hears(world, bot, message):
            world.send(bot, kind, message.json(bot.user.id))


def hears(world: World, bot: Bot, message: Message) -> bool:
    """Whether a bot gets a message (Bot features, "Privacy mode")."""
    chat = message.chat
    if chat.type == "private":
        return bot.private.get(chat.id) is chat
    if not chat.has(bot.user.id):
        return False
    if message.service or message.via_bot is bot.user:
        return True
    if not bot.privacy or chat.status(bot.user.id) == "administrator":
        return True
    answered = message.reply_to
    if answered is not None and answered.sender.is_bot:
        return answered.sender is bot.user  # a reply belongs to the bot that it answers, whatever it says
    return _commanded(world, bot, message)


def _commanded(world: World, bot: Bot, message: Message) -> bool:
    """A command for this bot by name, or without a name when this bot spoke last."""
    for entity in message.entities:
        if entity["type"] != "bot_command":
            continue
        command = slice_units(message.text or "", entity["offset"], entity["length"])
        name = re.search(r"@(\w+)$", command)
        if name is not None and name[1].lower() == (bot.user.username or "").lower():
            return True
        if name is None and entity["offset"] == 0 and message.chat.last_bot == bot.user.id:
            return True
    return False


def member(user: User, status: str) -> dict[str, Any]:
    """A membership as type ChatMember."""
    body: dict[str, Any] = {"status": status, "user": user.json()}
    if status == "creator":
        body["is_anonymous"] = False
    elif status == "administrator":
        body |= {"can_be_edited": False, "is_anonymous": False} | dict.fromkeys(RIGHTS, True)
    elif status == "kicked":
        body["until_date"] = 0
    return body


def change_member(world: World, chat: Chat, user: User, status: str, *, by: User) -> None:
    """Change a membership and send the updates that follow from it."""
    old = chat.status(user.id)
    chat.users[user.id] = user
    chat.members[user.id] = status
    body = {
        "chat": chat.json(),
        "from": by.json(),
        "date": int(world.clock.now()),
        "old_chat_member": member(user, old),
        "new_chat_member": member(user, status),
    }
    for bot in world.bots.values():
        if bot.user is user:
            world.send(bot, "my_chat_member", body)
        elif chat.status(bot.user.id) == "administrator":
            world.send(bot, "chat_member", body)
    joined, left = old in ("left", "kicked"), status in ("left", "kicked")
    if joined and not left:
        service(world, chat, by, new_chat_members=[user.json()])
    elif left and not joined:
        service(world, chat, by, left_chat_member=user.json())


def change_private(world: World, bot: Bot, chat: Chat, *, blocked: bool) -> None:
    """A person blocks or unblocks a bot."""
    if chat.person is None or chat.blocked == blocked:
        return
    chat.blocked = blocked
    old, new = ("member", "kicked") if blocked else ("kicked", "member")
    body = {
        "chat": chat.json(),
        "from": chat.person.json(),
        "date": int(world.clock.now()),
        "old_chat_member": member(bot.user, old),
        "new_chat_member": member(bot.user, new),
    }
    world.send(bot, "my_chat_member", body)


def service(world: World, chat: Chat, by: User, **what: Any) -> Message:
    """A service message, which every bot in the chat gets."""
    message = world.post(chat, by, service=what)
    tell_message(world, message)
    return message


def migrate(world: World, group: Chat, by: User) -> Chat:
    """Turn a basic group into a supergroup, as happens when its settings outgrow it."""
    new = Chat(id=world.new_id("supergroup"), type="supergroup", title=group.title)
    new.members, new.users, new.last_bot = dict(group.members), dict(group.users), group.last_bot
    world.groups[new.id] = new
    service(world, group, by, migrate_to_chat_id=new.id)
    group.moved_to = new.id
    service(world, new, by, migrate_from_chat_id=group.id)
    return new
