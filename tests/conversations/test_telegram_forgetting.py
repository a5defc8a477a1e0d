"""/forget, looked at in the whole database: who is forgotten was in every table before, and is nowhere after."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass, field

import pytest

from bot.front_telegram.mail import SAY, Mail
from bot.front_telegram.outgoing import Say
from bot.front_telegram.outgoing import to_bytes as to_say
from bot.front_telegram.updates import Heard, Kind, to_bytes
from bot.store import MasterCipher, Store
from bot.store.schema import metadata
from bot.store.transaction import key_kind
from bot.turn import Turn
from tests.bot.test_store_sqlite import PlainCipher
from tests.conversations.conftest import KEY, WISH, Served, dealt
from tests.conversations.test_telegram_desk import asked, tapped

NAME = "Zyxwanna"
# Every table is one or the other: one that is added later fails the test until it is in the right place.
HOLDING = {
    "people", "chats", "feedback", "sessions", "nights", "settings", "saved", "inbox", "outbox", "leases", "messages",
}  # fmt: skip
NOBODYS = {"posters", "data_keys", "polls", "topics"}  # the last two tell of groups alone, and go with them
SEALED = {"sessions": "session", "nights": "night", "settings": "settings", "inbox": "inbox", "outbox": "outbox"}
NAMED = 14  # bytes from which on what was sealed is told from others'


@dataclass
class Traces:
    """What would tell of a person."""

    words: set[str] = field(default_factory=set)  # ids of the platform, numbers of ours, the name
    hashes: set[bytes] = field(default_factory=set)
    keys: set[bytes] = field(default_factory=set)  # as they are used, unsealed
    sealed: set[bytes] = field(default_factory=set)

    def told(self, content: bytes | str) -> bool:
        """Whether a text holds one of the words by itself."""
        text = content if isinstance(content, str) else content.decode(errors="replace")
        return any(re.search(rf"(?<![0-9A-Za-z]){re.escape(word)}(?![0-9A-Za-z])", text) for word in self.words)


@pytest.fixture(params=["sealed", "identity"])
async def served(telegram, active, tmp_path, request):
    served = Served(telegram, active, tmp_path)
    cipher = MasterCipher(KEY) if request.param == "sealed" else PlainCipher()
    served.open = lambda: Store.open(f"sqlite:///{tmp_path / 'matinee.db'}", cipher)
    served.cipher = cipher
    store = await served.open()
    async with store.turn() as memory:  # numbers that nothing else happens to be
        for table, number in (("people", 7_654_321), ("chats", 8_765_432)):
            await memory.connection.exec_driver_sql(f"INSERT INTO sqlite_sequence VALUES ('{table}', {number})")
    await store.close()
    await served.start()
    yield served
    await served.end()


async def rows(served, table):
    async with served.store.turn() as memory:
        return [dict(row) for row in (await memory.connection.execute(metadata.tables[table].select())).mappings()]


async def opened(served, table, row):
    """A row with what is sealed in it opened, where there is a key for it."""
    cipher = served.cipher
    if table in {"people", "chats"}:
        key = cipher.unseal(key_kind(metadata.tables[table], row["lookup"]), row["key"])
        return row | {"key": key, "sealed": cipher.unseal(f"{table} address", row["sealed"], key)}
    if table in SEALED and row["body"] is not None:
        async with served.store.turn() as memory:
            return row | {"body": await memory.unseal(row["chat_id"], SEALED[table], row["body"])}
    return row


async def found(served, traces):
    """The tables that tell of a person: by number, hash, key or what they open to."""
    telling = set()
    for table in metadata.tables:
        for row in await rows(served, table):
            plain = await opened(served, table, row)
            for value in plain.values():
                content = value if isinstance(value, bytes | str) else str(value)
                if traces.told(content) or content in traces.hashes | traces.keys:
                    telling.add(table)
    return telling


async def traces_of(served, person):
    """Everything that tells of a person now."""
    async with served.store.turn() as memory:
        number = await memory.person_of("telegram", str(person.id))
        chat = await memory.chat_of("telegram", str(person.id))
    traces = Traces(words={NAME, str(person.id), str(number), str(chat)})
    for table in ("people", "chats"):
        digest = served.cipher.digest(table, f"telegram\0{person.id}")
        traces.hashes.add(digest)
        for row in await rows(served, table):
            if row["lookup"] == digest:
                traces.sealed |= {row["sealed"], row["key"]}
                traces.keys.add((await opened(served, table, row))["key"])
    theirs = set()
    for table in metadata.tables:
        for row in await rows(served, table):
            mine = row.get("person_id") == number or row.get("chat_id") == chat
            kept = {value for value in row.values() if isinstance(value, bytes) and len(value) >= NAMED}
            traces.sealed |= kept if mine else set()
            theirs |= set() if mine or table in {"people", "chats"} else kept
    traces.sealed -= theirs  # where nothing is hidden, two who chose the same have the same rows
    return traces


async def everything(served, telegram, ann, ben):
    """Ann does all that leaves a row; what passes in a moment stands still."""
    for person in (ann, ben):  # so that the counter of rows stands at another number than hers
        card = await dealt(served, person)
        for label in ("👍", "👎", "🔖"):
            await tapped(served, person, label, card)
        await asked(served, person, "/settings DE")
    group = telegram.group("Friday", [ann, ben], bot_status="administrator")
    deck = await asked(served, ann, f"@matineebot {WISH}", chat=group)
    for person in (ann, ben):
        await tapped(served, person, "👍", deck)
    table = await asked(served, ann, "/movienight@matineebot", chat=group)
    await tapped(served, ben, "🙋", table)
    await tapped(served, ann, "✍", table)
    await asked(served, ann, "/start " + table.button("Wish privately")["url"].partition("?start=")[2])
    question = telegram.last(ann.private())
    await ann.says("no war films", reply_to=question)
    await served.settled()
    await tapped(served, ann, "🎬", table)
    first, second = (row[0]["callback_data"] for row in table.keyboard["inline_keyboard"][:2])
    for person, data in ((ann, first), (ben, first), (ann, second)):
        await person.taps_data(data, on=table)
        await served.settled()
    await still(served, telegram, ann, group)
    return group


async def still(served, telegram, ann, group):
    """An update of Ann's that is not answered, a word for her that is not said, and a lease, all for a far day."""
    mail, day = Mail(bot=telegram.bot.user.id, holder="other"), 2**50
    turn = Turn(channel="telegram", chat=str(group.id), user=str(ann.id), key="1:1", group=True, name=NAME, text="x")
    naming = Say(html=f'<a href="tg://user?id={ann.id}">{NAME}</a>')
    async with served.store.turn() as memory:
        chat = await memory.chat_of("telegram", str(group.id))
        own = await memory.chat_of("telegram", str(ann.id))
        await mail.inbox(memory).put(5, chat, to_bytes(Heard(kind=Kind.SAID, turn=turn)))
        await mail.outbox(memory, SAY).put(chat, to_say(naming))
        for table in ("inbox", "outbox"):
            await memory.connection.exec_driver_sql(f"UPDATE {table} SET due_at = {day} WHERE chat_id = {chat}")
        await memory.connection.exec_driver_sql(f"INSERT INTO leases VALUES ({own}, 'other', 'other', {day})")


