"""Faults on demand, the clock, and waiting for a bot."""

from __future__ import annotations

import asyncio
import time

import aiohttp
import pytest
from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut

from tests.telegram_emulator import Clock, FaultKind


async def test_a_flood_says_how_long(telegram, bot, ann):
    telegram.fault(FaultKind.FLOOD, "sendMessage", seconds=7, times=2)
    for _ in range(2):
        with pytest.raises(RetryAfter) as caught:
            await bot.send_message(ann.id, "x")
        assert caught.value._retry_after.total_seconds() == 7
    assert telegram.transcript[-1].error == {
        "ok": False, "error_code": 429, "description": "Too Many Requests: retry after 7",
        "parameters": {"retry_after": 7},
    }  # fmt: skip
    assert (await bot.send_message(ann.id, "x")).text == "x"
    assert (telegram.refused, telegram.failed) == ([], [])


async def test_a_fault_meets_its_method_and_chat_only(telegram, bot, ann):
    ben = telegram.person("Ben")
    await ben.starts()
    telegram.fault("server error", "sendMessage", chat_id=ben.id)
    assert await bot.send_chat_action(ben.id, "typing") is True
    assert (await bot.send_message(ann.id, "x")).text == "x"
    with pytest.raises(NetworkError, match="Internal Server Error"):
        await bot.send_message(ben.id, "x")
    assert telegram.messages(ben.private(), of_bot=True) == []


async def test_no_answer_and_a_reset_do_nothing(telegram, bot, ann):
    telegram.fault("no answer", "sendMessage", seconds=30)
    with pytest.raises(TimedOut):
        await bot.send_message(ann.id, "x")
    telegram.fault("reset", "sendMessage")
    with pytest.raises(NetworkError):
        await bot.send_message(ann.id, "x")
    assert telegram.messages(ann.private(), of_bot=True) == []
    assert [call.fault for call in telegram.transcript.of("sendMessage")] == ["no answer", "reset"]
    assert not any(call.ok for call in telegram.transcript.of("sendMessage"))
    await telegram.until(lambda: telegram.api.under_way == 0)


async def test_a_lost_answer_was_done(telegram, bot, ann):
    telegram.fault("answer lost", "sendMessage")
    with pytest.raises(NetworkError):
        await bot.send_message(ann.id, "x")
    assert [m.text for m in telegram.messages(ann.private(), of_bot=True)] == ["x"]


async def test_a_slow_call_is_done_late(telegram, bot, ann):
    telegram.fault("slow", "sendMessage", seconds=0.3)
    start = time.monotonic()
    await bot.send_message(ann.id, "x")
    assert time.monotonic() - start >= 0.3
    call = telegram.transcript.of("sendMessage")[0]
    assert call.answered_at - call.at >= 0.3


@pytest.mark.parametrize(
    ("kind", "words"),
    [("bad photo", "Failed to get http url content"), ("wrong file", "Wrong file identifier/http url specified")],
)
async def test_a_bad_poster(telegram, bot, ann, kind, words):
    telegram.fault(kind, "sendPhoto")
    with pytest.raises(BadRequest, match=words):
        await bot.send_photo(ann.id, "https://image.example.org/x.jpg")


async def test_any_other_error(telegram, raw, ann):
    telegram.fault("refused", "sendMessage", code=403, words="user is deactivated")
    answer = await raw("sendMessage", chat_id=ann.id, text="x")
    assert answer == {"ok": False, "error_code": 403, "description": "Forbidden: user is deactivated"}


async def test_updates_come_twice(telegram, bot, ann):
    telegram.fault("twice", "getUpdates")
    assert [u.update_id for u in await bot.get_updates()] == [310000001, 310000001]
    assert [u.update_id for u in await bot.get_updates()] == [310000001]


async def test_faults_can_be_called_off(telegram, bot, ann):
    telegram.fault("reset", times=5)
    telegram.faults.clear()
    assert (await bot.send_message(ann.id, "x")).text == "x"


