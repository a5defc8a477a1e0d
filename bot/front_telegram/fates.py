"""What an error of Telegram's means for what was to be said. Most are events of an ordinary day."""

from __future__ import annotations

from enum import StrEnum

from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter


class Fate(StrEnum):
    """What becomes of it."""

    DONE = "done"  # it is so already, or it is too late for it
    MISSING = "missing"  # the message to be edited is not there
    PICTURE = "picture"  # the picture cannot be had
    GONE = "gone"  # nobody hears it: blocked, thrown out, no such chat
    MOVED = "moved"  # the chat has another id
    HOLD = "hold"  # this chat is to wait
    RETRY = "retry"  # the network or the server stumbled
    REFUSED = "refused"  # it was wrong in itself


_WORDS = {
    "message is not modified": Fate.DONE,
    "query is too old": Fate.DONE,
    "query id is invalid": Fate.DONE,
    "message to edit not found": Fate.MISSING,
    "message can't be edited": Fate.MISSING,
    "message_id_invalid": Fate.MISSING,
    "there is no text in the message": Fate.MISSING,  # it shows something else
    "there is no caption in the message": Fate.MISSING,
    "wrong file identifier": Fate.PICTURE,
    "wrong remote file": Fate.PICTURE,
    "wrong http url": Fate.PICTURE,
    "failed to get http url content": Fate.PICTURE,
    "wrong type of the web page content": Fate.PICTURE,
    "webpage_curl_failed": Fate.PICTURE,
    "webpage_media_empty": Fate.PICTURE,
    "image_process_failed": Fate.PICTURE,
    "photo_invalid_dimensions": Fate.PICTURE,
    "chat not found": Fate.GONE,
    "peer_id_invalid": Fate.GONE,
    "chat_write_forbidden": Fate.GONE,
    "not enough rights": Fate.GONE,
    "have no rights to send": Fate.GONE,
    "group chat was deactivated": Fate.GONE,
    "message thread not found": Fate.GONE,
    "topic_closed": Fate.GONE,
    "topic_deleted": Fate.GONE,
}


def fate(error: Exception) -> Fate:
    """What becomes of what was to be said."""
    match error:
        case RetryAfter():
            return Fate.HOLD
        case ChatMigrated():
            return Fate.MOVED
        case Forbidden():
            return Fate.GONE
        case BadRequest():
            said = error.message.lower()
            return next((found for words, found in _WORDS.items() if words in said), Fate.REFUSED)
        case NetworkError() | Conflict() | InvalidToken():
            return Fate.RETRY
    return Fate.REFUSED


def transient(error: Exception) -> bool:
    """Whether the same call may well succeed in a moment."""
    return isinstance(error, NetworkError) and not isinstance(error, BadRequest)
