"""Whole chats through the real Conversation: only the front end is left out."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.conversation import Conversation
from bot.playing.scene import House
from bot.reply import Reply
from bot.store import MasterCipher, Store
from bot.turn import Action, Turn
from bot.wiring import ActiveHouse
from bot.wording import words

KEY = bytes(range(32))


@dataclass
class Chat:
    """One person's private chat."""

    conversation: Conversation
    name: str = "ann"
    sent: int = field(default=0)

    async def say(self, text: str, key: str | None = None) -> Reply:
        return await self._turn(Turn(channel="test", chat=self.name, user=self.name, key=self._key(key), text=text))

    async def tap(
        self, action: Action, film: int | None = None, deck: str | None = None, key: str | None = None
    ) -> Reply:
        return await self._turn(
            Turn(
                channel="test", chat=self.name, user=self.name, key=self._key(key), action=action, film=film, deck=deck
            )
        )

    def _key(self, key: str | None) -> str:
        self.sent += 1
        return key or f"{self.name}-{self.sent}"

    async def _turn(self, turn: Turn) -> Reply:
        return await self.conversation.respond(turn)


@pytest.fixture(scope="session")
def house(starter_bundle: Path) -> House:
    return ActiveHouse(starter_bundle)()


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = await Store.open(f"sqlite:///{tmp_path / 'chats.db'}", MasterCipher(KEY))
    yield opened
    await opened.close()


@pytest.fixture
def chat(store: Store, house: House) -> Chat:
    return Chat(Conversation(store, lambda: house, words()))


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


def titles(reply: Reply) -> list[str]:
    return [card.title for card in reply.cards]


async def test_a_wish_is_answered_with_five_cards_and_how_it_was_understood(chat: Chat) -> None:
    reply = await chat.say("something like Interstellar but funnier")
    assert reply.standing == "Like Interstellar, funnier"
    assert len(set(titles(reply))) == 5
    assert reply.position == 0
    assert reply.fresh
    assert all("funnier" in card.line.lower() for card in reply.cards)
    assert "Galaxy Quest" in titles(reply)


async def test_a_thumb_turns_the_card_and_can_be_taken_back(chat: Chat) -> None:
    first = await chat.say("feel-good film for a rainy sunday with kids")
    liked = first.cards[0]
    turned = await chat.tap(Action.UP)
    assert turned.note == "Noted."
    assert turned.position == 1
    assert turned.cards[0].tmdb == liked.tmdb
    assert turned.buttons[0].action is Action.UNDO
    assert turned.buttons[0].label == f"↩ 👍 {liked.title}"
    back = await chat.tap(Action.UNDO, film=liked.tmdb)
    assert back.note == "Taken back."
    assert back.position == 0
    assert all(button.action is not Action.UNDO for button in back.buttons)


async def test_a_double_tap_counts_once(chat: Chat) -> None:
    first = await chat.say("90s heist movie")
    film = first.cards[0].tmdb
    once = await chat.tap(Action.UP, film=film)
    twice = await chat.tap(Action.UP, film=film)
    assert (once.position, twice.position) == (1, 1)
    assert titles(once) == titles(twice)


async def test_the_same_update_again_changes_nothing(chat: Chat) -> None:
    await chat.say("90s heist movie")
    await chat.tap(Action.DOWN, key="update-7")
    shown = await chat.tap(Action.NEXT)
    again = await chat.tap(Action.DOWN, key="update-7")
    assert (await chat.tap(Action.PREVIOUS)).position == shown.position - 1
    assert again.note == "Noted."


async def test_judged_films_never_come_back(chat: Chat) -> None:
    first = await chat.say("a funny film")
    up, down, seen = (card.tmdb for card in first.cards[:3])
    await chat.tap(Action.UP, film=up)
    await chat.tap(Action.DOWN, film=down)
    await chat.tap(Action.SEEN, film=seen)
    for wish in ("a funny film", "something hilarious", "comedy"):
        assert not {up, down, seen} & {card.tmdb for card in (await chat.say(wish)).cards}


async def test_thumbs_survive_a_restart(store: Store, house: House, tmp_path: Path) -> None:
    first = Chat(Conversation(store, lambda: house, words()))
    liked = (await first.say("a tense thriller")).cards[0]
    await first.tap(Action.UP)
    await store.close()

    reopened = await Store.open(f"sqlite:///{tmp_path / 'chats.db'}", MasterCipher(KEY))
    second = Chat(Conversation(reopened, lambda: house, words()), sent=50)
    paged = await second.tap(Action.NEXT)  # the deck is still there
    assert paged.cards[0].tmdb == liked.tmdb
    assert paged.position == 2
    assert liked.tmdb not in {card.tmdb for card in (await second.say("a tense thriller")).cards}
    await reopened.close()


async def test_two_chats_do_not_share_taste(chat: Chat) -> None:
    other = Chat(chat.conversation, name="ben")
    wish = "a tense thriller"
    before = titles(await other.say(wish))
    for card in (await chat.say(wish)).cards:
        await chat.tap(Action.DOWN, film=card.tmdb)
    assert titles(await other.say(wish)) == before


