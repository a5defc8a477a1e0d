"""Where something is said on Telegram: a chat, or a topic of a group, which is a chat of its own to us."""

from __future__ import annotations

from telegram import Message

_TOPIC = "/"


def address(message: Message) -> str:
    """The chat of a message, with its topic: such as "-1001234/56"."""
    # Outside of topics a number may stand for a thread of replies, in which nothing can be written by number.
    if message.is_topic_message and message.message_thread_id and message.chat.id < 0:
        return f"{message.chat.id}{_TOPIC}{message.message_thread_id}"
    return str(message.chat.id)


def where(address: str) -> tuple[int, int | None]:
    """Chat and topic of an address, as Telegram wants them."""
    chat, _, topic = address.partition(_TOPIC)
    return int(chat), int(topic) if topic else None


def group_of(address: str) -> str:
    """The group that a topic is in, as an address; empty for what is no topic."""
    group, _, topic = address.partition(_TOPIC)
    return group if topic else ""
