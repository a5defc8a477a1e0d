"""The queue of updates: offsets, ages, subscriptions, conflicts, webhooks."""

from __future__ import annotations

import asyncio
import time

import pytest
from aiohttp import web
from telegram.error import Conflict


async def texts(bot, **more):
    return [(update.update_id, update.message.text) for update in await bot.get_updates(**more)]


async def test_updates_stay_until_their_offset_has_passed(bot, ann):
    await ann.says("a")
    await ann.says("b")
    all_three = [(310000001, "/start"), (310000002, "a"), (310000003, "b")]
    assert await texts(bot) == all_three
    assert await texts(bot, limit=2) == all_three[:2]
    assert await texts(bot, offset=310000002) == all_three[1:]
    assert await texts(bot) == all_three[1:]
    assert await texts(bot, offset=-1) == all_three[2:]
    assert await texts(bot, offset=310000004) == []


async def test_a_long_poll_answers_as_soon_as_something_comes(bot, ann):
    waiting = asyncio.create_task(texts(bot, offset=310000002, timeout=20))
    await asyncio.sleep(0.1)
    assert not waiting.done()
    start = time.monotonic()
    await ann.says("a")
    assert await waiting == [(310000002, "a")]
    assert time.monotonic() - start < 1


async def test_a_long_poll_ends_with_its_timeout(bot, ann):
    start = time.monotonic()
    assert await texts(bot, offset=310000002, timeout=1) == []
    assert 0.9 < time.monotonic() - start < 4


async def test_the_second_to_ask_ends_the_first(telegram, bot, ann, raw):
    waiting = asyncio.create_task(bot.get_updates(offset=310000002, timeout=20))
    await asyncio.sleep(0.1)
    assert (await raw("getUpdates"))["result"] == []
    with pytest.raises(Conflict, match="terminated by other getUpdates request; make sure that only one bot instance"):
        await waiting
    assert [call.error["error_code"] for call in telegram.failed] == [409]


async def test_a_reader_that_hangs_up_is_forgotten(telegram, bot, ann):
    waiting = asyncio.create_task(bot.get_updates(offset=310000002, timeout=20))
    await asyncio.sleep(0.1)
    waiting.cancel()
    await telegram.until(lambda: telegram.bot.queue.asking is None)
    await ann.says("a")
    assert await texts(bot) == [(310000002, "a")]


async def test_updates_are_lost_after_a_day(telegram, bot, ann):
    telegram.clock.advance(23 * 3600)
    await ann.says("a")
    telegram.clock.advance(3601)
    assert await texts(bot) == [(310000002, "a")]
    assert [update.id for update in telegram.bot.queue.lost] == [310000001]


async def test_the_default_subscription_leaves_three_kinds_out(telegram, bot, ann):
    ben = telegram.person("Ben")
    group = telegram.group("Friday", [ann, ben], bot_status="administrator")
    said = await ann.says("x", chat=group)
    await ann.reacts("👍", said)
    await ben.leaves(group)
    kinds = [next(iter(set(u.to_dict()) - {"update_id"})) for u in await bot.get_updates()]
    assert kinds == ["message", "my_chat_member", "message", "message", "message"]
    wanted = ["message_reaction", "chat_member"]
    await bot.get_updates(offset=-1, allowed_updates=wanted)
    await ann.reacts("🔥", said)
    await ben.joins(group)
    await bot.get_updates()  # without the parameter, the subscription stays
    await ann.says("y", chat=group)
    found = [u.to_dict() for u in await bot.get_updates(offset=310000006)]
    assert found[0]["message_reaction"]["new_reaction"][0]["emoji"] == "🔥"
    assert found[1]["chat_member"]["new_chat_member"]["status"] == "member"
    assert len(found) == 2
    await bot.get_updates(allowed_updates=[])
    await ann.says("z", chat=group)
    assert (await bot.get_updates())[-1].message.text == "z"


async def test_confirmed_updates_can_come_again(telegram, bot, ann):
    await bot.get_updates(offset=310000002)
    telegram.bot.queue.again()
    assert await texts(bot, offset=310000002) == [(310000001, "/start")]
    assert await texts(bot, offset=310000002) == []


async def test_asking_and_a_webhook_exclude_each_other(telegram, bot, raw, ann):
    waiting = asyncio.create_task(bot.get_updates(offset=310000002, timeout=20))
    await asyncio.sleep(0.1)
    await bot.set_webhook("http://127.0.0.1:9/hook")
    with pytest.raises(Conflict, match="terminated by setWebhook request"):
        await waiting
    answer = await raw("getUpdates")
    assert (answer["error_code"], answer["description"]) == (
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
    assert (await bot.get_webhook_info()).url == "http://127.0.0.1:9/hook"
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == ()


async def test_a_webhook_gets_each_update_in_order_until_it_says_yes(telegram, bot, ann):
    seen, answers = [], [500, 200, 200]

    async def hook(request):
        seen.append((request.headers["X-Telegram-Bot-Api-Secret-Token"], (await request.json())["message"]["text"]))
        return web.Response(status=answers.pop(0))

    application = web.Application()
    application.add_routes([web.post("/hook", hook)])
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    await bot.set_webhook(f"http://127.0.0.1:{runner.addresses[0][1]}/hook", secret_token="s3cret")
    await telegram.until(lambda: len(seen) == 2)
    await ann.says("a")
    await telegram.until(lambda: len(seen) == 3 and not telegram.bot.queue.waiting)
    assert seen == [("s3cret", "/start"), ("s3cret", "/start"), ("s3cret", "a")]
    info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 500 Internal Server Error"
    await bot.delete_webhook()
    await runner.cleanup()
