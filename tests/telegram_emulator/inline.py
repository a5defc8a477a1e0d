"""Inline mode: asking a bot from any chat's box, and sending what it offers."""

from __future__ import annotations

from typing import Any

from tests.telegram_emulator import entities, mail
from tests.telegram_emulator.state import Chat, Message, User
from tests.telegram_emulator.world import Asked, Bot, World


def ask(world: World, bot: Bot, person: User, query: str, offset: str) -> Asked:
    """Send an inline query to the bot."""
    asked = Asked(id=str(world.new_id("query")), person=person, date=world.clock.now())
    bot.asked[asked.id] = asked
    world.send(bot, "inline_query", {"id": asked.id, "from": person.json(), "query": query, "offset": offset})
    return asked


def pick(world: World, bot: Bot, person: User, asked: Asked, number: int, chat: Chat) -> Message:
    """Send a result into a chat; the bot learns of it as chosen_inline_result."""
    if asked.results is None:
        raise LookupError("this inline query was not answered")
    result = asked.results[number]
    inline_id = f"inline-{world.new_id('query')}"
    parts = _parts(world, bot, result)
    keyboard = result.get("reply_markup")
    message = world.post(chat, person, via_bot=bot.user, inline_id=inline_id, keyboard=keyboard, **parts)
    bot.inline_messages[inline_id] = message
    mail.tell_message(world, message)
    if bot.inline_feedback:
        body = {"result_id": result["id"], "from": person.json(), "query": ""}
        # The id of the message is told only when it has a keyboard.
        world.send(bot, "chosen_inline_result", body | ({"inline_message_id": inline_id} if keyboard else {}))
    return message


def _parts(world: World, bot: Bot, result: dict[str, Any]) -> dict[str, Any]:
    content = result.get("input_message_content")
    if content is not None:
        value = entities.read(content["message_text"], content.get("parse_mode"), content.get("entities"))
        return {"text": value.text, "entities": value.entities}
    photo = world.files.take(bot.user.id, result.get("photo_file_id") or result["photo_url"], {})
    value = entities.read(result.get("caption", ""), result.get("parse_mode"), result.get("caption_entities"))
    return {"photo": photo, "caption": value.text or None, "caption_entities": value.entities}
