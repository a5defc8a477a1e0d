"""Inbox, outbox, leases and what was shown: what every database under the store must do."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.store import LEAVING, ChatId, DoneAlreadyError, Inbox, Outbox, Pictures, Place, Shown, Store
from tests.contracts.conftest import CIPHER

BOT = 77


class Clock:
    now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def store(url: str, clock: Clock) -> AsyncIterator[Store]:
    store = await Store.open(url, CIPHER, clock=clock)
    yield store
    await store.close()


@pytest.fixture
async def chats(store: Store) -> tuple[ChatId, ChatId]:
    async with store.turn() as turn:
        return await turn.chat_of("telegram", "5"), await turn.chat_of("telegram", "6")


def inbox(turn, holder="a", bot=BOT):
    return Inbox(turn, bot, holder)


def outbox(turn, holder="a", lane="say"):
    return Outbox(turn, BOT, lane, holder)


async def test_an_update_is_kept_once_even_when_it_was_done(store, chats):
    ann, _ = chats
    async with store.turn() as turn:
        assert await inbox(turn).put(10, ann, b"one")
        assert not await inbox(turn).put(10, ann, b"again")
        assert await inbox(turn, bot=78).put(10, ann, b"another bot's"), "numbers are a bot's own"
        waiting = await inbox(turn).take(15)
        assert (waiting.update, waiting.body, waiting.tries) == (10, b"one", 0)
        await inbox(turn).done(waiting)
    async with store.turn() as turn:
        assert not await inbox(turn).put(10, ann, b"one")
        assert await inbox(turn).take(15) is None
        with pytest.raises(DoneAlreadyError):
            await inbox(turn).done(waiting)


async def test_a_chat_is_worked_for_by_one_and_in_order(store, chats):
    ann, ben = chats
    async with store.turn() as turn:
        for update, chat in ((12, ann), (11, ben), (10, ann)):
            await inbox(turn).put(update, chat, str(update).encode())
    async with store.turn() as turn:
        first = await inbox(turn, "a").take(15)
        second = await inbox(turn, "b").take(15)
        assert (first.update, second.update) == (10, 11)
        assert await inbox(turn, "b").take(15) is None, "12 waits for 10"
        await inbox(turn, "a").done(first)
        assert (await inbox(turn, "b").take(15)).update == 12


async def test_a_lease_that_ran_out_is_taken_over_and_the_slower_one_is_undone(store, chats, clock):
    ann, _ = chats
    async with store.turn() as turn:
        await inbox(turn).put(10, ann, b"x")
        slow = await inbox(turn, "a").take(15)
    clock.now += 14
    async with store.turn() as turn:
        assert await inbox(turn, "b").take(15) is None
    clock.now += 2
    async with store.turn() as turn:
        quick = await inbox(turn, "b").take(15)
        await inbox(turn, "b").done(quick)

    async def finish_slowly() -> None:
        async with store.turn() as turn:
            await turn.save_session(ann, "of the slower one")
            await inbox(turn, "a").done(slow)

    with pytest.raises(DoneAlreadyError):
        await finish_slowly()
    async with store.turn() as turn:
        assert await turn.session(ann) is None


async def test_leases_of_an_earlier_life_are_let_go_and_those_of_others_are_not(store, chats):
    ann, ben = chats
    async with store.turn() as turn:
        await inbox(turn).put(10, ann, b"x")
        await inbox(turn).put(11, ben, b"x")
        await inbox(turn, "a").take(15)
        await inbox(turn, "b").take(15)
        await inbox(turn, "a").release()
        assert (await inbox(turn, "a").take(15)).update == 10
        assert await inbox(turn, "a").take(15) is None


async def test_a_try_that_failed_is_counted_and_comes_again_later(store, chats, clock):
    ann, _ = chats
    async with store.turn() as turn:
        await inbox(turn).put(10, ann, b"x")
        await inbox(turn).put(11, ann, b"y")
        await inbox(turn).again(await inbox(turn).take(15), seconds=2)
        assert await inbox(turn).take(15) is None, "not before its time, and nothing overtakes it"
    clock.now += 2.01
    async with store.turn() as turn:
        again = await inbox(turn).take(15)
        assert (again.update, again.tries) == (10, 1)


async def test_payloads_are_sealed_and_gone_when_done(store, chats):
    ann, _ = chats

    async def bodies(turn, table):
        rows = await turn.connection.exec_driver_sql(f"SELECT body FROM {table} WHERE body IS NOT NULL")
        return [bytes(row[0]) for row in rows]

    async with store.turn() as turn:
        await inbox(turn).put(10, ann, b"a secret wish")
        await outbox(turn).put(ann, b"a secret answer")
        kept = [*await bodies(turn, "inbox"), *await bodies(turn, "outbox")]
        assert len(kept) == 2
        assert all(b"secret" not in body for body in kept)
        await inbox(turn).done(await inbox(turn).take(15))
        pending = await outbox(turn).take(15)
        await outbox(turn).done(ann, [row.id for row in pending.rows])
        assert [*await bodies(turn, "inbox"), *await bodies(turn, "outbox")] == []


async def test_old_numbers_are_cleaned_and_young_ones_kept(store, chats, clock):
    ann, _ = chats
    async with store.turn() as turn:
        await inbox(turn).put(10, ann, b"x")
        await inbox(turn).done(await inbox(turn).take(15))
    clock.now += 25 * 3600
    async with store.turn() as turn:
        await inbox(turn).clean()
        assert not await inbox(turn).put(10, ann, b"x"), "Telegram repeats updates for a day"
    clock.now += 48 * 3600
    async with store.turn() as turn:
        await inbox(turn).clean()
        assert await inbox(turn).put(10, ann, b"x")
        await inbox(turn).clean()
        assert (await inbox(turn).take(15)).update == 10, "what waits is never cleaned"


async def test_what_is_to_be_said_keeps_its_order_within_a_lane(store, chats):
    ann, ben = chats
    async with store.turn() as turn:
        for body in (b"1", b"2"):
            await outbox(turn).put(ann, body)
        await outbox(turn, lane="answer").put(ann, b"quick")
        await outbox(turn).put(ben, b"3")
    async with store.turn() as turn:
        pending = await outbox(turn).take(15)
        assert (pending.chat, pending.address, [row.body for row in pending.rows]) == (ann, "5", [b"1", b"2"])
        assert [row.body for row in (await outbox(turn, lane="answer").take(15)).rows] == [b"quick"]
        assert (await outbox(turn).take(15)).address == "6"
        await outbox(turn).done(ann, [pending.rows[0].id])
        assert [row.body for row in (await outbox(turn).take(15)).rows] == [b"2"]


async def test_a_chat_that_is_held_back_waits_with_all_that_comes_after(store, chats, clock):
    ann, _ = chats
    async with store.turn() as turn:
        await outbox(turn).put(ann, b"1")
        pending = await outbox(turn).take(15)
        await outbox(turn).hold(ann, 3, failed=pending.rows[0].id)
        await outbox(turn).put(ann, b"2")
        assert await outbox(turn).take(15) is None
        assert await outbox(turn).empty() is False, "the second is due by itself"
    clock.now += 3.01
    async with store.turn() as turn:
        assert [(row.body, row.tries) for row in (await outbox(turn).take(15)).rows] == [(b"1", 1), (b"2", 0)]
        await outbox(turn).drop(ann)
        assert await outbox(turn).empty()


async def test_a_decks_message_is_found_and_a_message_shows_one_deck(store, chats):
    ann, ben = chats
    async with store.turn() as turn:
        shown = Shown(turn, BOT)
        await shown.put(ann, "1", Place(message=100, film=11))
        await shown.put(ann, "1", Place(message=100, film=12))
        assert await shown.place(ann, "1") == Place(message=100, film=12)
        assert await shown.place(ben, "1") is None
        assert await Shown(turn, 78).place(ann, "1") is None
        await shown.put(ann, "2", Place(message=100, film=None))
        assert await shown.place(ann, "1") is None
        assert await shown.place(ann, "2") == Place(message=100, film=None)
        for number in range(3, 68):
            await shown.put(ann, str(number), Place(message=100 + number, film=1))
        assert await shown.place(ann, "3") is None, "old ones are let go"
        assert await shown.place(ann, "4") == Place(message=104, film=1)


async def test_pictures_are_a_bots_own_and_may_grow_old(store, clock):
    async with store.turn() as turn:
        await Pictures(turn, BOT).put(11, "drawn", "file-1")
        await Pictures(turn, BOT).put(11, "drawn", "file-2")
        assert await Pictures(turn, BOT).find(11, "drawn") == "file-2"
        assert await Pictures(turn, BOT).find(11, "stand-in") is None
        assert await Pictures(turn, 78).find(11, "drawn") is None
    clock.now += 100
    async with store.turn() as turn:
        assert await Pictures(turn, BOT).find(11, "drawn", within=101) == "file-2"
        assert await Pictures(turn, BOT).find(11, "drawn", within=99) is None


async def test_a_chat_that_moved_is_the_same_chat(store, chats):
    ann, _ = chats
    async with store.turn() as turn:
        await turn.save_session(ann, "kept")
        await outbox(turn).put(ann, b"x")
        await turn.move_chat("telegram", "5", "-100500")
        await turn.move_chat("telegram", "5", "-100500")  # told twice, from both sides
        assert await turn.chat_of("telegram", "-100500") == ann
        assert await turn.address_of(ann) == ("telegram", "-100500")
        assert await turn.session(ann) == "kept"
        assert (await outbox(turn).take(15)).address == "-100500"
        assert await turn.chat_of("telegram", "5") != ann


async def test_a_chat_that_was_met_under_its_new_address_first_becomes_one_with_the_old(store, chats):
    ann, ben = chats
    async with store.turn() as turn:
        person = await turn.person_of("telegram", "9")
        await turn.connection.exec_driver_sql(
            "INSERT INTO feedback (chat_id, person_id, tmdb, verdict, update_key, created_at) "
            f"VALUES ({ben}, {person}, 11, 'up', 'k', 1)"
        )
        await turn.move_chat("telegram", "5", "6")
        assert await turn.chat_of("telegram", "6") == ann
        assert list(await turn.verdicts(ann)) == [11]


async def test_what_waits_and_stands_under_the_new_address_is_taken_along(store, chats):
    old, new = chats
    async with store.turn() as turn:
        for chat, name in ((old, "old"), (new, "new")):
            await turn.save_session(chat, f"session of the {name}")
            await turn.save_night(chat, f"night of the {name}", None)
            await outbox(turn).put(chat, f"to the {name}".encode())
        await Shown(turn, BOT).put(old, "1", Place(message=3, film=1))
        await Shown(turn, BOT).put(new, "2", Place(message=3, film=2))
        await inbox(turn).put(10, old, b"from the old")
        await inbox(turn).put(11, new, b"from the new")
    async with store.turn() as turn:
        await turn.move_chat("telegram", "5", "6")
    async with store.turn() as turn:
        assert await turn.session(old) == "session of the new"
        assert await turn.night(old) == "night of the new"
        first = await inbox(turn).take(15)
        assert (first.body, first.address) == (b"from the old", "6")
        await inbox(turn).done(first)
        assert (await inbox(turn).take(15)).body == b"from the new"
        pending = await outbox(turn).take(15)
        assert [row.body for row in pending.rows] == [b"to the old", b"to the new"]
        assert await Shown(turn, BOT).place(old, "1") is None, "that number is another message now"
        assert await Shown(turn, BOT).place(old, "2") == Place(message=3, film=2)


async def test_forgetting_a_chat_takes_its_mail_with_it(store, chats):
    ann, ben = chats
    async with store.turn() as turn:
        for update, chat in ((10, ann), (11, ben)):
            await inbox(turn).put(update, chat, b"x")
            await outbox(turn).put(chat, b"y")
            await Shown(turn, BOT).put(chat, "1", Place(message=1, film=1))
        await turn.forget_chat(ann)
    async with store.turn() as turn:
        assert (await inbox(turn).take(15)).update == 11
        assert (await outbox(turn).take(15)).address == "6"
        assert await outbox(turn).take(15) is None
        count = await turn.connection.exec_driver_sql("SELECT count(*) FROM messages")
        assert count.scalar_one() == 1


async def test_two_stores_do_not_take_the_same_chat(store, chats, url):
    ann, ben = chats
    async with store.turn() as turn:
        await inbox(turn).put(10, ann, b"x")
        await inbox(turn).put(11, ben, b"x")
    other = await Store.open(url, CIPHER, clock=Clock())

    async def take(where: Store, holder: str) -> int:
        async with where.turn() as turn:
            return (await inbox(turn, holder).take(15)).update

    assert sorted(await asyncio.gather(take(store, "a"), take(other, "b"))) == [10, 11]
    await other.close()


async def test_a_chat_that_was_left_goes_with_its_last_word(store):
    async with store.turn() as turn:
        left = await turn.chat_of("telegram", "900", LEAVING)
        here = await turn.chat_of("telegram", "901", "private")
        for chat in (left, here):
            await outbox(turn).put(chat, b"one")
            await outbox(turn).put(chat, b"two")
    for still in (True, False):
        async with store.turn() as turn:
            pending = await outbox(turn).take(60)
            assert pending.chat == left
            await outbox(turn).done(left, [pending.rows[0].id])
            assert await turn.knows_chat("telegram", "900") is still
    async with store.turn() as turn:
        pending = await outbox(turn).take(60)
        await outbox(turn).done(here, [row.id for row in pending.rows])
        assert await turn.knows_chat("telegram", "901")


async def test_who_writes_again_before_the_last_word_stays(store):
    async with store.turn() as turn:
        left = await turn.chat_of("telegram", "900", LEAVING)
        await outbox(turn).put(left, b"one")
        await turn.save_session(left, "anew")
        pending = await outbox(turn).take(60)
        await outbox(turn).done(left, [row.id for row in pending.rows])
        assert await turn.session(left) == "anew"