async def forgets(served, telegram, ann):
    await ann.says("/forget")
    sure = await telegram.until(lambda: next((m for m in telegram.messages(ann.private()) if m.labels[:1] == [
        "Delete everything"]), None))  # fmt: skip
    await ann.taps("Delete everything", on=sure)
    await telegram.until(lambda: telegram.last(ann.private()).words.startswith("Deleted:"), within=10)
    for _ in range(100):
        if not [row for row in await rows(served, "chats") if row["kind"] == "leaving"]:
            return
        await served.telegram.world.change(0.05)


def bytes_of(path, traces):
    """Which files, the dump among them, hold what told of a person."""
    shapes = {word.encode() for word in traces.words} | traces.hashes | traces.keys | traces.sealed
    for word in traces.words - {NAME}:
        shapes |= {int(word).to_bytes(size, order) for size in (6, 8) for order in ("big", "little")}
    files = {each.name: each.read_bytes() for each in path.iterdir() if each.name.startswith("matinee.db")}
    database = sqlite3.connect(path / "matinee.db")
    dump = "\n".join(database.iterdump())
    database.close()
    telling = {name for name, content in files.items() if any(shape in content for shape in shapes)}
    hexed = any(shape.hex().upper() in dump for shape in shapes)
    return telling | ({"the dump"} if hexed or traces.told(dump) else set())


async def others(served, traces, ben, group):
    """All rows that are not about Ann alone, but for the two that she shared: those are told apart."""
    async with served.store.turn() as memory:
        shared = await memory.chat_of("telegram", str(group.id))
        ann = int(next(word for word in traces.words if word.startswith("765")))
        night = await memory.night(shared)
    kept = {}
    for table in metadata.tables:
        for row in await rows(served, table):
            whole = not (table in {"sessions", "nights"} and row.get("chat_id") == shared)
            plain = await opened(served, table, row)
            about = any(traces.told(v if isinstance(v, bytes | str) else str(v)) for v in plain.values())
            if whole and not about and row.get("person_id") != ann and table not in {"inbox", "outbox", "leases"}:
                kept.setdefault(table, set()).add(tuple(row.values()))
    return kept, night


async def test_who_is_forgotten_is_nowhere_and_others_are_as_they_were(served, telegram, ann, tmp_path):
    assert set(metadata.tables) == HOLDING | NOBODYS, "say of a new table whether it can tell of a person"
    ann.user.first_name = NAME
    ben = telegram.person("Ben", language_code="en")
    group = await everything(served, telegram, ann, ben)
    before = await traces_of(served, ann)
    assert await found(served, before) == HOLDING
    assert {"the dump"} <= bytes_of(tmp_path, before)
    kept, night = await others(served, before, ben, group)
    assert {"people", "chats", "feedback", "sessions", "settings", "saved", "messages"} <= set(kept)

    await forgets(served, telegram, ann)

    assert await found(served, before) == set()
    assert bytes_of(tmp_path, before) == set()
    after, then = await others(served, before, ben, group)
    for table, of_others in kept.items():
        assert of_others <= after[table], f"rows of others in {table}"
    assert NAME in night
    assert "Ben" in night
    assert NAME not in then
    assert "Ben" in then
    await served.end()
    assert bytes_of(tmp_path, before) == set(), "when it is closed"
