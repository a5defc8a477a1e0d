"""What a turn may ask of the store, as small ports; `bot.store.transaction.Transaction` is all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NewType, Protocol

from engine.request import Verdict

LEAVING = "leaving"
"""The kind of a chat that stands only until a last word is said in it."""

ChatId = NewType("ChatId", int)
PersonId = NewType("PersonId", int)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """One verdict of one person in one chat."""

    chat: ChatId
    person: PersonId
    tmdb: int
    verdict: Verdict | None  # None takes back what this person said of the film
    update_key: str  # names the update that caused it, such as "telegram:BOT:UPDATE"; counted once
    deck: str | None = None  # our own id of the deck it was shown in, never a platform's


class Directory(Protocol):
    """Who is who: platform ids to our own numbers. The same ids give the same number; new ones get a new number."""

    async def chat_of(self, channel: str, platform_chat: str, kind: str = "private") -> ChatId:
        """Our number for a chat; `kind` ("private", "group") is kept when it is new."""

    async def person_of(self, channel: str, platform_user: str) -> PersonId:
        """Our number for a person."""

    async def met(self, channel: str, platform_user: str) -> PersonId | None:
        """Our number for a person, or None, and nobody new, when they are not known."""

    async def address_of(self, chat: ChatId) -> tuple[str, str]:
        """Channel and platform id of a chat, to write to it."""

    async def move_chat(self, channel: str, old: str, new: str) -> None:
        """Give a chat that changed its platform id the new one; nothing happens when the old one is not known."""


class Memory(Protocol):
    """What a chat said and where it stands."""

    async def session(self, chat: ChatId) -> str | None:
        """The chat's session as it was saved last; held by this turn alone until it ends."""

    async def save_session(self, chat: ChatId, body: str) -> None:
        """Keep the chat's session."""

    async def record(self, feedback: Feedback) -> bool:
        """Keep a verdict; False, and nothing kept, when this update was recorded before."""

    async def verdicts(self, chat: ChatId, person: PersonId | None = None) -> dict[int, Verdict]:
        """(TMDB id, verdict) of every film that is judged, the oldest verdict first, one entry a film.

        A person's latest verdict of a film counts. Without `person`, where people differ, the later one counts.
        """

    async def said_in(self, chat: ChatId, person: PersonId, deck: str) -> tuple[int, Verdict] | None:
        """(TMDB id, verdict) that a person recorded last under this name of a deck; None when it was taken back."""


class Histories(Protocol):
    """What a person said of films elsewhere, kept all at once."""

    async def record_all(self, feedback: Sequence[Feedback]) -> int:
        """Keep verdicts in their order; how many are new: updates that were recorded before are passed over."""


class Nights(Protocol):
    """The movie night of each group."""

    async def night(self, chat: ChatId) -> str | None:
        """The chat's latest night as it was saved last."""

    async def save_night(self, chat: ChatId, body: str, closes_at: datetime | None) -> None:
        """Keep the chat's night; `closes_at` is when its votes are to be counted, None for never."""

    async def nights(self) -> tuple[tuple[ChatId, str], ...]:
        """The latest night of every chat."""

    async def due_nights(self, at: datetime) -> tuple[ChatId, ...]:
        """Chats whose votes are to be counted, the longest due first."""

    async def thumbs_in(self, chat: ChatId) -> tuple[tuple[PersonId, int, Verdict], ...]:
        """(person, TMDB id, verdict): what each person says of each film in a chat, the oldest verdict first."""

    async def verdicts_of(self, person: PersonId) -> dict[int, Verdict]:
        """(TMDB id, verdict) of every film that a person judged in any chat; the latest counts, the oldest first."""


class Privacy(Protocol):
    """A person's right to see and to be forgotten."""

    async def export_person(self, person: PersonId) -> dict[str, Any]:
        """All that is kept of a person, ready for JSON."""

    async def forget_person(self, person: PersonId) -> None:
        """Delete a person: ids, key and feedback in every chat, and nobody else's. Gone for good when the turn ends."""

    async def forget_chat(self, chat: ChatId) -> None:
        """Delete a chat: ids, key, session and all feedback in it."""
