"""Who is there when strangers send what nobody should: Ann, Ben and their group, who must not notice, and Carol."""

from __future__ import annotations

import asyncio
import copy
import importlib
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import text

from bot.posters import draw
from bot.settings import Settings
from bot.store import ChatId, PersonId, Store
from bot.wiring import open_store
from index.movie import Movie

hostile: Any = importlib.import_module("tests.hostile")  # tests are not type-checked

WISH = "something like Interstellar but funnier"
WISHES = ("a western", "90s heist", "something scary", "a musical", "films about chess")
NIGHT = "/movienight@matineebot"
MINE = {  # whose rows a table holds, by its own columns
    "chats": "id IN ({chats})",
    "people": "id IN ({people})",
    "sessions": "chat_id IN ({chats})",
    "nights": "chat_id IN ({chats})",
    "settings": "chat_id IN ({chats})",
    "saved": "person_id IN ({people})",
    "messages": "chat_id IN ({chats})",
    "feedback": "chat_id IN ({chats}) OR person_id IN ({people})",
}


class Stage:
    """The people, and what is kept of them."""

    def __init__(self, telegram: Any, store: Store) -> None:
        self._telegram = telegram
        self._store = store
        self.ann, self.ben, self.carol, self.mallory = (
            telegram.person(name, language_code="en") for name in ("Ann", "Ben", "Carol", "Mallory")
        )
        self.group = telegram.group("Friday", [self.ann, self.ben], bot_status="administrator")
        self.clubs = (
            telegram.group("Club", [self.mallory], supergroup=False, bot_status="administrator"),
            telegram.group("Team", [self.mallory], bot_status="administrator"),
        )
        self.valid: list[dict[str, Any]] = []
        self.scene: Any = None
        self._wishes = 0

    @property
    def token(self) -> str:
        """The bot's."""
        return str(self._telegram.token)

    async def others_settle_in(self) -> None:
        """Ann, Ben and their group have all that can be had."""
        for person in (self.ann, self.ben):
            card = await self._asks(person, person.private(), WISH)
            for label in ("👍", "👎", "🔖"):
                await self._taps(person, label, card)
            await person.says("/settings DE")
            await self._quiet()
        deck = await self._asks(self.ann, self.group, f"@matineebot {WISH}")
        await self._taps(self.ben, "👍", deck)
        table = await self._asks(self.ann, self.group, NIGHT)
        await self._taps(self.ben, "🙋", table)
        await self._taps(self.ann, "🎬", table)
        await self._taps_data(self.ben, table.keyboard["inline_keyboard"][0][0]["callback_data"], table)

    async def mallory_does_everything(self, strangers: int) -> None:
        """Valid updates of every kind, which others are made from."""
        mallory, clubs, telegram = self.mallory, self.clubs, self._telegram
        begin = len(telegram.bot.queue.confirmed)
        await mallory.starts()
        await self._quiet()
        card = await self._asks(mallory, mallory.private(), WISH)
        for label in ("👍", "👎", "▶", "Why?", "🔖"):
            await self._taps(mallory, label, card)
        await mallory.reacts("👍", card)
        await mallory.reacts("", card)
        for said in ("/help", "/privacy", "/taste", "/settings", "/seen", "/surprise", "older", "/movienight"):
            await mallory.says(said)
        await self._quiet()
        settings = telegram.messages(mallory.private(), of_bot=True)
        await self._taps(mallory, "Language", next(m for m in settings if m.labels and "Language" in m.labels))
        await mallory.sends("ratings.csv", b"Date,Name,Year,Letterboxd URI,Rating\n2020-01-01,Alien,1979,u,5\n")
        await mallory.shows(draw(Movie(tmdb=1, title="A picture")), "look")
        asked = await mallory.asks_inline("90s heist")
        await telegram.until(lambda: asked.results, within=20)
        picked = await mallory.picks(asked, 0)
        await self._taps(mallory, "👍", picked)
        for club in clubs:
            deck = await self._asks(mallory, club, f"@matineebot {WISH}")
            await self._taps(mallory, "👍", deck)
            await mallory.reacts("❤", deck)
            await mallory.says("funnier", chat=club, reply_to=deck)
            await self._quiet()
            table = await self._asks(mallory, club, NIGHT)
            await self._taps(mallory, "✍", table)
            await self._taps(mallory, "🎬", table)
            await self._taps_data(mallory, table.keyboard["inline_keyboard"][0][0]["callback_data"], table)
        friend = telegram.person("Trudy")
        await friend.joins(clubs[1])
        await friend.leaves(clubs[1])
        topic = await mallory.opens_topic(clubs[1], "Films")
        await mallory.says(f"{NIGHT} a comedy", chat=clubs[1], topic=topic)
        await mallory.kicks_bot(clubs[0])
        await mallory.adds_bot(clubs[0], status="administrator")
        await mallory.blocks()
        await mallory.says("hi")
        await self._quiet()
        confirmed = telegram.bot.queue.confirmed[begin:] + telegram.bot.queue.waiting
        self.valid = [{each.kind: copy.deepcopy(each.body)} for each in confirmed if each.kind in _KINDS]
        self.scene = self._scene(strangers)

    def _scene(self, strangers: int) -> Any:
        seen = [m for chat in self._others() for m in self._telegram.messages(chat, of_bot=True)]
        keys = [key for m in seen if m.keyboard for row in m.keyboard.get("inline_keyboard", ()) for key in row]
        links = {key["url"].partition("start=")[2] for key in keys if "start=" in key.get("url", "")}
        people = [self._telegram.person(f"S{number}") for number in range(strangers)]
        for each in people:
            each.private().started = True
        return hostile.Scene(
            mallory=self.mallory.id,
            clubs=tuple(club.id for club in self.clubs),
            victims=(self.ann.id, self.ben.id),
            rooms=(self.group.id,),
            data=tuple(sorted({key["callback_data"] for key in keys if "callback_data" in key})),
            links=tuple(sorted(links)),
            messages=tuple(sorted({m.id for m in seen})),
            strangers=tuple(each.id for each in people),
        )

    def _others(self) -> tuple[Any, ...]:
        return self.ann.private(), self.ben.private(), self.group

    # ---- looking

    async def rows(self) -> dict[str, list[Any]]:
        """All that is kept of Ann, Ben and their group, byte for byte."""
        async with self._store.turn() as memory:
            chats = [await memory.chat_of("telegram", str(chat.id)) for chat in self._others()]
            people = [await memory.person_of("telegram", str(each.id)) for each in (self.ann, self.ben)]
            own = {"chats": ", ".join(map(str, chats)), "people": ", ".join(map(str, people))}
            return {
                table: sorted(
                    tuple(row)
                    for row in await memory.connection.execute(
                        text(f"SELECT * FROM {table} WHERE {mine.format(**own)}")
                    )
                )
                for table, mine in MINE.items()
            }

    async def strayed(self) -> list[str]:
        """Thumbs of people in private chats that are not theirs."""
        async with self._store.turn() as memory:
            pairs = (await memory.connection.execute(text("SELECT DISTINCT chat_id, person_id FROM feedback"))).all()
            found = []
            for chat, person in pairs:
                where = (await memory.address_of(ChatId(chat)))[1]
                who = (await memory.user_of(PersonId(person)))[1]
                if not where.startswith("-") and where != who:
                    found.append(f"a thumb of {who} stands in the chat of {where}")
        return found

    def calls(self) -> int:
        """How many calls the bot has made."""
        return len(self._telegram.transcript)

    def written_to_others(self, since: int) -> Iterator[str]:
        """Calls to chats of those who did nothing."""
        others = {str(chat.id) for chat in self._others()}
        for call in list(self._telegram.transcript)[since:]:
            if str(call.parameters.get("chat_id")) in others and call.method not in {"getChatMember"}:
                yield f"{call.method} was called for somebody who did nothing"

    async def carol_is_answered(self) -> bool:
        """Whether somebody with a plain wish is served."""
        wish = WISHES[self._wishes % len(WISHES)]
        self._wishes += 1
        try:
            await self._asks(self.carol, self.carol.private(), wish)
        except AssertionError:
            return False
        return True

    async def drained(self, seconds: float) -> None:
        """Wait until all is answered and said."""
        end = time.monotonic() + seconds
        count = "SELECT (SELECT count(*) FROM inbox WHERE chat_id IS NOT NULL) + (SELECT count(*) FROM outbox)"
        while time.monotonic() < end:
            async with self._store.turn() as memory:
                if not (await memory.connection.execute(text(count))).scalar_one():
                    return
            await asyncio.sleep(0.1)

    async def close(self) -> None:
        """Let go of the database."""
        await self._store.close()

    # ---- doing

    async def _asks(self, person: Any, chat: Any, words: str) -> Any:
        await person.says(words, chat=chat)
        await self._telegram.answer(chat, within=30)
        await self._quiet()
        return self._telegram.last(chat)

    async def _taps(self, person: Any, label: str, message: Any) -> None:
        await person.taps(label, on=message)
        await self._quiet()

    async def _taps_data(self, person: Any, data: str, message: Any) -> None:
        await person.taps_data(data, on=message)
        await self._quiet()

    async def _quiet(self) -> None:
        await self._telegram.settled(answered=False, quiet=0.05, within=30)
        await self.drained(30)


_KINDS = {"message", "callback_query", "my_chat_member", "message_reaction", "inline_query"}


async def set_up(telegram: Any, home: Path, each: int, updates: int) -> Stage:
    """A stage with everybody on it."""
    settings = Settings.load(home=home, database_url=f"sqlite:///{home / 'matinee.db'}")
    stage = Stage(telegram, await open_store(settings))
    await stage.others_settle_in()
    await stage.mallory_does_everything(2 * updates // each + 2)
    return stage
