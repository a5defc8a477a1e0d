"""Send updates that nobody should send, and look whether anybody else notices.

The bot runs as a process of its own against the emulator. Ann and Ben have cards, thumbs, settings and a movie night;
then strangers send what a seed made of valid updates: parts missing or of other types, numbers and texts without end,
other people's chats, buttons and links, broken JSON. Meanwhile Carol wishes for films and is answered. At the end not a
byte of Ann's, Ben's and their group's rows may be another one, whatever strangers did stands in their own chats, nobody
wrote to the others, and the log has one line for whatever was refused.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib
import json
import os
import signal
import socket
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path += [str(ROOT), str(Path(__file__).resolve().parent)]

from stage import Stage, set_up  # noqa: E402

from bot.front_telegram.door import SECRET_HEADER, secret  # noqa: E402
from bot.settings import Settings  # noqa: E402

# Tests are not type-checked.
Emulator: Any = importlib.import_module("tests.telegram_emulator").Emulator
hostile: Any = importlib.import_module("tests.hostile")

CHUNK = 100  # cases between two looks
PROBES = 10  # times that Carol wishes meanwhile
GRACE = 120  # seconds for what is under way
LEVELS = {"warning", "error", "critical"}
REFUSED = {
    "an update cannot be read", "an update was refused", "an update has no number", "what was posted is no update",
    "what was posted is too long", "what was posted cannot be read", "somebody without the secret was refused",
    "a link leads nowhere",
}  # fmt: skip
PASSING = {"Telegram does not answer, asking again"}
GROWTH = 80  # MB that the second half of a run may add


class Feeder:
    """A Bot API whose updates may be any bytes: the emulator's, with batches of ours between."""

    def __init__(self, telegram: Any) -> None:
        self._telegram = telegram
        self._batches: asyncio.Queue[bytes] = asyncio.Queue()
        self._runner: web.AppRunner | None = None
        self.url = ""

    async def open(self) -> None:
        """Listen."""
        application = web.Application(client_max_size=60 * 2**20)
        ours = web.route("*", "/bot{token}/{method:getUpdates}", self._updates)
        application.add_routes([ours, *self._telegram.api.routes()])
        self._runner = web.AppRunner(application, handler_cancellation=True, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def close(self) -> None:
        """Hang up."""
        if self._runner:
            await self._runner.cleanup()

    async def feed(self, bodies: list[bytes]) -> None:
        """Hand out one batch, and wait until it was fetched."""
        await self._batches.put(b'{"ok":true,"result":[' + b",".join(bodies) + b"]}")
        await self._batches.join()

    async def _updates(self, request: web.Request) -> web.StreamResponse:
        asked = asyncio.create_task(self._telegram.api.call(request))
        given = asyncio.create_task(self._batches.get())
        try:
            await asyncio.wait((asked, given), return_when=asyncio.FIRST_COMPLETED)
            if given.done():
                self._batches.task_done()
                return web.Response(body=given.result(), content_type="application/json")
            answer: web.StreamResponse = await asked
            return answer
        finally:
            for task in (asked, given):
                task.cancel()
            await asyncio.gather(asked, given, return_exceptions=True)


class Served:
    """The bot as a process."""

    def __init__(self, token: str, url: str, home: Path, bundle: Path, *, posted: bool) -> None:
        with socket.socket() as one:
            one.bind(("127.0.0.1", 0))
            self._port = int(one.getsockname()[1])
        self.address = f"http://127.0.0.1:{self._port}/updates"
        self._log, self._posted = home / "serve.log", posted
        where = ("--webhook", self.address, "--listen", f"127.0.0.1:{self._port}") if posted else ()
        self._command = (sys.executable, "-m", "bot", "--bundle", str(bundle), "--home", str(home), "serve", *where)
        self._environment = os.environ | {
            "TELEGRAM_BOT_TOKEN": token,
            "TELEGRAM_API_URL": url,
            "MATINEE_DATABASE_URL": f"sqlite:///{home / 'matinee.db'}",
            "MATINEE_LOG_LEVEL": "info",
        }
        self.process: asyncio.subprocess.Process

    async def start(self) -> None:
        """Until it serves."""
        with self._log.open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                *self._command, cwd=ROOT, env=self._environment, stderr=log
            )
        end = time.monotonic() + GRACE
        while '"serving"' not in self._log.read_text():
            if self.process.returncode is not None or time.monotonic() > end:
                sys.exit(f"the bot did not start:\n{self._log.read_text()}")
            await asyncio.sleep(0.1)

    async def stop(self) -> int:
        """As SIGTERM ends it; its code."""
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGTERM)
        return await self.process.wait()

    @property
    def megabytes(self) -> float:
        """That it holds in memory now."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

    def lines(self) -> list[dict[str, Any]]:
        """What it logged; a line that is no JSON is an event of its own."""
        found = []
        for line in self._log.read_text().splitlines():
            try:
                found.append(json.loads(line))
            except ValueError:
                found.append({"event": f"not a line of the log: {line[:100]}", "level": "error"})
        return found


class Run:
    """One run in one mode."""

    def __init__(self, stage: Stage, served: Served, feeder: Feeder, *, posted: bool) -> None:
        self._stage = stage
        self._served = served
        self._feeder = feeder
        self._posted = posted
        self.faults: list[str] = []
        self.memory: list[float] = []

    async def attack(self, cases: list[Any]) -> None:
        """Send all cases, and look at what others notice meanwhile."""
        before = await self._stage.rows()
        calls = self._stage.calls()
        starts = range(0, len(cases), CHUNK)
        looks = set(list(starts)[:: max(1, len(starts) // PROBES)])
        for start in starts:
            await self._send(cases[start : start + CHUNK])
            await self._stage.drained(GRACE)
            if start not in looks:
                continue
            self.memory.append(self._served.megabytes)
            self.check(await self._stage.carol_is_answered(), f"Carol was not answered after {start} updates")
            self.check(await self._stage.rows() == before, f"others' rows were changed within {start + CHUNK} updates")
        self.memory.append(self._served.megabytes)
        self.check(await self._stage.carol_is_answered(), "Carol was not answered at the end")
        after = await self._stage.rows()
        changed = sorted(table for table in before if after[table] != before[table])
        self.check(not changed, f"others' rows were changed in {', '.join(changed)}")
        for fault in (*await self._stage.strayed(), *self._stage.written_to_others(calls)):
            self.check(False, fault)
        half = self.memory[len(self.memory) // 2]
        self.check(self.memory[-1] - half < GROWTH, f"memory grew from {half:.0f} to {self.memory[-1]:.0f} MB")

    async def _send(self, cases: list[Any]) -> None:
        if not self._posted:
            for start in range(0, len(cases), CHUNK // 4):
                await self._feeder.feed([case.body for case in cases[start : start + CHUNK // 4]])
            return
        async with aiohttp.ClientSession() as session:
            for case in cases:  # one at a time, as servers do
                await self._post(session, case)

    async def _post(self, session: aiohttp.ClientSession, case: Any) -> None:
        said = case.headers | ({SECRET_HEADER: secret(self._stage.token)} if case.secret else {})
        try:
            async with session.post(self._served.address, data=case.body, headers=said) as answer:
                expected = {200} if case.number is not None else {400, 413} if case.secret else {403}
                self.check(answer.status in expected, f"{case.what}: answered {answer.status}")
        except (aiohttp.ClientConnectionError, ValueError) as error:
            # It may hang up on what it refuses before it has read all of it.
            self.check(case.number is None and self._served.process.returncode is None, f"{case.what}: {error!r}")

    def read_log(self, cases: list[Any]) -> Counter[str]:
        """Whether each thing that was refused has a line, and nothing else went wrong."""
        lines = self._served.lines()
        events = Counter(str(line["event"]) for line in lines)
        bad = {str(line["event"]) for line in lines if line.get("level") in LEVELS} - REFUSED - PASSING
        for event in sorted(bad):
            some = next(line for line in lines if line["event"] == event)
            self.check(False, f"the log says {events[event]} times: {json.dumps(some)}")
        numbered = Counter(line["update"] for line in lines if "update" in line)
        for case in cases:
            if case.number is not None:
                found = numbered[case.number]
                good = found <= 1 if case.lines is None else found == case.lines
                self.check(good, f"{found} lines for one update: {case.what} {case.body[:1500]!r}")
        without = sum(line["event"] in REFUSED and "update" not in line for line in lines)
        wanted = sum(case.lines for case in cases if case.number is None)
        self.check(without == wanted, f"{without} lines for {wanted} things without a number")
        return events

    def check(self, holds: bool, fault: str) -> None:
        """Note what is wrong."""
        if not holds:
            self.faults.append(fault)


async def fuzz(options: argparse.Namespace, home: Path, *, posted: bool) -> int:
    """One mode; how much was wrong."""
    began = time.monotonic()
    async with Emulator() as telegram:
        feeder = Feeder(telegram)
        await feeder.open()
        served = Served(telegram.token, feeder.url, home, options.bundle, posted=posted)
        await served.start()
        try:
            stage = await set_up(telegram, home, hostile.EACH, options.updates)
            makers = hostile.Hostile(stage.valid, stage.scene, options.seed)
            cases = makers.cases(options.updates, posted=posted)
            run = Run(stage, served, feeder, posted=posted)
            await run.attack(cases)
        finally:
            code = await served.stop()
            await feeder.close()
        run.check(code == 0, f"it ended with {code}")
        for said in sorted({f"{call.method}: {call.error['description']}" for call in telegram.failed})[:20]:
            print("  the emulator refused", said)
        for call in telegram.refused[:5]:
            run.check(False, f"a call was wrong in itself: {call.method} {call.error}")
        events = run.read_log(cases)
        await stage.close()
    seconds = time.monotonic() - began
    print(f"{'webhook' if posted else 'polling'}: {len(cases)} updates in {seconds:.0f} s, seed {options.seed}")
    print("  sent:", ", ".join(f"{count} {what}" for what, count in Counter(c.what for c in cases).most_common()))
    print("  refused:", ", ".join(f"{events[event]} {event}" for event in sorted(REFUSED) if events[event]))
    print(f"  memory: {run.memory[0]:.0f} MB at first, {run.memory[-1]:.0f} MB at the end")
    if run.faults:
        print(f"  {len(run.faults)} faults:", *run.faults[:20], sep="\n    ")
    return len(run.faults)


def main(arguments: list[str] | None = None) -> int:
    """Run it; 0 when nothing broke."""
    options = _options(arguments)
    faults = 0
    modes = {"polling": [False], "webhook": [True], "both": [False, True]}[options.mode]
    options.updates = -(-options.updates // len(modes))
    for posted in modes:
        with tempfile.TemporaryDirectory(prefix="matinee-fuzz-") as folder:
            faults += asyncio.run(fuzz(options, Path(folder), posted=posted))
    if not faults:
        print("nothing broke, nobody else was touched, one line for whatever was refused")
    return 1 if faults else 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    reader = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    reader.add_argument("--mode", choices=("polling", "webhook", "both"), default="both")
    reader.add_argument("--updates", type=int, default=20_000, help="in all")
    reader.add_argument("--seed", type=int, default=1)
    reader.add_argument("--bundle", type=Path, default=None, help="the built films")
    options = reader.parse_args(arguments)
    options.bundle = options.bundle or Settings.load().bundle
    return options


if __name__ == "__main__":
    sys.exit(main())
