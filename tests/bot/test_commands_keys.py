"""`matinee keys rotate`: another master key, whole or not at all, also when it was cut off."""

from __future__ import annotations

import asyncio
import base64
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.store import MasterCipher, Store, master_key, next_key


async def opened(home: Path, key: bytes) -> int:
    store = await Store.open(f"sqlite:///{home / 'matinee.db'}", MasterCipher(key))
    async with store.turn() as turn:
        number = await turn.chat_of("telegram", "5")
    await store.close()
    return number


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("MATINEE_DATA_KEY", "MATINEE_NEW_DATA_KEY", "MATINEE_DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


def test_the_key_file_is_replaced(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = master_key(None, home)
    chat = asyncio.run(opened(home, old))
    assert main(["--home", str(home), "keys", "rotate"]) == 0
    assert capsys.readouterr().out == "1 rows are sealed anew.\n"
    new = master_key(None, home)
    assert new != old
    assert asyncio.run(opened(home, new)) == chat
    assert sorted(path.name for path in home.iterdir() if "key" in path.name) == ["data.key"]
    assert (home / "data.key").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("sealed", [False, True], ids=["before the database", "after the database"])
def test_a_rotation_that_was_cut_off_is_finished_by_the_next(home: Path, sealed: bool) -> None:
    old = master_key(None, home)
    chat = asyncio.run(opened(home, old))
    waiting = next_key(home)

    async def cut_off() -> None:
        store = await Store.open(f"sqlite:///{home / 'matinee.db'}", MasterCipher(old))
        await store.rotate(MasterCipher(waiting))
        await store.close()

    if sealed:
        asyncio.run(cut_off())
    assert main(["--home", str(home), "keys", "rotate"]) == 0
    assert master_key(None, home) == waiting
    assert asyncio.run(opened(home, waiting)) == chat


def test_a_key_of_the_environment_is_followed_by_one_of_the_environment(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = bytes(range(32)), bytes(range(1, 33))
    monkeypatch.setenv("MATINEE_DATA_KEY", base64.b64encode(old).decode())
    chat = asyncio.run(opened(home, old))
    assert main(["--home", str(home), "keys", "rotate"]) == 2
    assert "MATINEE_NEW_DATA_KEY is not set" in capsys.readouterr().err
    monkeypatch.setenv("MATINEE_NEW_DATA_KEY", base64.b64encode(new).decode())
    assert main(["--home", str(home), "keys", "rotate"]) == 0
    assert "Set MATINEE_DATA_KEY to the new key" in capsys.readouterr().out
    assert asyncio.run(opened(home, new)) == chat
    assert not (home / "data.key").exists()
