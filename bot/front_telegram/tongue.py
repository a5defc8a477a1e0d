"""In which language a turn is answered."""

from __future__ import annotations

from bot.store import ChatId, Choices, Transaction
from bot.turn import Turn
from bot.wording import Words
from bot.wording.speaking import speaking


async def words_of(memory: Transaction, chat: ChatId, turn: Turn) -> Words:
    """The words that a chat has chosen, else those of the person's app."""
    return speaking((await Choices(memory).of(chat)).language, turn.language)


def country_of(chosen: str | None, language: str) -> str | None:
    """Where somebody watches films: what they chose, else the region of their app's language, such as "pt-BR"."""
    region = language.replace("_", "-").partition("-")[2].upper()
    return chosen or (region if len(region) == 2 and region.isalpha() else None)
