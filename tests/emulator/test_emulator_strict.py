"""One bad call per kind is refused, and what is right beside it passes."""

from __future__ import annotations

import aiohttp
import pytest

KEYS = {"inline_keyboard": [[{"text": "ok", "callback_data": "x"}]]}


def keyboard(**button):
    return {"inline_keyboard": [[button]]}


BAD = {
    # what: (method, parameters beside chat_id, the words of the answer)
    "unknown field": ("sendMessage", {"text": "a", "colour": "red"}, 'strict: sendMessage has no field "colour"'),
    "unknown field within": (
        "sendMessage", {"text": "a", "reply_markup": keyboard(text="x", callback_data="y", size=3)},
        'strict: InlineKeyboardButton has no field "size"',
    ),
    "missing text": ("sendMessage", {}, "message text is empty"),
    "missing photo": ("sendPhoto", {"caption": "a"}, "there is no photo in the request"),
    "missing field within": (
        "sendMessage", {"text": "a", "reply_parameters": {"quote": "a"}}, "message identifier is not specified",
    ),
    "number for text": ("sendMessage", {"text": 5}, "strict: sendMessage.text must be String, not int"),
    "text for boolean": (
        "sendMessage", {"text": "a", "protect_content": "yes"},
        "strict: sendMessage.protect_content must be Boolean, not str",
    ),
    "boolean for integer": (
        "deleteMessage", {"message_id": True}, "strict: deleteMessage.message_id must be Integer, not bool",
    ),
    "text for integer": (
        "deleteMessage", {"message_id": "7"}, "strict: deleteMessage.message_id must be Integer, not str",
    ),
    "object for list": (
        "sendMessage", {"text": "a", "entities": {"type": "bold"}},
        "strict: sendMessage.entities must be a list, not dict",
    ),
    "list for object": (
        "sendMessage", {"text": "a", "reply_markup": [[]]},
        "strict: sendMessage.reply_markup must be an object, not list",
    ),
    "4,097 characters": ("sendMessage", {"text": "x" * 4097}, "message is too long"),
    "4,097 UTF-16 units": ("sendMessage", {"text": "x" + "😀" * 2048}, "message is too long"),
    "1,025 characters": ("sendPhoto", {"photo": "https://example.org/a.jpg", "caption": "x" * 1025},
                         "message caption is too long"),
    "1,025 in media": (
        "editMessageMedia",
        {"message_id": 1, "media": {"type": "photo", "media": "https://example.org/a.jpg", "caption": "x" * 1025}},
        "message caption is too long",
    ),
    "empty text": ("sendMessage", {"text": " \n"}, "message text is empty"),
    "only markup": ("sendMessage", {"text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
    "65 bytes": (
        "sendMessage", {"text": "a", "reply_markup": keyboard(text="x", callback_data="é" * 32 + "x")},
        "BUTTON_DATA_INVALID",
    ),
    "0 bytes": (
        "sendMessage", {"text": "a", "reply_markup": keyboard(text="x", callback_data="")}, "BUTTON_DATA_INVALID",
    ),
    "button without action": (
        "sendMessage", {"text": "a", "reply_markup": keyboard(text="x")},
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    "button with two actions": (
        "sendMessage", {"text": "a", "reply_markup": keyboard(text="x", callback_data="a", url="https://example.org")},
        "strict: one button has several actions: callback_data, url",
    ),
    "button without words": (
        "sendMessage", {"text": "a", "reply_markup": keyboard(text="", callback_data="a")},
        "can't parse inline keyboard button: Text must be non-empty",
    ),
    "button with a bad link": (
        "sendMessage", {"text": "a", "reply_markup": keyboard(text="x", url="javascript:alert()")},
        "inline keyboard button URL is invalid: wrong HTTP URL",
    ),
    "nine buttons in a row": (
        "sendMessage",
        {"text": "a", "reply_markup": {"inline_keyboard": [[{"text": "x", "callback_data": "y"}] * 9]}},
        "strict: a keyboard row has 9 buttons, more than 8",
    ),
    "101 buttons": (
        "sendMessage",
        {"text": "a", "reply_markup": {"inline_keyboard": [[{"text": "x", "callback_data": "y"}]] * 101}},
        "strict: InlineKeyboardMarkup.inline_keyboard is long",
    ),
    "empty row": (
        "sendMessage", {"text": "a", "reply_markup": {"inline_keyboard": [[]]}}, "strict: a keyboard has an empty row",
    ),
    "broken HTML": (
        "sendMessage", {"text": "<b>a", "parse_mode": "HTML"},
        'can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
    ),
    "broken HTML in a caption": (
        "sendPhoto", {"photo": "https://example.org/a.jpg", "caption": "Tom & Jerry", "parse_mode": "HTML"},
        'can\'t parse entities: strict: unescaped "&" at byte offset 4',
    ),
    "no such parse mode": ("sendMessage", {"text": "a", "parse_mode": "BBCode"},
                           "unsupported parse_mode"),
    "no such action": ("sendChatAction", {"action": "thinking"}, "strict: sendChatAction.action is not allowed"),
    "other media": (
        "editMessageMedia", {"message_id": 1, "media": {"type": "video", "media": "https://example.org/a.mp4"}},
        "strict: editMessageMedia.media is none of InputMediaPhoto",
    ),
    "media without type": (
        "editMessageMedia", {"message_id": 1, "media": {"media": "https://example.org/a.jpg"}},
        'strict: InputMediaPhoto needs the field "type"',
    ),
    "two reactions": (
        "setMessageReaction", {"message_id": 1, "reaction": [{"type": "emoji", "emoji": "👍"}] * 2},
        "strict: setMessageReaction.reaction is long",
    ),
    "13 options": ("sendPoll", {"question": "a", "options": [{"text": "b"}] * 13}, "strict: sendPoll.options is long"),
    "301 characters of a question": ("sendPoll", {"question": "a" * 301, "options": [{"text": "b"}]},
                                     "strict: sendPoll.question is long"),
    "101 characters of an option": ("sendPoll", {"question": "a", "options": [{"text": "b" * 101}]},
                                    "strict: InputPollOption.text is long"),
    "two ends of a poll": ("sendPoll", {"question": "a", "options": [{"text": "b"}], "open_period": 9, "close_date": 9},
                           "strict: give open_period or close_date, not both"),
    "edit without place": ("editMessageText", {"text": "a"}, "message identifier is not specified"),
    "control character": ("sendMessage", {"text": "a\x07b"}, "strict: control character 7 in a text"),
    "half a surrogate pair": ("sendMessage", {"text": "a\ud83d"}, "strings must be encoded in UTF-8"),
}  # fmt: skip

BAD_ELSEWHERE = {
    "201 characters": ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}, "MESSAGE_TOO_LONG"),
    "unknown method": ("sendTelepathy", {}, None),
    "no chat": ("sendMessage", {"text": "a"}, "chat_id is empty"),
    "command in capitals": (
        "setMyCommands", {"commands": [{"command": "Help", "description": "x"}]}, "BOT_COMMAND_INVALID",
    ),
    "33 characters of a command": (
        "setMyCommands", {"commands": [{"command": "h" * 33, "description": "x"}]}, "BOT_COMMAND_INVALID",
    ),
    "257 characters about a command": (
        "setMyCommands", {"commands": [{"command": "help", "description": "x" * 257}]},
        "BOT_COMMAND_DESCRIPTION_INVALID",
    ),
    "101 commands": (
        "setMyCommands", {"commands": [{"command": f"c{i}", "description": "x"} for i in range(101)]},
        "strict: setMyCommands.commands is long",
    ),
    "a command twice": (
        "setMyCommands", {"commands": [{"command": "help", "description": "x"}] * 2},
        "strict: a command is listed twice",
    ),
    "no such scope": (
        "setMyCommands", {"commands": [], "scope": {"type": "everywhere"}},
        "strict: setMyCommands.scope is none of BotCommandScopeDefault",
    ),
    "121 characters of a short description": (
        "setMyShortDescription", {"short_description": "x" * 121},
        "strict: setMyShortDescription.short_description is long",
    ),
    "no such kind of update": ("getUpdates", {"allowed_updates": ["telepathy"]},
                               "strict: no kind of update: telepathy"),
    "101 updates": ("getUpdates", {"limit": 101}, "strict: getUpdates.limit is long"),
    "webhook without https": (
        "setWebhook", {"url": "http://example.org/"}, "bad webhook: HTTPS url must be provided for webhook",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", BAD)
async def test_a_bad_call_about_a_chat_is_refused(what, telegram, raw, ann):
    method, parameters, words = BAD[what]
    answer = await raw(method, chat_id=ann.id, **parameters)
    assert (answer["ok"], answer["error_code"]) == (False, 400)
    assert answer["description"].startswith(f"Bad Request: {words}")
    assert [(call.method, call.error["description"]) for call in telegram.refused] == [(method, answer["description"])]
    assert telegram.messages(ann.private(), of_bot=True) == []


@pytest.mark.parametrize("what", BAD_ELSEWHERE)
async def test_a_bad_call_about_nothing_in_particular_is_refused(what, telegram, raw):
    method, parameters, words = BAD_ELSEWHERE[what]
    answer = await raw(method, **parameters)
    expected = f"Bad Request: {words}" if words else "Not Found: method not found"
    assert answer["error_code"] == (400 if words else 404)
    assert answer["description"].startswith(expected)
    assert [call.method for call in telegram.refused] == [method]


async def test_the_longest_of_everything_is_taken(telegram, raw, ann):
    data = "é" * 32
    answer = await raw(
        "sendMessage", chat_id=ann.id, text="x" * 4096, reply_markup=keyboard(text="x", callback_data=data)
    )
    assert answer["result"]["text"] == "x" * 4096
    tap = await ann.taps("x")
    assert tap.data == data
    answer = await raw("answerCallbackQuery", callback_query_id=tap.id, text="y" * 200)
    assert answer == {"ok": True, "result": True}
    assert tap.answer == "y" * 200
    caption = "<b>" + "😀" * 511 + "xy</b>"
    answer = await raw(
        "sendPhoto", chat_id=ann.id, photo="https://example.org/a.jpg", caption=caption, parse_mode="HTML"
    )
    assert answer["result"]["caption_entities"] == [{"type": "bold", "offset": 0, "length": 1024}]
    assert telegram.refused == []


async def test_forms_are_typed_by_the_table(telegram, raw, ann):
    answer = await raw.form("sendMessage", chat_id=str(ann.id), text="5", protect_content="true")
    assert answer["result"]["text"] == "5"
    answer = await raw.form("sendMessage", chat_id=str(ann.id), text="5", protect_content="1")
    assert answer["description"] == "Bad Request: strict: sendMessage.protect_content must be Boolean, not str"
    answer = await raw.form("sendMessage", chat_id=str(ann.id), text="5", reply_markup="{inline")
    assert answer["description"] == 'Bad Request: can\'t parse JSON in the field "reply_markup"'
    answer = await raw.form("deleteMessage", chat_id=str(ann.id), message_id="1.5")
    assert answer["description"] == "Bad Request: strict: deleteMessage.message_id must be Integer, not str"


async def test_the_body_has_to_be_json(telegram, ann):
    async with aiohttp.ClientSession() as session:
        url = f"{telegram.url}/bot{telegram.token}/sendMessage"
        async with session.post(url, data="{", headers={"Content-Type": "application/json"}) as answer:
            assert (await answer.json())["description"] == "Bad Request: can't parse JSON object"


async def test_a_wrong_token_is_not_let_in(telegram, raw):
    answer = await raw("getMe", token="7100000001:AAsomebodyelses")
    assert (answer["error_code"], answer["description"]) == (401, "Unauthorized")
    answer = await raw("getMe", token="nonsense")
    assert (answer["error_code"], answer["description"]) == (404, "Not Found")


async def test_method_names_are_read_in_any_case(telegram, raw):
    answer = await raw("getme")
    assert answer["result"]["username"] == "matineebot"
    assert telegram.transcript[-1].method == "getMe"
