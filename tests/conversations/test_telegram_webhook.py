"""Updates that are posted: who may post, what is kept when, and several processes over one database."""

from __future__ import annotations

import asyncio
import json

import aiohttp
import pytest

from bot.front_telegram import Listening
from bot.front_telegram.door import SECRET_HEADER, secret
from bot.store import Inbox
from engine.request import Verdict
from tests.balancer import Balancer
from tests.conversations.conftest import Served, dealt, film, free_port, standing
from tests.postgres import new_database

UP = Verdict.UP


@pytest.fixture
async def posted(telegram, active, tmp_path):
    port = free_port()
    served = Served(telegram, active, tmp_path)
    served.listening = Listening(host="127.0.0.1", port=port, webhook=f"http://127.0.0.1:{port}/updates")
    await served.start()
    yield served
    await served.end()


async def post(served: Served, body: bytes, said: str | None = None, path: str = "/updates") -> int:
    headers = {} if said is None else {SECRET_HEADER: said}
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"http://127.0.0.1:{served.listening.port}{path}", data=body, headers=headers) as answer,
    ):
        return answer.status


def update(person, number: int, text: str) -> bytes:
    message = {"message_id": 900, "date": 1_700_000_000, "chat": person.private().json(), "from": person.user.json()}
    return json.dumps({"update_id": number, "message": message | {"text": text}}).encode()


async def inbox(served: Served) -> int:
    async with served.store.turn() as memory:
        return (await memory.connection.exec_driver_sql("SELECT count(*) FROM inbox")).scalar_one()


async def test_a_whole_chat_over_a_webhook(posted, telegram, ann):
    card = await dealt(posted, ann)
    liked = film(card)
    tap = await ann.taps("👍")
    await ann.says("older")
    await posted.settled()
    assert tap.answer == "Noted."
    assert await posted.verdicts(ann.private()) == {liked: UP}
    assert "or earlier" in standing(telegram.last(ann.private()))
    assert telegram.transcript.of("getUpdates") == []


async def test_telegram_is_told_a_secret_that_fits_its_rules_and_what_is_wanted(posted, telegram):
    (call,) = telegram.transcript.of("setWebhook")
    assert call.parameters["secret_token"] == secret(telegram.token) != secret(telegram.token + "x")
    assert telegram.token not in str(call.parameters)
    assert {"message", "callback_query", "my_chat_member"} <= set(call.parameters["allowed_updates"])


@pytest.mark.parametrize("said", [None, "", "wrong", "ä"])
async def test_who_does_not_know_the_secret_is_refused_and_nothing_is_kept(posted, telegram, ann, said):
    assert await post(posted, update(ann, 5, "a western"), said) == 403
    await asyncio.sleep(0.2)
    assert await inbox(posted) == 0
    assert telegram.messages(ann.private()) == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"no JSON", 400),
        (b"[1]", 400),
        (b'{"update_id": "5"}', 400),
        (b'{"update_id": true}', 400),
        (b"[" * 200_000, 400),
        (b'{"update_id": 6, "x": "' + b"x" * 1_000_001 + b'"}', 413),
        (b'{"update_id": 7, "message": {"message_id": "one"}}', 200),  # of an unknown shape: it must not come again
        (b'{"update_id": 8, "news": {}}', 200),
    ],
)
async def test_what_is_no_update_is_refused_and_an_odd_one_does_not_come_again(posted, ann, body, status):
    assert await post(posted, body, secret(posted.telegram.token)) == status
    assert await inbox(posted) == 0
    await dealt(posted, ann)


async def test_it_says_yes_only_when_the_update_is_on_the_disk(posted, telegram, ann, monkeypatch):
    put, tries = Inbox.put, []

    async def fail_twice(self, *given):
        tries.append(given)
        if len(tries) < 3:
            raise OSError("the disk is full")
        return await put(self, *given)

    monkeypatch.setattr(Inbox, "put", fail_twice)
    await ann.says("qwzx one")
    assert "qwzx one" in (await telegram.answer(ann.private(), within=10)).text
    assert len(tries) == 3
    await posted.settled()
    assert len(telegram.messages(ann.private(), of_bot=True)) == 1


