"""Fates of errors, limits of sending, shifts, and what the log may hold."""

from __future__ import annotations

import asyncio
import io
import logging
import time

import pytest
import structlog
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, NetworkError, RetryAfter, TimedOut

from bot.front_telegram import logs
from bot.front_telegram.fates import Fate, fate, transient
from bot.front_telegram.limits import Limits
from bot.front_telegram.shift import Shift


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (BadRequest("Message is not modified: specified new message content ..."), Fate.DONE),
        (BadRequest("Query is too old and response timeout expired or query id is invalid"), Fate.DONE),
        (BadRequest("Message to edit not found"), Fate.MISSING),
        (BadRequest("There is no caption in the message to edit"), Fate.MISSING),
        (BadRequest("There is no text in the message to edit"), Fate.MISSING),
        (BadRequest("Wrong file identifier/http url specified"), Fate.PICTURE),
        (BadRequest("Failed to get http url content"), Fate.PICTURE),
        (BadRequest("Chat not found"), Fate.GONE),
        (BadRequest("Can't parse entities: ..."), Fate.REFUSED),
        (Forbidden("Bot was blocked by the user"), Fate.GONE),
        (ChatMigrated(-100), Fate.MOVED),
        (RetryAfter(3), Fate.HOLD),
        (TimedOut(), Fate.RETRY),
        (NetworkError("Internal Server Error"), Fate.RETRY),
        (Conflict("x"), Fate.RETRY),
        (ValueError("x"), Fate.REFUSED),
    ],
)
def test_errors_of_an_ordinary_day(error, expected):
    assert fate(error) is expected
    assert transient(error) is (expected is Fate.RETRY and isinstance(error, NetworkError))


async def sent(limits: Limits, endpoint: str, chat: int, out: list[float]) -> None:
    async def call() -> bool:
        out.append(time.monotonic())
        return True

    await limits.process_request(call, (), {}, endpoint, {"chat_id": chat}, None)


async def test_a_private_chat_gets_three_at_once_and_then_one_a_second():
    limits, times, other, typing = Limits(), [], [], []
    began = time.monotonic()
    await asyncio.gather(
        *(sent(limits, "sendMessage", 5, times) for _ in range(5)),
        sent(limits, "sendPhoto", 6, other),
        sent(limits, "sendChatAction", 5, typing),
    )
    gaps = [t - began for t in sorted(times)]
    assert gaps[2] < 0.5
    assert 0.8 < gaps[3] < 1.6
    assert 1.7 < gaps[4] < 2.8
    assert other[0] - began < 0.5
    assert typing[0] - began < 0.5


async def test_all_chats_together_stay_under_thirty_a_second():
    limits, times = Limits(), []
    began = time.monotonic()
    await asyncio.gather(*(sent(limits, "sendMessage", chat, times) for chat in range(1, 46)))
    assert time.monotonic() - began < 3
    times.sort()
    assert max(sum(start <= t < start + 1 for t in times) for start in times) <= 31  # a tick more for the clock


async def test_a_shift_does_every_job_with_as_many_hands_as_it_has():
    jobs, done, busy, most = list(range(7)), [], 0, 0

    async def take():
        return jobs.pop(0) if jobs else None

    async def do(job):
        nonlocal busy, most
        busy += 1
        most = max(most, busy)
        await asyncio.sleep(0.02)
        busy -= 1
        done.append(job)
        if job == 3:
            raise ValueError

    shift = Shift(take, do, hands=3, rest=0.05)
    running = asyncio.create_task(shift.run())
    await asyncio.sleep(0.3)
    assert (sorted(done), most) == (list(range(7)), 3)
    jobs.append(8)
    shift.ring()
    await asyncio.sleep(0.01)
    shift.end()
    await running
    await shift.finish(1)
    assert done[-1] == 8


async def test_a_shift_goes_on_when_jobs_cannot_be_taken_for_a_while():
    calls = 0

    async def take():
        nonlocal calls
        calls += 1
        if calls < 3:
            raise OSError

    async def do(job):
        raise AssertionError(job)

    shift = Shift(take, do, hands=1, rest=0.01)
    running = asyncio.create_task(shift.run())
    await asyncio.sleep(0.2)
    shift.end()
    await running
    assert calls > 3


@pytest.fixture
def log():
    root, telegram = logging.getLogger(), logging.getLogger("telegram")
    before = root.handlers, root.level, {name: logging.getLogger(name).level for name in (*logs._TALKATIVE,)}
    stream = io.StringIO()
    logs.configure("debug", stream)
    yield stream
    root.handlers, _ = before[0], root.setLevel(before[1])
    for name, level in before[2].items():
        logging.getLogger(name).setLevel(level)
    assert telegram.level == before[2]["telegram"]
    structlog.reset_defaults()


def test_the_log_has_no_token_and_no_words_of_errors(log):
    token = "7100000001:AAEmulated-token-of-matineebotxxxxxxxxxxxx"
    logging.getLogger("httpx").info("HTTP Request: POST https://api.telegram.org/bot%s/getMe", token)
    logging.getLogger("telegram.Bot").critical("received data was %r", "a secret wish")
    logging.getLogger("bot.wiring").warning("odd address https://x/bot%s/getMe", token)
    try:
        raise ValueError("a secret wish")
    except ValueError as error:
        structlog.get_logger("bot.x").error("an update failed", **logs.told(error))
    said = log.getvalue()
    assert token not in said
    assert token.split(":")[1] not in said
    assert "secret" not in said
    assert "odd address https://x/bot***/getMe" in said
    assert '"error": "ValueError"' in said
    assert said.count("\n") == 2
