"""Whether an update can be what it says: whatever Telegram would not write is refused before anything is done. Pure.

The library builds objects of any shape that it is given, and checks no types.
"""

from __future__ import annotations

from datetime import UTC, datetime

from telegram import CallbackQuery, Chat, InlineQuery, Message, Update, User
from telegram.constants import ChatType

_ID = 2**52  # ids of chats and people stay below it (Bot API, "User", "Chat")
_NUMBER = 2**63  # what a database keeps
_SUPERGROUP = -(10**12)  # ids of supergroups are at most this, those of groups are above it
_TOKEN = 256  # letters of what names a query or a file
_LATEST = datetime(2100, 1, 1, tzinfo=UTC)
_TYPES = {ChatType.PRIVATE, ChatType.GROUP, ChatType.SUPERGROUP, ChatType.CHANNEL}


class OddUpdateError(Exception):
    """Telegram would not have written this. Its words name the part, never what stands in it."""


def check(update: Update) -> None:
    """Refuse what would act for somebody else or elsewhere, or can neither be kept nor answered.

    Raises:
        OddUpdateError: It is such an update.

    """
    query, message = update.callback_query, update.message
    kinds = (message, query, update.inline_query, update.message_reaction, update.my_chat_member, update.poll_answer)
    _need(sum(kind is not None for kind in kinds) <= 1, "several kinds")  # one would be looked at, and another done
    if query:
        _query(query)
        message = query.message if isinstance(query.message, Message) else None
    if update.inline_query:
        _asked(update.inline_query)
    if message:
        _message(message)
    if update.message_reaction:
        _below(update.message_reaction.message_id, "message", _NUMBER)
    for dated in (update.message, update.my_chat_member, update.message_reaction):
        _need(dated is None or (isinstance(dated.date, datetime) and dated.date < _LATEST), "date")
    _where(update.effective_chat, update.effective_user)


def numbered(number: object) -> bool:
    """Whether this can be the number of an update."""
    return isinstance(number, int) and not isinstance(number, bool) and 0 <= number < _NUMBER - 1


def _where(chat: Chat | None, user: User | None) -> None:
    """Who, and in which chat: a private chat has the id of the person, and groups have ids below 0."""
    if user is not None:
        _person(user)
    if chat is None:
        return
    _below(chat.id, "chat", _ID)
    _need(chat.id != 0, "chat")  # nobody's
    _need(isinstance(chat.type, str) and chat.type in _TYPES, "type of the chat")
    _need((chat.type == ChatType.PRIVATE) == (chat.id > 0), "type of the chat")
    if chat.id > 0:
        _need(user is None or user.id == chat.id, "chat of somebody else")


def _person(user: User) -> None:
    _below(user.id, "person", _ID)
    _need(user.id > 0, "person")
    _need(isinstance(user.first_name, str) and isinstance(user.is_bot, bool), "person")
    _need(user.language_code is None or isinstance(user.language_code, str), "language")


def _query(query: CallbackQuery) -> None:
    _name(query.id, "query")
    _need(isinstance(query.from_user, User), "person")
    _need(query.data is None or isinstance(query.data, str), "data")
    if query.message is not None:
        _below(query.message.message_id, "message", _NUMBER)
    if query.inline_message_id is not None:
        _name(query.inline_message_id, "message")


def _asked(query: InlineQuery) -> None:
    _name(query.id, "query")
    _need(isinstance(query.from_user, User), "person")
    _need(isinstance(query.query, str) and isinstance(query.offset, str), "query")


def _message(message: Message) -> None:
    _below(message.message_id, "message", _NUMBER)
    _need(message.text is None or isinstance(message.text, str), "text")
    if message.message_thread_id is not None:
        _below(message.message_thread_id, "topic", _ID)  # it is said to Telegram again
    if message.reply_to_message is not None:
        _below(message.reply_to_message.message_id, "answered message", _NUMBER)
    if message.left_chat_member is not None:
        _person(message.left_chat_member)
    if message.document is not None:
        _name(message.document.file_id, "file")
        _need(message.document.file_name is None or isinstance(message.document.file_name, str), "file")
        _below(message.document.file_size or 0, "file", _NUMBER)
    _moves(message)


def _moves(message: Message) -> None:
    """Groups become supergroups, and nothing else becomes anything else."""
    for old, new in (
        (message.chat.id, message.migrate_to_chat_id),
        (message.migrate_from_chat_id, message.chat.id if message.migrate_from_chat_id is not None else None),
    ):
        if old is not None and new is not None:
            _below(old, "move", _ID)
            _below(new, "move", _ID)
            _need(_SUPERGROUP < old < 0 and new <= _SUPERGROUP, "move")


def _below(number: object, what: str, most: int) -> None:
    _need(isinstance(number, int) and not isinstance(number, bool) and abs(number) < most, what)


def _name(text: object, what: str) -> None:
    _need(isinstance(text, str) and 0 < len(text) <= _TOKEN and text.isascii() and text.isprintable(), what)


def _need(holds: bool, what: str) -> None:
    if not holds:
        raise OddUpdateError(what)
