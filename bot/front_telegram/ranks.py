"""Who may do what in a group, asked of Telegram and remembered for a while."""

from __future__ import annotations

import structlog
from cachetools import TTLCache
from telegram import Bot
from telegram.constants import ChatMemberStatus
from telegram.error import TelegramError

from bot.front_telegram.address import where
from bot.front_telegram.logs import told

_log = structlog.get_logger(__name__)

_GROUPS, _SECONDS = 2_000, 300.0  # whose admins are remembered, and how long


_STRANGER = ("participant_id_invalid", "member not found")
"""Words in which Telegram says that somebody was never in a group, or is no more."""


class Ranks:
    """The admins of groups."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._admins: TTLCache[str, frozenset[str]] = TTLCache(_GROUPS, _SECONDS)

    async def present(self, chat: str, user: str) -> bool:
        """Whether somebody is in a group; yes, where Telegram does not say, for they were handed a link from it."""
        try:
            found = await self._bot.get_chat_member(where(chat)[0], int(user))
        except TelegramError as error:
            if any(words in error.message.lower() for words in _STRANGER):
                return False
            _log.info("it is not known who is in a group", **told(error))
            return True
        return found.status not in {ChatMemberStatus.LEFT, ChatMemberStatus.BANNED}

    async def admin(self, chat: str, user: str) -> bool:
        """Whether somebody is an admin of a group; no, where Telegram does not say."""
        group = str(where(chat)[0])  # topics have the admins of their group
        if group not in self._admins:
            try:
                found = await self._bot.get_chat_administrators(group)
            except TelegramError as error:
                _log.info("the admins of a group are not known", **told(error))
                return False
            self._admins[group] = frozenset(str(each.user.id) for each in found)
        return user in self._admins[group]
