"""New messages: text, photos, polls, and the sign that somebody is typing."""

from __future__ import annotations

from typing import Any

from tests.telegram_emulator import entities
from tests.telegram_emulator.methods.registry import Order, method
from tests.telegram_emulator.parameters import Upload
from tests.telegram_emulator.refusal import Refusal
from tests.telegram_emulator.state import Chat, Message, Poll


@method("sendMessage")
def send_message(order: Order) -> dict[str, Any]:
    """A text."""
    chat = order.world.find_chat(order.bot, order["chat_id"], to_write=True)
    value = entities.read(order["text"], order.get("parse_mode"), order.get("entities"))
    return _posted(order, chat, text=value.text, entities=value.entities)


@method("sendPhoto")
def send_photo(order: Order) -> dict[str, Any]:
    """A photo by address, by file id or uploaded."""
    chat = order.world.find_chat(order.bot, order["chat_id"], to_write=True)
    photo = order.world.files.take(order.bot.user.id, order["photo"], order.files)
    value = entities.read(order.get("caption", ""), order.get("parse_mode"), order.get("caption_entities"))
    return _posted(order, chat, photo=photo, caption=value.text or None, caption_entities=value.entities)


@method("sendDocument")
def send_document(order: Order) -> dict[str, Any]:
    """A file, uploaded; sending one again by its id is not spoken here."""
    chat = order.world.find_chat(order.bot, order["chat_id"], to_write=True)
    if not isinstance(order["document"], Upload):
        raise Refusal("strict: documents are uploaded here", malformed=True)
    document = order.world.documents.uploaded(order.bot.user.id, order["document"])
    value = entities.read(order.get("caption", ""), order.get("parse_mode"), order.get("caption_entities"))
    return _posted(order, chat, document=document, caption=value.text or None, caption_entities=value.entities)


@method("sendPoll")
def send_poll(order: Order) -> dict[str, Any]:
    """A poll; quizzes are not spoken here."""
    _check_poll(order)
    chat = order.world.find_chat(order.bot, order["chat_id"], to_write=True)
    poll = Poll(
        id=str(order.world.new_id("query")),
        question=entities.read(order["question"], order.get("question_parse_mode")).text,
        options=[entities.read(o["text"], o.get("text_parse_mode")).text for o in order["options"]],
        anonymous=order.get("is_anonymous", True),
        multiple=order.get("allows_multiple_answers", False),
        closed=order.get("is_closed", False),
        revoting=order.get("allows_revoting", True),
    )
    answer = _posted(order, chat, poll=poll)
    order.world.poll_of(order.bot, chat.messages[answer["message_id"]], poll)
    return answer


def _check_poll(order: Order) -> None:
    """What the fields of a poll may not be together, and what is not spoken here."""
    if order.get("type") == "quiz" or "correct_option_ids" in order.parameters:
        raise Refusal("strict: quizzes are not spoken here", malformed=True)
    if "open_period" in order.parameters and "close_date" in order.parameters:
        raise Refusal("strict: give open_period or close_date, not both", malformed=True)
    for field in ("open_period", "close_date", "allow_adding_options", "members_only", "country_codes"):
        if order.get(field):
            raise Refusal(f"strict: polls with {field} are not spoken here", malformed=True)


@method("sendChatAction")
def send_chat_action(order: Order) -> bool:
    """The sign that an answer is being made."""
    _topic(order, order.world.find_chat(order.bot, order["chat_id"], to_write=True))
    return True


def _posted(order: Order, chat: Chat, **parts: Any) -> dict[str, Any]:
    reply_to = _replied(order, chat)
    keyboard = _keyboard(order.get("reply_markup"))
    message = order.world.post(
        chat, order.bot.user, keyboard=keyboard, reply_to=reply_to, topic=_topic(order, chat), **parts
    )
    return order.json(message)


def _topic(order: Order, chat: Chat) -> int | None:
    """The topic that a call names."""
    topic: int | None = order.get("message_thread_id")
    if topic is not None and topic not in chat.topics:
        raise Refusal("message thread not found")
    return topic


def _keyboard(markup: dict[str, Any] | None) -> dict[str, Any] | None:
    """A keyboard as it is kept; one without buttons is none."""
    if markup is None or markup.get("inline_keyboard") == []:
        return None
    return markup


def _replied(order: Order, chat: Chat) -> Message | None:
    wanted = order.get("reply_parameters")
    if wanted is None:
        return None
    if "chat_id" in wanted and wanted["chat_id"] != chat.id:
        raise Refusal("strict: replies to another chat are not spoken here", malformed=True)
    message = chat.messages.get(wanted["message_id"])
    if message is not None and not message.deleted:
        return message
    if wanted.get("allow_sending_without_reply"):
        return None
    raise Refusal("message to be replied not found")
