"""What is true of the SQLite file itself."""

from __future__ import annotations

import asyncio
import gc
import signal
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

import bot.store
from bot.errors import StoreError
from bot.store import Feedback, MasterCipher, PersonId, Store
from bot.store.sealing import Cipher
from engine.request import Verdict

CIPHER = MasterCipher(bytes(range(32)))
ROOT = Path(bot.store.__file__).parents[2]
USER, CHAT, UPDATE, WISH = "987654321012", "-1009876543219", "telegram:55:987654321013", "sad films for Ada"


class PlainCipher:
    """Hides nothing: shows that the tests below would see what is not hidden."""

    def digest(self, kind: str, text: str) -> bytes:
        return f"{kind} {text}".encode()

    def seal(self, kind: str, plain: bytes, key: bytes | None = None) -> bytes:
        return plain

    def unseal(self, kind: str, sealed: bytes, key: bytes | None = None) -> bytes:
        return sealed


def url(folder: Path) -> str:
    return f"sqlite:///{folder / 'matinee.db'}"


def raw(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))


def traces(folder: Path) -> set[str]:
    """Which of the secrets can be found in any file of a folder, as text or as a number in either byte order."""
    content = raw(folder)
    forms = {word: [word.encode()] for word in (USER, CHAT, UPDATE, WISH)}
    for word in (USER, CHAT):
        for size in (6, 8):
            forms[word] += [int(word).to_bytes(size, order, signed=True) for order in ("big", "little")]
    return {word for word, shapes in forms.items() if any(shape in content for shape in shapes)}


async def fill(store: Store) -> None:
    async with store.turn() as turn:
        chat, person = await turn.chat_of("telegram", CHAT), await turn.person_of("telegram", USER)
        await turn.save_session(chat, WISH)
        await turn.record(Feedback(chat=chat, person=person, tmdb=11, verdict=Verdict.UP, update_key=UPDATE))


@pytest.mark.parametrize(("cipher", "found"), [(CIPHER, set()), (PlainCipher(), {USER, CHAT, UPDATE, WISH})])
async def test_no_byte_on_disk_tells_who_or_what(cipher: Cipher, found: set[str], tmp_path: Path) -> None:
    store = await Store.open(url(tmp_path), cipher)
    await fill(store)
    assert (tmp_path / "matinee.db-wal").stat().st_size > 0
    assert traces(tmp_path) == found, "while it is open"
    await store.close()
    assert traces(tmp_path) == found, "when it is closed"


async def test_what_is_forgotten_leaves_no_byte(tmp_path: Path) -> None:
    store = await Store.open(url(tmp_path), PlainCipher())
    await fill(store)
    async with store.turn() as turn:
        await turn.forget_person(await turn.person_of("telegram", USER))
    assert traces(tmp_path) == {CHAT, WISH}
    async with store.turn() as turn:
        await turn.forget_chat(await turn.chat_of("telegram", CHAT))
    assert traces(tmp_path) == set()
    await store.close()


async def test_a_key_that_is_moved_to_another_row_opens_nothing(tmp_path: Path) -> None:
    store = await Store.open(url(tmp_path), CIPHER)
    async with store.turn() as turn:
        ann, ben = [await turn.chat_of("telegram", name) for name in ("1", "2")]
        await turn.save_session(ann, "of Ann")
        await turn.save_session(ben, "of Ben")
    connection = sqlite3.connect(tmp_path / "matinee.db")
    connection.execute("UPDATE sessions SET body = (SELECT body FROM sessions WHERE chat_id = ?)", (ann,))
    connection.execute("UPDATE chats SET key = (SELECT key FROM chats WHERE id = ?)", (ann,))
    connection.commit()
    connection.close()
    async with store.turn() as turn:
        assert await turn.session(ann) == "of Ann"
        with pytest.raises(StoreError, match="damaged or was moved"):
            await turn.session(ben)
    await store.close()


async def test_the_file_is_for_its_owner_and_set_up_to_lose_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    store = await Store.open(url(home), CIPHER)
    assert {stat.S_IMODE(path.stat().st_mode) for path in home.iterdir()} == {0o600}
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    async with store._engine.connect() as connection:
        set_to = {}
        for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout"):
            set_to[name] = (await connection.exec_driver_sql(f"PRAGMA {name}")).scalar_one()
    await store.close()
    full, on = 2, 1
    assert set_to == {
        "journal_mode": "wal",
        "synchronous": full,
        "foreign_keys": on,
        "secure_delete": on,
        "busy_timeout": 10_000,
    }


WRITER = """
import asyncio, sys
from bot.store import Feedback, MasterCipher, Store
from engine.request import Verdict

async def main():
    store = await Store.open(sys.argv[1], MasterCipher(bytes(range(32))))
    for n in range(1, 10_000):
        async with store.turn() as turn:
            chat, person = await turn.chat_of("telegram", "1"), await turn.person_of("telegram", "1")
            await turn.record(Feedback(chat=chat, person=person, tmdb=n, verdict=Verdict.UP, update_key=str(n)))
            await turn.save_session(chat, str(n))
            if n == int(sys.argv[2]):
                print("inside", flush=True)
                await asyncio.sleep(600)
        print(n, flush=True)

asyncio.run(main())
"""


