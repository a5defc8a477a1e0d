"""Thumbs without a deck turning: native reactions to a card, and buttons on a card that was sent into another chat."""

from __future__ import annotations

from bot.dialogue import VERDICTS
from bot.front_telegram.mail import Keep, Mail
from bot.front_telegram.markup import NOTE, shorten
from bot.front_telegram.outgoing import Answer
from bot.front_telegram.tongue import words_of
from bot.front_telegram.updates import CHANNEL, Heard, Kind
from bot.store import ChatId, Feedback, PersonId, Store, Transaction
from engine.request import Verdict

_BY_REACTION = ":reaction"  # behind the deck that a reaction was on, for when it is taken away


class Thumbs:
    """Answers reactions, and taps on cards in other chats."""

    def __init__(self, store: Store, mail: Mail) -> None:
        self._store = store
        self._mail = mail

    async def respond(self, chat: ChatId, heard: Heard, keep: Keep) -> bool:
        """Answer an update with one call of `keep`; False, and nothing done, when it is no such thumb."""
        if heard.kind not in {Kind.THUMBED, Kind.REACTED}:
            return False
        async with self._store.turn() as memory:
            if heard.kind is Kind.REACTED:
                await reacted(memory, self._mail, chat, heard)
                await keep(memory, ())
                return True
            words = await words_of(memory, chat, heard.turn)
            note = words("noted" if await tapped(memory, chat, heard) else "again")
            await keep(memory, [Answer(query=heard.query or "", text=shorten(note, NOTE))])
        return True


async def tapped(memory: Transaction, chat: ChatId, heard: Heard) -> bool:
    """Keep the thumb of an inline card in the person's own chat; False when it stood already."""
    turn = heard.turn
    assert turn.film is not None
    assert turn.action is not None
    person, verdict = await memory.person_of(CHANNEL, turn.user), VERDICTS[turn.action]
    if (await memory.verdicts(chat, person)).get(turn.film) is verdict:
        return False
    said = Feedback(chat=chat, person=person, tmdb=turn.film, verdict=verdict, update_key=f"{CHANNEL}:{turn.key}")
    return await memory.record(said)


async def reacted(memory: Transaction, mail: Mail, chat: ChatId, heard: Heard) -> None:
    """Keep what a reaction to a card says of its film, by whoever reacted; nothing for other messages.

    The film is the one that was shown when the person first reacted, for a reaction stays when the card turns.
    """
    assert heard.message is not None
    turn, shown = heard.turn, mail.shown(memory)
    deck = await shown.deck(chat, heard.message)
    place = await shown.place(chat, deck) if deck else None
    if deck is None or place is None:
        return
    person, mark = await memory.person_of(CHANNEL, turn.user), f"{deck}{_BY_REACTION}"
    before = await memory.said_in(chat, person, mark) if heard.changed else None
    verdict = VERDICTS.get(turn.action) if turn.action else None
    if before is not None and not await _stands(memory, chat, person, before):  # a button was tapped since
        if verdict is None:
            return
        before = None
    film = before[0] if before else place.film
    if film is None or (verdict is None and before is None):
        return
    key = f"{CHANNEL}:{turn.key}"
    await memory.record(Feedback(chat=chat, person=person, tmdb=film, verdict=verdict, update_key=key, deck=mark))


async def _stands(memory: Transaction, chat: ChatId, person: PersonId, said: tuple[int, Verdict]) -> bool:
    return (await memory.verdicts(chat, person)).get(said[0]) is said[1]
