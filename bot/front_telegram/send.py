"""From the outbox to Telegram: in a chat's order, once, whatever the day brings."""

from __future__ import annotations

import contextlib
import random
import time
from typing import Any

import structlog
from cachetools import LRUCache
from telegram import (
    Bot,
    ForceReply,
    InputMediaPhoto,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, RetryAfter, TelegramError

from bot.front_telegram.address import where
from bot.front_telegram.fates import Fate, fate
from bot.front_telegram.gallery import Gallery
from bot.front_telegram.keyboard import keyboard
from bot.front_telegram.logs import told
from bot.front_telegram.mail import ANSWER, SAY, Mail
from bot.front_telegram.outgoing import Answer, Ask, Attach, Keys, Say, Show, Stop, Table, from_bytes, merged
from bot.front_telegram.polls import Asking, Refused
from bot.front_telegram.receive import seconds
from bot.front_telegram.trying import tried
from bot.front_telegram.updates import CHANNEL
from bot.store import ChatId, Pending, Place, Store

_log = structlog.get_logger(__name__)

PACE = 4.0
"""Seconds between two edits of one table: twenty messages a minute are all that a group gets."""

_TABLES = 4_096  # whose last edit is remembered
_LEASE_SECONDS = 40  # longer than a call with its retries
_TRIES = 3  # of what is our own fault; the network's faults are waited out
_LONGEST_SECONDS = 60  # between two rounds of tries
_FILE = "poster.jpg"  # the name of an upload, from which its type is told
_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Sender:
    """Says what waits in the outbox."""

    def __init__(
        self, bot: Bot, store: Store, mail: Mail, gallery: Gallery, pace: float = PACE, refused: Refused | None = None
    ) -> None:
        self._bot = bot
        self._store = store
        self._mail = mail
        self._gallery = gallery
        self._pace = pace
        self._asking = Asking(bot, store, mail, refused)
        self._edited: LRUCache[tuple[ChatId, str], float] = LRUCache(_TABLES)  # when each table was, monotonic

    async def take(self, lane: str) -> Pending | None:
        """What waits in a lane of a chat that nobody writes to."""
        async with self._store.turn() as memory:
            return await self._mail.outbox(memory, lane).take(_LEASE_SECONDS)

    async def say(self, pending: Pending) -> None:
        """Say the next thing to a chat."""
        rows: tuple[int, ...] = (pending.rows[0].id,)
        try:
            outgoing, places = merged([from_bytes(row.body) for row in pending.rows])
            rows = tuple(pending.rows[place].id for place in places)
            place = None
            if isinstance(outgoing, Show):
                place = await self._show(pending, outgoing)
            elif isinstance(outgoing, Table):
                if (wait := self._too_soon(pending.chat, outgoing)) > 0:
                    async with self._store.turn() as memory:  # what comes meanwhile goes with it
                        await self._mail.outbox(memory, SAY).hold(pending.chat, wait)
                    return
                place = await self._lay(pending, outgoing)
            elif isinstance(outgoing, Say):
                await self._say(pending, outgoing)
            elif isinstance(outgoing, Ask):
                await self._asking.ask(pending, outgoing)
            elif isinstance(outgoing, Stop):
                await self._asking.stop(pending, outgoing)
            elif isinstance(outgoing, Attach):
                await self._attach(pending, outgoing)
            else:
                await self._answered(outgoing)
            deck = outgoing.deck if isinstance(outgoing, Show | Table) else None
            await self._done(pending.chat, SAY, rows, deck, place)
        except Exception as error:
            await self._failed(pending, SAY, rows, error)

    async def answer(self, pending: Pending) -> None:
        """Answer the first tap that waits in a chat; the next one is taken anew, for noting this lets the lane go."""
        row = pending.rows[0]
        try:
            outgoing = from_bytes(row.body)
            assert isinstance(outgoing, Answer)
            await self._answered(outgoing)
            await self._done(pending.chat, ANSWER, (row.id,))
        except Exception as error:
            await self._failed(pending, ANSWER, (row.id,), error)

    async def _done(
        self, chat: ChatId, lane: str, rows: tuple[int, ...], deck: str | None = None, place: Place | None = None
    ) -> None:
        async with self._store.turn() as memory:
            if deck is not None and place is not None:
                await self._mail.shown(memory).put(chat, deck, place)
            await self._mail.outbox(memory, lane).done(chat, rows)

    async def _answered(self, answer: Answer) -> None:
        await tried(
            lambda: self._bot.answer_callback_query(answer.query, answer.text or None, show_alert=answer.alert or None)
        )

    async def _attach(self, pending: Pending, attach: Attach) -> None:
        send = self._bot.send_photo if attach.picture else self._bot.send_document
        chat, topic = where(pending.address)
        more: dict[str, Any] = {
            "message_thread_id": topic,
            "caption": attach.html or None,
            "parse_mode": ParseMode.HTML,
        }
        await tried(lambda: send(chat, attach.data, filename=attach.name, **more))

    async def _say(self, pending: Pending, say: Say) -> Message:
        place = await self._place(pending.chat, say.about)
        above = ReplyParameters(place.message, allow_sending_without_reply=True) if place else None
        return await self._send_words(pending, say.html, say.keys, above)

    async def _send_words(
        self, pending: Pending, html: str, keys: Keys, above: ReplyParameters | None = None, asks: str = ""
    ) -> Message:
        chat, topic = where(pending.address)
        markup = ForceReply(selective=True, input_field_placeholder=asks) if asks else keyboard(keys)
        return await tried(
            lambda: self._bot.send_message(
                chat,
                html,
                message_thread_id=topic,
                parse_mode=ParseMode.HTML,
                reply_markup=markup,
                reply_parameters=above,
                link_preview_options=_PREVIEW,
            )
        )

    async def _show(self, pending: Pending, show: Show) -> Place:
        """Edit the message that shows the deck, or send it; where it is shown then."""
        place = None if show.fresh else await self._place(pending.chat, show.deck)
        if show.message is not None and (place is None or place.message != show.message):
            place = Place(message=show.message, film=None)
        try:
            if place is not None:
                try:
                    return await self._edit(pending, show, place)
                except BadRequest as error:
                    if fate(error) is not Fate.MISSING:
                        raise
            return await self._send(pending, show)
        except BadRequest as error:
            if fate(error) is not Fate.PICTURE:
                raise
            sent = await self._send_words(pending, show.html, show.keys)
            return Place(message=sent.message_id, film=None)

    async def _edit(self, pending: Pending, show: Show, place: Place) -> Place:
        chat, markup = where(pending.address)[0], keyboard(show.keys)

        async def other(picture: str | bytes) -> Message:
            media = InputMediaPhoto(picture, caption=show.html, parse_mode=ParseMode.HTML, filename=_FILE)
            done = await tried(
                lambda: self._bot.edit_message_media(media, chat_id=chat, message_id=place.message, reply_markup=markup)
            )
            assert isinstance(done, Message)
            return done

        try:
            if place.film == show.film:
                await tried(
                    lambda: self._bot.edit_message_caption(
                        chat, place.message, caption=show.html, parse_mode=ParseMode.HTML, reply_markup=markup
                    )
                )
            else:
                await self._gallery.hang(show, other)
        except BadRequest as error:
            if fate(error) is not Fate.DONE:  # "not modified": it shows this already
                raise
        return Place(message=place.message, film=show.film)

    async def _send(self, pending: Pending, show: Show) -> Place:
        chat, topic = where(pending.address)

        async def new(picture: str | bytes) -> Message:
            return await tried(
                lambda: self._bot.send_photo(
                    chat,
                    picture,
                    message_thread_id=topic,
                    caption=show.html,
                    parse_mode=ParseMode.HTML,
                    reply_markup=keyboard(show.keys),
                    filename=_FILE,
                )
            )

        sent = await self._gallery.hang(show, new)
        return Place(message=sent.message_id, film=show.film)

    async def _lay(self, pending: Pending, table: Table) -> Place:
        """Edit the message of a table, or send it; where it is then."""
        before = await self._place(pending.chat, table.deck)
        at = before.message if before else table.message
        if at is not None and not table.fresh:
            try:
                done = await self._edit_words(pending, table, at)
                self._edited[pending.chat, table.deck] = time.monotonic()
                return done
            except BadRequest as error:
                if fate(error) is not Fate.MISSING:
                    raise
        sent = await self._send_words(pending, table.html, table.keys, asks=table.asks)
        if before and table.fresh:
            with contextlib.suppress(TelegramError):  # old buttons still work, so that it may fail
                await self._bot.edit_message_reply_markup(where(pending.address)[0], before.message)
        return Place(message=sent.message_id, film=None)

    def _too_soon(self, chat: ChatId, table: Table) -> float:
        """Seconds that an edit has to wait: the first change shows at once, then one in so many seconds."""
        if table.fresh or (chat, table.deck) not in self._edited:
            return 0.0
        return self._edited[chat, table.deck] + self._pace - time.monotonic()

    async def _edit_words(self, pending: Pending, table: Table, at: int) -> Place:
        try:
            await tried(
                lambda: self._bot.edit_message_text(
                    table.html,
                    chat_id=where(pending.address)[0],
                    message_id=at,
                    parse_mode=ParseMode.HTML,
                    reply_markup=keyboard(table.keys),
                    link_preview_options=_PREVIEW,
                )
            )
        except BadRequest as error:
            if fate(error) is not Fate.DONE:
                raise
        return Place(message=at, film=None)

    async def _place(self, chat: ChatId, deck: str | None) -> Place | None:
        if deck is None:
            return None
        async with self._store.turn() as memory:
            return await self._mail.shown(memory).place(chat, deck)

    async def _failed(self, pending: Pending, lane: str, rows: tuple[int, ...], error: Exception) -> None:
        """Wait, move, or let go."""
        tries = pending.rows[0].tries + 1
        async with self._store.turn() as memory:
            outbox = self._mail.outbox(memory, lane)
            match fate(error):
                case Fate.HOLD if isinstance(error, RetryAfter):
                    await outbox.hold(pending.chat, seconds(error) + 0.1)
                case Fate.MOVED if isinstance(error, ChatMigrated):
                    await memory.move_chat(CHANNEL, pending.address, str(error.new_chat_id))
                    await outbox.hold(pending.chat, 0)
                case Fate.GONE:
                    _log.info("nobody hears", chat=pending.chat)
                    for each in (SAY, ANSWER):
                        await self._mail.outbox(memory, each).drop(pending.chat)
                case Fate.RETRY:
                    await outbox.hold(pending.chat, _pause(tries), failed=rows[0])
                case Fate.DONE:
                    await outbox.done(pending.chat, rows)
                case _ if not isinstance(error, TelegramError) and tries < _TRIES:
                    _log.error("a message cannot be made", chat=pending.chat, tries=tries, **told(error))
                    await outbox.hold(pending.chat, _pause(tries), failed=rows[0])
                case _:
                    _log.error("a message is let go", chat=pending.chat, **told(error))
                    await outbox.done(pending.chat, rows)


def _pause(tries: int) -> float:
    """Seconds until the next round, longer each time, and spread so that chats do not come back all at once."""
    return min(_LONGEST_SECONDS, 2.0**tries) * random.uniform(0.5, 1)  # noqa: S311 (spread, not secrecy)
