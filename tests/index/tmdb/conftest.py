"""What the tests of TMDB share: a stand-in for it, and clients of that."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import stamina
import stamina.instrumentation

from index.sources.tmdb.client import Client
from tests.index.tmdb.standin import KEY, StandIn, named, serving


@pytest.fixture
def tmdb() -> Iterator[StandIn]:
    with serving() as state:
        yield state


@pytest.fixture(autouse=True)
def _at_once() -> Iterator[None]:
    """Four attempts, without a pause between them, and without a line on each."""
    hooks = stamina.instrumentation.get_on_retry_hooks()
    stamina.instrumentation.set_on_retry_hooks([])
    with stamina.set_testing(True, attempts=4):
        yield
    stamina.instrumentation.set_on_retry_hooks(hooks)


@pytest.fixture
def said() -> list[str]:
    """What a client said."""
    return []


@pytest.fixture
def client(tmdb: StandIn, tmp_path: Path, said: list[str]) -> Iterator[Callable[..., Client]]:
    """Open a client of the stand-in; the answers of all of a test are in one file."""
    opened: list[Client] = []

    def made(key: str = KEY, **given: object) -> Client:
        given = {"url": tmdb.url, "say": said.append, "per_second": 500.0, **given}
        opened.append(Client(key, tmp_path / "cache" / "tmdb.sqlite", **given))
        return opened[-1]

    yield made
    for each in opened:
        each.__exit__(None, None, None)


@pytest.fixture
def film() -> Callable[..., dict]:
    """The details of a film of which little is known."""
    return named


@pytest.fixture
def details() -> dict:
    """All that TMDB says of a film, in the shapes of its documentation."""
    return json.loads((Path(__file__).parent / "details.json").read_text(encoding="utf-8"))
