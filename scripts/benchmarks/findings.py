"""The database and the chats at the end, held against what people said."""

from __future__ import annotations

import itertools
import json
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from crowd import Crowd, Said
from party import THUMBS, Party

from bot.settings import Settings
from bot.store import Transaction
from bot.wiring import open_store

NUMBERED = re.compile(r"qwzx (\d+)")
_AMID = 5.0  # seconds from a call to the kill that kept its answer from being noted, with what makes calls slow


@dataclass(slots=True, kw_only=True)
class Found:
    """What was wrong, and what is only to be told."""

    kills: list[float]  # when processes died, in monotonic seconds
    faults: list[str] = field(default_factory=list)
    doubled: Counter[str] = field(default_factory=Counter)  # sent twice around a kill, by what it was
    unheard: int = 0  # reactions to a message that a kill kept from being noted
    counts: Counter[str] = field(default_factory=Counter)  # of what people did

    def check(self, good: bool, fault: str) -> None:
        """Note a fault where something is not as it must be."""
        if not good:
            self.faults.append(fault)

    def once(self, whose: object, what: str, calls: list[Any]) -> None:
        """Check that something was sent once; what was sent again must have been cut off by a kill the time before."""
        for one, other in itertools.pairwise(calls):
            cut = any(one["at"] <= kill <= min(other["at"], one["at"] + _AMID) for kill in self.kills)
            after = ", ".join(f"{at - one['at']:.1f}" for at in (other["at"], *self.kills) if 0 <= at - one["at"] < 100)
            self.check(
                cut, f"{whose}: {what} was sent twice, seconds from the first to the second and to kills: {after}"
            )
            self.doubled[what] += cut


async def compared(telegram: Any, crowd: Crowd, kills: list[float], settings: Settings) -> Found:
    """What was lost, doubled or out of order."""
    found = Found(kills=kills)
    refused = await telegram.do("refused")
    found.check(not refused, f"{len(refused)} calls were wrong in themselves: {refused[:1]}")
    by_chat, taps = _sorted(await telegram.do("transcript"))
    store = await open_store(settings)
    try:
        async with store.turn() as memory:
            for person, said in crowd.said.items():
                cards = _answers(person, said, by_chat[str(person)], found)
                await _thumbs(memory, person, said, found, cards=cards)
            for group, party in crowd.parties.items():
                _messages(party, by_chat[str(group)], found)
                await _night(memory, party, found)
                await _shared(memory, party, found)
                _counted(party, await telegram.do("messages", chat=group), found)
    finally:
        await store.close()
    for calls in taps.values():
        found.once("taps", "answer to a tap", calls)
    return found


def _sorted(transcript: list[Any]) -> tuple[dict[str, list[Any]], dict[str, list[Any]]]:
    """The calls that were done: messages by chat, and answers by tap."""
    by_chat, taps = defaultdict(list), defaultdict(list)
    for call in transcript:
        done, given = call["result"] and call["error"] is None, call["parameters"]
        if done and call["method"] == "answerCallbackQuery":
            taps[given["callback_query_id"]].append(call)
        elif done and call["method"] in {"sendMessage", "sendPhoto"}:
            by_chat[str(given.get("chat_id"))].append(call)
    return by_chat, taps


def _answers(person: int, said: Said, calls: list[Any], found: Found) -> int:
    """Every number was answered, in order, and the wish with a card; how many cards were sent."""
    by_number: dict[int, list[Any]] = defaultdict(list)
    for call in calls:
        if call["method"] == "sendMessage":
            named = NUMBERED.search(call["parameters"]["text"])
            found.check(named is not None, f"{person}: was told {call['parameters']['text']!r}")
            by_number[int(named[1]) if named else -1].append(call)
    found.check(list(by_number) == said.numbers, f"{person}: said {said.numbers}, was answered {list(by_number)}")
    for each in by_number.values():
        found.once(person, "answer in words", each)
    cards = [call for call in calls if call["method"] == "sendPhoto"]
    found.check(len(cards) >= said.wishes, f"{person}: {len(cards)} cards for {said.wishes} wishes")
    found.once(person, "card", cards)
    return len(cards)


