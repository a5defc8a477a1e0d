"""People who chat with the bot, alone and in groups: what they do next is drawn from one seed, and noted."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

from party import Party

WISHES = ("a western", "heist", "horror", "feel-good film with kids", "a tense thriller", "romance", "war film")
THUMBS = {"👍": "up", "👎": "down"}
_OF_GROUPS = 0.4  # of all updates: a night takes many steps
_REACTING = 4  # every so-manieth person reacts instead of tapping

_NOTHING_DONE = ("server error", "reset", "flood", "no answer", "too late")
_ANY = (*_NOTHING_DONE, "slow")
_EDIT = (*_ANY, "answer lost")  # an edit may be made twice, for nobody sees it
TROUBLE = {  # what can go wrong with which call; of what a person would see twice, no answer is lost on the way
    "sendMessage": _ANY,
    "sendPhoto": _ANY,
    "answerCallbackQuery": _ANY,
    "sendChatAction": _ANY,
    "editMessageMedia": _EDIT,
    "editMessageText": _EDIT,
    "editMessageCaption": _EDIT,
    "getUpdates": ("server error", "reset", "flood", "answer lost", "twice"),
}
_SECONDS = {"too late": 12.0}  # longer than the bot waits for an answer; 1 for all others


@dataclass(slots=True, kw_only=True)
class Said:
    """What one person did in their private chat, in order."""

    reacts: bool = False
    numbers: list[int] = field(default_factory=list)
    wishes: int = 0
    card: int | None = None  # the message that was reacted to
    thumbs: list[tuple[int, str]] = field(default_factory=list)  # film, verdict; empty: taken back

    def kept(self) -> dict[int, str]:
        """What stands of each film."""
        return {film: verdict for film, verdict in dict(self.thumbs).items() if verdict}

    def rows(self) -> int:
        """How many verdicts are kept: one each time that a film's verdict changes."""
        last: dict[int, str] = {}
        count = 0
        for film, verdict in self.thumbs:
            count += last.get(film, "") != verdict
            last[film] = verdict
        return count


class Crowd:
    """All people and groups."""

    def __init__(self, telegram: Any, chance: random.Random, trouble: float) -> None:
        self.telegram = telegram
        self.chance = chance
        self.trouble = trouble
        self.said: dict[int, Said] = {}
        self.parties: dict[int, Party] = {}
        self.troubles = 0
        self.number = 0

    async def come(self, chats: int, groups: int) -> None:
        """So many private chats, and groups of three others."""
        for place in range(chats):
            self.said[await self._person(f"Person {place + 1}")] = Said(reacts=place % _REACTING == 1)
        for place in range(groups):
            members = tuple([await self._person(f"Member {place + 1}.{n}") for n in range(3)])
            group = await self.telegram.do("group", title=f"Group {place + 1}", people=list(members))
            party = Party(self.telegram, self.chance, group["id"], members, by_word=place % 2 == 0)
            self.parties[group["id"]] = party

    async def _person(self, name: str) -> int:
        return int((await self.telegram.do("person", first_name=name))["id"])

    async def act(self) -> None:
        """Somebody writes or taps; now and then something goes wrong with what the bot calls next."""
        if self.chance.random() < self.trouble:
            await self._trouble()
        in_group = self.parties and self.chance.random() < _OF_GROUPS
        if in_group and await self.chance.choice(list(self.parties.values())).act():
            return
        await self._chat(self.chance.choice(list(self.said)))

    async def convene(self) -> None:
        """The next step of every night, until films are dealt."""
        for party in self.parties.values():
            await party.convene()

    async def close(self) -> None:
        """Nights that are still open are closed."""
        for party in self.parties.values():
            await party.close()

    async def _trouble(self) -> None:
        self.troubles += 1
        if self.chance.random() < 0.3:
            await self.telegram.do("duplicate", count=self.chance.randrange(1, 5))
            return
        method = self.chance.choice(list(TROUBLE))
        kind = self.chance.choice(TROUBLE[method])
        named = "no answer" if kind == "too late" else kind
        await self.telegram.do("fault", kind=named, method=method, times=1, seconds=_SECONDS.get(kind, 1.0))

    async def _chat(self, person: int) -> None:
        said = self.said[person]
        if not said.wishes:
            said.wishes += 1
            await self.telegram.do("says", person=person, text=self.chance.choice(WISHES))
        elif self.chance.random() >= 0.5 or not await self._thumb(person, said):
            self.number += 1
            said.numbers.append(self.number)
            await self.telegram.do("says", person=person, text=f"qwzx {self.number}")

    async def _thumb(self, person: int, said: Said) -> bool:
        view = await self.telegram.do("messages", person=person)
        cards = [message for message in view["messages"] if message["keyboard"]]
        if not cards:
            return False  # the first card is still on its way
        emoji, newest = self.chance.choice(list(THUMBS)), cards[-1]
        button = next(b for row in newest["keyboard"] for b in row if b["text"] == emoji)
        film = int(button["callback_data"].split(":")[1])
        if said.reacts:
            return await self._react(person, said, newest["id"], film)
        await self.telegram.do("taps", person=person, on=newest["id"], data=button["callback_data"])
        said.thumbs.append((film, THUMBS[emoji]))
        return True

    async def _react(self, person: int, said: Said, card: int, film: int) -> bool:
        """Another reaction to the card than the one that stands, which leaves it open: always the same film."""
        if said.card not in {None, card}:
            return False  # it was sent twice, and nobody reacts to both
        said.card = card
        standing = said.thumbs[-1][1] if said.thumbs else ""
        emoji, verdict = self.chance.choice([each for each in {**THUMBS, "": ""}.items() if each[1] != standing])
        await self.telegram.do("reacts", person=person, on=card, emoji=emoji)
        said.thumbs.append((film, verdict))
        return True
