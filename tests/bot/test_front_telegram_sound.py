"""What Telegram would not write is refused, and one bad update of a batch does not take the others with it."""

from __future__ import annotations

import json

import pytest
from telegram import Update
from telegram.error import TelegramError

from bot.front_telegram.polled import Polled
from bot.front_telegram.sound import OddUpdateError, check
from bot.front_telegram.updates import Me, read, to_bytes

ANN = {"id": 5, "is_bot": False, "first_name": "Ann"}
PRIVATE = {"id": 5, "type": "private", "first_name": "Ann"}
GROUP = {"id": -12, "type": "group", "title": "Friday"}
SUPERGROUP = {"id": -1_001_234_567_890, "type": "supergroup", "title": "Friday"}
MESSAGE = {"message_id": 9, "date": 1_700_000_000, "chat": PRIVATE, "from": ANN, "text": "a western"}
TAP = {"id": "41", "from": ANN, "chat_instance": "1", "data": "u:1:1", "message": MESSAGE}
INLINE = {"id": "42", "from": ANN, "query": "90s heist", "offset": ""}


def update(**body):
    return Update.de_json({"update_id": 1000, **body}, None)


@pytest.mark.parametrize(
    "body",
    [
        {"message": MESSAGE},
        {"message": MESSAGE | {"chat": GROUP}},
        {"message": MESSAGE | {"chat": GROUP, "migrate_to_chat_id": SUPERGROUP["id"]}},
        {"message": MESSAGE | {"chat": SUPERGROUP, "migrate_from_chat_id": GROUP["id"]}},
        {"callback_query": TAP},
        {"inline_query": INLINE},
        {"news": {}},
    ],
)
def test_what_telegram_writes_passes(body):
    check(update(**body))


@pytest.mark.parametrize(
    ("body", "odd"),
    [
        ({"message": MESSAGE | {"chat": PRIVATE | {"id": 6}}}, "chat of somebody else"),
        ({"message": MESSAGE | {"chat": PRIVATE | {"id": 6, "type": "group"}}}, "type of the chat"),
        ({"message": MESSAGE | {"chat": GROUP | {"id": 0}}}, "chat"),
        ({"message": MESSAGE, "callback_query": TAP | {"message": MESSAGE | {"chat": GROUP}}}, "several kinds"),
        ({"message": MESSAGE | {"chat": GROUP | {"type": "private"}}}, "type of the chat"),
        ({"callback_query": TAP | {"message": MESSAGE | {"chat": PRIVATE | {"id": 6}}}}, "chat of somebody else"),
        ({"callback_query": TAP | {"from": None}}, "person"),
        ({"callback_query": TAP | {"id": "\ud83d"}}, "query"),
        ({"inline_query": {key: INLINE[key] for key in ("id", "query", "offset")}}, "person"),
        ({"inline_query": INLINE | {"offset": 5}}, "query"),
        ({"message": MESSAGE | {"migrate_to_chat_id": 6}}, "move"),
        ({"message": MESSAGE | {"chat": GROUP, "migrate_to_chat_id": 6}}, "move"),
        ({"message": MESSAGE | {"chat": SUPERGROUP, "migrate_to_chat_id": SUPERGROUP["id"] - 1}}, "move"),
        ({"message": MESSAGE | {"message_id": 2**63}}, "message"),
        ({"message": MESSAGE | {"chat": SUPERGROUP, "message_thread_id": 2**63 - 1}}, "topic"),
        ({"message": MESSAGE | {"from": ANN | {"id": True}}}, "person"),
        ({"message": MESSAGE | {"text": ["a"]}}, "text"),
        ({"message": MESSAGE | {"date": 10**11}}, "date"),
    ],
)
def test_what_it_would_not_write_is_refused_by_the_name_of_the_part(body, odd):
    with pytest.raises(OddUpdateError, match=f"^{odd}$"):
        check(update(**body))


def test_what_is_longer_than_telegram_allows_is_cut():
    heard = read(
        update(message=MESSAGE | {"text": "x" * 99_999, "from": ANN | {"first_name": "y" * 999}}),
        Me(id=7, username="m"),
    )
    assert (len(heard.turn.text), len(heard.turn.name)) == (4096, 64)


def test_a_part_of_another_type_is_not_written_down():
    heard = read(update(message=MESSAGE), Me(id=7, username="m"))
    object.__setattr__(heard.turn, "user", 5)
    with pytest.raises(ValueError, match="user"):
        to_bytes(heard)


def numbers(payload):
    return [each["update_id"] for each in Polled.parse_json_payload(payload)["result"]]


@pytest.mark.parametrize(
    "broken",
    [b'{"x":' * 5_000 + b"1" + b"}" * 5_000, b"[" * 5_000 + b"]" * 5_000, b"9" * 6_000],
    ids=["objects", "lists", "digits"],
)
def test_one_update_that_cannot_be_read_leaves_the_others(broken):
    good = json.dumps({"update_id": 7, "message": MESSAGE | {"text": 'a "]} b'}}).encode()
    odd = b'{"update_id": 8, "message": {"x": ' + broken + b"}}"
    last = good.replace(b": 7", b": 9", 1)
    batch = b'{"ok":true,"result":[' + b", ".join([good, odd, b'{"x": 1}', last]) + b"]}"
    found = Polled.parse_json_payload(batch)["result"]
    assert [each["update_id"] for each in found] == [7, 8, 9]
    assert found[0]["message"]["text"] == 'a "]} b'
    assert found[1] == {"update_id": 8}


@pytest.mark.parametrize("number", [-5, 2**63, True, "5", None, 1.5])
def test_an_update_without_a_number_is_left_out(number):
    assert numbers(json.dumps({"ok": True, "result": [{"update_id": number}, {"update_id": 6}]}).encode()) == [6]


@pytest.mark.parametrize(
    "payload", [b"", b"[]", b"5", b'{"ok":true,"result":[{"update_id": 7', b"\xff", b'{"ok":true,"result":["']
)
def test_what_is_no_whole_answer_is_asked_for_again(payload):
    with pytest.raises(TelegramError):
        Polled.parse_json_payload(payload)
