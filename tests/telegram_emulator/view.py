"""Chats as the local page draws them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from tests.telegram_emulator.entities import to_html
from tests.telegram_emulator.state import Chat, Message
from tests.telegram_emulator.world import Bot, World


def chats_view(world: World, bot: Bot) -> dict[str, Any]:
    """Who is there and which chats there are, with the last line of each."""
    private = [(world.private_chat(bot, person), person.first_name, [person.id]) for person in world.people.values()]
    groups = [
        (chat, chat.title or "", [number for number in chat.members if number in world.people and chat.has(number)])
        for chat in world.groups.values()
        if chat.moved_to is None
    ]
    return {
        "bot": bot.user.first_name,
        "people": [{"id": person.id, "name": person.first_name} for person in world.people.values()],
        "chats": [
            {"id": chat.id, "title": title, "type": chat.type, "people": people, "last": _last(chat)}
            for chat, title, people in (*groups, *private)
        ],
    }


def _last(chat: Chat) -> str:
    seen = chat.seen()
    return seen[-1].words.split("\n")[0][:60] if seen else ""


def chat_view(chat: Chat, bot: Bot) -> dict[str, Any]:
    """One chat, message by message, oldest first."""
    title = bot.user.first_name if chat.type == "private" else chat.title
    members = sum(chat.has(number) for number in chat.members)
    return {
        "id": chat.id,
        "title": title,
        "type": chat.type,
        "about": "bot" if chat.type == "private" else f"{members} members",
        "messages": [_message(message, bot) for message in chat.seen()],
    }


def _message(message: Message, bot: Bot) -> dict[str, Any]:
    photo = message.photo
    return {
        "id": message.id,
        "sender": message.sender.id,
        "name": message.sender.first_name,
        "is_bot": message.sender.is_bot,
        "time": datetime.fromtimestamp(message.date, UTC).strftime("%H:%M"),
        "edited": message.edit_date is not None,
        "edits": message.edits,
        "text": message.text,
        "caption": message.caption,
        "html": to_html(message.words, message.entities or message.caption_entities),
        "photo": photo and (f"/control/photo/{photo.unique_id}" if photo.data else photo.url),
        "size": photo and [photo.width, photo.height],
        "reply": message.reply_to and {"name": message.reply_to.sender.first_name, "text": message.reply_to.words[:80]},
        "keyboard": (message.keyboard or {}).get("inline_keyboard", []),
        "service": _service(message),
        "poll": message.poll and message.poll.json(),
    }


def _service(message: Message) -> str:
    what = message.service
    who = message.sender.first_name
    if "new_chat_members" in what:
        return f"{who} added {', '.join(user['first_name'] for user in what['new_chat_members'])}"
    if "left_chat_member" in what:
        return f"{what['left_chat_member']['first_name']} left the group"
    return "The group became a supergroup" if what else ""
