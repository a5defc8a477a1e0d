"""The database and the chats at the end, held against what people said."""

from __future__ import annotations

import itertools
import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from crowd import DEALT, Crowd, Evening, Said

from bot.settings import Settings
from bot.store import Transaction
from bot.wiring import open_store

NUMBERED = re.compile(r"qwzx (\d+)")


@dataclass(slots=True, kw_only=True)
class Found:
    """What was wrong, and what is only to be told."""

    faults: list[str] = field(default_factory=list)
    doubled: int = 0  # sent twice around a kill
    votes: int = 0
    nights: int = 0

    def check(self, good: bool, fault: str) -> None:
        """Note a fault where something is not as it must be."""
        if not good:
            self.faults.append(fault)


async def compared(telegram: Any, crowd: Crowd, kills: list[float], settings: Settings) -> Found:
    """What was lost, doubled or out of order."""
    found = Found()
    refused = await telegram.do("refused")
    found.check(not refused, f"{len(refused)} calls were wrong in themselves: {refused[:1]}")
    calls = [call for call in await telegram.do("transcript") if call["result"] and call["error"] is None]
    store = await open_store(settings)
    try:
        async with store.turn() as memory:
            for person, said in crowd.said.items():
                await _thumbs(memory, person, said, found)
            for group, evening in crowd.evenings.items():
                if evening.steps == DEALT:
                    await _night(memory, group, evening, found)
    finally:
        await store.close()
    for person, said in crowd.said.items():
        mine = [call for call in calls if str(call["parameters"].get("chat_id")) == str(person)]
        _words([call for call in mine if call["method"] == "sendMessage"], said, person, kills, found)
        cards = [call for call in mine if call["method"] == "sendPhoto"]
        found.check(len(cards) >= said.wishes, f"{person}: {len(cards)} cards for {said.wishes} wishes")
        _doubles({"card": cards}, person, kills, found)
    for group, evening in crowd.evenings.items():
        mine = [call for call in calls if str(call["parameters"].get("chat_id")) == str(group)]
        picks = [call for call in mine if call["method"] == "sendPhoto"]
        found.check(bool(picks) == evening.closed, f"{group}: {len(picks)} films of the evening")
        _doubles({"film of the evening": picks}, group, kills, found)
    taps = defaultdict(list)
    for call in calls:
        if call["method"] == "answerCallbackQuery":
            taps[call["parameters"]["callback_query_id"]].append(call)
    _doubles(taps, "taps", kills, found)
    return found


def _words(calls: list[Any], said: Said, person: int, kills: list[float], found: Found) -> None:
    """Every number was answered, in order."""
    by_number: dict[int, list[Any]] = defaultdict(list)
    for call in calls:
        named = NUMBERED.search(call["parameters"]["text"])
        found.check(named is not None, f"{person}: was told {call['parameters']['text']!r}")
        if named:
            by_number[int(named[1])].append(call)
    found.check(list(by_number) == said.numbers, f"{person}: said {said.numbers}, was answered {list(by_number)}")
    _doubles(by_number, person, kills, found)


def _doubles(by_name: dict[Any, list[Any]], whose: object, kills: list[float], found: Found) -> None:
    """What was sent again must have been sent on both sides of a kill."""
    for name, calls in by_name.items():
        for one, other in itertools.pairwise(calls):
            around = any(one["at"] <= kill <= other["at"] for kill in kills)
            found.check(around, f"{whose}: {name} was sent twice with no kill between")
            found.doubled += around


async def _thumbs(memory: Transaction, person: int, said: Said, found: Found) -> None:
    """Every thumb is kept, once."""
    chat = await memory.chat_of("telegram", str(person))
    kept = {film: str(verdict) for film, verdict in (await memory.verdicts(chat)).items()}
    found.check(kept == dict(said.thumbs), f"{person}: tapped {said.thumbs}, kept {kept}")
    who = await memory.person_of("telegram", str(person))
    rows = (await memory.export_person(who))["feedback"]
    found.check(len(rows) == said.rows(), f"{person}: {len(rows)} verdicts kept of {said.rows()}")


async def _night(memory: Transaction, group: int, evening: Evening, found: Found) -> None:
    """Every vote is kept, once, and the night is over when it was closed."""
    night = json.loads(await memory.night(await memory.chat_of("telegram", str(group))) or "{}")
    people = {await memory.person_of("telegram", str(member)): member for member in evening.members}
    kept = sorted((people[vote["person"]], vote["film"]) for vote in night.get("votes", []))
    found.check(kept == sorted(evening.votes), f"{group}: voted {sorted(evening.votes)}, kept {kept}")
    found.check((night.get("phase") == "decided") == evening.closed, f"{group}: the night is {night.get('phase')}")
    found.votes += len(kept)
    found.nights += evening.closed
