"""Inline mode: "@bot 90s heist" in any chat's box offers cards. Nothing of it is kept."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResult,
    InlineQueryResultArticle,
    InlineQueryResultPhoto,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
)
from telegram.constants import ParseMode

from bot import wording
from bot.front_telegram.callbacks import pack_inline
from bot.front_telegram.cards import caption
from bot.front_telegram.deeplinks import Links
from bot.front_telegram.updates import CHANNEL
from bot.playing.scene import House
from bot.posters import poster_address
from bot.preferences import Preferences
from bot.reply import Card
from bot.store import Choices, Store
from bot.turn import Action
from bot.wording import Words
from bot.wording.speaking import speaking
from engine.context import Context
from engine.request import Act, Request, Verdict
from engine.taste import Taste
from index.movie import Movie

_PAGE, _PAGES = 10, 3  # cards that are offered together, and how often more can be asked for
_FRESH_SECONDS = 60  # how long Telegram may offer the same again to the same person
_MOST_LETTERS = 256  # that Telegram sends of a query
_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Offer:
    card: Card
    movie: Movie


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asker:
    taste: Taste
    chosen: Preferences
    language: str  # that they write in, as far as it is known

    @property
    def words(self) -> Words:
        return speaking(self.language)


class Inline:
    """Answers what people type behind the bot's name."""

    def __init__(self, bot: Bot, store: Store, house: Callable[[], House], links: Links) -> None:
        self._bot = bot
        self._store = store
        self._house = house
        self._links = links

    async def answer(self, query: InlineQuery) -> None:
        """Offer cards for a query, by the taste of who asks."""
        start = int(query.offset) if query.offset.isascii() and query.offset.isdigit() else 0
        start = min(start, _PAGE * (_PAGES - 1))
        asker = await self._asker(str(query.from_user.id), query.from_user.language_code or "")
        offers = await asyncio.to_thread(self._offers, query.query[:_MOST_LETTERS], asker, start)
        more = len(offers) == _PAGE and start + _PAGE < _PAGE * _PAGES
        await self._bot.answer_inline_query(
            query.id,
            [self._result(offer, asker.words) for offer in offers],
            cache_time=_FRESH_SECONDS,
            is_personal=True,
            next_offset=str(start + _PAGE) if more else "",
            button=InlineQueryResultsButton(asker.words("inline-button"), start_parameter="inline"),
        )

    async def _asker(self, user: str, language: str) -> _Asker:
        """Who asks, by what is kept of them; somebody who is not known is not kept either."""
        chosen, verdicts = Preferences(), dict[int, Verdict]()
        async with self._store.turn() as memory:
            if (person := await memory.met(CHANNEL, user)) is not None:
                verdicts = await memory.verdicts_of(person)
            if await memory.knows_chat(CHANNEL, user):
                chosen = await Choices(memory).of(await memory.chat_of(CHANNEL, user))
        return _Asker(taste=Taste.by(verdicts), chosen=chosen, language=chosen.language or language)

    def _offers(self, text: str, asker: _Asker, start: int) -> list[_Offer]:
        house = self._house()
        request = Request()
        if text.strip():
            request = house.parser.parse(text, Context(), asker.language or "en")
            if request.act is not Act.RECOMMEND or request.empty:
                return []
        found = house.recommender.recommend(asker.chosen.narrow(request), asker.taste, count=start + _PAGE)
        catalogue, name = house.recommender.films.catalogue, partial(house.title, language=asker.words.code)
        return [
            _Offer(card=wording.card(catalogue.movie(c.row), c, name, asker.words), movie=catalogue.movie(c.row))
            for c in found.candidates[start:]
        ]

    def _result(self, offer: _Offer, words: Words) -> InlineQueryResult:
        card, address = offer.card, poster_address(offer.movie)
        year = f" ({card.year})" if card.year else ""
        # The line says why for who asked; who reads it elsewhere gets what the film is.
        html = caption(replace(card, line=""), "")
        keys = self._keys(card.tmdb, words)
        if address is None:
            content = InputTextMessageContent(html, parse_mode=ParseMode.HTML, link_preview_options=_PREVIEW)
            return InlineQueryResultArticle(
                str(card.tmdb), card.title + year, content, reply_markup=keys, description=f"{card.facts}\n{card.line}"
            )
        return InlineQueryResultPhoto(
            str(card.tmdb),
            photo_url=address,
            thumbnail_url=poster_address(offer.movie, 154) or address,
            title=card.title + year,
            description=card.facts,
            caption=html,
            parse_mode=ParseMode.HTML,
            reply_markup=keys,
        )

    def _keys(self, film: int, words: Words) -> InlineKeyboardMarkup:
        thumbs = [
            InlineKeyboardButton(words(f"button-{action}"), callback_data=pack_inline(action, film))
            for action in (Action.UP, Action.DOWN)
        ]
        opens = InlineKeyboardButton(words("inline-open"), url=self._links.film(film))
        return InlineKeyboardMarkup([thumbs, [opens]])
