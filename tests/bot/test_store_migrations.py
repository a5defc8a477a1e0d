from __future__ import annotations

import ast
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

import bot.store
from bot.errors import StoreError
from bot.store import MasterCipher, Store
from bot.store.schema import metadata
from bot.store.upgrade import HEAD, upgrade

CIPHER = MasterCipher(bytes(32))
ROOT = Path(bot.store.__file__).parents[2]


def statements(file: Path) -> dict[str, set[str]]:
    """Every table and index to the parts of the statement that made it; the order of the parts does not matter."""
    connection = sqlite3.connect(file)
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    connection.close()
    return {name: {line.strip().rstrip(",") for line in sql.splitlines()} for name, sql in rows}


def test_migrations_make_the_schema_that_the_code_uses(tmp_path: Path) -> None:
    migrated = create_engine(f"sqlite:///{tmp_path / 'migrated.db'}")
    described = create_engine(f"sqlite:///{tmp_path / 'described.db'}")
    with migrated.begin() as connection:
        upgrade(connection)
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    metadata.create_all(described)
    by_steps = statements(tmp_path / "migrated.db")
    assert by_steps.pop("alembic_version")
    assert by_steps == statements(tmp_path / "described.db")
    assert set(metadata.tables) <= set(by_steps)
    migrated.dispose()
    described.dispose()


def test_steps_are_numbered_and_head_is_the_last() -> None:
    config = Config()
    config.set_main_option("script_location", str(ROOT / "bot/store/migrations"))
    steps = [step.revision for step in ScriptDirectory.from_config(config).walk_revisions()]
    assert steps[0] == HEAD
    assert steps == [f"{n:04}" for n in range(len(steps), 0, -1)]


def run(code: str, folder: Path) -> object:
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder / "matinee.db")], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return ast.literal_eval(done.stdout)


OPEN = """
import asyncio, sys
from bot.store import MasterCipher, Store
async def main():
    store = await Store.open(f"sqlite:///{sys.argv[1]}", MasterCipher(bytes(32)))
    async with store.turn() as turn:
        await turn.save_session(await turn.chat_of("telegram", "1"), "x")
    await store.close()
asyncio.run(main())
print(("alembic" in sys.modules, sorted(m for m in ("numpy", "pandas", "torch") if m in sys.modules)))
"""


def test_only_a_database_that_is_behind_imports_alembic(tmp_path: Path) -> None:
    assert run(OPEN, tmp_path) == (True, [])
    assert run(OPEN, tmp_path) == (False, [])


async def test_a_database_of_a_newer_matinee_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "matinee.db"
    store = await Store.open(f"sqlite:///{file}", CIPHER)
    await store.close()
    connection = sqlite3.connect(file)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    with pytest.raises(StoreError, match=f"of version 9999, this Matinee knows {HEAD}: install a newer Matinee"):
        await Store.open(f"sqlite:///{file}", CIPHER)


async def test_a_first_start_that_fails_half_way_leaves_no_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        raise StoreError("power cut")

    monkeypatch.setattr(Store, "_check_key", fail)
    with pytest.raises(StoreError, match="power cut"):
        await Store.open(f"sqlite:///{tmp_path / 'matinee.db'}", CIPHER)
    assert statements(tmp_path / "matinee.db") == {}
