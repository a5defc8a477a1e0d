"""Whole movie nights through `MovieNight` on the starter; only the database and the front end are left out."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from bot.groups import Board, Move, Night, Phase
from bot.movienight import Memory, MovieNight, NightTurn
from bot.playing.scene import House
from bot.store import ChatId, Feedback, PersonId
from bot.wiring import ActiveHouse
from engine.request import Verdict

START = datetime(2024, 5, 3, 20, 0, tzinfo=UTC)


@dataclass
class Kept:
    """What the store would keep, in plain dictionaries; the protocol is all that it knows."""

    ids: dict[tuple[str, ...], int] = field(default_factory=dict)
    nights: dict[int, tuple[str, datetime | None]] = field(default_factory=dict)
    thumbs: dict[int, list[tuple[int, Verdict]]] = field(default_factory=dict)
    shared: dict[int, tuple[tuple[PersonId, int, Verdict], ...]] = field(default_factory=dict)

    async def chat_of(self, channel: str, platform_chat: str, kind: str = "private") -> ChatId:
        return ChatId(self.ids.setdefault(("chat", channel, platform_chat), len(self.ids) + 1))

    async def person_of(self, channel: str, platform_user: str) -> PersonId:
        return PersonId(self.ids.setdefault(("person", channel, platform_user), len(self.ids) + 1))

    async def night(self, chat: ChatId) -> str | None:
        return self.nights[chat][0] if chat in self.nights else None

    async def save_night(self, chat: ChatId, body: str, closes_at: datetime | None) -> None:
        self.nights[chat] = (body, closes_at)

    async def record(self, feedback: Feedback) -> bool:
        self.thumbs.setdefault(feedback.person, []).append((feedback.tmdb, feedback.verdict))
        return True

    async def thumbs_in(self, chat: ChatId) -> tuple[tuple[PersonId, int, Verdict], ...]:
        return self.shared.get(chat, ())

    async def verdicts_of(self, person: PersonId) -> dict[int, Verdict]:
        return dict(self.thumbs.get(person, ()))


@dataclass
class Group:
    """A group chat, its clock, and the message of its night."""

    house: House
    kept: Kept
    nights: MovieNight
    chat: str = "friday"
    now: datetime = START
    night: str | None = None

    async def does(self, user: str, move: Move | None, text: str = "", film: int | None = None, **more: bool) -> Board:
        self.now += timedelta(seconds=5)
        turn = NightTurn(
            channel="test", chat=self.chat, user=user, name=user.title(), at=self.now, move=move,
            night=self.night if move else None, film=film, text=text, private=more.get("private", False),
        )  # fmt: skip
        board = await self.nights.respond(turn)
        self.night = board.night or self.night
        return board

    async def likes(self, user: str, *titles: str) -> None:
        catalogue = self.house.recommender.films.catalogue
        names = {catalogue.movie(row).name: int(catalogue.tmdb[row]) for row in range(len(catalogue))}
        person = await self.kept.person_of("test", user)
        self.kept.thumbs[person] = [(names[title], Verdict.UP) for title in titles]

    async def state(self) -> Night:
        stored = await self.kept.night(await self.kept.chat_of("test", self.chat))
        assert stored is not None
        return TypeAdapter(Night).validate_json(stored)


@pytest.fixture(scope="session")
def house(starter_bundle: Path) -> House:
    return ActiveHouse(starter_bundle)()


def group_in(house: House, kept: Kept, chat: str = "friday") -> Group:
    @asynccontextmanager
    async def turn() -> AsyncIterator[Memory]:
        yield kept

    return Group(house, kept, MovieNight(turn, lambda: house), chat)


@pytest.fixture
def group(house: House) -> Group:
    return group_in(house, Kept())


async def test_a_movie_night_of_three(group: Group) -> None:
    await group.likes("ann", "Paddington (2014)", "Amélie (2001)")
    await group.likes("ben", "Heat (1995)", "The Thing (1982)")
    opened = await group.does("ann", None, "nothing scary, under 2 hours")
    assert opened.text == "Movie night · up to 2 h, not scary\nIn: Ann"
    assert opened.fresh
    joined = await group.does("ben", Move.JOIN)
    assert (joined.note, joined.fresh) == ("You are in.", False)
    wished = await group.does("cat", Move.WISH, "no war films, please", private=True)
    assert wished.text == "Movie night · up to 2 h, not scary\nIn: Ann, Ben and Cat"
    dealt = await group.does("ben", Move.DEAL)
    assert dealt.text.splitlines()[1] == "Five for Ann, Ben and Cat:"
    assert dealt.text.splitlines()[-1] == "Closes in 20 min."
    assert len({card.tmdb for card in dealt.cards}) == 5
    first, second = dealt.cards[:2]
    assert (await group.does("ann", Move.VOTE, film=first.tmdb)).note == f"You would watch {first.title}."
    voted = await group.does("ben", Move.VOTE, film=first.tmdb)
    assert [row[0].label for row in voted.buttons[:2]] == [f"{first.title} · 2", f"{second.title} · 0"]
    picked = await group.does("cat", Move.VOTE, film=first.tmdb)
    lines = picked.text.splitlines()
    assert lines[0] == f"Tonight: {first.title} ({first.year}) · 3 of 3 would watch it"
    assert lines[1].startswith("Ann: ")
    assert lines[1].endswith("as you like them.")
    assert "war" not in picked.text.lower()
    assert [card.tmdb for card in picked.cards] == [first.tmdb]
    after = await group.does("dan", Move.VOTE, film=second.tmdb)
    assert (after.note, after.text) == ("This night is over.", picked.text)


async def test_open_wishes_are_shown_and_said(group: Group) -> None:
    await group.does("ann", None)
    assert (await group.does("ben", Move.WISH)).note.startswith("What do you wish for tonight")
    board = await group.does("ben", Move.WISH, "nothing sad")
    assert board.text == "Movie night · anything good\nIn: Ann and Ben\nBen: Not sad"
    dealt = await group.does("ann", Move.DEAL)
    sadness = group.house.recommender.films.moods.axis("sad")
    catalogue = group.house.recommender.films.catalogue
    assert all(sadness[catalogue.row(card.tmdb)] <= 1 for card in dealt.cards)


@pytest.mark.parametrize(("private", "said"), [(False, True), (True, False)])
async def test_a_private_wish_is_not_said_where_an_open_one_is(group: Group, private: bool, said: bool) -> None:
    await group.does("ann", None)
    opened = await group.does("ben", Move.WISH, "nothing scary", private=private)
    dealt = await group.does("ann", Move.DEAL)
    catalogue, moods = group.house.recommender.films.catalogue, group.house.recommender.films.moods
    calm = next(c.tmdb for c in dealt.cards if moods.axis("scary")[catalogue.row(c.tmdb)] == 0)
    await group.does("ann", Move.VOTE, film=calm)
    picked = await group.does("ben", Move.VOTE, film=calm)
    assert picked.text.startswith("Tonight: ")
    for board in (opened, picked):
        assert ("scary" in board.text) == said
    assert "scary" not in dealt.text
    assert not any("scary" in card.line for card in dealt.cards)


async def test_what_is_no_wish_is_said_so_and_changes_nothing(group: Group) -> None:
    refused = await group.does("ann", None, "asdfgh qwrt")
    assert (refused.text, refused.night) == ("", "")
    assert refused.note == 'I could not read a wish in that. Try "nothing scary" or "under two hours".'
    assert group.kept.nights == {}
    await group.does("ann", None)
    before = group.kept.nights.copy()
    assert (await group.does("ann", Move.WISH, "asdfgh qwrt")).note == refused.note
    assert group.kept.nights == before


async def test_a_tap_on_another_night_or_in_another_chat_does_nothing(group: Group) -> None:
    elsewhere = group_in(group.house, group.kept, chat="elsewhere")
    await group.does("ann", None)
    assert (await elsewhere.does("ben", Move.JOIN)).note.startswith("There is no movie night here.")
    elsewhere.night = group.night
    assert (await elsewhere.does("ben", Move.DEAL)).night == ""
    first, group.night = group.night, "older"
    assert (await group.does("ben", Move.JOIN)).night == ""
    group.night = first
    assert [guest.name for guest in (await group.state()).guests] == ["Ann"]


async def test_a_night_that_is_on_is_shown_again_and_an_old_one_gives_way(group: Group) -> None:
    first = await group.does("ann", None, "comedy")
    again = await group.does("ben", None, "horror")
    assert (again.night, again.text, again.fresh) == (first.night, first.text, True)
    group.now += timedelta(hours=18)
    new = await group.does("ben", None, "horror")
    assert new.night != first.night
    assert new.text == "Movie night · horror film\nIn: Ben"


async def test_the_clock_closes_a_night_once(group: Group) -> None:
    await group.does("ann", None)
    dealt = await group.does("ann", Move.DEAL)
    await group.does("ben", Move.VOTE, film=dealt.cards[3].tmdb)
    closes_at = next(iter(group.kept.nights.values()))[1]
    assert closes_at == START + timedelta(seconds=10, minutes=20)
    assert await group.nights.count("test", "friday", closes_at - timedelta(seconds=1)) is None
    board = await group.nights.count("test", "friday", closes_at)
    assert board is not None
    assert board.text.startswith(f"Tonight: {dealt.cards[3].title} ({dealt.cards[3].year}) · 1 of 2 would watch it")
    assert await group.nights.count("test", "friday", closes_at) is None
    assert next(iter(group.kept.nights.values()))[1] == closes_at + timedelta(hours=15)
    asks = await group.nights.count("test", "friday", closes_at + timedelta(hours=15))
    assert (asks.after, asks.text) == (True, f"How was {dealt.cards[3].title}?")
    assert await group.nights.count("test", "friday", closes_at + timedelta(hours=16)) is None
    assert next(iter(group.kept.nights.values()))[1] is None


async def test_what_a_front_end_keeps_goes_with_the_night(group: Group) -> None:
    seen: list[tuple[str, bool]] = []

    async def alongside(memory: Memory, board: Board) -> None:
        seen.append((board.text.splitlines()[0], await memory.night(ChatId(1)) is not None))

    turn = NightTurn(channel="test", chat="friday", user="ann", name="Ann", at=START)
    await group.nights.respond(turn, alongside)
    assert seen == [("Movie night · anything good", True)]


VETOES = {
    "no war films": lambda m: "War" not in m.genres,
    "nothing scary": lambda m: m.moods.get("scary", 0) <= 1,
    "no animation": lambda m: "Animation" not in m.genres,
    "nothing sad": lambda m: m.moods.get("sad", 0) <= 1,
    "no comedies": lambda m: "Comedy" not in m.genres,
}


@pytest.mark.parametrize("seed", range(8))
async def test_a_random_night_ends_with_a_film_that_nobody_vetoed(group: Group, seed: int) -> None:
    dice = random.Random(seed)
    users = [f"user{n}" for n in range(dice.choice([2, 3, 5]))]
    catalogue = group.house.recommender.films.catalogue
    for user in users:
        person = await group.kept.person_of("test", user)
        rows = [dice.randrange(len(catalogue)) for _ in range(dice.randrange(8))]
        group.kept.thumbs[person] = [(int(catalogue.tmdb[row]), dice.choice(list(Verdict))) for row in rows]
    await group.does(users[0], None, dice.choice(["", "something from the 90s", "war", "funny and sad"]))
    wished = {user: dice.choice(list(VETOES)) for user in users[1:]}
    for user, text in wished.items():
        await group.does(user, Move.WISH, text, private=dice.random() < 0.5)
    dealt = await group.does(users[0], Move.DEAL)
    disliked = {film for thumbs in group.kept.thumbs.values() for film, verdict in thumbs if verdict is Verdict.DOWN}
    assert not disliked & {card.tmdb for card in dealt.cards}
    for user in users:
        await group.does(user, Move.VOTE, film=dice.choice(dealt.cards).tmdb)
    night = await group.state()
    assert (night.phase, sum(1 for _ in night.votes)) == (Phase.DECIDED, len(users))
    assert night.outcome is not None
    movie = catalogue.movie(catalogue.row(night.outcome.film))
    assert [text for text in wished.values() if not VETOES[text](movie)] == []