def killed(folder: Path, *, stop_inside: int, after: str) -> int:
    """The last turn that a writing process had reported as done when it was killed on reading the line `after`."""
    command = [sys.executable, "-c", WRITER, url(folder), str(stop_inside)]
    done = 0
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.strip() == after:
                process.send_signal(signal.SIGKILL)
            done = int(line) if line.strip().isdigit() else done
    assert process.returncode == -signal.SIGKILL
    return done


@pytest.mark.parametrize(("stop_inside", "after"), [(0, "7"), (4, "inside")])
def test_a_kill_loses_no_finished_turn_and_keeps_no_half_one(stop_inside: int, after: str, tmp_path: Path) -> None:
    done = killed(tmp_path, stop_inside=stop_inside, after=after)
    assert done >= 3

    async def look() -> tuple[str | None, tuple[tuple[int, Verdict], ...]]:
        store = await Store.open(url(tmp_path), CIPHER)
        async with store.turn() as turn:
            chat = await turn.chat_of("telegram", "1")
            seen = await turn.session(chat), tuple((await turn.verdicts(chat)).items())
        await store.close()
        return seen

    session, verdicts = asyncio.run(look())
    kept = int(session or 0)
    assert kept in ({3} if stop_inside else {done, done + 1}), "one more may be done and not yet reported"
    assert verdicts == tuple((n, Verdict.UP) for n in range(1, kept + 1))


def test_processes_that_start_at_once_on_an_empty_folder_share_it(tmp_path: Path) -> None:
    code = WRITER.replace("range(1, 10_000)", "range(1, 6)").replace("str(n)))", "sys.argv[2] + str(n)))")
    code = code.replace("if n == int(sys.argv[2]):", "if False:")
    commands = [[sys.executable, "-c", code, url(tmp_path), name] for name in ("a", "b", "c")]
    started = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for command in commands]
    assert [process.communicate(timeout=60)[0] for process in started] == ["1\n2\n3\n4\n5\n"] * 3
    assert [process.returncode for process in started] == [0, 0, 0]
    connection = sqlite3.connect(tmp_path / "matinee.db")
    assert connection.execute("SELECT count(*) FROM feedback").fetchone() == (15,)
    assert connection.execute("SELECT count(*) FROM people").fetchone() == (1,)
    assert connection.execute("SELECT count(*) FROM data_keys").fetchone() == (1,)
    connection.close()


# What cannot be opened is said in one line.


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("sqlite://", "must name a file"),
        ("sqlite:///:memory:", "must name a file"),
        ("nonsense", "is not a database URL"),
        ("mysql://u:secret@h/d", "asks for mysql: write sqlite.* or postgresql"),
    ],
)
async def test_an_address_that_cannot_be_used_is_refused(address: str, says: str) -> None:
    with pytest.raises(StoreError, match=says) as caught:
        await Store.open(address, CIPHER)
    assert "secret" not in str(caught.value)


async def test_a_file_that_is_no_database_is_not_touched(tmp_path: Path) -> None:
    file = tmp_path / "matinee.db"
    file.write_text("a shopping list, long enough to be taken for a page of a database\n" * 20)
    before = file.read_bytes()
    with pytest.raises(StoreError, match=r"file is not a database.*: check") as caught:
        await Store.open(url(tmp_path), CIPHER)
    assert "\n" not in str(caught.value)
    assert file.read_bytes() == before


async def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match=r"file/matinee\.db cannot be written \(.*\): choose another"):
        await Store.open(url(tmp_path / "file"), CIPHER)


async def test_an_error_of_the_database_shows_no_statement_and_no_value(tmp_path: Path) -> None:
    store = await Store.open(url(tmp_path), CIPHER)

    async def record() -> None:
        async with store.turn() as turn:
            chat = await turn.chat_of("telegram", "1")
            await turn.record(
                Feedback(chat=chat, person=PersonId(99), tmdb=11, verdict=Verdict.UP, update_key="u", deck="my-deck")
            )

    with pytest.raises(StoreError) as caught:
        await record()
    await store.close()
    assert "FOREIGN KEY constraint failed" in str(caught.value)
    assert "INSERT" not in str(caught.value)
    assert "my-deck" not in f"{caught.value} {caught.value.__cause__}"


async def test_a_turn_under_way_ends_before_the_file_is_let_go(tmp_path: Path) -> None:
    store = await Store.open(url(tmp_path), CIPHER)
    amid, on = asyncio.Event(), asyncio.Event()

    async def slowly() -> None:
        async with store.turn() as memory:
            chat = await memory.chat_of("telegram", "1")
            amid.set()
            await on.wait()
            await memory.save_session(chat, "kept")

    turn = asyncio.create_task(slowly())
    await amid.wait()
    closing = asyncio.create_task(store.close())
    await asyncio.sleep(0.05)
    assert not closing.done()
    on.set()
    await asyncio.gather(turn, closing)
    gc.collect()  # a connection that was left open says so now
    again = await Store.open(url(tmp_path), CIPHER)
    async with again.turn() as memory:
        assert await memory.session(await memory.chat_of("telegram", "1")) == "kept"
    await again.close()
