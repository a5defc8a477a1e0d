"""A movie night in its chat: one tap or word in, the night's message out, all that changed kept in between."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from datetime import datetime
from typing import Any, Generic, Protocol, TypeVar
from weakref import WeakValueDictionary

from pydantic import TypeAdapter, ValidationError

from bot import groups
from bot.groups import Board, Guest, Move, Night, Phase, What
from bot.playing.night import NightScene, NightTurn, board, play
from bot.playing.scene import House
from bot.store import ChatId, Directory, Feedback, Nights, PersonId
from engine.request import Verdict
from engine.taste import Taste

_NIGHT: TypeAdapter[Night] = TypeAdapter(Night)


class Memory(Directory, Nights, Protocol):
    """What a night asks of the store, in one transaction."""

    async def record(self, feedback: Feedback) -> bool:
        """See `bot.store.Memory.record`."""


M = TypeVar("M", bound=Memory)
Alongside = Callable[[M, Board], Awaitable[None]]
"""What a front end keeps of a night's message in the same transaction that keeps the night."""


class MovieNight(Generic[M]):
    """Runs the nights of all groups, one a chat at a time."""

    def __init__(self, store: Callable[[], AbstractAsyncContextManager[M]], house: Callable[[], House]) -> None:
        self._store = store
        self._house = house
        self._locks: WeakValueDictionary[tuple[str, str], asyncio.Lock] = WeakValueDictionary()

    async def respond(self, turn: NightTurn, alongside: Alongside[M] | None = None) -> Board:
        """The night's message after a turn; all that it changed was kept, and `alongside` with it or neither."""
        async with self._locks.setdefault((turn.channel, turn.chat), asyncio.Lock()):
            async with self._store() as memory:
                chat = await memory.chat_of(turn.channel, turn.chat, "group")
                person = await memory.person_of(turn.channel, turn.user)
                before = _read(await memory.night(chat))
                scene = NightScene(turn=turn, house=self._house(), night=before)
                if turn.move is Move.DEAL:
                    scene.tastes = await _tastes(memory, before)
                    scene.apart = groups.apart(await memory.thumbs_in(chat))
            guest = Guest(person=person, name=turn.name)
            await asyncio.to_thread(play, scene, chat, guest)
            return await self._keep(scene, before, chat, alongside)

    async def count(self, channel: str, chat: str, at: datetime, alongside: Alongside[M] | None = None) -> Board | None:
        """Close the chat's night, or ask how its film was, if it is time; None when it is not, or was done already."""

        def step(night: Night) -> groups.Step | None:
            if not night.due(at):
                return None
            return groups.ask(night, at) if night.phase is Phase.DECIDED else groups.close(night, at)

        turn = NightTurn(channel=channel, chat=chat, user="", name="", at=at, move=Move.CLOSE)
        return await self._by_itself(turn, step, alongside)

    async def without_poll(
        self, channel: str, chat: str, night: str, at: datetime, alongside: Alongside[M] | None = None
    ) -> Board | None:
        """Let votes be cast by buttons, for the poll of this night cannot be sent; None when that is too late."""

        def step(now: Night) -> groups.Step | None:
            return groups.vote_by(now, None, poll=False) if now.id == night and now.by_poll and now.running else None

        turn = NightTurn(channel=channel, chat=chat, user="", name="", at=at, move=Move.BUTTONS, night=night)
        return await self._by_itself(turn, step, alongside, said="night-no-poll")

    async def has(self, memory: Nights, chat: ChatId, night: str, person: PersonId) -> bool:
        """Whether a person is in the night of a chat, if it is this one."""
        found = _read(await memory.night(chat))
        return found is not None and found.id == night and person in found.people

    async def open(self, memory: Nights, chat: ChatId, night: str) -> Night | None:
        """The night of a chat, if it is this one and people can still wish."""
        found = _read(await memory.night(chat))
        return found if found is not None and found.id == night and found.phase is Phase.OPEN else None

    async def forget(self, memory: Nights, person: PersonId) -> None:
        """Take a person out of every night, with name, wishes and votes; a pick that was made stands."""
        for chat, body in await memory.nights():
            night = _read(body)
            if night is not None and night != (left := groups.forget(night, person)):
                await memory.save_night(chat, _NIGHT.dump_json(left).decode(), left.closes_at)

    async def tell(self, memory: Nights, person: PersonId) -> list[dict[str, Any]]:
        """What is kept of a person in nights, ready for JSON: their name there, their own wishes and votes."""
        kept = [_NIGHT.dump_python(night, mode="json") for _, body in await memory.nights() if (night := _read(body))]
        own = [
            {"night": night["id"]}
            | {
                part: [each for each in night[part] if each["person"] == person]
                for part in ("guests", "wishes", "votes")
            }
            for night in kept
        ]
        return [night for night in own if night["guests"] or night["wishes"] or night["votes"]]

    async def _by_itself(
        self,
        turn: NightTurn,
        step: Callable[[Night], groups.Step | None],
        alongside: Alongside[M] | None,
        said: str = "",
    ) -> Board | None:
        """What nobody asked for: a step of the night as it is now, or None when there is none to take."""
        async with self._locks.setdefault((turn.channel, turn.chat), asyncio.Lock()):
            async with self._store() as memory:
                chat = await memory.chat_of(turn.channel, turn.chat, "group")
                before = _read(await memory.night(chat))
            taken = step(before) if before else None
            if before is None or taken is None:
                return None
            scene = NightScene(turn=turn, house=self._house(), night=before, refused=said)
            scene.night, scene.happened = taken
            return await self._keep(scene, before, chat, alongside)

    async def _keep(
        self, scene: NightScene, before: Night | None, chat: ChatId, alongside: Alongside[M] | None
    ) -> Board:
        night = scene.night
        if night is not None and night.phase is Phase.DECIDED and not scene.tastes:
            async with self._store() as memory:
                scene.tastes = await _tastes(memory, night)
        told = replace(await asyncio.to_thread(board, scene), changed=night != before)
        async with self._store() as memory:
            if night is not None and night != before:
                await memory.save_night(chat, _NIGHT.dump_json(night).decode(), night.closes_at)
                for verdict in _verdicts(scene, chat):
                    await memory.record(verdict)
            if alongside:
                await alongside(memory, told)
        return told


def _verdicts(scene: NightScene, chat: ChatId) -> list[Feedback]:
    """What was said of the film afterwards, as thumbs."""
    said = {What.LIKED: Verdict.UP, What.DISLIKED: Verdict.DOWN, What.UNSAID: None}
    key = f"{scene.turn.channel}:{scene.turn.key}"
    return [
        Feedback(chat=chat, person=PersonId(each.person), tmdb=each.film, verdict=said[each.what], update_key=key)
        for each in scene.happened
        if each.what in said and each.person is not None and each.film is not None
    ]


async def _tastes(memory: Nights, night: Night | None) -> dict[int, Taste]:
    people = [PersonId(person) for person in night.people] if night else []
    return {person: Taste.by(await memory.verdicts_of(person)) for person in people}


def _read(stored: str | None) -> Night | None:
    if stored is None:
        return None
    try:
        return _NIGHT.validate_json(stored)
    except ValidationError:  # written by another version: the night is lost, thumbs are not
        return None
