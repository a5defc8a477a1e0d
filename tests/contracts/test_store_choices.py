"""Settings, saved films, what is swept and another master key: what every database under the store must do."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.errors import DataKeyError
from bot.preferences import Preferences
from bot.store import Choices, Feedback, MasterCipher, Saved, Store
from bot.store.sweeping import DAY, sweep
from engine.request import Verdict
from tests.contracts.conftest import CIPHER, in_order

OTHER = MasterCipher(bytes(range(1, 33)))
NOW = 1_700_000_000


class Clock:
    def __init__(self) -> None:
        self.now = float(NOW)

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def store(url: str, clock: Clock) -> AsyncIterator[Store]:
    store = await Store.open(url, CIPHER, clock)
    yield store
    await store.close()


async def test_settings_are_read_as_they_were_chosen_last_each_chat_its_own(store):
    mine = Preferences(language="de", country="AT", certificate="PG-13", family=True, spoilers=True, sharing=True)
    async with store.turn() as turn:
        ann, ben = await turn.chat_of("telegram", "5"), await turn.chat_of("telegram", "6")
        assert await Choices(turn).of(ann) == Preferences()
        await Choices(turn).put(ann, Preferences(country="FR"))
        await Choices(turn).put(ann, mine)
    async with store.turn() as turn:
        assert await Choices(turn).of(ann) == mine
        assert await Choices(turn).of(ben) == Preferences()
        assert await Choices(turn).sharing() == (ann,)
        await Choices(turn).put(ann, Preferences())
        assert await Choices(turn).sharing() == ()


async def test_settings_are_sealed_and_go_with_their_chat(store, tmp_path):
    async with store.turn() as turn:
        ann = await turn.chat_of("telegram", "5")
        await Choices(turn).put(ann, Preferences(country="GL"))
    assert not any(b'"GL"' in file.read_bytes() for file in tmp_path.iterdir())
    async with store.turn() as turn:
        await turn.forget_chat(ann)
    async with store.turn() as turn:
        assert (await turn.connection.exec_driver_sql("SELECT count(*) FROM settings")).scalar_one() == 0


async def test_saved_films_are_a_persons_own_the_latest_first(store, clock):
    async with store.turn() as turn:
        ann, ben = await turn.person_of("telegram", "5"), await turn.person_of("telegram", "6")
        for film in (11, -12, 13, 11):
            clock.now += 1
            await Saved(turn).put(ann, film)
        await Saved(turn).put(ben, 14)
        assert await Saved(turn).of(ann) == (13, -12, 11)
        await Saved(turn).drop(ann, -12)
        await Saved(turn).drop(ben, 13)
        assert (await Saved(turn).of(ann), await Saved(turn).of(ben)) == ((13, 11), (14,))
        await turn.forget_person(ann)
    async with store.turn() as turn:
        assert await Saved(turn).of(ben) == (14,)
        assert await Saved(turn).of(ann) == ()


async def said(turn, chat, person, key):
    await turn.record(Feedback(chat=chat, person=person, tmdb=11, verdict=Verdict.UP, update_key=key))


async def test_what_nobody_used_is_swept_and_nothing_else(store, clock):
    async with store.turn() as turn:
        quiet, talks, thumbs = [await turn.chat_of("telegram", number) for number in "567"]
        people = {number: await turn.person_of("telegram", number) for number in "5678"}
        terminal, elsewhere = await turn.chat_of("terminal", "home"), await turn.person_of("terminal", "me")
        group = await turn.chat_of("telegram", "-1", "group")
        await said(turn, quiet, people["5"], "old")
        await Saved(turn).put(people["6"], 12)
        await turn.save_session(group, "old")
    clock.now += 100 * DAY
    async with store.turn() as turn:
        assert await sweep(turn, "telegram", 101) == (0, 0)
        await turn.save_session(talks, "new")
        await said(turn, thumbs, people["7"], "new")
        new = await turn.chat_of("telegram", "9")
        # 5 is quiet, and so is the group; 8 never had a chat of their own, and 6 only talks.
        assert await sweep(turn, "telegram", 99) == (2, 2)
    async with store.turn() as turn:
        kept = set((await turn.connection.exec_driver_sql("SELECT id FROM chats")).scalars())
        assert kept == {talks, thumbs, terminal, new}
        left = set((await turn.connection.exec_driver_sql("SELECT id FROM people")).scalars())
        assert left == {people["6"], people["7"], elsewhere}
        assert await Saved(turn).of(people["6"]) == (12,), "of one who talks, old things stay"
        assert in_order(await turn.verdicts_of(people["7"])) == ((11, Verdict.UP),)
        assert await sweep(turn, "telegram", 99) == (0, 0)


async def test_another_master_key_opens_all_that_the_old_one_did(store, url):
    async with store.turn() as turn:
        chat, person = await turn.chat_of("telegram", "5"), await turn.person_of("telegram", "5")
        await turn.save_session(chat, "kept 🍿")
        await Choices(turn).put(chat, Preferences(country="IS"))
        await said(turn, chat, person, "u1")
        before = (await turn.connection.exec_driver_sql("SELECT lookup, key FROM chats")).one()
    assert await store.rotate(OTHER) == 2
    async with store.turn() as turn:
        assert await turn.chat_of("telegram", "5") == chat, "this store goes on with the new key"
    with pytest.raises(DataKeyError):
        await Store.open(url, CIPHER)
    again = await Store.open(url, OTHER)
    async with again.turn() as turn:
        assert await turn.chat_of("telegram", "5") == chat
        assert await turn.person_of("telegram", "5") == person
        assert await turn.address_of(chat) == ("telegram", "5")
        assert await turn.session(chat) == "kept 🍿"
        assert (await Choices(turn).of(chat)).country == "IS"
        assert in_order(await turn.verdicts(chat, person)) == ((11, Verdict.UP),)
        marks = (await turn.connection.exec_driver_sql("SELECT count(*) FROM data_keys")).scalar_one()
        assert marks == 1, "of the old key nothing is known any more"
        after = (await turn.connection.exec_driver_sql("SELECT lookup, key FROM chats")).one()
    assert before.lookup != after.lookup
    assert before.key != after.key
    await again.close()


async def test_a_rotation_that_fails_changes_nothing(store, url, monkeypatch):
    async with store.turn() as turn:
        chat = await turn.chat_of("telegram", "5")
        await turn.person_of("telegram", "5")
    seals = []

    def fail(self, kind, plain, key=None):
        seals.append(kind)
        if len(seals) == 2:
            raise ZeroDivisionError
        return b"\x01half"

    monkeypatch.setattr(MasterCipher, "seal", fail)
    with pytest.raises(ZeroDivisionError):
        await store.rotate(OTHER)
    monkeypatch.undo()
    async with store.turn() as turn:
        assert await turn.chat_of("telegram", "5") == chat
