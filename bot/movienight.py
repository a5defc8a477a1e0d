"""A movie night in its chat: one tap or word in, the night's message out, all that changed kept in between."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Generic, Protocol, TypeVar
from uuid import uuid4
from weakref import WeakValueDictionary

import numpy as np
from pydantic import TypeAdapter, ValidationError

from bot import groups, wording
from bot.groups import Board, Guest, Happening, Move, Night, Offer, Phase, What
from bot.playing import House
from bot.reply import Card
from bot.store import ChatId, Directory, Feedback, Nights, PersonId
from bot.wording import Words
from bot.wording import night as told
from engine.context import Context
from engine.groups import Member, Wish
from engine.groups.memory import weights
from engine.request import Act, Request, Verdict
from engine.taste import Taste

_NIGHT: TypeAdapter[Night] = TypeAdapter(Night)
_STALE = timedelta(hours=18)  # a night that nobody closed gives way to a new one after this


class Memory(Directory, Nights, Protocol):
    """What a night asks of the store, in one transaction."""

    async def record(self, feedback: Feedback) -> bool:
        """See `bot.store.Memory.record`."""


M = TypeVar("M", bound=Memory)
Alongside = Callable[[M, Board], Awaitable[None]]
"""What a front end keeps of a night's message in the same transaction that keeps the night."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NightTurn:
    """One tap on a night's message, one wish in reply to it, or the word that opens one."""

    channel: str
    chat: str  # the channel's own id of the group, with its topic where there are topics
    user: str
    name: str  # of the user, as everyone there knows them
    at: datetime
    move: Move | None = None  # None: open a night, or show the one that is on
    night: str | None = None  # id of the night that was tapped
    film: int | None = None  # TMDB id, to vote for
    text: str = ""  # the wish, of the night or of the user
    private: bool = False  # whether the wish was written where the group does not see it
    key: str = ""  # unique for this update within the channel


@dataclass(slots=True, kw_only=True)
class _Scene:
    turn: NightTurn
    house: House
    night: Night | None  # as it is now
    tastes: dict[int, Taste] = field(default_factory=dict)  # of the guests, when films are dealt or picked
    happened: tuple[Happening, ...] = ()
    refused: str = ""  # the message that says why nothing could happen
    asks: bool = False  # the person is to write a wish now


