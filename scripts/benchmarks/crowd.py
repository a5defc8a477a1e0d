"""People who chat with the bot, alone and in groups: what they do next is drawn from one seed, and noted."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

WISHES = ("a western", "heist", "horror", "feel-good film with kids", "a tense thriller", "romance", "war film")
DEALT = 4  # steps of a night until its films are on the table
_OF_GROUPS = 0.33
THUMBS = {"👍": "up", "👎": "down"}
KINDS = ("server error", "reset", "no answer", "flood", "slow")  # after none of them was anything done but slowly
METHODS = ("sendMessage", "sendPhoto", "editMessageMedia", "editMessageText", "answerCallbackQuery", "sendChatAction")


@dataclass(slots=True, kw_only=True)
class Said:
    """What one person did in their private chat, in order."""

    numbers: list[int] = field(default_factory=list)
    wishes: int = 0
    thumbs: list[tuple[int, str]] = field(default_factory=list)  # film, verdict

    def rows(self) -> int:
        """How many verdicts are kept: one each time that a film's verdict changes."""
        last: dict[int, str] = {}
        count = 0
        for film, verdict in self.thumbs:
            count += last.get(film) != verdict
            last[film] = verdict
        return count


@dataclass(slots=True, kw_only=True)
class Evening:
    """A movie night of a group: its first member opens, deals and closes it, the last one joins and does not vote."""

    members: tuple[int, ...]
    steps: int = 0  # of those that lead to the vote
    votes: set[tuple[int, int]] = field(default_factory=set)  # person, film
    closed: bool = False


class Crowd:
    """All people and groups."""

    def __init__(self, telegram: Any, chance: random.Random, trouble: float) -> None:
        self.telegram = telegram
        self.chance = chance
        self.trouble = trouble
        self.said: dict[int, Said] = {}
        self.evenings: dict[int, Evening] = {}
        self.number = 0

    async def come(self, chats: int, groups: int) -> None:
        """So many private chats, and groups of three others."""
        for place in range(chats):
            self.said[await self._person(f"Person {place + 1}")] = Said()
        for place in range(groups):
            members = tuple([await self._person(f"Member {place + 1}.{n}") for n in range(3)])
            group = await self.telegram.do("group", title=f"Group {place + 1}", people=list(members))
            self.evenings[group["id"]] = Evening(members=members)

    async def _person(self, name: str) -> int:
        return int((await self.telegram.do("person", first_name=name))["id"])

    async def act(self) -> None:
        """Somebody writes or taps; now and then something goes wrong with what the bot calls next."""
        if self.chance.random() < self.trouble:
            await self._trouble()
        # A night takes many steps, so that groups have a third of them.
        if self.evenings and self.chance.random() < _OF_GROUPS and await self._evening(self._group()):
            return
        await self._chat(self.chance.choice(list(self.said)))

    def _group(self) -> int:
        return self.chance.choice(list(self.evenings))

    async def _trouble(self) -> None:
        if self.chance.random() < 0.3:
            await self.telegram.do("duplicate", count=self.chance.randrange(1, 5))
            return
        kind, method = self.chance.choice(KINDS), self.chance.choice(METHODS)
        await self.telegram.do("fault", kind=kind, method=method, times=1, seconds=1)

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
        label = self.chance.choice(list(THUMBS))
        view = await self.telegram.do("messages", person=person)
        cards = [message for message in view["messages"] if message["keyboard"]]
        if not cards:
            return False  # the first card is still on its way
        button = next(b for row in cards[-1]["keyboard"] for b in row if b["text"] == label)
        await self.telegram.do("taps", person=person, on=cards[-1]["id"], data=button["callback_data"])
        said.thumbs.append((int(button["callback_data"].split(":")[1]), THUMBS[label]))
        return True

    async def _evening(self, group: int) -> bool:
        """The next step of a night; False when the bot has not answered the one before."""
        evening = self.evenings[group]
        first, second, last = evening.members
        if not evening.steps:
            await self.telegram.do("says", person=first, chat=group, text="/movienight@matineebot")
            evening.steps = 1
            return True
        if evening.steps < DEALT:
            who, move = ((second, "j"), (last, "j"), (first, "d"))[evening.steps - 1]
            done = await self._tap(group, who, f"n:{move}:")
            evening.steps += done
            return done
        return await self._vote(group, evening)

    async def convene(self) -> None:
        """The next step of every night, until films are dealt."""
        for group, evening in self.evenings.items():
            if evening.steps < DEALT:
                await self._evening(group)

    async def _vote(self, group: int, evening: Evening) -> bool:
        person = self.chance.choice(evening.members[:2])
        on, offers = await self._buttons(group, "n:v:")
        free = [data for data in offers if (person, int(data.split(":")[2])) not in evening.votes]
        if not free:
            return False
        data = self.chance.choice(free)
        await self.telegram.do("taps", person=person, chat=group, on=on, data=data)
        evening.votes.add((person, int(data.split(":")[2])))
        return True

    async def close(self) -> None:
        """Those who opened a night close it, where it came to a vote."""
        for group, evening in self.evenings.items():
            evening.closed = evening.steps == DEALT and await self._tap(group, evening.members[0], "n:c:")

    async def _tap(self, group: int, person: int, move: str) -> bool:
        on, found = await self._buttons(group, move)
        if found:
            await self.telegram.do("taps", person=person, chat=group, on=on, data=found[0])
        return bool(found)

    async def _buttons(self, group: int, move: str) -> tuple[int, list[str]]:
        """The newest message with a keyboard, and what its buttons of one kind say."""
        view = await self.telegram.do("messages", chat=group)
        tables = [message for message in view["messages"] if message["keyboard"]]
        if not tables:
            return 0, []
        every = [
            button.get("callback_data", "") for row in tables[-1]["keyboard"] for button in row
        ]  # some open a link
        return tables[-1]["id"], [data for data in every if data.startswith(move)]
