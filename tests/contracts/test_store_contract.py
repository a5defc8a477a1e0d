"""What every database under the store must do. An adapter joins by a line in `conftest.ADAPTERS`."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator

import pytest

from bot.errors import DataKeyError, StoreError
from bot.store import ChatId, Feedback, MasterCipher, PersonId, Store
from engine.request import Verdict
from tests.contracts.conftest import CIPHER, in_order

UP, DOWN, SEEN = Verdict.UP, Verdict.DOWN, Verdict.SEEN
NOW = 1_700_000_000.9


@pytest.fixture
async def store(url: str) -> AsyncIterator[Store]:
    store = await Store.open(url, CIPHER, clock=lambda: NOW)
    yield store
    await store.close()


@pytest.fixture
async def here(store: Store) -> tuple[ChatId, PersonId]:
    async with store.turn() as turn:
        return await turn.chat_of("telegram", "-100", "group"), await turn.person_of("telegram", "7")


def said(chat: ChatId, person: PersonId, tmdb: int, verdict: Verdict | None, update_key: str) -> Feedback:
    return Feedback(chat=chat, person=person, tmdb=tmdb, verdict=verdict, update_key=update_key, deck="d1")


# Who is who


async def test_the_same_ids_give_the_same_numbers_and_others_give_others(store: Store) -> None:
    async with store.turn() as turn:
        first = await turn.chat_of("telegram", "7")
        assert await turn.chat_of("telegram", "8") != first
        assert await turn.chat_of("web", "7") != first
        ann = await turn.person_of("telegram", "7")
        ben = await turn.person_of("telegram", "8")
        assert ann != ben
    async with store.turn() as turn:
        assert await turn.chat_of("telegram", "7", "group") == first
        assert await turn.person_of("telegram", "7") == ann


async def test_a_chat_can_be_written_to_by_its_address(store: Store) -> None:
    async with store.turn() as turn:
        chat = await turn.chat_of("telegram", "-1001234")
        other = await turn.chat_of("web", "k7:x")
        assert await turn.address_of(chat) == ("telegram", "-1001234")
        assert await turn.address_of(other) == ("web", "k7:x")


async def test_what_divides_channel_and_id_cannot_be_faked(store: Store) -> None:
    async with store.turn() as turn:
        assert await turn.person_of("web", "a:b") != await turn.person_of("web:a", "b")


# Sessions


async def test_a_session_is_read_as_it_was_saved_last(store: Store) -> None:
    async with store.turn() as turn:
        chat, other = await turn.chat_of("telegram", "1"), await turn.chat_of("telegram", "2")
        assert await turn.session(chat) is None
        await turn.save_session(chat, '{"deck": [1]}')
        assert await turn.session(chat) == '{"deck": [1]}'
    async with store.turn() as turn:
        await turn.save_session(chat, "später 👍")
        await turn.save_session(other, "other")
    async with store.turn() as turn:
        assert await turn.session(chat) == "später 👍"
        assert await turn.session(other) == "other"


async def test_an_unknown_chat_is_refused_in_words(store: Store) -> None:
    async with store.turn() as turn:
        with pytest.raises(StoreError, match="99 is not among the chats"):
            await turn.session(ChatId(99))
        with pytest.raises(StoreError, match="99 is not among the chats"):
            await turn.save_session(ChatId(99), "x")


# Verdicts


async def test_the_latest_verdict_of_a_film_counts_oldest_first(store: Store, here: tuple[ChatId, PersonId]) -> None:
    async with store.turn() as turn:
        for number, (tmdb, verdict) in enumerate([(11, UP), (12, SEEN), (-13, UP), (11, DOWN), (12, None)]):
            assert await turn.record(said(*here, tmdb, verdict, f"u{number}"))
    async with store.turn() as turn:
        assert in_order(await turn.verdicts(here[0])) == ((-13, UP), (11, DOWN))
        assert in_order(await turn.verdicts(*here)) == ((-13, UP), (11, DOWN))


async def test_an_update_counts_once(store: Store, here: tuple[ChatId, PersonId]) -> None:
    async with store.turn() as turn:
        assert await turn.record(said(*here, 11, UP, "u1")) is True
        assert await turn.record(said(*here, 11, DOWN, "u1")) is False
    async with store.turn() as turn:
        assert await turn.record(said(*here, 12, DOWN, "u1")) is False
        assert in_order(await turn.verdicts(here[0])) == ((11, UP),)


async def test_people_of_a_group_keep_their_own_verdicts(store: Store, here: tuple[ChatId, PersonId]) -> None:
    chat, ann = here
    async with store.turn() as turn:
        ben = await turn.person_of("telegram", "8")
        elsewhere = await turn.chat_of("telegram", "9")
        await turn.record(said(chat, ann, 11, UP, "u1"))
        await turn.record(said(chat, ann, 12, UP, "u2"))
        await turn.record(said(chat, ben, 11, DOWN, "u3"))
        await turn.record(said(elsewhere, ann, 13, UP, "u4"))
        assert in_order(await turn.verdicts(chat, ann)) == ((11, UP), (12, UP))
        assert in_order(await turn.verdicts(chat, ben)) == ((11, DOWN),)
        assert in_order(await turn.verdicts(chat)) == ((12, UP), (11, DOWN))
        await turn.record(said(chat, ben, 11, None, "u5"))
        assert in_order(await turn.verdicts(chat)) == ((11, UP), (12, UP)), "taking back one's own leaves another's"
        assert in_order(await turn.verdicts(elsewhere)) == ((13, UP),)


async def test_verdicts_agree_with_brute_force(store: Store, here: tuple[ChatId, PersonId]) -> None:
    dice = random.Random(4)
    chat, ann = here
    async with store.turn() as turn:
        crowd = [ann, *[await turn.person_of("telegram", f"p{n}") for n in range(2)]]
        log = [(dice.choice(crowd), dice.randrange(6), dice.choice([UP, DOWN, SEEN, None])) for _ in range(120)]
        for number, (person, tmdb, verdict) in enumerate(log):
            await turn.record(said(chat, person, tmdb, verdict, f"u{number}"))
        standing = {(person, tmdb): (at, verdict) for at, (person, tmdb, verdict) in enumerate(log)}
        for person in crowd:
            mine = sorted(
                (at, tmdb, verdict) for (who, tmdb), (at, verdict) in standing.items() if who == person and verdict
            )
            assert in_order(await turn.verdicts(chat, person)) == tuple((tmdb, verdict) for _, tmdb, verdict in mine)
        last = {tmdb: max(s for (_, film), s in standing.items() if film == tmdb and s[1]) for tmdb in range(6)}
        everyone = sorted((at, tmdb, verdict) for tmdb, (at, verdict) in last.items())
        assert in_order(await turn.verdicts(chat)) == tuple((tmdb, verdict) for _, tmdb, verdict in everyone)


async def test_what_stands_is_told_turn_by_turn_as_if_it_were_read_anew(
    store: Store, url: str, here: tuple[ChatId, PersonId]
) -> None:
    """Verdicts are remembered between turns: that must not show, whatever happens to the rows meanwhile."""
    dice = random.Random(9)
    chat, ann = here
    async with store.turn() as turn:
        ben = await turn.person_of("telegram", "ben")
    for number in range(60):
        async with store.turn() as turn:
            person, verdict = dice.choice([ann, ben]), dice.choice([UP, DOWN, SEEN, None])
            await turn.record(said(chat, person, dice.randrange(5), verdict, f"u{number}"))
            mine = in_order(await turn.verdicts(chat))
        fresh = await Store.open(url, CIPHER)
        async with fresh.turn() as turn:
            assert in_order(await turn.verdicts(chat)) == mine
        await fresh.close()

    async def undone() -> None:
        async with store.turn() as turn:
            await turn.record(said(chat, ann, 77, UP, "undone"))
            assert (await turn.verdicts(chat))[77] is UP
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await undone()
    async with store.turn() as turn:
        assert in_order(await turn.verdicts(chat)) == mine
        theirs = in_order(await turn.verdicts(chat, ben))
    elsewhere = await Store.open(url, CIPHER)
    async with elsewhere.turn() as turn:
        await turn.forget_person(ann)
    await elsewhere.close()
    async with store.turn() as turn:
        assert in_order(await turn.verdicts(chat)) == theirs


# Turns


async def test_a_turn_that_fails_leaves_nothing(store: Store, here: tuple[ChatId, PersonId]) -> None:
    async with store.turn() as turn:
        await turn.save_session(here[0], "before")

    async def fail() -> None:
        async with store.turn() as turn:
            await turn.record(said(*here, 11, UP, "u1"))
            await turn.save_session(here[0], "after")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    async with store.turn() as turn:
        assert await turn.session(here[0]) == "before"
        assert in_order(await turn.verdicts(here[0])) == ()
        assert await turn.record(said(*here, 11, UP, "u1")) is True


async def test_a_turn_that_is_cancelled_leaves_nothing_and_frees_the_store(
    store: Store, here: tuple[ChatId, PersonId]
) -> None:
    written = asyncio.Event()

    async def stuck() -> None:
        async with store.turn() as turn:
            await turn.save_session(here[0], "half")
            written.set()
            await asyncio.sleep(60)

    task = asyncio.create_task(stuck())
    await written.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with asyncio.timeout(5), store.turn() as turn:
        assert await turn.session(here[0]) is None


async def test_turns_of_two_stores_do_not_lose_each_others_work(url: str, here: tuple[ChatId, PersonId]) -> None:
    """Each turn reads the session, waits, and writes it one higher: a lost update would show in the sum."""
    stores = [await Store.open(url, CIPHER) for _ in range(2)]

    async def count(store: Store, key: str) -> None:
        async with store.turn() as turn:
            before = int(await turn.session(here[0]) or 0)
            await asyncio.sleep(0.002)
            await turn.save_session(here[0], str(before + 1))
            assert await turn.record(said(*here, before, UP, key))

    await asyncio.gather(*(count(store, f"{id(store)}:{n}") for n in range(10) for store in stores))
    async with stores[0].turn() as turn:
        assert await turn.session(here[0]) == "20"
        assert in_order(await turn.verdicts(here[0])) == tuple((n, UP) for n in range(20))
    for store in stores:
        await store.close()


async def test_an_update_that_two_stores_get_at_once_counts_once(url: str, here: tuple[ChatId, PersonId]) -> None:
    stores = [await Store.open(url, CIPHER) for _ in range(2)]

    async def record(store: Store) -> bool:
        async with store.turn() as turn:
            return await turn.record(said(*here, 11, UP, "same"))

    assert sorted(await asyncio.gather(*map(record, stores))) == [False, True]
    for store in stores:
        await store.close()


# Opening


async def test_everything_is_there_after_reopening(url: str, store: Store, here: tuple[ChatId, PersonId]) -> None:
    async with store.turn() as turn:
        await turn.save_session(here[0], "kept")
        await turn.record(said(*here, 11, UP, "u1"))
    await store.close()
    again = await Store.open(url, CIPHER)
    async with again.turn() as turn:
        assert await turn.chat_of("telegram", "-100") == here[0]
        assert await turn.person_of("telegram", "7") == here[1]
        assert await turn.session(here[0]) == "kept"
        assert in_order(await turn.verdicts(*here)) == ((11, UP),)
    await again.close()


async def test_another_master_key_is_refused_and_harms_nothing(url: str, store: Store) -> None:
    async with store.turn() as turn:
        chat = await turn.chat_of("telegram", "1")
    with pytest.raises(DataKeyError, match="not the one that sealed this database: put back"):
        await Store.open(url, MasterCipher(bytes(32)))
    async with store.turn() as turn:
        assert await turn.chat_of("telegram", "1") == chat


# Privacy


async def test_a_person_can_take_all_that_is_kept_of_them(store: Store, here: tuple[ChatId, PersonId]) -> None:
    chat, ann = here
    async with store.turn() as turn:
        ben = await turn.person_of("telegram", "8")
        await turn.record(said(chat, ann, 11, UP, "u1"))
        await turn.record(said(chat, ben, 12, UP, "u2"))
        await turn.record(said(chat, ann, 11, None, "u3"))
        assert await turn.export_person(ann) == {
            "channel": "telegram",
            "id": "7",
            "since": 1_700_000_000,
            "feedback": [
                {"chat": chat, "tmdb": 11, "verdict": "up", "at": 1_700_000_000},
                {"chat": chat, "tmdb": 11, "verdict": "none", "at": 1_700_000_000},
            ],
        }


async def test_forgetting_a_person_takes_theirs_and_nobody_elses(store: Store, here: tuple[ChatId, PersonId]) -> None:
    chat, ann = here
    async with store.turn() as turn:
        ben = await turn.person_of("telegram", "8")
        await turn.save_session(chat, "stays")
        await turn.record(said(chat, ann, 11, UP, "u1"))
        await turn.record(said(chat, ben, 12, DOWN, "u2"))
    async with store.turn() as turn:
        await turn.forget_person(ann)
    async with store.turn() as turn:
        assert in_order(await turn.verdicts(chat)) == ((12, DOWN),)
        assert await turn.session(chat) == "stays"
        with pytest.raises(StoreError, match=f"{ann} is not among the people"):
            await turn.export_person(ann)
        again = await turn.person_of("telegram", "7")
        assert again not in {ann, ben}, "a forgotten number is not given again"
        assert in_order(await turn.verdicts(chat, again)) == ()


async def test_forgetting_a_chat_takes_its_session_and_feedback(store: Store, here: tuple[ChatId, PersonId]) -> None:
    chat, ann = here
    async with store.turn() as turn:
        other = await turn.chat_of("telegram", "2")
        await turn.save_session(chat, "goes")
        await turn.save_session(other, "stays")
        await turn.record(said(chat, ann, 11, UP, "u1"))
        await turn.record(said(other, ann, 12, UP, "u2"))
    async with store.turn() as turn:
        await turn.forget_chat(chat)
    async with store.turn() as turn:
        assert await turn.session(other) == "stays"
        assert [entry["tmdb"] for entry in (await turn.export_person(ann))["feedback"]] == [12]
        again = await turn.chat_of("telegram", "-100")
        assert again != chat
        assert await turn.session(again) is None
