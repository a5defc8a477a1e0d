"""An update from Telegram, read into what it asks of Matinee: pure, and only what the answer needs is kept of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from pydantic import TypeAdapter
from telegram import (
    CallbackQuery,
    ChatMemberUpdated,
    Message,
    MessageReactionUpdated,
    PollAnswer,
    ReactionType,
    ReactionTypeEmoji,
    Update,
)
from telegram.constants import ChatType

from bot.front_telegram.address import address
from bot.front_telegram.callbacks import FORGET_ME, NIGHT, unpack, unpack_inline
from bot.front_telegram.choosing import SETTING
from bot.turn import Action, Turn

CHANNEL = "telegram"
WANTED = (
    Update.MESSAGE,
    Update.CALLBACK_QUERY,
    Update.MY_CHAT_MEMBER,
    Update.MESSAGE_REACTION,
    Update.INLINE_QUERY,
    Update.POLL_ANSWER,
)
"""The kinds of update that are asked for."""

_COMMAND = re.compile(r"/(\w{1,64})(?:@(\w{1,64}))?(?:\s+(.*))?", re.ASCII | re.DOTALL)
_CALLED = re.compile(r"@(\w{1,64})[\s,:]+(.+)", re.ASCII | re.DOTALL)
_TEXT, _NAME = 4096, 64  # letters of a message, and of what somebody is called
_ABSENT = {"left", "kicked"}
_THUMBS = {"👍": Action.UP, "❤": Action.UP, "👎": Action.DOWN}


class Kind(StrEnum):
    """What an update is."""

    SAID = "said"  # words for the conversation
    TAPPED = "tapped"  # a button
    COMMAND = "command"
    THUMBED = "thumbed"  # a thumb on a card that was sent into another chat
    REACTED = "reacted"  # a native reaction
    BALLOT = "ballot"  # an answer in a poll, whose chat is still to be found
    FILE = "file"  # one that may hold what somebody saw elsewhere
    PUZZLE = "puzzle"  # a sticker, a photo: something that is not read
    GONE = "gone"  # the bot was blocked or thrown out
    LEFT = "left"  # somebody left a group


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
    message: int | None = None  # the message that was tapped or reacted to
    changed: bool = False  # whether the person had said something of it by a reaction before
    answered: int | None = None  # the bot's own message that this is a reply to
    file: Sent | None = None
    poll: str | None = None  # that was answered
    options: tuple[int, ...] = ()  # of the poll, all that are chosen now, by position from 0


_HEARD: TypeAdapter[Heard] = TypeAdapter(Heard)


def to_bytes(heard: Heard) -> bytes:
    """For the inbox.

    Raises:
        ValueError: A part of it is of another type than it should be.

    """
    return _HEARD.dump_json(heard, warnings="error")


def from_bytes(body: bytes) -> Heard:
    """From the inbox."""
    return _HEARD.validate_json(body)


def read(update: Update, me: Me) -> Heard | None:
    """What an update asks; None when it asks nothing of this bot."""
    key = _key(update, me)
    if update.callback_query:
        return _tapped(update.callback_query, key)
    if update.message and update.message.left_chat_member:
        return _left(update.message, me, key)
    if update.message_reaction:
        return _reacted(update.message_reaction, key)
    if update.poll_answer:
        return _answered(update.poll_answer, key)
    if update.message:
        return _said(update.message, me, key)
    if update.my_chat_member:
        return _membership(update.my_chat_member, key)
    return None


def _key(update: Update, me: Me) -> str:
    """Names an update for good. Its number alone would not: after an idle week they begin anywhere, maybe once more."""
    if update.callback_query:
        return f"{me.id}:{update.update_id}:{update.callback_query.id}"
    if update.poll_answer:
        return f"{me.id}:{update.update_id}:{update.poll_answer.poll_id}"
    dated = update.message or update.my_chat_member or update.message_reaction
    return f"{me.id}:{update.update_id}:{round(dated.date.timestamp()) if dated else 0}"


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
        return _thumbed(query, key)
    chat = query.message.chat
    turn = Turn(
        channel=CHANNEL,
        chat=address(query.message) if isinstance(query.message, Message) else str(chat.id),
        user=str(query.from_user.id),
        key=key,
        group=chat.type != ChatType.PRIVATE,
        name=_letters(query.from_user.first_name, _NAME),
        language=_letters(query.from_user.language_code or "", _NAME),
        at=datetime.now(UTC),
    )
    data = _letters(query.data or "", _NAME)
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


def _thumbed(query: CallbackQuery, key: str) -> Heard | None:
    """A thumb on an inline card: nobody says in which chat, and it counts where the person talks with the bot."""
    thumb = unpack_inline(_letters(query.data or "", _NAME))
    if thumb is None or query.inline_message_id is None:
        return None
    user = str(query.from_user.id)
    turn = Turn(channel=CHANNEL, chat=user, user=user, key=key, action=thumb[0], film=thumb[1])
    return Heard(kind=Kind.THUMBED, turn=turn, query=query.id)


def _reacted(reaction: MessageReactionUpdated, key: str) -> Heard | None:
    before, now = (_thumb(kinds) for kinds in (reaction.old_reaction, reaction.new_reaction))
    if reaction.user is None or reaction.user.is_bot or before is now:  # nameless in a group, or it says no thumb
        return None
    turn = Turn(
        channel=CHANNEL,
        chat=str(reaction.chat.id),
        user=str(reaction.user.id),
        key=key,
        group=reaction.chat.type != ChatType.PRIVATE,
        action=now or Action.UNDO,
        at=reaction.date,
    )
    return Heard(kind=Kind.REACTED, turn=turn, message=reaction.message_id, changed=before is not None)


def _answered(answer: PollAnswer, key: str) -> Heard | None:
    if answer.user is None or answer.user.is_bot:  # a chat answered, and nobody says who
        return None
    turn = Turn(
        channel=CHANNEL,
        chat="",
        user=str(answer.user.id),
        key=key,
        group=True,
        name=_letters(answer.user.first_name),
        language=_letters(answer.user.language_code or ""),
        at=datetime.now(UTC),
    )
    return Heard(kind=Kind.BALLOT, turn=turn, poll=answer.poll_id, options=tuple(answer.option_ids))


def _thumb(kinds: Sequence[ReactionType]) -> Action | None:
    said = (_THUMBS.get(kind.emoji.rstrip("\ufe0f")) for kind in kinds if isinstance(kind, ReactionTypeEmoji))
    return next((thumb for thumb in said if thumb), None)


def _said(message: Message, me: Me, key: str) -> Heard | None:
    sender, chat = message.from_user, message.chat
    if sender is None or sender.is_bot or chat.type == ChatType.CHANNEL:
        return None
    turn = Turn(
        channel=CHANNEL,
        chat=address(message),
        user=str(sender.id),
        key=key,
        group=chat.type != ChatType.PRIVATE,
        name=_letters(sender.first_name, _NAME),
        language=_letters(sender.language_code or "", _NAME),
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
        called = _CALLED.fullmatch(text)  # read where privacy mode is off, or by an admin
        if called is None or called[1].lower() != me.username.lower():
            return None
        text = called[2]
    return Heard(kind=Kind.SAID, turn=replace(turn, text=text), answered=answered)


def _left(message: Message, me: Me, key: str) -> Heard | None:
    gone = message.left_chat_member
    if gone is None or gone.is_bot or gone.id == me.id:
        return None
    chat, user = str(message.chat.id), str(gone.id)
    turn = Turn(channel=CHANNEL, chat=chat, user=user, key=key, group=True, at=message.date)
    return Heard(kind=Kind.LEFT, turn=turn)


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


def _letters(text: str, most: int = _TEXT) -> str:
    """Without half letters, which JSON may carry and nothing can store, and no longer than Telegram's own limits."""
    return text[:most].encode(errors="replace").decode()
