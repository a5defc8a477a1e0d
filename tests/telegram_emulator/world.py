"""Everything that the emulator holds: bots, people, chats, files; and the mail from chats to bots."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.telegram_emulator.clock import Clock
from tests.telegram_emulator.documents import Documents
from tests.telegram_emulator.files import Files
from tests.telegram_emulator.refusal import Refusal
from tests.telegram_emulator.state import Chat, Message, Poll, User
from tests.telegram_emulator.updates import Queue, Update

CALLBACK_AGE = 15.0  # seconds in which a tap can be answered


@dataclass(slots=True, kw_only=True, eq=False)
class Tap:
    """A callback query and the answers to it."""

    id: str
    person: User
    message: Message
    data: str
    date: float  # Unix time, emulator's clock
    at: float = field(default_factory=time.monotonic)
    answers: list[dict[str, Any]] = field(default_factory=list)

    @property
    def answer(self) -> str | None:
        """The text that the person saw, if it was answered."""
        return self.answers[-1].get("text", "") if self.answers else None


@dataclass(slots=True, kw_only=True, eq=False)
class Asked:
    """An inline query and what was offered."""

    id: str
    person: User
    date: float
    results: list[dict[str, Any]] | None = None


@dataclass(slots=True, kw_only=True, eq=False)
class Bot:
    """A bot that is known to the emulator."""

    user: User
    token: str
    queue: Queue
    privacy: bool = True  # in groups it gets only what is meant for it
    inline: bool = True
    inline_feedback: bool = True  # chosen_inline_result is sent
    private: dict[int, Chat] = field(default_factory=dict)  # by user id
    taps: dict[str, Tap] = field(default_factory=dict)
    asked: dict[str, Asked] = field(default_factory=dict)
    inline_messages: dict[str, Message] = field(default_factory=dict)
    profile: dict[tuple[str, str], str] = field(default_factory=dict)  # by (what, language)
    commands: dict[tuple[str, str], list[dict[str, str]]] = field(default_factory=dict)  # by (scope, language)

    def json(self) -> dict[str, Any]:
        """As getMe answers."""
        return self.user.json() | {
            "can_join_groups": True,
            "can_read_all_group_messages": not self.privacy,
            "supports_inline_queries": self.inline,
            "can_connect_to_business": False,
            "has_main_web_app": False,
            "has_topics_enabled": False,
            "allows_users_to_create_topics": False,
        }


class World:
    """State behind all methods. Not thread-safe: it lives in one event loop."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.files = Files()
        self.documents = Documents()
        self.bots: dict[str, Bot] = {}  # by token
        self.people: dict[int, User] = {}
        self.groups: dict[int, Chat] = {}
        self.polls: dict[str, tuple[Bot, Message]] = {}
        self.callback_age = CALLBACK_AGE
        self.owed: set[str] = set()  # chats and queries that wait for an answer, by id
        self.webhook_set: Callable[[Bot], None] = lambda bot: None  # tells the postman
        self._changed = asyncio.Event()
        self._ids = {"user": 5_000_001, "group": -4_100_001, "supergroup": -1_002_100_000_001, "query": 40_000_000_001}

    def new_id(self, kind: str) -> int:
        """The next identifier of a kind."""
        number = self._ids[kind]
        self._ids[kind] += -1 if number < 0 else 1
        return number

    # ---- who

    def add_bot(self, *, username: str, first_name: str, token: str | None = None) -> Bot:
        """A new bot; its token starts with its id, as everywhere."""
        bot_id = int(token.split(":")[0]) if token else 7_100_000_001 + len(self.bots)
        token = token or f"{bot_id}:AAEmulated-token-of-{username}".ljust(46, "x")
        user = User(id=bot_id, first_name=first_name, username=username, is_bot=True)
        bot = Bot(user=user, token=token, queue=Queue(self.clock, 310_000_001 + 1000 * len(self.bots)))
        self.bots[token] = bot
        return bot

    def add_person(self, first_name: str, **more: Any) -> User:
        """A new person."""
        user = User(id=self.new_id("user"), first_name=first_name, **more)
        self.people[user.id] = user
        return user

    def private_chat(self, bot: Bot, person: User) -> Chat:
        """The chat of a bot with a person, whether or not a word was said in it."""
        if person.id not in bot.private:
            bot.private[person.id] = Chat(id=person.id, type="private", person=person)
        return bot.private[person.id]

    def find_chat(self, bot: Bot, chat_id: int | str, *, to_write: bool = False) -> Chat:
        """The chat that a bot means. Raises Refusal where the bot may not."""
        number = chat_id if isinstance(chat_id, int) else None
        if number is not None and number > 0:
            return self._find_private(bot, number, to_write=to_write)
        group = self.groups.get(number) if number is not None else None
        if group is None or bot.user.id not in group.members:
            raise Refusal("chat not found")
        if group.moved_to is not None:
            raise Refusal(
                "group chat was upgraded to a supergroup chat", parameters={"migrate_to_chat_id": group.moved_to}
            )
        status = group.status(bot.user.id)
        kind = "group" if group.type == "group" else "supergroup"
        if status == "kicked":
            raise Refusal(f"bot was kicked from the {kind} chat", code=403)
        if status == "left":
            raise Refusal(f"bot is not a member of the {kind} chat", code=403)
        return group

    def _find_private(self, bot: Bot, user_id: int, *, to_write: bool) -> Chat:
        person = self.people.get(user_id)
        chat = bot.private.get(user_id)
        met = any(group.has(user_id) and group.has(bot.user.id) for group in self.groups.values())
        if person is None or not (met or (chat and chat.started)):
            raise Refusal("chat not found")
        chat = self.private_chat(bot, person)
        if to_write and not chat.started:
            raise Refusal("bot can't initiate conversation with a user", code=403)
        if to_write and chat.blocked:
            raise Refusal("bot was blocked by the user", code=403)
        return chat

    # ---- what is said

    def post(self, chat: Chat, sender: User, **parts: Any) -> Message:
        """Put a message into a chat."""
        chat.last_id += 1
        message = Message(id=chat.last_id, chat=chat, sender=sender, date=self.clock.now(), **parts)
        chat.messages[message.id] = message
        if sender.is_bot and chat.type != "private":
            chat.last_bot = sender.id
        self.touch()
        return message

    def poll_of(self, bot: Bot, message: Message, poll: Poll) -> None:
        """Remember whose poll it is."""
        self.polls[poll.id] = (bot, message)

    def send(self, bot: Bot, kind: str, body: dict[str, Any]) -> Update | None:
        """Put an update into a bot's queue."""
        update = bot.queue.put(kind, body)
        if update is not None and kind in ("message", "callback_query", "inline_query"):
            self.owed.add(str(body["chat"]["id"] if "chat" in body else body["id"]))
        self.touch()
        return update

    # ---- waiting for a change

    def touch(self) -> None:
        """Something changed: wake whoever waits for it."""
        self._changed.set()
        self._changed = asyncio.Event()

    async def change(self, within: float) -> None:
        """Wait for the next change, at most so many seconds."""
        try:
            await asyncio.wait_for(self._changed.wait(), within)
        except TimeoutError:
            return
