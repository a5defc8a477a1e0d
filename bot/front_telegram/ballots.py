"""From the answer in a poll to the night that it is for: Telegram names the poll alone."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from cachetools import LRUCache
from telegram import Update

from bot.front_telegram.mail import Mail
from bot.front_telegram.updates import Heard
from bot.store import Store, Transaction

_NOTED_SECONDS = 0.3  # until a poll that was just sent is on the disk
_POLLS = 1024  # that nobody here knows, and that nothing waits for again


class Ballots:
    """Finds where answers in polls belong."""

    def __init__(self, store: Store, mail: Mail) -> None:
        self._store = store
        self._mail = mail
        self._unknown: LRUCache[str, bool] = LRUCache(_POLLS)

    async def wait(self, updates: Sequence[Update]) -> None:
        """An answer may be quicker than the note of the poll that it is to: such a one is waited for, once."""
        named = {update.poll_answer.poll_id for update in updates if update.poll_answer} - self._unknown.keys()
        if not named:
            return
        async with self._store.turn() as memory:
            unknown = [poll for poll in named if await self._mail.polls(memory).find(poll) is None]
        if unknown:
            self._unknown.update(dict.fromkeys(unknown, True))
            await asyncio.sleep(_NOTED_SECONDS)

    async def placed(self, memory: Transaction, heard: Heard) -> Heard | None:
        """An update in its chat; None for the answer in a poll that is none of ours any more."""
        if heard.poll is None:
            return heard
        found = await self._mail.polls(memory).find(heard.poll)
        if found is None:
            return None
        _, chat = await memory.address_of(found[0])
        return replace(heard, turn=replace(heard.turn, chat=chat, deck=found[1]))