class MovieNight(Generic[M]):
    """Runs the nights of all groups, one a chat at a time."""

    def __init__(
        self, store: Callable[[], AbstractAsyncContextManager[M]], house: Callable[[], House], words: Words
    ) -> None:
        self._store = store
        self._house = house
        self._words = words
        self._locks: WeakValueDictionary[tuple[str, str], asyncio.Lock] = WeakValueDictionary()

    async def respond(self, turn: NightTurn, alongside: Alongside[M] | None = None) -> Board:
        """The night's message after a turn; all that it changed was kept, and `alongside` with it or neither."""
        async with self._locks.setdefault((turn.channel, turn.chat), asyncio.Lock()):
            async with self._store() as memory:
                chat = await memory.chat_of(turn.channel, turn.chat, "group")
                person = await memory.person_of(turn.channel, turn.user)
                before = _read(await memory.night(chat))
                scene = _Scene(turn=turn, house=self._house(), night=before)
                if turn.move is Move.DEAL:
                    scene.tastes = await _tastes(memory, before)
            guest = Guest(person=person, name=turn.name)
            await asyncio.to_thread(self._play, scene, chat, guest)
            return await self._keep(scene, before, chat, alongside)

    async def count(self, channel: str, chat: str, at: datetime, alongside: Alongside[M] | None = None) -> Board | None:
        """Close the chat's night, or ask how its film was, if it is time; None when it is not, or was done already."""
        async with self._locks.setdefault((channel, chat), asyncio.Lock()):
            async with self._store() as memory:
                number = await memory.chat_of(channel, chat, "group")
                before = _read(await memory.night(number))
            if before is None or not before.due(at):
                return None
            turn = NightTurn(channel=channel, chat=chat, user="", name="", at=at, move=Move.CLOSE, night=before.id)
            scene = _Scene(turn=turn, house=self._house(), night=before)
            asks = before.phase is Phase.DECIDED
            scene.night, scene.happened = groups.ask(before, at) if asks else groups.close(before, at)
            return await self._keep(scene, before, number, alongside)

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

    async def _keep(self, scene: _Scene, before: Night | None, chat: ChatId, alongside: Alongside[M] | None) -> Board:
        night = scene.night
        if night is not None and night.phase is Phase.DECIDED and not scene.tastes:
            async with self._store() as memory:
                scene.tastes = await _tastes(memory, night)
        board = replace(await asyncio.to_thread(self._board, scene), changed=night != before)
        async with self._store() as memory:
            if night is not None and night != before:
                await memory.save_night(chat, _NIGHT.dump_json(night).decode(), night.closes_at)
                for verdict in _verdicts(scene, chat):
                    await memory.record(verdict)
            if alongside:
                await alongside(memory, board)
        return board

    def _play(self, scene: _Scene, chat: ChatId, guest: Guest) -> None:
        turn, night = scene.turn, scene.night
        if turn.move is None:
            self._open(scene, chat, guest)
            return
        if night is None or turn.night not in {None, night.id}:
            scene.night, scene.refused = None, "night-note-no-night"
            return
        match turn.move:
            case Move.JOIN:
                step = groups.toggle(night, guest, turn.at)
            case Move.LEAVE:
                step = groups.leave(night, guest.person, turn.at)
            case Move.WISH:
                self._wish(scene, night, guest)
                return
            case Move.DEAL:
                step = self._deal(scene, night, guest)
            case Move.VOTE:
                step = groups.vote(night, guest, turn.film or 0, turn.at)
            case Move.CLOSE:
                step = groups.close(night, turn.at, guest.person)
            case Move.CANCEL:
                step = groups.cancel(night, guest.person)
            case Move.LIKED | Move.DISLIKED:
                step = groups.say(night, guest, turn.film or 0, turn.at, liked=turn.move is Move.LIKED)
            case Move.PRIVATELY:  # a link, which sends no tap
                step = night, ()
        scene.night, scene.happened = step

    def _open(self, scene: _Scene, chat: ChatId, guest: Guest) -> None:
        night, turn = scene.night, scene.turn
        if night is not None and night.running and turn.at - night.opened_at < _STALE:
            return
        request = scene.house.parser.parse(turn.text, Context()) if turn.text.strip() else Request()
        if turn.text.strip() and (request.act is not Act.RECOMMEND or request.empty):
            scene.night, scene.refused = None, "night-note-unclear"
            return
        scene.night, scene.happened = groups.open_night(
            night_id=uuid4().hex[:12], chat=chat, starter=guest, request=request, at=turn.at, before=night
        )

    def _wish(self, scene: _Scene, night: Night, guest: Guest) -> None:
        """A wish that was read, or the word that asks for one."""
        if not scene.turn.text.strip():
            scene.asks = night.phase is Phase.OPEN
            scene.refused = "night-ask-wish" if scene.asks else _late(night)
            return
        request = scene.house.parser.parse(scene.turn.text, Context())
        if request.act is not Act.RECOMMEND or request.empty:
            scene.refused = "night-note-unclear"
            return
        scene.night, scene.happened = groups.add_wish(night, guest, request, scene.turn.at, private=scene.turn.private)

    def _deal(self, scene: _Scene, night: Night, guest: Guest) -> tuple[Night, tuple[Happening, ...]]:
        if night.phase is not Phase.OPEN or guest.person not in night.people:
            return groups.deal(night, guest.person, (), scene.turn.at)
        choice = scene.house.recommender.for_group(_members(scene, night), night.request)
        offers = [Offer(film=p.tmdb, worth={s.person: round(s.worth, 4) for s in p.suits}) for p in choice.picks]
        return groups.deal(night, guest.person, offers, scene.turn.at, exact=choice.exact, relaxed=choice.relaxed)

    def _board(self, scene: _Scene) -> Board:
        night, say = scene.night, self._words
        said = say(scene.refused) if scene.refused else told.note(scene.happened, self._name(scene), say)
        if night is None:
            return Board(night="", text="", note=said)
        if _afterwards(scene):
            return replace(told.after(night, self._name(scene), self._words), note=said)
        fresh = scene.turn.move is None
        return replace(self._shown(scene, night), note=said, fresh=fresh, asks=scene.asks)

    def _shown(self, scene: _Scene, night: Night) -> Board:
        name, say = self._name(scene), self._words
        if night.phase is Phase.OPEN:
            return told.opened(night, name, say)
        if night.phase is Phase.CANCELLED or (night.phase is Phase.DECIDED and night.outcome is None):
            return told.cancelled(night, say)
        if night.outcome is None:
            return told.dealt(night, self._cards(scene, night, night.films), scene.turn.at, name, say)
        film = night.outcome.film
        cards = self._cards(scene, night, (film,))
        if not cards:  # the catalogue was changed since, and does not have it any more
            return told.cancelled(night, say)
        recommender = scene.house.recommender
        why = {member.person: recommender.own_reasons(member, [film])[film] for member in _members(scene, night)}
        shared = recommender.judge(night.request, [film]).candidates[0].reasons
        return told.decided(night, cards[0], why, shared, name, say)

    def _cards(self, scene: _Scene, night: Night, films: tuple[int, ...]) -> tuple[Card, ...]:
        recommender, name = scene.house.recommender, self._name(scene)
        found = recommender.judge(night.request, films).candidates
        movie = recommender.films.catalogue.movie
        return tuple(wording.card(movie(candidate.row), candidate, name, self._words) for candidate in found)

    def _name(self, scene: _Scene) -> Callable[[int], str]:
        catalogue = scene.house.recommender.films.catalogue

        def name(tmdb: int) -> str:
            row = catalogue.row(tmdb)
            return "?" if row is None else catalogue.movie(row).title

        return name


