"""The emulator as a process of its own, driven through its control API, and its page."""

from __future__ import annotations

import aiohttp
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

from tests.telegram_emulator.remote import Remote


async def test_a_whole_exchange_from_outside(picture):
    async with Remote() as telegram:
        ann = (await telegram.do("person", first_name="Ann"))["id"]
        ben = (await telegram.do("person", first_name="Ben"))["id"]
        group = (await telegram.do("group", title="Friday", people=[ann, ben]))["id"]
        await telegram.do("says", person=ann, text="<funny> & short")
        await telegram.do("says", person=ben, chat=group, text="/movienight@matineebot")
        async with Bot(telegram.token, base_url=f"{telegram.url}/bot") as bot:
            updates = await bot.get_updates(timeout=1)
            said = [(u.message.chat.id, u.message.text) for u in updates if u.message and u.message.text]
            assert said == [(ann, "<funny> & short"), (group, "/movienight@matineebot")]
            keys = InlineKeyboardMarkup([[InlineKeyboardButton("👍", callback_data="up")]])
            card = await bot.send_photo(ann, picture, caption="<b>x</b>", parse_mode="HTML", reply_markup=keys)
            tap = (await telegram.do("taps", person=ann, label="👍"))["id"]
            await bot.answer_callback_query(tap, "Noted.")
            same = (await telegram.do("taps", person=ann, on=card.message_id, data="up"))["id"]
            assert [u.callback_query.id for u in await bot.get_updates(offset=updates[-1].update_id + 1)] == [tap, same]
            await bot.get_updates(offset=updates[-1].update_id + 3)
        assert (await telegram.do("tap", id=tap))["answers"][0]["text"] == "Noted."
        first, second = (await telegram.do("messages", chat=ann))["messages"]
        assert first["html"] == "&lt;funny&gt; &amp; short"
        assert (second["id"], second["html"], second["keyboard"][0][0]["text"]) == (card.message_id, "<b>x</b>", "👍")
        async with aiohttp.ClientSession() as session:
            async with session.get(telegram.url + second["photo"]) as answer:
                assert await answer.read() == picture
            async with session.get(telegram.url) as answer:
                assert "<title>Matinee · local chat</title>" in await answer.text()
        queue = await telegram.do("queue")
        assert (queue["waiting"], set(queue["served"].values())) == ([], {1})
        assert [c["method"] for c in await telegram.do("transcript") if c["method"] != "getUpdates"] == [
            "getMe", "sendPhoto", "answerCallbackQuery",
        ]  # fmt: skip
        await telegram.do("fault", kind="flood", method="sendMessage", seconds=4)
        await telegram.do("does", person=ann, what="blocks")
        now = (await telegram.do("clock", still=True))["now"]
        assert (await telegram.do("clock", advance=60))["now"] == now + 60
        with pytest.raises(RuntimeError, match="no button 'Why' on message 2"):
            await telegram.do("taps", person=ann, label="Why")
        with pytest.raises(RuntimeError, match="no such action"):
            await telegram.do("dance")
        assert await telegram.do("refused") == []
