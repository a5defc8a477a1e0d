"""The emulator from outside its process: the people API over HTTP, for kill tests and for the local page.

POST /control/ACTION with a JSON object; the answer is JSON. What a test may not do answers 400 with "error".
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from aiohttp import web

from tests.telegram_emulator.emulator import Emulator
from tests.telegram_emulator.people import Person
from tests.telegram_emulator.refusal import Refusal
from tests.telegram_emulator.state import Chat, Message
from tests.telegram_emulator.view import chat_view, chats_view

Body = dict[str, Any]
PAGE = Path(__file__).with_name("page.html")
DEEDS = ("joins", "leaves", "adds_bot", "kicks_bot", "upgrades")  # what people do with groups
MOODS = ("blocks", "unblocks")  # what they do with the bot


class Control:
    """Answers the control API of one emulator."""

    def __init__(self, telegram: Emulator) -> None:
        self.telegram = telegram
        self.actions: dict[str, Callable[[Body], Awaitable[Any]]] = {
            name: getattr(self, name)
            for name in (
                "hello", "person", "group", "says", "taps", "tap", "votes", "reacts", "does", "chats", "messages",
                "transcript",
                "refused", "failed", "fault", "faults_clear", "clock", "settled", "queue", "duplicate",
            )
        }  # fmt: skip

    def routes(self) -> list[web.RouteDef]:
        """The addresses of the control API and of the page."""
        return [
            web.get("/", self.page),
            web.get("/control/photo/{name}", self.photo),
            web.post("/control/{action}", self.control),
        ]

    async def control(self, request: web.Request) -> web.StreamResponse:
        """Do one action."""
        action = self.actions.get(request.match_info["action"])
        if action is None:
            return web.json_response({"error": f"no such action; there are {', '.join(self.actions)}"}, status=404)
        try:
            return web.json_response(await action(await request.json() if request.can_read_body else {}))
        except (LookupError, ValueError, TypeError, AssertionError, Refusal) as error:
            return web.json_response({"error": f"{type(error).__name__}: {error}"}, status=400)

    async def page(self, request: web.Request) -> web.StreamResponse:
        """The local page."""
        return web.Response(text=PAGE.read_text(), content_type="text/html")

    async def photo(self, request: web.Request) -> web.StreamResponse:
        """The picture behind a message, where its bytes are known."""
        photo = self.telegram.world.files.photos.get(request.match_info["name"])
        if photo is None or not photo.data:
            raise web.HTTPNotFound
        return web.Response(body=photo.data, content_type="image/jpeg")

    # ---- actions

    async def hello(self, body: Body) -> Body:
        """What the bot is called, and its token."""
        bot = self.telegram.bot
        return {"username": bot.user.username, "token": bot.token, "id": bot.user.id}

    async def person(self, body: Body) -> Body:
        """{"first_name": ..., other fields of User} -> {"id"}."""
        return {"id": self.telegram.person(**body).id}

    async def group(self, body: Body) -> Body:
        """{"title", "people": [ids], "supergroup"?, "bot_status"?} -> {"id"}."""
        people = [self._person(number) for number in body.pop("people")]
        return {"id": self.telegram.group(body.pop("title"), people, **body).id}

    async def says(self, body: Body) -> Body:
        """{"person", "text", "chat"?, "reply_to"?} -> {"message_id"}."""
        chat = self._chat(body)
        reply_to = chat.messages[body["reply_to"]] if body.get("reply_to") else None
        message = await self._person(body["person"]).says(body["text"], chat=chat, reply_to=reply_to)
        return {"message_id": message.id}

    async def taps(self, body: Body) -> Body:
        """{"person", "label" or "data", "chat"?, "on"?: message id} -> {"id"} of the callback query."""
        chat = self._chat(body)
        on: Message | None = chat.messages[body["on"]] if body.get("on") else None
        person = self._person(body["person"])
        if "data" in body and on is not None:
            return {"id": (await person.taps_data(body["data"], on=on)).id}
        return {"id": (await person.taps(body["label"], on=on, chat=chat)).id}

    async def tap(self, body: Body) -> Body:
        """{"id"} of a callback query -> {"answers"}."""
        return {"answers": self.telegram.bot.taps[body["id"]].answers}

    async def votes(self, body: Body) -> Body:
        """{"person", "chat", "on": message id of a poll, "options": positions from 0; none take the vote back}."""
        message = self._chat(body).messages[body["on"]]
        await self._person(body["person"]).votes(message, *body["options"])
        return {}

    async def reacts(self, body: Body) -> Body:
        """{"person", "emoji", "on": message id, "chat"?}; an empty emoji takes the reaction back."""
        await self._person(body["person"]).reacts(body["emoji"], self._chat(body).messages[body["on"]])
        return {}

    async def does(self, body: Body) -> Body:
        """{"person", "what", "chat"?}: joins, leaves, adds_bot, kicks_bot, upgrades; blocks, unblocks."""
        person, what = self._person(body["person"]), body["what"]
        if what in MOODS:
            await getattr(person, what)()
            return {}
        if what not in DEEDS:
            raise ValueError(f"nobody does {what!r}; they do {', '.join(DEEDS + MOODS)}")
        new = await getattr(person, what)(self._chat(body))
        return {"id": new.id} if isinstance(new, Chat) else {}

    async def chats(self, body: Body) -> Body:
        """Everybody, every chat."""
        return chats_view(self.telegram.world, self.telegram.bot)

    async def messages(self, body: Body) -> Body:
        """{"chat", "person"?} -> the chat as the page shows it."""
        return chat_view(self._chat(body), self.telegram.bot)

    async def transcript(self, body: Body) -> list[Any]:
        """{"since"?: number} -> the calls after that one."""
        return [call.json() for call in self.telegram.transcript[body.get("since", 0) :]]

    async def refused(self, body: Body) -> list[Any]:
        """Calls that were wrong in themselves."""
        return [call.json() for call in self.telegram.refused]

    async def failed(self, body: Body) -> list[Any]:
        """Calls that the state refused."""
        return [call.json() for call in self.telegram.failed]

    async def fault(self, body: Body) -> Body:
        """{"kind", "method"?, "times"?, "chat_id"?, "seconds"?, "code"?, "words"?}."""
        return asdict(self.telegram.fault(**body))

    async def faults_clear(self, body: Body) -> Body:
        """Nothing goes wrong any more."""
        self.telegram.faults.clear()
        return {}

    async def clock(self, body: Body) -> Body:
        """{"advance"?: seconds, "still"?: bool} -> {"now"}."""
        if "still" in body:
            self.telegram.clock.stop() if body["still"] else self.telegram.clock.run()
        self.telegram.clock.advance(body.get("advance", 0))
        return {"now": self.telegram.clock.now()}

    async def settled(self, body: Body) -> Body:
        """{"answered"?, "quiet"?, "within"?}: answers when the bot is at rest."""
        await self.telegram.settled(**body)
        return {}

    async def queue(self, body: Body) -> Body:
        """What waits for the bot, by update id."""
        queue = self.telegram.bot.queue
        return {
            "waiting": [u.id for u in queue.waiting],
            "confirmed": [u.id for u in queue.confirmed],
            "lost": [u.id for u in queue.lost],
            "served": {str(number): times for number, times in queue.served.items()},
        }

    async def duplicate(self, body: Body) -> Body:
        """{"count"?}: hand out the last confirmed updates once more."""
        self.telegram.bot.queue.again(body.get("count", 1))
        return {}

    # ---- inner parts

    def _person(self, number: int) -> Person:
        return Person(self.telegram, self.telegram.world.people[number])

    def _chat(self, body: Body) -> Chat:
        number = body.get("chat") or body["person"]
        if number in self.telegram.world.people:
            return self._person(number).private()
        return self.telegram.world.groups[number]