def _members(scene: _Scene, night: Night) -> list[Member]:
    wishes: dict[int, tuple[Wish, ...]] = {}
    for wish in night.wishes:
        kept = Wish(request=wish.request, private=wish.private)
        wishes[wish.person] = (*wishes.get(wish.person, ()), kept)
    counted = weights(np.array([night.debts.get(person, 0.0) for person in night.people]))
    return [
        Member(person=p, taste=scene.tastes.get(p, Taste()), wishes=wishes.get(p, ()), weight=float(weight))
        for p, weight in zip(night.people, counted, strict=True)
    ]


def _late(night: Night) -> str:
    return "night-note-already-dealt" if night.phase is Phase.DEALT else "night-note-over"


def _afterwards(scene: _Scene) -> bool:
    """Whether the turn is about how the film was."""
    asked = any(happened.what is What.ASKED for happened in scene.happened)
    return asked or scene.turn.move in {Move.LIKED, Move.DISLIKED}


def _verdicts(scene: _Scene, chat: ChatId) -> list[Feedback]:
    """What was said of the film afterwards, as thumbs."""
    said = {What.LIKED: Verdict.UP, What.DISLIKED: Verdict.DOWN, What.UNSAID: None}
    key = f"{scene.turn.channel}:{scene.turn.key}"
    return [
        Feedback(chat=chat, person=PersonId(each.person), tmdb=each.film, verdict=said[each.what], update_key=key)
        for each in scene.happened
        if each.what in said and each.person is not None and each.film is not None
    ]


async def _tastes(memory: Nights, night: Night | None) -> dict[int, Taste]:
    tastes = {}
    for person in night.people if night else ():
        verdicts = await memory.verdicts_of(PersonId(person))
        of = {verdict: tuple(i for i, v in verdicts if v is verdict) for verdict in Verdict}
        tastes[person] = Taste(liked=of[Verdict.UP], disliked=of[Verdict.DOWN], seen=of[Verdict.SEEN])
    return tastes


def _read(stored: str | None) -> Night | None:
    if stored is None:
        return None
    try:
        return _NIGHT.validate_json(stored)
    except ValidationError:  # written by another version: the night is lost, thumbs are not
        return None
