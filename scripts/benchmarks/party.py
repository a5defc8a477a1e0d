"""A group that chats with the bot: a movie night from its opening to its close, and cards that all of them share."""

from __future__ import annotations

import random
from typing import Any

DEALT = 4  # steps of a night until its films are on the table
_WISHES = ("/surprise@matineebot", "/similar@matineebot Casablanca", "/similar@matineebot Alien")
_MOST_WISHES = 3
_ENOUGH = 4  # votes, before a night is closed by word
THUMBS = {"u": "up", "d": "down"}


class Party:
    """Three people in a group. The first opens, deals and closes the night, the last one votes last of all, if at all.

    Where a night is closed by a word of the first, the second says so as well, at once. Where it is not, it closes when
    the last one votes.
    """

    def __init__(
        self, telegram: Any, chance: random.Random, group: int, members: tuple[int, ...], *, by_word: bool
    ) -> None:
        self.group = group
        self.members = members
        self.by_word = by_word
        self.steps = 0  # of those that lead to the vote
        self.votes: set[tuple[int, int]] = set()  # person, film
        self.closed = False
        self.wishes = 0
        self.thumbs: list[tuple[int, int, str]] = []  # person, film, verdict, as they were tapped
        self.tapped: dict[int, int] = {}  # for each film: the message on which it was judged last
        self._telegram = telegram
        self._chance = chance

    @property
    def dealt(self) -> bool:
        """Whether the night came to a vote."""
        return self.steps == DEALT

    def kept(self) -> dict[tuple[int, int], str]:
        """What stands of each person and film."""
        return {(person, film): verdict for person, film, verdict in self.thumbs}

    async def act(self) -> bool:
        """Somebody does something; False when nobody does."""
        if not self.closed and self._chance.random() < 0.6:
            return await self._evening()
        if not self.wishes or (self.wishes < _MOST_WISHES and self._chance.random() < 0.1):
            wish = self._chance.choice(_WISHES)
            self.wishes += 1
            await self._telegram.do("says", person=self._chance.choice(self.members), chat=self.group, text=wish)
            return True
        return await self._thumb()

    async def convene(self) -> None:
        """The next step of the night, until films are dealt."""
        if not self.dealt:
            await self._evening()

    async def close(self) -> None:
        """The night is closed by word, if it came to a vote and nobody has closed it."""
        if self.dealt and not self.closed:
            self.closed = await self._said_to_close()

    async def _evening(self) -> bool:
        """The next step of the night; False when the bot has not answered the one before."""
        first, second, last = self.members
        if not self.steps:
            await self._telegram.do("says", person=first, chat=self.group, text="/movienight@matineebot")
            self.steps = 1
            return True
        if not self.dealt:
            who, move = ((second, "j"), (last, "j"), (first, "d"))[self.steps - 1]
            done = await self._tap(who, f"n:{move}:")
            self.steps += done
            return done
        if self._ready() and self._chance.random() < 0.2:
            self.closed = await (self._said_to_close() if self.by_word else self._vote(last))
            return self.closed
        return await self._vote(self._chance.choice((first, second)))

    def _ready(self) -> bool:
        return len(self.votes) >= _ENOUGH and {person for person, _ in self.votes} == set(self.members[:2])

    async def _said_to_close(self) -> bool:
        on, found = await self._buttons("n:c:")
        for person in self.members[:2] if found else ():
            await self._telegram.do("taps", person=person, chat=self.group, on=on, data=found[0])
        return bool(found)

    async def _vote(self, person: int) -> bool:
        """A vote that this person has not cast: none is taken back."""
        on, offers = await self._buttons("n:v:")
        free = [data for data in offers if (person, int(data.split(":")[2])) not in self.votes]
        if not free:
            return False
        data = self._chance.choice(free)
        await self._telegram.do("taps", person=person, chat=self.group, on=on, data=data)
        self.votes.add((person, int(data.split(":")[2])))
        return True

    async def _thumb(self) -> bool:
        """A thumb on a shared card, other than the one that stands of this person."""
        shown = [(message["id"], data) for message, data in await self._offered() if data[:2] in {"u:", "d:"}]
        person, kept = self._chance.choice(self.members), self.kept()
        free = [each for each in shown if kept.get((person, _film(each[1]))) != THUMBS[each[1][0]]]
        if not free:
            return False
        on, data = self._chance.choice(free)
        await self._telegram.do("taps", person=person, chat=self.group, on=on, data=data)
        self.thumbs.append((person, _film(data), THUMBS[data[0]]))
        self.tapped[_film(data)] = on
        return True

    async def _tap(self, person: int, move: str) -> bool:
        on, found = await self._buttons(move)
        if found:
            await self._telegram.do("taps", person=person, chat=self.group, on=on, data=found[0])
        return bool(found)

    async def _buttons(self, move: str) -> tuple[int, list[str]]:
        """The newest message with buttons of one kind, and what they say."""
        found: dict[int, list[str]] = {}
        for message, data in await self._offered():
            if data.startswith(move):
                found.setdefault(message["id"], []).append(data)
        return next(reversed(found.items()), (0, []))

    async def _offered(self) -> list[tuple[dict[str, Any], str]]:
        """All buttons that can be tapped, the oldest message first; some others open a link."""
        view = await self._telegram.do("messages", chat=self.group)
        return [
            (message, button["callback_data"])
            for message in view["messages"]
            for row in message["keyboard"]
            for button in row
            if "callback_data" in button
        ]


def _film(data: str) -> int:
    return int(data.split(":")[1])
