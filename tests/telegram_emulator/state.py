"""Who and what there is: users, chats with their members and messages. Each knows how the API writes it."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

from tests.telegram_emulator.documents import Document
from tests.telegram_emulator.entities import Formatted
from tests.telegram_emulator.files import Photo

ADMINS = ("creator", "administrator")
GONE = ("left", "kicked")


@dataclass(slots=True, kw_only=True, eq=False)
class User:
    """A person or a bot."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False

    def json(self) -> dict[str, Any]:
        """As type User."""
        optional = {"last_name": self.last_name, "username": self.username, "language_code": self.language_code}
        return {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name} | known(optional)


def known(values: dict[str, Any]) -> dict[str, Any]:
    """Without what is None or empty."""
    return {name: value for name, value in values.items() if value not in (None, [], (), "")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a message showed at one time."""

    at: float  # monotonic, seconds
    text: str | None
    caption: str | None
    photo: Photo | None
    keyboard: dict[str, Any] | None


@dataclass(slots=True, kw_only=True, eq=False)
class Message:
    """A message as it is now, with everything that it was before."""

    id: int
    chat: Chat
    sender: User
    date: float  # Unix time, emulator's clock
    text: str | None = None
    entities: tuple[dict[str, Any], ...] = ()
    photo: Photo | None = None
    document: Document | None = None
    caption: str | None = None
    caption_entities: tuple[dict[str, Any], ...] = ()
    keyboard: dict[str, Any] | None = None  # the reply_markup
    reply_to: Message | None = None
    topic: int | None = None  # of a group with topics; None: the general one
    poll: Poll | None = None
    via_bot: User | None = None
    inline_id: str | None = None
    service: dict[str, Any] = field(default_factory=dict)
    reactions: dict[int, list[dict[str, Any]]] = field(default_factory=dict)  # by user id
    edit_date: float | None = None
    deleted: bool = False
    at: float = field(default_factory=time.monotonic)  # when it came, monotonic seconds
    history: list[Shown] = field(default_factory=list)  # what it showed before each edit, oldest first

    @property
    def edits(self) -> int:
        """How often it was edited."""
        return len(self.history)

    @property
    def words(self) -> str:
        """Its text or caption."""
        return self.text if self.text is not None else self.caption or ""

    @property
    def buttons(self) -> list[list[str]]:
        """The labels of its inline keyboard, row by row."""
        return [[b["text"] for b in row] for row in (self.keyboard or {}).get("inline_keyboard", [])]

    @property
    def labels(self) -> list[str]:
        """The labels of its inline keyboard in one list."""
        return [label for row in self.buttons for label in row]

    def button(self, label: str) -> dict[str, Any]:
        """The button with this label, or whose label holds these words; LookupError names what there is."""
        every = [b for row in (self.keyboard or {}).get("inline_keyboard", []) for b in row]
        for fits in (lambda b: b["text"] == label, lambda b: label in b["text"]):
            if found := [b for b in every if fits(b)]:
                return found[0]
        raise LookupError(f"no button {label!r} on message {self.id}; it has {self.labels}")

    def set_words(self, value: Formatted) -> None:
        """Give it a new text, or a new caption when it has a photo."""
        if self.photo is None:
            self.text, self.entities = value.text, value.entities
        else:
            self.caption, self.caption_entities = value.text or None, value.entities

    def content(self) -> tuple[Any, ...]:
        """What an edit has to differ from."""
        photo = self.photo and self.photo.unique_id
        return (self.text, self.entities, photo, self.caption, self.caption_entities, self.keyboard or None)

    def remember(self) -> None:
        """Note what it shows, before an edit."""
        shown = Shown(
            at=time.monotonic(), text=self.text, caption=self.caption, photo=self.photo, keyboard=self.keyboard
        )
        self.history.append(shown)

    def json(self, bot_id: int, *, deep: bool = True) -> dict[str, Any]:
        """As type Message, with file ids of this bot."""
        body: dict[str, Any] = {
            "message_id": self.id,
            "date": int(self.date),
            "chat": self.chat.json(),
            "from": self.sender.json(),
        }
        optional = {
            "message_thread_id": self.topic,
            "is_topic_message": bool(self.topic) or None,
            "edit_date": self.edit_date and int(self.edit_date),
            "text": self.text,
            "entities": list(self.entities),
            "document": self.document and self.document.json(bot_id),
            "photo": self.photo and self.photo.sizes(bot_id),
            "caption": self.caption,
            "caption_entities": list(self.caption_entities),
            "via_bot": self.via_bot and self.via_bot.json(),
            "poll": self.poll and self.poll.json(),
            "reply_to_message": self.reply_to.json(bot_id, deep=False) if deep and self.reply_to else None,
        }
        if self.keyboard and "inline_keyboard" in self.keyboard:
            optional["reply_markup"] = self.keyboard
        return body | known(optional) | self.service


@dataclass(slots=True, kw_only=True, eq=False)
class Poll:
    """A poll and who chose what."""

    id: str
    question: str
    options: list[str]
    anonymous: bool
    multiple: bool
    closed: bool = False
    revoting: bool = True  # whether a choice may be changed
    chosen: dict[int, list[int]] = field(default_factory=dict)  # by user id

    def json(self) -> dict[str, Any]:
        """As type Poll."""
        counts = [sum(i in chosen for chosen in self.chosen.values()) for i in range(len(self.options))]
        options = [
            {"persistent_id": str(i), "text": text, "voter_count": n}
            for i, (text, n) in enumerate(zip(self.options, counts, strict=True))
        ]
        return {
            "id": self.id,
            "question": self.question,
            "options": options,
            "total_voter_count": len(self.chosen),
            "is_closed": self.closed,
            "is_anonymous": self.anonymous,
            "type": "regular",
            "allows_multiple_answers": self.multiple,
            "allows_revoting": self.revoting,
            "members_only": False,
        }


@dataclass(slots=True, kw_only=True, eq=False)
class Chat:
    """A private chat of one bot with one person, or a group."""

    id: int
    type: str  # private, group, supergroup
    title: str | None = None
    person: User | None = None  # of a private chat
    started: bool = False  # private: the person has written to the bot
    blocked: bool = False  # private: the person has blocked the bot
    members: dict[int, str] = field(default_factory=dict)  # groups: status by user id
    users: dict[int, User] = field(default_factory=dict)  # groups: who they are
    messages: dict[int, Message] = field(default_factory=dict)  # deleted ones too
    last_bot: int | None = None  # groups: the bot that spoke last
    moved_to: int | None = None  # a group that became a supergroup
    last_id: int = 0
    topics: dict[int, str] = field(default_factory=dict)  # groups: names by number; empty: it has no topics

    def json(self) -> dict[str, Any]:
        """As type Chat."""
        if self.person is not None:
            person = self.person
            name = {"first_name": person.first_name, "last_name": person.last_name, "username": person.username}
            return {"id": self.id, "type": self.type} | known(name)
        extra = {"all_members_are_administrators": False} if self.type == "group" else {}
        forum = {"is_forum": True} if self.topics else {}
        return {"id": self.id, "type": self.type, "title": self.title} | extra | forum

    def status(self, user_id: int) -> str:
        """The membership of a user."""
        return self.members.get(user_id, "left")

    def has(self, user_id: int) -> bool:
        """Whether a user is in the chat."""
        return self.status(user_id) not in GONE

    def seen(self) -> list[Message]:
        """The messages that are there, oldest first."""
        return [message for message in self.messages.values() if not message.deleted]
