"""`matinee serve` as a process: what it logs, how it ends, and that kills lose nothing."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.telegram_emulator import Emulator

ROOT = Path(__file__).parents[2]


def environment(**more: str) -> dict[str, str]:
    known = {name: value for name, value in os.environ.items() if not name.startswith(("MATINEE_", "TELEGRAM_"))}
    return known | more


@contextlib.asynccontextmanager
async def serving(telegram: Emulator, bundle: Path, home: Path):
    settings = {"TELEGRAM_BOT_TOKEN": telegram.token, "TELEGRAM_API_URL": telegram.url, "MATINEE_LOG_LEVEL": "debug"}
    command = (sys.executable, "-m", "bot", "--bundle", str(bundle), "--home", str(home), "serve")
    process = await asyncio.create_subprocess_exec(
        *command, env=environment(**settings), cwd=ROOT, stderr=asyncio.subprocess.PIPE
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()


async def test_the_log_of_a_running_bot_holds_no_token_and_no_words(starter_bundle, tmp_path):
    async with Emulator() as telegram, serving(telegram, starter_bundle, tmp_path) as process:
        ann = telegram.person("Annabel")
        await ann.says("zebra crossing western")
        await telegram.answer(ann.private(), within=60)
        telegram.fault("server error", "editMessageMedia", times=4)
        telegram.fault("refused", "sendMessage", words="can't parse entities: zebra")
        await ann.taps("👍")
        await ann.says("zebraqwzx")
        await telegram.until(lambda: telegram.transcript.of("sendMessage"), within=30)
        assert len(telegram.transcript.of("editMessageMedia")) == 5
        process.send_signal(signal.SIGTERM)
        _, said = await asyncio.wait_for(process.communicate(), 30)
        log = said.decode()
        assert process.returncode == 0, log
        assert '"event": "serving"' in log
        assert '"event": "stopped"' in log
        assert '"event": "a message is let go"' in log, "trouble is told"
        for secret in (telegram.token, telegram.token.split(":")[1], "zebra", "Annabel", str(ann.id)):
            assert secret not in log
        assert telegram.refused == []


def test_without_a_token_it_says_where_to_get_one(starter_bundle, tmp_path):
    command = [sys.executable, "-m", "bot", "--bundle", str(starter_bundle), "--home", str(tmp_path), "serve"]
    done = subprocess.run(command, env=environment(), cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "TELEGRAM_BOT_TOKEN is not set: ask @BotFather on Telegram for a bot, and set its token.\n"


@pytest.mark.slow
@pytest.mark.parametrize("mode", [("--mode", "polling"), ("--mode", "webhook", "--processes", "2")])
def test_kills_lose_nothing_and_double_nothing(starter_bundle, mode):
    command = [sys.executable, "scripts/benchmarks/soak.py", "--bundle", str(starter_bundle), *mode]
    command += ["--updates", "60", "--chats", "8", "--groups", "2", "--kills", "2", "--trouble", "0.1", "--seed", "2"]
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith("every thumb and vote kept once, every answer in order, nothing lost\n")
