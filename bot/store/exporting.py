"""All that is kept of a person and of their private chat, for them to read; over one open transaction."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import select

from bot.store.choices import Choices, Saved
from bot.store.ports import ChatId, PersonId
from bot.store.schema import chats, messages, saved
from bot.store.transaction import Transaction


async def everything(transaction: Transaction, person: PersonId, chat: ChatId) -> dict[str, Any]:
    """What is kept, ready for JSON: of the person everywhere, and of a chat that is theirs alone."""
    rows = await transaction.connection.execute(
        select(saved.c.tmdb, saved.c.created_at).where(saved.c.person_id == person).order_by(saved.c.created_at)
    )
    shown = await transaction.connection.execute(
        select(messages.c.deck_id, messages.c.message_id, messages.c.film).where(messages.c.chat_id == chat)
    )
    session, chosen = await transaction.session(chat), await Choices(transaction).of(chat)
    return {
        "person": await transaction.export_person(person),
        "saved": [{"tmdb": tmdb, "at": at} for tmdb, at in rows],
        "chat": {
            "number": chat,
            "since": await transaction.connection.scalar(select(chats.c.created_at).where(chats.c.id == chat)),
            "settings": {name: getattr(chosen, name) for name in chosen.__slots__},
            "session": None if session is None else json.loads(session),
            "messages": [{"deck": deck, "message": message, "film": film} for deck, message, film in shown],
        },
    }


async def counted(transaction: Transaction, person: PersonId) -> tuple[int, int]:
    """How many verdicts stand and how many films are saved: what forgetting a person will delete."""
    standing = len(await transaction.verdicts_of(person))
    return standing, len(await Saved(transaction).of(person))