def test_the_clock_stands_runs_and_advances():
    clock = Clock(still=True)
    start = clock.now()
    assert start == 1772820000  # 2026-03-06 18:00 UTC
    clock.advance(90)
    assert clock.now() == start + 90
    clock.run()
    time.sleep(0.02)
    assert start + 90.02 <= clock.now() < start + 95
    clock.stop()
    assert clock.now() == clock.now()
    with pytest.raises(ValueError, match="forwards"):
        clock.advance(-1)


async def test_messages_carry_the_emulator_s_date(telegram, bot, ann):
    telegram.clock.advance(3600)
    sent = await bot.send_message(ann.id, "x")
    assert sent.date.isoformat() == "2026-03-06T19:00:00+00:00"


async def echo(bot, pause):
    """A bot that takes every update at once, and types, thinks and answers beside."""
    offset, at_work = 0, set()

    async def respond(chat_id, text):
        await bot.send_chat_action(chat_id, "typing")
        await asyncio.sleep(pause)
        await bot.send_message(chat_id, text)

    while True:
        for update in await bot.get_updates(offset=offset, timeout=5):
            offset = update.update_id + 1
            at_work.add(asyncio.create_task(respond(update.message.chat.id, update.message.text)))


async def test_settled_waits_for_the_answer_and_answer_returns_it(telegram, bot, ann):
    talking = asyncio.create_task(echo(bot, 0.4))
    await telegram.settled()
    assert [m.text for m in telegram.messages(ann.private())] == ["/start", "/start"]
    await ann.says("a")
    assert (await telegram.answer(ann.private())).text == "a"
    typing, said = telegram.transcript.about(ann.id)[-2:]
    asked = ann.private().messages[3].at
    assert (typing.method, said.method) == ("sendChatAction", "sendMessage")
    assert 0 < typing.at - asked < said.at - asked
    assert said.at - asked >= 0.4
    talking.cancel()


async def test_waiting_in_vain_tells_the_last_calls(telegram, bot, ann):
    await bot.send_chat_action(ann.id, "typing")
    with pytest.raises(AssertionError, match=r"(?s)waited .* in vain.*sendChatAction\(chat_id="):
        await telegram.settled(within=0.3)
    with pytest.raises(AssertionError, match="in vain for an answer"):
        await telegram.answer(ann.private(), within=0.2)
    with pytest.raises(AssertionError, match="no bot has said anything"):
        telegram.last(ann.private())
    await bot.get_updates(offset=310000002)
    await telegram.settled(answered=False, within=2)


async def test_two_calls_can_be_under_way_at_once(telegram, raw, ann):
    telegram.fault("slow", "sendMessage", seconds=0.5, times=2)
    start = time.monotonic()
    await asyncio.gather(*(raw("sendMessage", chat_id=ann.id, text=str(i)) for i in range(2)))
    assert time.monotonic() - start < 0.95


async def test_it_can_be_asked_by_get(telegram):
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{telegram.url}/bot{telegram.token}/getUpdates?timeout=0") as answer,
    ):
        assert await answer.json() == {"ok": True, "result": []}


async def test_rates_are_kept_when_wanted(telegram, raw, ann):
    group = telegram.group("Friday", [ann])
    telegram.keep_rates(overall=(25, 1.0))

    async def sent(chat_id):
        answer = await raw("sendMessage", chat_id=chat_id, text="x")
        return answer["ok"] or answer["parameters"]["retry_after"]

    assert [await sent(ann.id), await sent(ann.id)] == [True, 1]
    telegram.clock.advance(0.95)
    assert await sent(ann.id) is True
    assert [await sent(group.id) for _ in range(21)] == [True] * 20 + [60]
    telegram.clock.advance(30)
    assert await sent(group.id) == 30
    assert (await raw("sendChatAction", chat_id=group.id, action="typing"))["ok"] is True
    telegram.keep_rates(private=(9, 1.0), overall=(2, 1.0))
    assert [await sent(ann.id) for _ in range(3)] == [True, True, 1]
    assert telegram.refused == []
