"""Histories from elsewhere: what becomes of each film, nothing twice, and nothing that was said here undone."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.importing import Imported, feedback, keep, verdicts
from bot.store import ChatId, Feedback, MasterCipher, PersonId, Store, Transaction, master_key
from engine.request import Verdict
from index.artefacts import active
from index.catalogue import Catalogue
from index.sources.ratings.entries import Entry
from index.sources.ratings.history import Found, History, read, resolve
from index.sources.ratings.report import RatingsReport

IMDB = """Const,Your Rating,Date Rated,Title,Title Type,Year
tt0816692,9,2020-01-02,Interstellar,Movie,2014
tt0133093,10,2020-01-01,The Matrix,Movie,1999
tt0114709,6,2020-01-03,Toy Story,Movie,1995
tt0116483,3,2020-01-04,Happy Gilmore,Movie,1996
tt9999991,8,2020-01-05,Never Made,Movie,2001
tt9999992,8,2020-01-05,Nor This,Movie,
tt9999993,8,2020-01-06,Nor That,Movie,2003
tt9999994,8,2020-01-07,Least of All,Movie,2004
"""
CHAT, PERSON = ChatId(7), PersonId(9)


@pytest.fixture(scope="module")
def catalogue(starter_bundle: Path) -> Catalogue:
    return Catalogue.open(starter_bundle / active(starter_bundle).catalogue / "movies.parquet")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = await Store.open(f"sqlite:///{tmp_path / 'chats.db'}", MasterCipher(bytes(range(32))))
    yield opened
    await opened.close()


def found(**given: tuple[int, ...]) -> Found:
    films = list(given["seen"])
    return Found(
        seen=given["seen"],
        liked=given.get("liked", ()),
        disliked=given.get("disliked", ()),
        wanted=given.get("wanted", ()),
        ids={Entry(title=str(film), seen=True, at=100 + film): film for film in films},
        report=RatingsReport(source="test"),
    )


def test_high_ratings_are_thumbs_up_low_ones_down_and_the_rest_is_seen() -> None:
    said = verdicts(found(seen=(4, 1, 3, 2), liked=(1,), disliked=(2,), wanted=(9,)))
    assert list(said.items()) == [(4, Verdict.SEEN), (1, Verdict.UP), (3, Verdict.SEEN), (2, Verdict.DOWN)]


def test_that_a_film_was_seen_takes_no_thumbs_place() -> None:
    history = found(seen=(1, 2, 3), liked=(3,))
    said = feedback(history, {1: Verdict.DOWN, 3: Verdict.DOWN}, CHAT, PERSON)
    assert [(one.tmdb, one.verdict) for one in said] == [(2, Verdict.SEEN), (3, Verdict.UP)]
    assert {(one.chat, one.person, one.deck) for one in said} == {(CHAT, PERSON, None)}


def test_a_key_says_whose_film_it_is_what_was_said_and_when() -> None:
    history = found(seen=(1, 2), liked=(1,))
    keys = [one.update_key for one in feedback(history, {}, CHAT, PERSON)]
    assert keys == [one.update_key for one in feedback(history, {}, CHAT, PERSON)]
    changed = found(seen=(1, 2), liked=(1,), disliked=(2,))
    later = replace(history, ids={Entry(title="1", seen=True, at=999): 1, Entry(title="2", seen=True, at=102): 2})
    for other, same in ((changed, [True, False]), (later, [False, True])):
        assert [key == one.update_key for key, one in zip(keys, feedback(other, {}, CHAT, PERSON), strict=True)] == same
    for chat, person in ((ChatId(8), PERSON), (CHAT, PersonId(8))):
        assert not {one.update_key for one in feedback(history, {}, chat, person)} & set(keys)


def test_what_was_found_is_told_with_a_few_titles_of_what_was_not() -> None:
    told = Imported(publisher="IMDb", liked=1200, disliked=3, seen=4, missing=tuple("ABCDE"), new=1207)
    assert told.lines() == [
        "IMDb: 1,200 liked, 3 disliked, 4 seen, 5 not found",
        "  not found: A, B, C and 2 more",
        "  1,207 new to this chat",
    ]
    assert replace(told, missing=("A", "B"), new=0).lines()[1:] == ["  not found: A, B", "  nothing new to this chat"]
    assert len(replace(told, missing=()).lines()) == 2


async def imported(store: Store, catalogue: Catalogue, history: History) -> tuple[Imported, dict[int, Verdict]]:
    async with store.turn() as memory:
        chat, person = await who(memory)
        told = await keep(history, catalogue, memory, chat, person)
        return told, dict(await memory.verdicts(chat))


async def who(memory: Transaction) -> tuple[ChatId, PersonId]:
    return await memory.chat_of("terminal", "terminal"), await memory.person_of("terminal", "terminal")


async def test_an_export_counts_once_and_undoes_nothing_that_was_said_since(store: Store, catalogue: Catalogue) -> None:
    history = read(IMDB.encode(), "ratings.csv")
    told, standing = await imported(store, catalogue, history)
    assert list(standing.items()) == [  # in the order of their dates
        (603, Verdict.UP),
        (157336, Verdict.UP),
        (862, Verdict.SEEN),
        (9614, Verdict.DOWN),
    ]
    assert (told.liked, told.disliked, told.seen, told.new) == (2, 1, 1, 4)
    assert told.missing == ("Never Made (2001)", "Nor This", "Nor That (2003)", "Least of All (2004)")
    async with store.turn() as memory:
        chat, person = await who(memory)
        for film, verdict in ((603, Verdict.DOWN), (862, Verdict.UP)):
            said = Feedback(chat=chat, person=person, tmdb=film, verdict=verdict, update_key=f"tap {film}")
            assert await memory.record(said)
    more = IMDB.replace("tt0116483,3,2020-01-04", "tt0116483,8,2024-01-04")  # a later export: another opinion of one
    for text, new in ((IMDB, 0), (more, 1), (IMDB, 0)):
        told, standing = await imported(store, catalogue, read(text.encode(), "ratings.csv"))
        assert told.new == new
    assert standing == {157336: Verdict.UP, 603: Verdict.DOWN, 862: Verdict.UP, 9614: Verdict.UP}


async def test_what_was_only_to_be_seen_is_left_alone(store: Store, catalogue: Catalogue) -> None:
    watchlist = "Position,Const,Created,Title,Title Type,Year\n1,tt0133093,2020-01-01,The Matrix,Movie,1999\n"
    watchlist += "2,tt9999991,2020-01-05,Never Made,Movie,2001\n"
    told, standing = await imported(store, catalogue, read(watchlist.encode(), "watchlist.csv"))
    assert standing == {}
    assert (told.liked, told.seen, told.missing, told.new) == (0, 0, (), 0)


async def test_many_verdicts_are_kept_at_once_in_their_order(store: Store) -> None:
    async with store.turn() as memory:
        chat, person = await who(memory)
        some = [
            Feedback(chat=chat, person=person, tmdb=film, verdict=Verdict.UP, update_key=f"import {film}")
            for film in range(5000, 0, -1)
        ]
        start = time.process_time()
        assert await memory.record_all([*some, some[0], some[4999]]) == 5000
        assert time.process_time() - start < 2
        assert await memory.record_all([*some[1200:], replace(some[0], tmdb=6000, update_key="new")]) == 1
        assert list(await memory.verdicts(chat)) == [*range(5000, 0, -1), 6000]
        assert await memory.record_all([]) == 0


async def test_the_command_brings_a_file_into_the_chat_of_the_terminal(
    starter_bundle: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    export = tmp_path / "ratings.csv"
    export.write_text(IMDB, encoding="utf-8")
    import asyncio

    where = ["--bundle", str(starter_bundle), "--home", str(tmp_path / "home")]
    for new in ("4 new to this chat", "nothing new to this chat"):
        assert await asyncio.to_thread(main, [*where, "import", str(export)]) == 0
        said = capsys.readouterr().out.splitlines()
        assert said[0] == "IMDb: 2 liked, 1 disliked, 1 seen, 4 not found"
        assert said[1] == "  not found: Never Made (2001), Nor This, Nor That (2003) and 1 more"
        assert said[2].strip() == new
    store = await Store.open(
        f"sqlite:///{tmp_path / 'home' / 'matinee.db'}", MasterCipher(master_key(None, tmp_path / "home"))
    )
    async with store.turn() as memory:
        chat, _ = await who(memory)
        assert dict(await memory.verdicts(chat))[9614] is Verdict.DOWN
        assert await memory.verdicts(await memory.chat_of("terminal", "another")) == {}
    await store.close()
    assert await asyncio.to_thread(main, [*where, "import", str(export), "--chat", "another"]) == 0
    assert "4 new to this chat" in capsys.readouterr().out


def test_a_file_that_is_no_export_is_said_in_one_line(
    starter_bundle: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notes.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    where = ["--bundle", str(starter_bundle), "--home", str(tmp_path)]
    assert main([*where, "import", str(tmp_path / "notes.csv")]) == 2
    assert "is no export that is known" in capsys.readouterr().err


def test_the_films_of_this_test_are_in_the_starter(catalogue: Catalogue) -> None:
    assert len(resolve(read(IMDB.encode(), "ratings.csv").entries, catalogue).ids) == 4
