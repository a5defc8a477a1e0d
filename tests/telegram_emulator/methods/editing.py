"""Changing what was said: texts, captions, media, keyboards; deleting; closing polls; reactions."""

from __future__ import annotations

from typing import Any

from tests.telegram_emulator import entities
from tests.telegram_emulator.entities import Formatted
from tests.telegram_emulator.methods.registry import Order, method
from tests.telegram_emulator.refusal import Refusal, malformed
from tests.telegram_emulator.state import ADMINS, Message

SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
DELETABLE = 48 * 3600  # seconds after which a message stays


@method("editMessageText")
def edit_text(order: Order) -> Any:
    """Another text; the keyboard goes unless it is given again."""
    message = _own(order)
    if message.text is None:
        raise Refusal("there is no text in the message to edit")
    value = entities.read(order["text"], order.get("parse_mode"), order.get("entities"))
    return _edited(order, message, value=value)


@method("editMessageCaption")
def edit_caption(order: Order) -> Any:
    """Another caption."""
    message = _own(order)
    if message.photo is None:
        raise Refusal("there is no caption in the message to edit")
    value = entities.read(order.get("caption", ""), order.get("parse_mode"), order.get("caption_entities"))
    return _edited(order, message, value=value)


@method("editMessageMedia")
def edit_media(order: Order) -> Any:
    """Another photo with its caption; a text message gains a photo."""
    message = _own(order)
    if message.poll is not None:
        raise Refusal("message can't be edited")
    media = order["media"]
    photo = order.world.files.take(order.bot.user.id, media["media"], order.files)
    value = entities.read(media.get("caption", ""), media.get("parse_mode"), media.get("caption_entities"))
    return _edited(order, message, value=value, photo=photo)


@method("editMessageReplyMarkup")
def edit_keyboard(order: Order) -> Any:
    """Another keyboard, or none."""
    return _edited(order, _own(order))


def _own(order: Order) -> Message:
    """The bot's own message that a call is about."""
    if "inline_message_id" in order.parameters:
        if "chat_id" in order.parameters or "message_id" in order.parameters:
            raise malformed("strict: give inline_message_id or chat_id and message_id, not both")
        message = order.bot.inline_messages.get(order["inline_message_id"])
        if message is None:
            raise Refusal("MESSAGE_ID_INVALID")
        return message
    if "chat_id" not in order.parameters:
        raise malformed("chat_id is empty")
    if "message_id" not in order.parameters:
        raise malformed("message identifier is not specified")
    chat = order.world.find_chat(order.bot, order["chat_id"], to_write=True)
    message = chat.messages.get(order["message_id"])
    if message is None or message.deleted:
        raise Refusal("message to edit not found")
    if message.sender is not order.bot.user or message.inline_id:
        raise Refusal("message can't be edited")
    return message


def _edited(order: Order, message: Message, *, value: Formatted | None = None, photo: Any = None) -> Any:
    before = message.content()
    message.remember()
    if photo is not None:
        message.photo, message.text, message.entities = photo, None, ()
    if value is not None:
        message.set_words(value)
    markup = order.get("reply_markup")
    message.keyboard = None if not markup or not markup["inline_keyboard"] else markup
    if message.content() == before:
        message.history.pop()
        raise Refusal(SAME)
    message.edit_date = order.world.clock.now()
    order.world.touch()
    return True if "inline_message_id" in order.parameters else order.json(message)


@method("deleteMessage")
def delete_message(order: Order) -> bool:
    """Take a message away."""
    chat = order.world.find_chat(order.bot, order["chat_id"])
    message = chat.messages.get(order["message_id"])
    if message is None or message.deleted:
        raise Refusal("message to delete not found")
    own = message.sender is order.bot.user
    may = own or chat.type == "private" or chat.status(order.bot.user.id) in ADMINS
    if not may or order.world.clock.now() - message.date > DELETABLE:
        raise Refusal("message can't be deleted")
    message.deleted = True
    order.world.touch()
    return True


@method("deleteMessages")
def delete_messages(order: Order) -> bool:
    """Take several away; what is not there is passed over."""
    chat = order.world.find_chat(order.bot, order["chat_id"])
    for number in order["message_ids"]:
        message = chat.messages.get(number)
        if message is not None and message.sender is order.bot.user:
            message.deleted = True
    order.world.touch()
    return True


@method("stopPoll")
def stop_poll(order: Order) -> dict[str, Any]:
    """Close a poll and tell its result."""
    message = _own(order)
    if message.poll is None:
        raise Refusal("message with poll to stop not found")
    if message.poll.closed:
        raise Refusal("poll has already been closed")
    message.remember()
    message.poll.closed = True
    message.keyboard = order.get("reply_markup")
    order.world.send(order.bot, "poll", message.poll.json())
    return message.poll.json()


@method("setMessageReaction")
def set_reaction(order: Order) -> bool:
    """React to a message, or take the reaction back."""
    chat = order.world.find_chat(order.bot, order["chat_id"], to_write=True)
    message = chat.messages.get(order["message_id"])
    if message is None or message.deleted:
        raise Refusal("message to react not found")
    message.reactions[order.bot.user.id] = order.get("reaction", [])
    order.world.touch()
    return True