async def _thumbs(memory: Transaction, person: int, said: Said, found: Found, *, cards: int) -> None:
    """Every thumb is kept, once."""
    chat = await memory.chat_of("telegram", str(person))
    kept = {film: str(verdict) for film, verdict in (await memory.verdicts(chat)).items()}
    who = await memory.person_of("telegram", str(person))
    rows = len((await memory.export_person(who))["feedback"])
    found.counts["reactions" if said.reacts else "thumbs"] += len(said.thumbs)
    if said.reacts and not rows and said.rows() and cards > 1:
        found.unheard += said.rows()  # their card was sent again, and they had reacted to the first one
        return
    found.check(kept == said.kept(), f"{person}: said {said.thumbs}, kept {kept}")
    found.check(rows == said.rows(), f"{person}: {rows} verdicts kept of {said.rows()}")


def _messages(party: Party, calls: list[Any], found: Found) -> None:
    """Each wish has one card, in order; the night has one message, and one film at its end."""
    films = [call for call in calls if call["method"] == "sendPhoto"]
    picks = [call for call in films if "reply_markup" not in call["parameters"]]
    decks: dict[str, list[Any]] = defaultdict(list)
    for call in films:
        if call not in picks:
            decks[_deck(call["parameters"]["reply_markup"])].append(call)
    wanted = [f"{number:x}" for number in range(1, party.wishes + 1)]
    found.check(list(decks) == wanted, f"{party.group}: decks {list(decks)} for {party.wishes} wishes")
    for each in decks.values():
        found.once(party.group, "shared card", each)
    found.check(bool(picks) == party.closed, f"{party.group}: {len(picks)} films of the evening")
    found.once(party.group, "film of the evening", picks)
    tables = [call for call in calls if call["method"] == "sendMessage"]
    found.check(bool(tables) == bool(party.steps), f"{party.group}: {len(tables)} messages of the night")
    found.once(party.group, "message of a night", tables)


def _deck(markup: Any) -> str:
    keys = json.loads(markup) if isinstance(markup, str) else markup
    every = (button.get("callback_data", "") for row in keys["inline_keyboard"] for button in row)
    return next((data.split(":")[2] for data in every if data.startswith("u:")), "")


async def _night(memory: Transaction, party: Party, found: Found) -> None:
    """Every vote is kept, once, and the night is over when it was closed."""
    if not party.dealt:
        return
    night = json.loads(await memory.night(await memory.chat_of("telegram", str(party.group))) or "{}")
    people = {await memory.person_of("telegram", str(member)): member for member in party.members}
    kept = sorted((people[vote["person"]], vote["film"]) for vote in night.get("votes", []))
    found.check(kept == sorted(party.votes), f"{party.group}: voted {sorted(party.votes)}, kept {kept}")
    found.check((night.get("phase") == "decided") == party.closed, f"{party.group}: the night is {night.get('phase')}")
    found.counts["votes"] += len(kept)
    found.counts["nights closed"] += party.closed


async def _shared(memory: Transaction, party: Party, found: Found) -> None:
    """Every thumb on a shared card is kept, once, as the thumb of who tapped."""
    chat = await memory.chat_of("telegram", str(party.group))
    people = {await memory.person_of("telegram", str(member)): member for member in party.members}
    kept = {(people[who], film): str(verdict) for who, film, verdict in await memory.thumbs_in(chat)}
    found.check(kept == party.kept(), f"{party.group}: tapped {party.thumbs}, kept {kept}")
    rows = [row for who in people for row in (await memory.export_person(who))["feedback"]]
    found.check(len(rows) == len(party.thumbs), f"{party.group}: {len(rows)} verdicts kept of {len(party.thumbs)}")
    found.counts["thumbs on shared cards"] += len(party.thumbs)


def _counted(party: Party, view: Any, found: Found) -> None:
    """The message on which a film was judged last shows how many say what; a copy sent around a kill may lag behind."""
    wanted = Counter((film, verdict) for (_, film), verdict in party.kept().items())
    messages = {message["id"]: message for message in view["messages"]}
    for tapped, on in party.tapped.items():
        for button in (button for row in messages[on]["keyboard"] for button in row):
            move, _, rest = button.get("callback_data", "").partition(":")
            if move in THUMBS and rest.startswith(f"{tapped}:"):
                number = re.search(r"\d+", button["text"])
                count, said = int(number[0]) if number else 0, wanted[tapped, THUMBS[move]]
                found.check(count == said, f"{party.group}: {count} of {said} {THUMBS[move]} are shown for {tapped}")
