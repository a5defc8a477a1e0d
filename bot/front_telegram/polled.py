"""What Telegram sends, made safe: an update that the library cannot read does not hold up those after it."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
from collections.abc import Iterator
from typing import Any

import structlog
from telegram import Update
from telegram.error import TelegramError
from telegram.request import HTTPXRequest

from bot.front_telegram.logs import told
from bot.front_telegram.sound import numbered

_log = structlog.get_logger(__name__)

_CLOSE_SECONDS = 2
_BATCH = re.compile(rb'\s*\{\s*"ok"\s*:\s*true\s*,\s*"result"\s*:\s*\[')
_NUMBER = re.compile(rb'\{\s*"update_id"\s*:\s*(\d{1,19})\b')
_MARKS = re.compile(rb'"(?:[^"\\]++|\\.)*+(?:"|\Z)|[\[\]{}]', re.DOTALL)


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
        answer: object
        try:
            answer = HTTPXRequest.parse_json_payload(payload)
        except (TelegramError, RecursionError):  # one of a batch, or all that came
            answer = {"ok": True, "result": _one_by_one(payload)}
        if not isinstance(answer, dict):
            raise TelegramError("Invalid server response")
        if isinstance(answer.get("result"), list):
            answer["result"] = [readable(each) for each in answer["result"] if _known(each)]
        return answer


def readable(update: dict[str, Any]) -> dict[str, Any]:
    """The update, or nothing but its number when it cannot be read."""
    try:
        Update.de_json(dict(update))
    except Exception as broken:  # whatever its shape breaks
        _log.error("an update cannot be read", update=update["update_id"], **told(broken))
        return {"update_id": update["update_id"]}
    return update


def _known(update: object) -> bool:
    """Whether it has a number, without which it can be neither kept nor left behind."""
    if isinstance(update, dict) and numbered(update.get("update_id")):
        return True
    _log.warning("an update has no number")
    return False


def _one_by_one(payload: bytes) -> list[object]:
    """The updates of a batch that cannot be read as a whole; of one that cannot be read by itself, its number.

    Raises:
        TelegramError: It is no whole batch.

    """
    begin = _BATCH.match(payload)
    if begin is None:
        raise TelegramError("Invalid server response")
    updates: list[object] = []
    for part in _parts(payload, begin.end()):
        try:
            updates.append(json.loads(part))
        except (ValueError, RecursionError) as broken:
            number = _NUMBER.match(part)
            updates.append({"update_id": int(number[1])} if number else None)
            if number:
                _log.error("an update cannot be read", update=int(number[1]), **told(broken))
    return updates


def _parts(payload: bytes, begin: int) -> Iterator[bytes]:
    """The objects of a list, by their brackets alone.

    Raises:
        TelegramError: The list does not end.

    """
    depth, start = 0, begin
    for mark in _MARKS.finditer(payload, begin):
        if mark[0] in b"[{":
            start = mark.start() if depth == 0 else start
            depth += 1
        elif mark[0] in b"]}":
            depth -= 1
            if depth == 0:
                yield payload[start : mark.end()]
            if depth < 0:
                return
    raise TelegramError("Invalid server response")
