"""What Telegram sends, made safe: an update that the library cannot read does not hold up those after it."""

from __future__ import annotations

import asyncio
import contextlib
from typing import Any, cast

import structlog
from telegram import Update
from telegram.request import HTTPXRequest

from bot.front_telegram.logs import told

_log = structlog.get_logger(__name__)

_CLOSE_SECONDS = 2


class Polled(HTTPXRequest):
    """Hands on an unreadable update as an empty one that has its number, so that the offset moves past it.

    `Bot.get_updates` reads a batch as a whole: one update of an unknown shape would fail it, again and again.
    """

    async def renew(self) -> None:
        """Give up all connections, and open new ones from now on."""
        with contextlib.suppress(Exception):  # whatever state they are in
            async with asyncio.timeout(_CLOSE_SECONDS):
                await self.shutdown()
        self._client = self._build_client()

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The server's answer; see `telegram.request.BaseRequest.parse_json_payload`."""
        answer = HTTPXRequest.parse_json_payload(payload)
        if isinstance(answer.get("result"), list):
            answer["result"] = [readable(each) for each in answer["result"] if _number(each) is not None]
        return answer


def readable(update: dict[str, Any]) -> dict[str, Any]:
    """The update, or nothing but its number when it cannot be read."""
    try:
        Update.de_json(dict(update))
    except Exception as broken:  # whatever its shape breaks
        _log.error("an update cannot be read", update=update["update_id"], **told(broken))
        return {"update_id": update["update_id"]}
    return update


def _number(update: object) -> int | None:
    number = cast("dict[str, object]", update).get("update_id") if isinstance(update, dict) else None
    return number if isinstance(number, int) else None