async def test_what_is_posted_again_is_answered_once(posted, telegram, ann):
    card = await dealt(posted, ann)
    liked = film(card)
    await ann.taps("👍")
    await posted.settled()
    telegram.bot.queue.again(2)
    said = [post(posted, update(ann, 9, "qwzx nine"), secret(telegram.token)) for _ in range(5)]
    assert await asyncio.gather(*said) == [200] * 5
    await posted.settled(answered=False)
    assert [m.text and m.text.split('"')[1] for m in telegram.messages(ann.private(), of_bot=True)] == [
        None,
        "qwzx nine",
    ]
    assert await posted.verdicts(ann.private()) == {liked: UP}
    assert "2/5" in card.labels


async def test_what_was_said_while_it_was_down_is_posted_again_until_it_is_up(posted, telegram, ann):
    card = await dealt(posted, ann)
    liked = film(card)
    await posted.kill()
    await ann.taps("👍")
    await ann.says("qwzx one")
    await asyncio.sleep(0.5)
    assert telegram.bot.queue.webhook["error"]
    await posted.start()
    await posted.settled()
    assert await posted.verdicts(ann.private()) == {liked: UP}
    assert len(telegram.messages(ann.private(), of_bot=True)) == 2


async def test_a_stop_keeps_the_webhook_and_finishes_what_is_in_hand(posted, telegram, ann):
    await ann.says("something like Interstellar but funnier")
    await telegram.until(lambda: telegram.transcript.of("sendChatAction"))
    await posted.end()
    assert standing(telegram.last(ann.private())) == "Like Interstellar, funnier"
    assert telegram.bot.queue.webhook["url"] == posted.listening.webhook
    await posted.start()


async def health(served: Served) -> tuple[int, str]:
    address = f"http://127.0.0.1:{served.listening.port}/healthz"
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        return answer.status, (await answer.json())["status"]


async def test_it_says_how_it_is(posted, monkeypatch):
    assert await health(posted) == (200, "ok")
    monkeypatch.setattr(type(posted.store), "turn", None)
    assert await health(posted) == (503, "the database does not answer")
    monkeypatch.undo()


async def test_a_bot_that_asks_for_updates_tells_how_it_is_too_and_takes_none_at_the_door(telegram, active, tmp_path):
    served = Served(telegram, active, tmp_path, listening=Listening(host="127.0.0.1", port=free_port()))
    await served.start()
    assert await health(served) == (200, "ok")
    assert await post(served, b'{"update_id": 5}', secret(telegram.token)) in {404, 405}
    await served.end()


@pytest.fixture
async def fleet(telegram, active, tmp_path):
    """Three processes' worth of bots over one PostgreSQL, with a balancer before them."""
    database, ports = new_database(), [free_port() for _ in range(4)]
    balancer = Balancer(ports[1:], ports[0])
    await balancer.start()
    fleet = []
    for port in ports[1:]:
        listening = Listening(host="127.0.0.1", port=port, webhook=balancer.url)
        fleet.append(Served(telegram, active, tmp_path, listening=listening, url=database))
        await fleet[-1].start()
    yield fleet
    assert all(balancer.passed.values()), "each had its share"
    for served in fleet:
        await served.end()
    await balancer.stop()


async def test_several_processes_answer_each_chat_in_order_and_everything_once(fleet, telegram, ann):
    people = [ann, *(telegram.person(name) for name in ("Ben", "Cat", "Dan"))]
    cards = [await dealt(fleet[0], person, "a western") for person in people]
    liked = [film(card) for card in cards]
    for person, card in zip(people, cards, strict=True):
        await person.taps("👍", on=card)
    for number in range(4):
        for person in people:
            await person.says(f"qwzx {number}")
        if number == 1:
            await fleet[1].kill()
    await fleet[1].start()
    await fleet[0].settled()
    for person, film_id in zip(people, liked, strict=True):
        said = [m.text.split('"')[1] for m in telegram.messages(person.private(), of_bot=True)[1:]]
        assert said == [f"qwzx {number}" for number in range(4)]
        assert await fleet[2].verdicts(person.private()) == {film_id: UP}
