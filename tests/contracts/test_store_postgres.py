"""What is true of PostgreSQL alone: many processes at a time, and what its errors may say."""

from __future__ import annotations

import asyncio
import random

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from bot.errors import StoreError
from bot.store import Feedback, Inbox, MasterCipher, Outbox, PersonId, Store
from bot.store.schema import metadata
from engine.request import Verdict
from tests.postgres import new_database

CIPHER = MasterCipher(bytes(range(32)))
BOT = 77


async def opened(url: str, count: int) -> list[Store]:
    return list(await asyncio.gather(*(Store.open(url, CIPHER) for _ in range(count))))


async def closed(stores: list[Store]) -> None:
    for store in stores:
        await store.close()


async def test_migrations_make_the_schema_that_the_code_uses() -> None:
    store = await Store.open(new_database(), CIPHER)
    async with store.turn() as turn:
        differences = await turn.connection.run_sync(
            lambda connection: compare_metadata(MigrationContext.configure(connection), metadata)
        )
    await store.close()
    assert differences == []


async def test_stores_that_open_an_empty_database_at_once_make_it_once() -> None:
    stores = await opened(new_database(), 4)
    for number, store in enumerate(stores):
        async with store.turn() as turn:
            assert await turn.chat_of("telegram", str(number)) == number + 1
            keys = await turn.connection.exec_driver_sql("SELECT count(*) FROM data_keys")
            assert keys.scalar_one() == 1
    await closed(stores)


async def test_those_who_meet_somebody_new_at_once_get_one_number() -> None:
    stores = await opened(new_database(), 4)

    async def meet(store: Store) -> tuple[int, int]:
        async with store.turn() as turn:
            chat = await turn.chat_of("telegram", "5")
            await asyncio.sleep(0.05)
            return chat, await turn.person_of("telegram", "5")

    assert len(set(await asyncio.gather(*map(meet, stores)))) == 1
    await closed(stores)


async def test_many_hands_take_every_update_once_and_each_chats_in_order() -> None:
    stores = await opened(new_database(), 4)
    async with stores[0].turn() as turn:
        chats = [await turn.chat_of("telegram", str(n)) for n in range(6)]
        for update in range(60):
            await Inbox(turn, BOT, "a").put(update, chats[update % 6], str(update).encode())
    done: list[tuple[int, int]] = []
    idle: list[int] = []

    async def work(number: int, store: Store) -> None:
        chance = random.Random(number)
        while len(done) < 60:
            async with store.turn() as turn:
                waiting = await Inbox(turn, BOT, f"w{number}").take(15)
            if waiting is None:
                idle.append(number)
                await asyncio.sleep(0.005)
                continue
            await asyncio.sleep(chance.random() * 0.01)
            async with store.turn() as turn:
                inbox = Inbox(turn, BOT, f"w{number}")
                await inbox.done(waiting)
                await Outbox(turn, BOT, "say", f"w{number}").put(waiting.chat, waiting.body)
            done.append((waiting.chat, waiting.update))

    async with asyncio.timeout(60):
        await asyncio.gather(*(work(2 * n + twice, store) for n, store in enumerate(stores) for twice in (0, 1)))
    assert sorted(update for _, update in done) == list(range(60))
    for chat in chats:
        mine = [update for where, update in done if where == chat]
        assert mine == sorted(mine)
    said = []
    async with stores[1].turn() as turn:
        for _ in chats:
            pending = await Outbox(turn, BOT, "say", "s").take(40)
            said.append([int(row.body) for row in pending.rows])
    assert sorted(said) == [list(range(n, 60, 6)) for n in range(6)]
    await closed(stores)


async def test_one_who_looks_does_not_wait_for_another_that_holds_a_chat() -> None:
    here, there = await opened(new_database(), 2)
    async with here.turn() as turn:
        ann, ben = await turn.chat_of("telegram", "1"), await turn.chat_of("telegram", "2")
        await Inbox(turn, BOT, "a").put(1, ann, b"x")
        await Inbox(turn, BOT, "a").put(2, ben, b"y")
    async with here.turn() as first:
        assert (await Inbox(first, BOT, "a").take(15)).update == 1
        async with asyncio.timeout(3), there.turn() as second:  # the first is not kept yet
            assert (await Inbox(second, BOT, "b").take(15)).update == 2
            await Inbox(second, BOT, "b").put(3, ann, b"new ones are filed meanwhile")
    await closed([here, there])


async def test_an_error_shows_no_statement_and_no_value() -> None:
    store = await Store.open(new_database(), CIPHER)

    async def record(person: object, deck: object) -> str:
        async def fail() -> None:
            async with store.turn() as turn:
                chat = await turn.chat_of("telegram", "1")
                said = Feedback(chat=chat, person=person, tmdb=11, verdict=Verdict.UP, update_key="u", deck=deck)
                await turn.record(said)

        with pytest.raises(StoreError) as caught:
            await fail()
        assert "\n" not in str(caught.value)
        return str(caught.value)

    assert "violates foreign key constraint" in (unknown := await record(PersonId(99), "my-deck"))
    assert "my-deck" not in unknown
    assert "99" not in unknown
    assert "INSERT" not in unknown
    assert "invalid input for query argument" in (odd := await record("my-secret", None))
    assert "my-secret" not in odd
    await store.close()


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("postgresql://ann:hush@127.0.0.1:1/films", "cannot be reached"),
        ("postgresql://ann:hush@127.0.0.1", "names no database: write postgresql://"),
        ("nowhere", "does not exist"),
    ],
)
async def test_a_database_that_is_not_there_is_one_line(address: str, says: str) -> None:
    if "/" not in address:
        address = new_database().replace("/m", "/nobody-made-", 1)
    with pytest.raises(StoreError, match=says) as caught:
        await Store.open(address, CIPHER)
    assert "hush" not in str(caught.value)
    assert "\n" not in str(caught.value)
