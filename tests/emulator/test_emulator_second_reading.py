"""aiogram's models as a second reading: what they refuse, and that their room for more is closed."""

from __future__ import annotations

import pytest

from tests.telegram_emulator.parameters import Upload
from tests.telegram_emulator.refusal import Refusal
from tests.telegram_emulator.second_reading import check_second

BUTTON = {"text": "x", "callback_data": "y"}


@pytest.mark.parametrize(
    ("method", "parameters", "words"),
    [
        ("sendMessage", {"chat_id": 1, "text": "a", "colour": 1}, "second reading: sendMessage.colour does not exist"),
        (
            "sendMessage",
            {"chat_id": 1, "text": "a", "reply_markup": {"inline_keyboard": [[BUTTON | {"size": 1}]]}},
            "sendMessage.reply_markup.inline_keyboard[0][0].size does not exist",
        ),
        ("sendMessage", {"chat_id": 1}, "text: Field required"),
        ("sendMessage", {"chat_id": 1, "text": 5}, "text: Input should be a valid string"),
        ("getUpdates", {"timeout": "5"}, "timeout: Input should be a valid integer"),
        ("setMyCommands", {"commands": [{"command": "a"}]}, "commands.0.description: Field required"),
        (
            "editMessageMedia",
            {"chat_id": 1, "message_id": 2, "media": {"type": "photo", "media": "a", "zoom": 2}},
            "editMessageMedia.media.zoom does not exist",
        ),
    ],
)
def test_it_refuses(method, parameters, words):
    with pytest.raises(Refusal) as caught:
        check_second(method, parameters)
    assert words in caught.value.description
    assert caught.value.malformed


@pytest.mark.parametrize(
    ("method", "parameters"),
    [
        ("sendMessage", {"chat_id": 1, "text": "a", "reply_markup": {"inline_keyboard": [[BUTTON]]}}),
        ("sendPhoto", {"chat_id": 1, "photo": Upload(name="a.jpg", data=b"x", kind="image/jpeg"), "caption": "b"}),
        ("getUpdates", {"offset": 5, "timeout": 10, "allowed_updates": ["message"]}),
        ("sendPoll", {"chat_id": 1, "question": "a", "options": [{"text": "b"}], "open_period": 600}),
    ],
)
def test_it_takes_what_is_right(method, parameters):
    assert check_second(method, parameters) is None


async def test_it_is_asked_for_every_call(monkeypatch, telegram, raw, ann):
    def strict(method, parameters):
        raise Refusal(f"{method} with {sorted(parameters)}", malformed=True)

    monkeypatch.setattr("tests.telegram_emulator.server.check_second", strict)
    answer = await raw("sendMessage", chat_id=ann.id, text="a")
    assert answer["description"] == "Bad Request: sendMessage with ['chat_id', 'text']"
