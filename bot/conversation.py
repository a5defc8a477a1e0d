"""One turn in, one reply out: reads what is kept of a chat, lets the turn be played, and keeps what it changed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from weakref import WeakValueDictionary

from bot import groups, session
from bot.groups import Taps
from bot.playing import play
from bot.playing.scene import House, Scene
from bot.reply import Reply
from bot.store import ChatId, Choices, Feedback, PersonId, Saved, Shared, Store, Transaction
from bot.turn import Turn
from bot.wording import Words
from bot.wording.speaking import speaking

Alongside = Callable[[Transaction, Reply], Awaitable[None]]
"""What a front end keeps of a reply in the same transaction that keeps what the turn changed."""


class Conversation:
    """Talks with every chat, each in its own order.

    A turn is worked out between two short transactions, so that chats do not wait for one another; what a turn
    changes (verdict and session) is kept in one of them, or not at all.
    """

    def __init__(self, store: Store, house: Callable[[], House], words: Words) -> None:
        self._store = store
        self._house = house
        self._words = words
        self._locks: WeakValueDictionary[tuple[str, str], asyncio.Lock] = WeakValueDictionary()
        self._taps = Taps()

    async def respond(self, turn: Turn, alongside: Alongside | None = None) -> Reply:
        """The reply to a turn, after all that it changed was kept, and `alongside` with it or neither of them."""
        # Half a surrogate pair, as cut messages may end in, can be neither stored nor shown.
        turn = replace(turn, text=turn.text.encode("utf-8", "replace").decode())
        lock = self._locks.setdefault((turn.channel, turn.chat), asyncio.Lock())
        async with lock:
            async with self._store.turn() as memory:
                chat = await memory.chat_of(turn.channel, turn.chat)
                scene = await self._scene(memory, turn, chat)
            before = scene.session
            reply = replace(await asyncio.to_thread(play, scene), language=scene.words.code)
            changed = scene.keep and (scene.said or scene.kept or scene.session != before)
            if changed or alongside:
                async with self._store.turn() as memory:
                    if changed:
                        await _keep(memory, scene, chat)
                    if alongside:
                        await alongside(memory, reply)
        return reply

    async def forget(self, memory: Transaction, person: PersonId) -> None:
        """Take a person out of what groups share: nobody asked for their decks then."""
        for chat, body in await Shared(memory).sessions():
            stored = session.read(body)
            decks = tuple(replace(deck, asker=None) if deck.asker == person else deck for deck in stored.decks)
            if decks != stored.decks:
                await memory.save_session(chat, session.written(replace(stored, decks=decks)))

    async def _scene(self, memory: Transaction, turn: Turn, chat: ChatId) -> Scene:
        person = await memory.person_of(turn.channel, turn.user)
        chosen = await Choices(memory).of(chat)
        thumbs = await memory.thumbs_in(chat) if turn.group else ()
        spoken = chosen.language or turn.language
        return Scene(
            turn=turn,
            house=self._house(),
            person=person,
            words=speaking(chosen.language, turn.language) if spoken else self._words,
            chosen=chosen,
            session=session.read(await memory.session(chat)),
            verdicts=groups.together(thumbs) if turn.group else await memory.verdicts(chat),
            saved=[] if turn.group else list(await Saved(memory).of(person)),
            thumbs=thumbs,
            taps=self._taps,
            lent=session.read(await memory.session(ChatId(turn.lent))).find(turn.deck) if turn.lent else None,
        )


async def _keep(memory: Transaction, scene: Scene, chat: ChatId) -> None:
    for film, verdict, deck in scene.said:
        key = f"{scene.turn.channel}:{scene.turn.key}"
        feedback = Feedback(chat=chat, person=scene.person, tmdb=film, verdict=verdict, update_key=key, deck=deck)
        if not await memory.record(feedback):
            return  # the same update again: its turn was kept when it came first
    for film, saved in scene.kept:
        await (Saved(memory).put(scene.person, film) if saved else Saved(memory).drop(scene.person, film))
    await memory.save_session(chat, session.written(scene.session))