async def test_older_is_before_the_open_card(chat: Chat) -> None:
    reply = await chat.say("something like Interstellar but funnier")
    galaxy = next(i for i, card in enumerate(reply.cards) if card.title == "Galaxy Quest")
    for _ in range(galaxy):
        await chat.tap(Action.NEXT)
    older = await chat.say("older")
    assert older.standing == "Like Interstellar, funnier, 1998 or earlier"
    assert all((card.year or 0) < 1999 for card in older.cards)


async def test_why_says_facts_of_the_card_that_was_asked_about(chat: Chat) -> None:
    reply = await chat.say("something like Interstellar but funnier")
    why = await chat.say("why the second one?")
    assert why.position == 1
    assert "funnier than Interstellar" in why.text
    assert "of 4 for funny" in why.text
    assert titles(why) == titles(reply)


async def test_something_else_deals_other_films_for_the_same_wish(chat: Chat) -> None:
    first = await chat.say("Korean thriller")
    second = await chat.say("something else")
    assert second.standing == first.standing
    assert not set(titles(first)) & set(titles(second))


async def test_the_last_card_turns_to_more(chat: Chat) -> None:
    first = await chat.say("a western")
    for _ in first.cards:
        last = await chat.tap(Action.NEXT)
    assert last.position == 0
    assert last.fresh or "all I have" in last.text
    assert not set(titles(first)) & set(titles(last)) or last.text


async def test_more_like_this_asks_for_films_like_the_card(chat: Chat) -> None:
    first = await chat.say("feel-good film for kids")
    reply = await chat.tap(Action.MORE_LIKE)
    assert reply.standing.startswith(f"Like {first.cards[0].title}")
    assert first.cards[0].title not in titles(reply)


async def test_what_was_let_go_is_said(chat: Chat) -> None:
    reply = await chat.say("korean musical from the 50s under 80 minutes")
    assert reply.text.startswith("Nothing fits all of that. Closest, with ")
    assert "the length" in reply.text
    assert len(reply.cards) == 5


@pytest.mark.parametrize("text", ["asdfgh", "qwzx vbnm"])
async def test_nonsense_is_answered_with_help(chat: Chat, text: str) -> None:
    reply = await chat.say(text)
    assert reply.text.startswith(f'I can\'t place "{text}".')
    assert reply.cards == ()


async def test_an_empty_message_is_answered_with_help(chat: Chat) -> None:
    for text in ("", "   ", "\n"):
        assert (await chat.say(text)).text.startswith("Tell me a film you love")


async def test_five_thousand_characters_are_read_in_part(chat: Chat) -> None:
    reply = await chat.say("I want something funny like Groundhog Day. " + "bla " * 1250)
    assert reply.cards
    assert "Groundhog Day" in reply.standing


async def test_distress_is_answered_with_care_and_nothing_is_kept(chat: Chat, tmp_path: Path) -> None:
    before = await chat.say("a western")
    reply = await chat.say("i just want to die")
    assert "talk to someone" in reply.text
    assert reply.cards == ()
    assert (await chat.tap(Action.NEXT)).standing == before.standing
    assert b"want to die" not in bytes_of(tmp_path)


async def test_taps_without_a_deck_are_answered(chat: Chat) -> None:
    assert (await chat.tap(Action.NEXT)).text == words()("no-deck")
    assert (await chat.tap(Action.WHY, deck="99")).text == words()("no-deck")


async def test_starting_over_forgets_the_wish_and_keeps_the_thumbs(chat: Chat) -> None:
    first = await chat.say("a western")
    await chat.tap(Action.UP)
    assert (await chat.say("start over")).text == words()("cleared")
    assert (await chat.tap(Action.NEXT)).text == words()("no-deck")
    assert first.cards[0].title not in titles(await chat.say("a western"))


async def test_old_decks_keep_working(chat: Chat) -> None:
    old = await chat.say("a western")
    await chat.say("a musical")
    reply = await chat.tap(Action.NEXT, deck=old.deck)
    assert titles(reply) == titles(old)
    assert reply.position == 1
    thumbed = await chat.tap(Action.UP, film=old.cards[1].tmdb, deck=old.deck)
    assert thumbed.note == "Noted."
    assert thumbed.deck == old.deck


async def test_undo_takes_back_the_last_verdict_even_after_a_restart(chat: Chat) -> None:
    first = await chat.say("a western")
    await chat.tap(Action.UP)
    await chat.tap(Action.DOWN)
    again = Chat(Conversation(chat.conversation._store, chat.conversation._house, words()), sent=90)
    back = await again.tap(Action.UNDO)
    assert back.note == "Taken back."
    seen = await again.tap(Action.UP)  # the film whose verdict went is open again
    assert seen.note == "Noted."
    assert first.cards[0].tmdb not in {card.tmdb for card in (await again.say("a western, something else")).cards}


async def test_half_a_surrogate_pair_does_no_harm(chat: Chat) -> None:
    reply = await chat.say("a western \ud83d")
    assert "western" in reply.standing.lower()
