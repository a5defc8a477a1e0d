"""Movie nights and what a person thumbed anywhere: what every database under the store must do."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime, timedelta

from bot.store import Feedback
from engine.request import Verdict
from tests.contracts.conftest import in_order

AT = datetime(2024, 5, 3, 20, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


async def test_a_night_is_read_as_it_was_saved_last(store):
    async with store.turn() as turn:
        friday, monday = await turn.chat_of("telegram", "-1", "group"), await turn.chat_of("telegram", "-2", "group")
        assert await turn.night(friday) is None
        await turn.save_night(friday, '{"who": "Jürgen 🍿"}', AT)
        await turn.save_session(friday, "apart")
    async with store.turn() as turn:
        assert (await turn.night(friday), await turn.night(monday)) == ('{"who": "Jürgen 🍿"}', None)
        await turn.save_night(friday, "later", None)
        await turn.save_night(monday, "other", AT)
    async with store.turn() as turn:
        assert await turn.nights() == ((friday, "later"), (monday, "other"))
        assert await turn.session(friday) == "apart"


async def test_a_night_that_a_failed_turn_saved_is_not_kept(store):
    async with store.turn() as turn:
        friday = await turn.chat_of("telegram", "-1", "group")
        await turn.save_night(friday, "first", None)
    with contextlib.suppress(ZeroDivisionError):
        async with store.turn() as turn:
            await turn.save_night(friday, "second", AT)
            1 / 0  # noqa: B018
    async with store.turn() as turn:
        assert await turn.night(friday) == "first"
        assert await turn.due_nights(AT) == ()


async def test_nights_are_due_when_their_time_has_come_the_longest_first(store):
    async with store.turn() as turn:
        chats = [await turn.chat_of("telegram", str(-n), "group") for n in range(4)]
        for chat, closes_at in zip(chats, (AT + SECOND, AT - SECOND, None, AT + 5 * SECOND), strict=True):
            await turn.save_night(chat, "x", closes_at)
        assert await turn.due_nights(AT - 2 * SECOND) == ()
        assert await turn.due_nights(AT) == (chats[1],)
        assert await turn.due_nights(AT + SECOND) == (chats[1], chats[0])
        await turn.save_night(chats[1], "x", None)
        assert await turn.due_nights(AT + SECOND) == (chats[0],)


async def test_a_chat_takes_its_night_along(store):
    async with store.turn() as turn:
        friday = await turn.chat_of("telegram", "-1", "group")
        await turn.save_night(friday, "x", AT)
        await turn.move_chat("telegram", "-1", "-100")
        assert await turn.night(await turn.chat_of("telegram", "-100", "group")) == "x"
        await turn.forget_chat(friday)
        assert (await turn.nights(), await turn.due_nights(AT)) == ((), ())


async def test_a_night_is_sealed(store):
    async with store.turn() as turn:
        await turn.save_night(await turn.chat_of("telegram", "-1", "group"), "Ann wishes for nothing scary", AT)
        body = bytes((await turn.connection.exec_driver_sql("SELECT body FROM nights")).scalar_one())
    assert len(body) > 29
    assert b"Ann" not in body
    assert b"scary" not in body


async def test_what_a_person_thumbed_anywhere_counts_once_and_the_latest(store):
    async with store.turn() as turn:
        here, there = await turn.chat_of("telegram", "7"), await turn.chat_of("telegram", "-1", "group")
        ann, ben = await turn.person_of("telegram", "7"), await turn.person_of("telegram", "8")
        said = [
            (here, ann, 1, Verdict.UP),
            (there, ann, 2, Verdict.SEEN),
            (there, ann, 1, Verdict.DOWN),
            (there, ben, 3, Verdict.UP),
            (here, ann, 4, Verdict.UP),
            (there, ann, 4, None),
            (here, ann, 5, Verdict.UP),
        ]
        for number, (chat, person, tmdb, verdict) in enumerate(said):
            await turn.record(
                Feedback(chat=chat, person=person, tmdb=tmdb, verdict=verdict, update_key=f"telegram:{number}")
            )
        assert in_order(await turn.verdicts_of(ann)) == ((2, Verdict.SEEN), (1, Verdict.DOWN), (5, Verdict.UP))
        assert in_order(await turn.verdicts_of(ben)) == ((3, Verdict.UP),)
        assert dict(await turn.verdicts(here, ann)) == {1: Verdict.UP, 4: Verdict.UP, 5: Verdict.UP}
