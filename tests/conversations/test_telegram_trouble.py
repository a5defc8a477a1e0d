"""Bad days on Telegram: restarts, floods, blocks, lost answers, bad pictures. Nothing is lost, nothing is doubled."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from bot.conversation import Conversation
from bot.errors import MatineeError
from bot.front_telegram import receive
from bot.front_telegram.receive import Receiver
from bot.wording import words
from engine.request import Verdict
from tests.conversations.conftest import WISH, Served, dealt, film, standing

UP = Verdict.UP


async def test_what_was_said_while_the_bot_was_down_is_answered_in_order(served, telegram, ann):
    card = await dealt(served, ann)
    liked = film(card)
    await served.kill()
    await ann.taps("👍")
    await ann.says("qwzx one")
    await ann.says("qwzx two")
    await served.start()
    await served.settled()
    assert await served.verdicts(ann.private()) == {liked: UP}
    assert [m.text.split('"')[1] for m in telegram.messages(ann.private(), of_bot=True)[1:]] == ["qwzx one", "qwzx two"]
    assert card.buttons[2][1] == "2/5", "the deck is still there, and its message is known"


async def test_a_kill_between_the_turn_and_its_sending_loses_nothing(served, telegram, ann):
    card = await dealt(served, ann)
    liked = film(card)
    telegram.fault("no answer", "editMessageMedia", times=100, seconds=60)
    telegram.fault("no answer", "sendMessage", times=100, seconds=60)
    await ann.taps("👍")
    await ann.says("qwzx one")
    await telegram.until(lambda: telegram.transcript.of("editMessageMedia"))
    await served.kill()
    telegram.faults.clear()
    assert card.edits == 0
    await served.start()
    await served.settled()
    assert await served.verdicts(ann.private()) == {liked: UP}
    assert card.edits == 1
    assert "qwzx one" in telegram.last(ann.private()).text
    assert len(telegram.messages(ann.private(), of_bot=True)) == 2


async def test_a_stop_finishes_what_is_in_hand(served, telegram, ann):
    await ann.says(WISH)
    await telegram.until(lambda: telegram.transcript.of("sendChatAction"))
    await served.end()
    assert standing(telegram.last(ann.private())) == "Like Interstellar, funnier"
    await served.start()
    await served.settled()
    assert len(telegram.messages(ann.private(), of_bot=True)) == 1


async def test_updates_that_come_twice_are_answered_once(served, telegram, ann):
    telegram.fault("twice", "getUpdates", times=2)
    card = await dealt(served, ann)
    liked = film(card)
    await ann.taps("👍")
    await served.settled()
    telegram.bot.queue.again(2)
    await asyncio.sleep(0.5)
    await served.settled()
    assert telegram.messages(ann.private(), of_bot=True) == [card]
    assert await served.verdicts(ann.private()) == {liked: UP}
    assert "2/5" in card.labels


@pytest.mark.parametrize(
    "odd",
    [
        {"message_id": "one"},
        {"message_id": 7, "date": "yesterday", "chat": None},
        {"message_id": 7, "date": 10**20, "chat": {"id": 1, "type": "private"}, "text": "hello"},
        {"message_id": 7, "date": 0, "chat": {"id": 1}, "entities": [{"nothing": "here"}]},
    ],
)
async def test_an_update_of_an_unknown_shape_does_not_hold_up_the_next(served, telegram, ann, odd):
    telegram.bot.queue.put("message", odd)
    await ann.says(WISH)
    await served.settled()
    assert standing(telegram.last(ann.private())) == "Like Interstellar, funnier"


async def test_a_blocked_bot_is_quiet_and_comes_back_when_it_is_let_in(served, telegram, ann):
    card = await dealt(served, ann)
    liked = film(card)
    telegram.fault("slow", "editMessageMedia", seconds=0.3)
    await ann.taps("👍")
    await ann.blocks()
    await served.settled(answered=False)
    assert await served.verdicts(ann.private()) == {liked: UP}, "a thumb counts, heard or not"
    await ann.says("a western")  # which unblocks
    await served.settled()
    assert "western" in standing(telegram.last(ann.private()))


async def test_what_cannot_be_delivered_does_not_hold_up_others(served, telegram, ann):
    ben = telegram.person("Ben")
    telegram.fault("refused", "sendPhoto", chat_id=ann.id, code=403, words="bot was blocked by the user")
    await ann.says(WISH)
    await ben.says("a western")
    await telegram.answer(ben.private(), within=15)
    await served.settled(answered=False)
    assert telegram.messages(ann.private(), of_bot=True) == []
    assert len(telegram.transcript.of("sendPhoto")) == 2, "a block is not tried again"


async def test_a_flood_holds_back_that_chat_alone(served, telegram, ann):
    ben = telegram.person("Ben")
    telegram.fault("flood", "sendPhoto", chat_id=ann.id, seconds=2)
    asked = await ann.says(WISH)
    await telegram.until(lambda: [c for c in telegram.transcript.about(ann.id) if c.error], within=10)
    his = await dealt(served, ben, "a western")
    tries = [c for c in telegram.transcript.of("sendPhoto") if c.chat_id == ann.id]
    assert his.at < tries[-1].at or len(tries) == 1
    await served.settled()
    first, second = [c for c in telegram.transcript.of("sendPhoto") if c.chat_id == ann.id]
    assert first.error["parameters"] == {"retry_after": 2}
    assert second.at - first.at >= 2
    assert second.at > asked.at
    assert len(telegram.messages(ann.private(), of_bot=True)) == 1


async def test_sending_stays_within_telegrams_limits(served, telegram, ann):
    telegram.keep_rates(private=(6, 3.0))  # a burst of three and one a second
    card = await dealt(served, ann)
    for _ in range(8):
        await ann.taps("▶" if "1/5" in card.labels else "◀")
        await asyncio.sleep(0.05)
    await served.settled()
    assert [call.error["error_code"] for call in telegram.failed if call.error["error_code"] == 429] == []


async def test_many_taps_are_few_edits_and_the_last_state_is_shown(served, telegram, ann):
    card = await dealt(served, ann)
    telegram.fault("slow", "editMessageMedia", seconds=3)
    pressed = [card.button("👍")["callback_data"]]
    await ann.taps("👍")
    await telegram.until(lambda: telegram.transcript.of("editMessageMedia"), within=10)
    for _ in range(4):
        await ann.taps_data(pressed[0].replace("u:", "d:"), on=card)
        await ann.taps_data(pressed[0].replace("u:", "s:"), on=card)
    await served.settled()
    assert card.edits == 2
    assert await served.verdicts(ann.private()) == {int(pressed[0].split(":")[1]): Verdict.SEEN}


@pytest.mark.parametrize("kind", ["server error", "reset", "answer lost"])
async def test_a_stumbling_network_is_tried_again(served, telegram, ann, kind):
    card = await dealt(served, ann)
    telegram.fault(kind, "editMessageMedia", times=2)
    telegram.fault(kind, "getUpdates", times=1)
    liked = film(card)
    tap = await ann.taps("👍")
    await served.settled()
    assert tap.answer == "Noted."
    assert await served.verdicts(ann.private()) == {liked: UP}
    assert "2/5" in card.labels
    # Telegram's answer may be lost after the edit was made: then it is made again.
    assert card.edits == (3 if kind == "answer lost" else 1)


async def test_a_film_with_a_bad_address_gets_a_drawn_poster_once(served, telegram, ann):
    await served.end()
    served.movie = lambda tmdb: replace(served.house.movie(tmdb), poster_path="/abc.jpg")
    telegram.world.files.bad_urls.add("https://image.tmdb.org/t/p/w500/abc.jpg")
    await served.start()
    card = await dealt(served, ann)
    assert card.photo.url is None
    assert card.photo.data[:2] == b"\xff\xd8"
    assert [c.error and c.error["description"] for c in telegram.transcript.of("sendPhoto")] == [
        "Bad Request: failed to get HTTP URL content",
        None,
    ]
    ben = telegram.person("Ben")
    his = await dealt(served, ben)
    assert his.photo is card.photo, "sent by file id, not drawn and uploaded again"
    assert len(telegram.transcript.of("sendPhoto")) == 3


async def test_a_poster_with_an_address_is_left_to_telegram(served, telegram, ann):
    await served.end()
    served.movie = lambda tmdb: replace(served.house.movie(tmdb), poster_path=f"/p{tmdb}.jpg")
    await served.start()
    card = await dealt(served, ann)
    assert card.photo.url == f"https://image.tmdb.org/t/p/w500/p{film(card)}.jpg"
    await ann.taps("▶")
    await served.settled()
    assert card.photo.url == f"https://image.tmdb.org/t/p/w500/p{film(card)}.jpg"


async def test_a_file_id_that_has_died_is_drawn_anew(served, telegram, ann):
    await dealt(served, ann)
    telegram.fault("wrong file", "sendPhoto")
    ben = telegram.person("Ben")
    his = await dealt(served, ben)
    assert his.photo.data[:2] == b"\xff\xd8"
    assert (
        telegram.transcript.of("sendPhoto")[-2]
        .error["description"]
        .endswith("wrong file identifier/HTTP URL specified")
    )


async def test_without_any_picture_the_card_comes_in_words(served, telegram, ann):
    telegram.fault("bad photo", "sendPhoto", times=2)
    card = await dealt(served, ann)
    assert card.photo is None
    assert standing(card) == "Like Interstellar, funnier"
    await ann.taps("▶")
    await served.settled()
    assert card.photo is not None
    assert "2/5" in card.labels


async def test_a_tap_that_is_answered_too_late_still_counts(served, telegram, ann):
    card = await dealt(served, ann)
    liked = film(card)
    await served.end()
    tap = await ann.taps("👍")
    telegram.clock.advance(60)
    await served.start()
    await served.settled()
    assert tap.answers == []
    assert [call.error["description"][:30] for call in telegram.failed] == ["Bad Request: query is too old "]
    assert await served.verdicts(ann.private()) == {liked: UP}
    assert "2/5" in card.labels


async def test_an_edit_that_changes_nothing_is_done(served, telegram, ann):
    card = await dealt(served, ann)
    tap = await ann.taps("1/5")
    await served.settled()
    assert (tap.answer, card.edits) == ("", 0)
    assert [call.error["description"][:41] for call in telegram.failed] == ["Bad Request: message is not modified: spe"]


async def test_a_card_whose_message_was_deleted_is_sent_anew(served, telegram, ann):
    card = await dealt(served, ann)
    await ann.deletes(card)
    await ann.says("why the second one?")
    await served.settled()
    new, why = telegram.messages(ann.private(), of_bot=True)
    assert new.buttons[1] == ["◀", "2/5", "▶"]
    assert why.reply_to is new
    await ann.taps("▶")
    await served.settled()
    assert "3/5" in new.labels


async def test_an_update_that_cannot_be_answered_is_tried_then_said_and_others_go_on(served, telegram, ann):
    class Broken(Conversation):
        tries = 0

        async def respond(self, turn, alongside=None):
            if "broken" in turn.text:
                Broken.tries += 1
                raise ValueError(turn.text)
            return await super().respond(turn, alongside)

    await served.end()
    served.talk = lambda store: Broken(store, served.house, words())
    await served.start()
    await ann.says("something broken")
    await ann.says("a western")
    await served.settled()
    sorry, card = telegram.messages(ann.private(), of_bot=True)
    assert sorry.text == "Something went wrong on my side, and it is noted. Please try again in a while."
    assert standing(card) == "Western"
    assert Broken.tries == 3


async def test_a_token_that_telegram_does_not_know_is_one_line(telegram, active, tmp_path):
    telegram.world.bots[telegram.token + "x"] = telegram.world.bots.pop(telegram.token)
    served = Served(telegram, active, tmp_path)
    with pytest.raises(MatineeError, match=r"^Telegram does not know the token in TELEGRAM_BOT_TOKEN: copy it anew"):
        await served.start()
    await served.store.close()
    telegram.transcript.clear()  # which is refused, as it should be


async def test_another_program_with_the_same_token_is_waited_out(served, telegram, ann):
    telegram.bot.queue.interrupt()
    card = await dealt(served, ann)
    assert standing(card) == "Like Interstellar, funnier"
    assert [call.error["error_code"] for call in telegram.failed] == [409]


async def test_a_jammed_poll_is_begun_anew_over_new_connections(telegram, active, tmp_path, ann, monkeypatch):
    monkeypatch.setitem(Receiver.__init__.__kwdefaults__, "patience", 1.5)
    monkeypatch.setattr(receive, "_POLL_SECONDS", 1)
    served = Served(telegram, active, tmp_path)
    await served.start()
    await dealt(served, ann)
    telegram.fault("drip", "getUpdates", seconds=30)
    await telegram.until(lambda: telegram.transcript.of("getUpdates")[-1].fault)
    await ann.says("qwzx one")
    assert "qwzx one" in (await telegram.answer(ann.private(), within=8)).text
    await served.end()


async def test_after_an_idle_week_the_numbers_may_begin_anywhere(telegram, active, tmp_path, ann, monkeypatch):
    monkeypatch.setattr(receive, "_POLL_SECONDS", 1)
    served = Served(telegram, active, tmp_path)
    await served.start()
    card = await dealt(served, ann)
    liked = film(card)
    calls = len(telegram.transcript.of("getUpdates"))
    await telegram.until(lambda: len(telegram.transcript.of("getUpdates")) > calls + 2, within=10)
    telegram.bot.queue.number_anew(1_000)
    await ann.taps("👍")
    await ann.says("qwzx one")
    await served.settled()
    assert await served.verdicts(ann.private()) == {liked: UP}
    assert "qwzx one" in telegram.last(ann.private()).text
    await served.end()


async def test_one_who_floods_is_cut_off_and_others_are_answered(served, telegram, ann):
    ben = telegram.person("Ben")
    for number in range(90):
        await ann.says(f"/help qwzx {number}")
    await ben.says("a western")
    assert standing(await telegram.answer(ben.private(), within=15)) == "Western"
    async with served.store.turn() as memory:
        taken = (await memory.connection.exec_driver_sql("SELECT count(*) FROM inbox")).scalar_one()
    assert 60 <= taken <= 65
    await served.kill()  # the limits of sending would hold it up for a minute
    await served.start()
