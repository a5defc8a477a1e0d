"""Kill the bot again and again while many people chat with it, and count what was lost, doubled or out of order.

The emulator and the bot are processes of their own; the bot is ended by SIGKILL at random updates and started again at
once. People write words that nobody can place, each with a number, so that every answer names what it answers; and they
tap thumbs on the cards of one wish each. At the end the database and the chats are compared with what was said.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib
import itertools
import os
import random
import re
import signal
import sqlite3
import sys
import tempfile
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from bot.settings import Settings  # noqa: E402
from bot.wiring import open_store  # noqa: E402

Remote: Any = importlib.import_module("tests.telegram_emulator.remote").Remote  # tests are not type-checked

WISHES = ("a western", "heist", "horror", "feel-good film with kids", "a tense thriller", "romance", "war film")
NUMBERED = re.compile(r"qwzx (\d+)")
THUMBS = {"👍": "up", "👎": "down"}
GRACE = 120  # seconds in which everything must have been said at the end


@dataclass(slots=True, kw_only=True)
class Said:
    """What people did in one chat, in order."""

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
class Found:
    """What was wrong, and what is only to be told."""

    faults: list[str] = field(default_factory=list)
    doubled: int = 0  # sent twice around a kill

    def check(self, good: bool, fault: str) -> None:
        if not good:
            self.faults.append(fault)


class Bot:
    """The bot as a process, over one home."""

    def __init__(self, telegram: Any, home: Path, bundle: Path) -> None:
        self.home = home
        self.command = (sys.executable, "-m", "bot", "--bundle", str(bundle), "--home", str(home), "serve")
        self.environment = os.environ | {
            "TELEGRAM_BOT_TOKEN": telegram.token,
            "TELEGRAM_API_URL": telegram.url,
            "MATINEE_LOG_LEVEL": "info",
        }
        self.process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        with (self.home / "serve.log").open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                *self.command, cwd=ROOT, env=self.environment, stderr=log
            )

    async def end(self, how: signal.Signals) -> int:
        assert self.process is not None
        if self.process.returncode is None:
            self.process.send_signal(how)
        return await self.process.wait()

    def waiting(self) -> int:
        """Updates that are not answered and words that are not said."""
        with sqlite3.connect(f"file:{self.home / 'matinee.db'}?mode=ro", uri=True) as database:
            count = "SELECT (SELECT count(*) FROM inbox WHERE chat_id IS NOT NULL) + (SELECT count(*) FROM outbox)"
            return int(database.execute(count).fetchone()[0])


class People:
    """Those who chat; what they do next is drawn from one seed."""

    def __init__(self, telegram: Any, chance: random.Random) -> None:
        self.telegram = telegram
        self.chance = chance
        self.said: dict[int, Said] = {}
        self.number = 0

    async def come(self, count: int) -> None:
        for place in range(count):
            person = await self.telegram.do("person", first_name=f"Person {place + 1}")
            self.said[person["id"]] = Said()

    async def act(self) -> None:
        """Somebody writes or taps."""
        person = self.chance.choice(list(self.said))
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


async def soak(options: argparse.Namespace, home: Path) -> Found:
    """One whole run."""
    chance = random.Random(options.seed)
    kills: list[float] = []
    async with Remote() as telegram:
        bot = Bot(telegram, home, options.bundle)
        people = People(telegram, chance)
        await people.come(options.chats)
        await bot.start()
        await served(telegram, bot)
        deaths = set(chance.sample(range(1, options.updates), options.kills))
        for number in range(options.updates):
            if number in deaths:
                # Right after an update or while its answer is being made and sent.
                await asyncio.sleep(chance.random() * 0.5)
                await bot.end(signal.SIGKILL)
                kills.append(time.monotonic())
                await bot.start()
            await people.act()
            await asyncio.sleep(chance.random() * 2 * options.pace)
        await quiet(telegram, bot)
        code = await bot.end(signal.SIGTERM)
        found = await compared(telegram, people, kills, home)
        found.check(code == 0, f"SIGTERM ended the bot with {code}")
    return found


async def served(telegram: Any, bot: Bot) -> None:
    """Wait until the bot has made its database and asks for updates."""
    end = time.monotonic() + GRACE
    while not any(call["method"] == "getUpdates" for call in await telegram.do("transcript")):
        assert bot.process is not None
        if bot.process.returncode is not None or time.monotonic() > end:
            sys.exit(f"the bot did not start:\n{(bot.home / 'serve.log').read_text()}")
        await asyncio.sleep(0.2)


async def quiet(telegram: Any, bot: Bot) -> None:
    """Wait until all updates are taken and all answers are said."""
    end = time.monotonic() + GRACE
    while (await telegram.do("queue"))["waiting"] or bot.waiting():
        if time.monotonic() > end:
            return  # what is missing shows in the comparison
        await asyncio.sleep(0.3)


async def compared(telegram: Any, people: People, kills: list[float], home: Path) -> Found:
    """Hold the database and the chats against what was said."""
    found = Found()
    refused = await telegram.do("refused")
    found.check(not refused, f"{len(refused)} calls were wrong in themselves: {refused[:1]}")
    await compare_thumbs(people, home, found)
    calls = [call for call in await telegram.do("transcript") if call["result"] and call["error"] is None]
    for person, said in people.said.items():
        mine = [call for call in calls if str(call["parameters"].get("chat_id")) == str(person)]
        compare_words([call for call in mine if call["method"] == "sendMessage"], said, person, kills, found)
        cards = [call for call in mine if call["method"] == "sendPhoto"]
        found.check(len(cards) >= said.wishes, f"{person}: {len(cards)} cards for {said.wishes} wishes")
        note_doubles({"card": cards}, person, kills, found)
    taps = defaultdict(list)
    for call in calls:
        if call["method"] == "answerCallbackQuery":
            taps[call["parameters"]["callback_query_id"]].append(call)
    note_doubles(taps, "taps", kills, found)
    return found


def compare_words(calls: list[Any], said: Said, person: int, kills: list[float], found: Found) -> None:
    """Every number was answered, in order."""
    by_number: dict[int, list[Any]] = defaultdict(list)
    for call in calls:
        named = NUMBERED.search(call["parameters"]["text"])
        found.check(named is not None, f"{person}: was told {call['parameters']['text']!r}")
        if named:
            by_number[int(named[1])].append(call)
    found.check(list(by_number) == said.numbers, f"{person}: said {said.numbers}, was answered {list(by_number)}")
    note_doubles(by_number, person, kills, found)


def note_doubles(by_name: dict[Any, list[Any]], whose: object, kills: list[float], found: Found) -> None:
    """What was sent again must have been sent on both sides of a kill."""
    for name, calls in by_name.items():
        for one, other in itertools.pairwise(calls):
            around = any(one["at"] <= kill <= other["at"] for kill in kills)
            found.check(around, f"{whose}: {name} was sent twice with no kill between")
            found.doubled += around


async def compare_thumbs(people: People, home: Path, found: Found) -> None:
    """Every thumb is kept, once."""
    store = await open_store(Settings.load(home=home))
    try:
        async with store.turn() as memory:
            for person, said in people.said.items():
                chat = await memory.chat_of("telegram", str(person))
                kept = {film: str(verdict) for film, verdict in await memory.verdicts(chat)}
                found.check(kept == dict(said.thumbs), f"{person}: tapped {said.thumbs}, kept {kept}")
                who = await memory.person_of("telegram", str(person))
                rows = (await memory.export_person(who))["feedback"]
                found.check(len(rows) == said.rows(), f"{person}: {len(rows)} verdicts kept of {said.rows()}")
    finally:
        await store.close()


def main(arguments: list[str] | None = None) -> int:
    """Run it; 0 when nothing was lost."""
    reader = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    reader.add_argument("--updates", type=int, default=500)
    reader.add_argument("--chats", type=int, default=50)
    reader.add_argument("--kills", type=int, default=5)
    reader.add_argument("--seed", type=int, default=1)
    reader.add_argument("--pace", type=float, default=0.1, help="mean seconds between two updates")
    reader.add_argument("--bundle", type=Path, default=None, help="the built films")
    options = reader.parse_args(arguments)
    options.bundle = options.bundle or Settings.load().bundle
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="matinee-soak-") as folder:
        found = asyncio.run(soak(options, Path(folder)))
        log = (Path(folder) / "serve.log").read_text()
    what = Counter({"updates": options.updates, "chats": options.chats, "kills": options.kills})
    print(", ".join(f"{count} {name}" for name, count in what.items()), f"in {time.monotonic() - began:.0f} s")
    print(f"sent twice, because a kill fell between Telegram's answer and its note: {found.doubled}")
    if found.faults:
        print(f"{len(found.faults)} faults:", *found.faults[:20], "the end of the log:", log[-3000:], sep="\n")
        return 1
    print("every thumb kept once, every answer in order, nothing lost")
    return 0


if __name__ == "__main__":
    sys.exit(main())
