"""Forgetting what nobody has used for long; over one open transaction."""

from __future__ import annotations

from sqlalchemy import ColumnElement, exists, select

from bot.store.ports import ChatId, PersonId
from bot.store.schema import chats, feedback, inbox, nights, outbox, people, saved, sessions, settings
from bot.store.transaction import Transaction

DAY = 24 * 3600
_MOST = 200  # of chats, and of people, at a time: a sweep must not hold up a turn


async def sweep(transaction: Transaction, channel: str, days: int) -> tuple[int, int]:
    """Forget chats of a channel in which nothing happened for so many days, and people of whom nothing is left.

    Returns how many chats and people were forgotten; both are 0 when there is nothing left to do.
    A person stays as long as the private chat with them does: there a platform gives both the same id.
    """
    before = int(transaction.now) - days * DAY
    gone = 0
    for chat in await _quiet_chats(transaction, before):
        if (await transaction.address_of(chat))[0] == channel:
            await transaction.forget_chat(chat)
            gone += 1
    left = 0
    for person in await _quiet_people(transaction, before):
        whose, platform_user = await transaction.user_of(person)
        if whose == channel and not await transaction.knows_chat(channel, platform_user):
            await transaction.forget_person(person)
            left += 1
    return gone, left


async def _quiet_chats(transaction: Transaction, before: int) -> list[ChatId]:
    waits = [exists().where(mail.c.chat_id == chats.c.id) for mail in (inbox, outbox)]
    happened = [
        *(_since(table.c.chat_id == chats.c.id, table.c.updated_at, before) for table in (sessions, settings)),
        _since(nights.c.chat_id == chats.c.id, nights.c.updated_at, before),
        _since(feedback.c.chat_id == chats.c.id, feedback.c.created_at, before),
    ]
    quiet = select(chats.c.id).where(chats.c.created_at < before, *(~found for found in (*waits, *happened)))
    return [ChatId(chat) for chat in await transaction.connection.scalars(quiet.order_by(chats.c.id).limit(_MOST))]


async def _quiet_people(transaction: Transaction, before: int) -> list[PersonId]:
    happened = [_since(table.c.person_id == people.c.id, table.c.created_at, before) for table in (feedback, saved)]
    quiet = select(people.c.id).where(people.c.created_at < before, *(~found for found in happened))
    return [PersonId(person) for person in await transaction.connection.scalars(quiet.order_by(people.c.id))]


def _since(mine: ColumnElement[bool], at: ColumnElement[int], before: int) -> ColumnElement[bool]:
    """Whether there is a row of somebody's that is not older."""
    return exists().where(mine, at >= before)
