"""An update from Telegram, read into what it asks of Matinee: pure, and only what the answer needs is kept of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from pydantic import TypeAdapter
from telegram import CallbackQuery, ChatMemberUpdated, Message, Update
from telegram.constants import ChatType

from bot.front_telegram.callbacks import FORGET_ME, NIGHT, unpack
from bot.front_telegram.choosing import SETTING
from bot.turn import Turn

CHANNEL = "telegram"
WANTED = (Update.MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER)
"""The kinds of update that are asked for."""

_COMMAND = re.compile(r"/(\w{1,64})(?:@(\w{1,64}))?(?:\s+(.*))?", re.ASCII | re.DOTALL)
_ABSENT = {"left", "kicked"}


class Kind(StrEnum):
    """What an update is."""

    SAID = "said"  # words for the conversation
    TAPPED = "tapped"  # a button
    COMMAND = "command"
    FILE = "file"  # one that may hold what somebody saw elsewhere
    PUZZLE = "puzzle"  # a sticker, a photo: something that is not read
    GONE = "gone"  # the bot was blocked or thrown out


@dataclass(frozen=True, slots=True, kw_only=True)
class Me:
    """The bot itself."""

    id: int
    username: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A file that somebody sent."""

    id: str  # by which this bot can fetch it
    name: str
    size: int  # bytes, 0: not said


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One update that asks for something."""

    kind: Kind
    turn: Turn
    query: str | None = None  # the tap to be answered
    message: int | None = None  # the message that was tapped
    answered: int | None = None  # the bot's own message that this is a reply to
    file: Sent | None = None


_HEARD: TypeAdapter[Heard] = TypeAdapter(Heard)


def to_bytes(heard: Heard) -> bytes:
    """For the inbox."""
    return _HEARD.dump_json(heard)


def from_bytes(body: bytes) -> Heard:
    """From the inbox."""
    return _HEARD.validate_json(body)


def read(update: Update, me: Me) -> Heard | None:
    """What an update asks; None when it asks nothing of this bot."""
    key = f"{me.id}:{update.update_id}"
    if update.callback_query:
        return _tapped(update.callback_query, key)
    if update.message:
        return _said(update.message, me, key)
    if update.my_chat_member:
        return _membership(update.my_chat_member, key)
    return None


def moved(update: Update) -> tuple[str, str] | None:
    """Old and new id of a chat, when the update says that it has another one now."""
    message = update.message
    if message and message.migrate_to_chat_id:
        return str(message.chat.id), str(message.migrate_to_chat_id)
    if message and message.migrate_from_chat_id:
        return str(message.migrate_from_chat_id), str(message.chat.id)
    return None


def _tapped(query: CallbackQuery, key: str) -> Heard | None:
    if query.message is None:
        return None
    chat = query.message.chat
    turn = Turn(
        channel=CHANNEL,
        chat=str(chat.id),
        user=str(query.from_user.id),
        key=key,
        group=chat.type != ChatType.PRIVATE,
        name=_letters(query.from_user.first_name),
        language=_letters(query.from_user.language_code or ""),
        at=datetime.now(UTC),
    )
    data = _letters(query.data or "")
    tapped = unpack(data)
    if tapped is not None:
        turn = replace(turn, action=tapped.action, film=tapped.film, deck=tapped.deck)
    elif data.startswith(NIGHT):
        turn = replace(turn, command="movienight", text=data)
    elif data.startswith(SETTING):
        turn = replace(turn, command="settings", text=data)
    elif data == FORGET_ME:
        turn = replace(turn, command=FORGET_ME)
    return Heard(kind=Kind.TAPPED, turn=turn, query=query.id, message=query.message.message_id)


def _said(message: Message, me: Me, key: str) -> Heard | None:
    sender, chat = message.from_user, message.chat
    if sender is None or sender.is_bot or chat.type == ChatType.CHANNEL:
        return None
    turn = Turn(
        channel=CHANNEL,
        chat=str(chat.id),
        user=str(sender.id),
        key=key,
        group=chat.type != ChatType.PRIVATE,
        name=_letters(sender.first_name),
        language=_letters(sender.language_code or ""),
        at=message.date,
    )
    if message.document is not None and not turn.group:
        sent = message.document
        name = _letters(sent.file_name or "")
        return Heard(kind=Kind.FILE, turn=turn, file=Sent(id=sent.file_id, name=name, size=sent.file_size or 0))
    if message.text is None:
        puzzling = message.effective_attachment is not None and not turn.group
        return Heard(kind=Kind.PUZZLE, turn=turn) if puzzling else None
    text = _letters(message.text)
    command = _COMMAND.fullmatch(text)
    if command is not None:
        if (command[2] or me.username).lower() != me.username.lower():
            return None
        turn = replace(turn, command=command[1].lower(), text=(command[3] or "").strip())
        return Heard(kind=Kind.COMMAND, turn=turn)
    above = message.reply_to_message
    answered = above.message_id if above and above.from_user and above.from_user.id == me.id else None
    if turn.group and answered is None:
        return None
    return Heard(kind=Kind.SAID, turn=replace(turn, text=text), answered=answered)


def _membership(change: ChatMemberUpdated, key: str) -> Heard | None:
    if change.new_chat_member.status not in _ABSENT:
        return None
    chat = change.chat
    turn = Turn(
        channel=CHANNEL,
        chat=str(chat.id),
        user=str(change.from_user.id),
        key=key,
        group=chat.type != ChatType.PRIVATE,
        at=change.date,
    )
    return Heard(kind=Kind.GONE, turn=turn)


def _letters(text: str) -> str:
    """Without half letters, which JSON may carry and nothing can store."""
    return text.encode(errors="replace").decode()
