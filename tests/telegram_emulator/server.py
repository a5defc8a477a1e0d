"""The HTTP side: one address for all methods, one for files; each call is read, checked, done and noted."""

from __future__ import annotations

import asyncio
import inspect
import re
from typing import Any

from aiohttp import web

from tests.telegram_emulator.checks import check_call
from tests.telegram_emulator.faults import Fault, FaultKind, Faults
from tests.telegram_emulator.methods import METHODS, Order
from tests.telegram_emulator.parameters import Upload, read_parameters
from tests.telegram_emulator.rates import Rates
from tests.telegram_emulator.refusal import Refusal
from tests.telegram_emulator.second_reading import check_second
from tests.telegram_emulator.transcript import Call, Transcript
from tests.telegram_emulator.world import Bot, World

NAMES = {name.lower(): name for name in METHODS}
ANSWERING = {  # calls by which a bot answers a chat or a query, and what names it
    **dict.fromkeys(
        ("sendMessage", "sendPhoto", "sendDocument", "sendPoll", "setMessageReaction", "leaveChat"), "chat_id"
    ),
    **dict.fromkeys(("editMessageText", "editMessageMedia", "editMessageCaption"), "chat_id"),
    "editMessageReplyMarkup": "chat_id",
    "answerCallbackQuery": "callback_query_id",
    "answerInlineQuery": "inline_query_id",
}


class BotApi:
    """Answers bots over HTTP."""

    def __init__(self, world: World, transcript: Transcript, faults: Faults) -> None:
        self.world = world
        self.transcript = transcript
        self.faults = faults
        self.rates: Rates | None = None  # set it to have the sending limits kept
        self.under_way = 0  # calls but getUpdates that are being answered

    def routes(self) -> list[web.RouteDef]:
        """The addresses of the Bot API."""
        return [
            web.get("/file/bot{token}/{path:.*}", self.download),
            web.route("*", "/bot{token}/{method:.*}", self.call),
        ]

    async def call(self, request: web.Request) -> web.StreamResponse:
        """Answer one call to a method."""
        bot = self.world.bots.get(request.match_info["token"])
        method = NAMES.get(request.match_info["method"].lower(), request.match_info["method"])
        note = Call(
            number=len(self.transcript) + 1,
            method=method,
            bot_id=bot and bot.user.id,
            date=self.world.clock.now(),
        )
        self.transcript.append(note)
        counted = method != "getUpdates"
        self.under_way += counted
        try:
            return await self._answered(request, bot, note)
        finally:
            self.under_way -= counted
            if note.ok or note.fault is None:
                self.world.owed.discard(str(note.parameters.get(ANSWERING.get(method, ""))))
            self.world.touch()

    async def _answered(self, request: web.Request, bot: Bot | None, note: Call) -> web.StreamResponse:
        fault: Fault | None = None
        try:
            _check_door(request, bot, note.method)
            note.parameters, files = await read_parameters(request, note.method)
            fault = self.faults.meet(note.method, note.parameters)
            note.fault = fault.kind.value if fault else None
            if fault is not None:
                await self._trouble(request, fault)
            check_call(note.method, note.parameters)
            check_second(note.method, note.parameters)
            if self.rates is not None:
                self.rates.meet(note.method, note.parameters)
            note.result = await self._done(bot, note, files)  # type: ignore[arg-type]
        except Refusal as refusal:
            note.error, note.malformed = refusal.json(), refusal.malformed
            return self._written(request, note, None, refusal.json(), refusal.code)
        if fault is not None and fault.kind is FaultKind.TWICE:
            note.result = [update for update in note.result for _ in range(2)]
        return self._written(request, note, fault, {"ok": True, "result": note.result}, 200)

    async def _done(self, bot: Bot, note: Call, files: dict[str, Upload]) -> Any:
        answer = METHODS[note.method](Order(self.world, bot, note.parameters, files))
        return await answer if inspect.isawaitable(answer) else answer

    async def _trouble(self, request: web.Request, fault: Fault) -> None:
        if refusal := fault.refusal():
            raise refusal
        if fault.kind in (FaultKind.NO_ANSWER, FaultKind.SLOW):
            await asyncio.sleep(fault.seconds)
        if fault.kind is FaultKind.DRIP:
            await _drip(request, fault.seconds)
        if fault.kind in (FaultKind.NO_ANSWER, FaultKind.DRIP, FaultKind.RESET):
            _break(request)

    def _written(
        self, request: web.Request, note: Call, fault: Fault | None, body: dict[str, Any], status: int
    ) -> web.StreamResponse:
        if fault is not None and fault.kind is FaultKind.ANSWER_LOST:
            _break(request)
        note.answered_at = asyncio.get_running_loop().time()
        return web.json_response(body, status=status)

    async def download(self, request: web.Request) -> web.StreamResponse:
        """Hand out a file that getFile named."""
        known = request.match_info["token"] in self.world.bots
        sent = re.fullmatch(r"documents/(\w+)", request.match_info["path"])
        document = self.world.documents.kept.get(sent[1]) if sent and known else None
        if document is not None:
            return web.Response(body=document.data, content_type="application/octet-stream")
        name = re.fullmatch(r"photos/(\w+)\.jpg", request.match_info["path"])
        photo = self.world.files.photos.get(name[1]) if name and known else None
        if photo is None or not photo.data:
            return web.json_response(Refusal(code=404).json(), status=404)
        return web.Response(body=photo.data, content_type="image/jpeg")


def _check_door(request: web.Request, bot: Bot | None, method: str) -> None:
    if not re.fullmatch(r"\d+:[\w-]+", request.match_info["token"]):
        raise Refusal(code=404, malformed=True)
    if bot is None:
        raise Refusal(code=401, malformed=True)
    if method not in METHODS:
        raise Refusal("method not found", code=404, malformed=True)


async def _drip(request: web.Request, seconds: float) -> None:
    """Begin an answer that does not come to its end."""
    answer = web.StreamResponse(headers={"Content-Type": "application/json"})
    await answer.prepare(request)
    end = asyncio.get_running_loop().time() + seconds
    while asyncio.get_running_loop().time() < end:
        await answer.write(b" ")
        await asyncio.sleep(0.1)


def _break(request: web.Request) -> None:
    """Cut the connection without an answer."""
    if request.transport is not None:
        request.transport.abort()
    raise asyncio.CancelledError
