"""The databases under the store, each empty for every test."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.store import MasterCipher, Store
from engine.request import Verdict
from tests.postgres import new_database

CIPHER = MasterCipher(bytes(range(32)))

# Name to a function that gives the URL of an empty database in a folder of its own.
ADAPTERS: dict[str, Callable[[Path], str]] = {
    "sqlite": lambda folder: f"sqlite:///{folder / 'matinee.db'}",
    "postgresql": new_database,
}


def in_order(verdicts: dict[int, Verdict]) -> tuple[tuple[int, Verdict], ...]:
    return tuple(verdicts.items())


@pytest.fixture(params=sorted(ADAPTERS))
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return ADAPTERS[request.param](tmp_path)


@pytest.fixture
async def store(url: str) -> AsyncIterator[Store]:
    store = await Store.open(url, CIPHER)
    yield store
    await store.close()
