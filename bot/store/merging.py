"""Two rows that turn out to be one chat: it has another platform id now, and was met under that one already."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from sqlalchemy import ColumnElement, Table, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.ports import ChatId
from bot.store.schema import chats, feedback, inbox, messages, nights, outbox, polls, sessions, topics

Reseal = Callable[[str, bytes], Awaitable[bytes]]
"""What was sealed, as something of a kind, for the newer chat: sealed for the one that it goes up in."""


async def merge(connection: AsyncConnection, newer: ChatId, into: ChatId, reseal: Reseal) -> None:
    """Let the newer row go up in the other, with all that waits and stands under it.

    Verdicts of both are kept. Where both have a session or a night, people went on with the newer one.
    """
    await connection.execute(update(feedback).where(feedback.c.chat_id == newer).values(chat_id=into))
    for table, kind in ((inbox, "inbox"), (outbox, "outbox")):
        await _take_over(connection, table, kind, newer, into, reseal)
    for table, kind in ((sessions, "session"), (nights, "night")):
        if await connection.scalar(select(table.c.chat_id).where(table.c.chat_id == newer)) is not None:
            await connection.execute(delete(table).where(table.c.chat_id == into))
            await _take_over(connection, table, kind, newer, into, reseal)
    for found in (messages, polls, topics):
        await connection.execute(update(found).where(found.c.chat_id == newer).values(chat_id=into))
    await connection.execute(delete(chats).where(chats.c.id == newer))


async def forget_places(connection: AsyncConnection, chat: ChatId) -> None:
    """Under its new id a chat numbers its messages anew: the old numbers would name others."""
    await connection.execute(delete(messages).where(messages.c.chat_id == chat))


async def _take_over(
    connection: AsyncConnection, table: Table, kind: str, newer: ChatId, into: ChatId, reseal: Reseal
) -> None:
    keys: list[ColumnElement[object]] = list(table.primary_key.columns)
    rows = (await connection.execute(select(table.c.body, *keys).where(table.c.chat_id == newer))).all()
    for row in rows:
        this = [column == value for column, value in zip(keys, row[1:], strict=True)]
        values = {"chat_id": into, "body": await reseal(kind, row.body)}
        await connection.execute(update(table).where(*this).values(values))
