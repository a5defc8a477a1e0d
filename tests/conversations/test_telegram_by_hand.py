"""`matinee dev telegram`: the page and the bot beside it."""

from __future__ import annotations

import asyncio
import signal
import sys

import aiohttp
import pytest

from bot import dev
from bot.__main__ import main
from tests.conversations.test_telegram_process import ROOT, environment


async def test_a_chat_by_hand_from_the_page(starter_bundle):
    command = (sys.executable, "-m", "bot", "--bundle", str(starter_bundle), "dev", "telegram", "--port", "0")
    real = environment(TELEGRAM_BOT_TOKEN="1:real", TELEGRAM_API_URL="http://127.0.0.1:1")
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*command, env=real, cwd=ROOT, stdout=pipe, stderr=pipe)
    try:
        line = (await asyncio.wait_for(process.stdout.readline(), 120)).decode()
        assert line.startswith("Chat at http://127.0.0.1:")
        url = line.split()[-1]
        async with aiohttp.ClientSession() as session:

            async def do(action, **body):
                async with session.post(f"{url}/control/{action}", json=body) as answer:
                    assert answer.status == 200, await answer.text()
                    return await answer.json()

            async with session.get(url) as page:
                assert (page.status, page.content_type) == (200, "text/html")
            seen = await do("chats")
            assert [person["name"] for person in seen["people"]] == ["Ann", "Ben", "Cat"]
            assert [chat["title"] for chat in seen["chats"]] == ["Movie friends", "Ann", "Ben", "Cat"]
            chat = next(chat["id"] for chat in seen["chats"] if chat["title"] == "Ann")
            await do("says", person=seen["people"][0]["id"], chat=chat, text="/start")
            await do("settled", answered=False)
            said = (await do("messages", chat=chat))["messages"]
        assert said[-1]["text"].startswith("Tell me a film you love")
        process.send_signal(signal.SIGINT)
        _, errors = await asyncio.wait_for(process.communicate(), 30)
        assert process.returncode == 0, errors.decode()
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()


def test_without_a_checkout_one_line_says_what_it_needs(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(dev, "CHECKOUT", tmp_path)
    assert main(["dev", "telegram"]) == 2
    said = capsys.readouterr().err
    assert said == "`matinee dev telegram` runs from a checkout of Matinee: clone it and install it with -e.\n"


@pytest.mark.parametrize("port", ["-1", "65536"])
def test_a_port_that_is_none_is_refused(port, capsys):
    assert main(["dev", "telegram", "--port", port]) == 2
    assert capsys.readouterr().err.count("\n") == 1
