"""Kill the bot again and again while many people chat with it, and count what was lost, doubled or out of order.

The emulator and the bot are processes of their own; the bot is ended by SIGKILL at random updates and started again at
once. People write words that nobody can place, each with a number, so that every answer names what it answers; they tap
thumbs on the cards of one wish each, or react to them; groups hold a movie night and tap thumbs on cards that they
share. Meanwhile the emulator answers some calls with floods, errors, broken connections, too late or not at all, and
hands out updates twice. At the end the database and the chats are compared with what was said.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path += [str(ROOT), str(Path(__file__).resolve().parent)]

from crowd import Crowd  # noqa: E402
from findings import Found, compared  # noqa: E402
from fleet import Fleet  # noqa: E402
from party import DEALT  # noqa: E402

from bot.settings import Settings  # noqa: E402

Remote: Any = importlib.import_module("tests.telegram_emulator.remote").Remote  # tests are not type-checked

GRACE = 180  # seconds in which everything must have been said at the end


async def soak(options: argparse.Namespace, home: Path) -> Found:
    """One whole run; ended by SIGTERM, it takes with it what it started."""
    run = asyncio.current_task()
    assert run is not None
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, run.cancel)
    chance = random.Random(options.seed)
    kills: list[float] = []
    async with (
        Remote() as telegram,
        Fleet(telegram, home, options.bundle, webhook=options.mode == "webhook", processes=options.processes) as fleet,
    ):
        crowd = Crowd(telegram, chance, options.trouble)
        await crowd.come(options.chats - options.groups, options.groups)
        await fleet.start()
        await fleet.serving(GRACE)
        for _ in range(DEALT):  # so that there are films to vote for
            await crowd.convene()
            await quiet(telegram, fleet)
        deaths = set(chance.sample(range(1, options.updates), options.kills))
        for number in range(options.updates):
            if number in deaths:
                # Right after an update or while its answer is being made and sent.
                await asyncio.sleep(chance.random() * 0.5)
                kills.append(await fleet.kill_one(chance.randrange(options.processes)))
            await crowd.act()
            await asyncio.sleep(chance.random() * 2 * options.pace)
        await telegram.do("faults_clear")
        await quiet(telegram, fleet)
        await crowd.close()
        await quiet(telegram, fleet)
        codes = await fleet.end()
        found = await compared(telegram, crowd, kills, fleet.settings)
        found.check(not any(codes), f"SIGTERM ended the bot with {codes}")
        found.counts["troubles"] = crowd.troubles
    return found


async def quiet(telegram: Any, fleet: Fleet) -> None:
    """Wait until all updates are taken and all answers are said."""
    end = time.monotonic() + GRACE
    while (await telegram.do("queue"))["waiting"] or await fleet.waiting():
        if time.monotonic() > end:
            return  # what is missing shows in the comparison
        await asyncio.sleep(0.3)


def main(arguments: list[str] | None = None) -> int:
    """Run it; 0 when nothing was lost."""
    options = _options(arguments)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="matinee-soak-") as folder:
        try:
            found = asyncio.run(soak(options, Path(folder)))
        except asyncio.CancelledError:
            return 128 + signal.SIGTERM
        log = (Path(folder) / "serve.log").read_text()
    what = Counter({"updates": options.updates, "chats": options.chats, "groups among them": options.groups})
    what |= Counter(
        {"kills": len(found.kills), "troubles": found.counts.pop("troubles"), "processes": options.processes}
    )
    print(f"{options.mode}:", _listed(what), f"in {time.monotonic() - began:.0f} s, seed {options.seed}")
    print("of these:", _listed(found.counts))
    twice = f"{found.doubled.total()} ({_listed(found.doubled)})" if found.doubled.total() else "0"
    print(f"sent twice, because a kill fell between Telegram's answer and its note: {twice}")
    if found.unheard:
        print(f"reactions to a message that such a kill left unknown, not kept: {found.unheard}")
    if found.faults:
        print(f"{len(found.faults)} faults:", *found.faults[:20], "the end of the log:", log[-3000:], sep="\n")
        return 1
    print("every thumb and vote kept once, every answer in order, nothing lost")
    return 0


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{count} {name}" for name, count in counts.items() if count)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    reader = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    reader.add_argument("--mode", choices=("polling", "webhook"), default="polling")
    reader.add_argument("--processes", type=int, default=1, help="several, with --mode webhook: over one PostgreSQL")
    reader.add_argument("--updates", type=int, default=500)
    reader.add_argument("--chats", type=int, default=50)
    reader.add_argument("--groups", type=int, default=0, help="so many of the chats are groups")
    reader.add_argument("--kills", type=int, default=5)
    reader.add_argument("--trouble", type=float, default=0.0, help="share of updates at which something goes wrong")
    reader.add_argument("--seed", type=int, default=1)
    reader.add_argument("--pace", type=float, default=0.1, help="mean seconds between two updates")
    reader.add_argument("--bundle", type=Path, default=None, help="the built films")
    options = reader.parse_args(arguments)
    if options.processes > 1 and options.mode == "polling":
        reader.error("only one process can ask for updates: add --mode webhook")
    if not 0 <= options.groups < options.chats:
        reader.error("at least one chat must be private")
    options.bundle = options.bundle or Settings.load().bundle
    return options


if __name__ == "__main__":
    sys.exit(main())
