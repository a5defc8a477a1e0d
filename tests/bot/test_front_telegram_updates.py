"""Updates as Telegram writes them, read into what they ask."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from telegram import Update

from bot.front_telegram.callbacks import MOST_BYTES, Tapped, pack, unpack
from bot.front_telegram.updates import Kind, Me, from_bytes, moved, read, to_bytes
from bot.turn import Action

ME = Me(id=77, username="matineebot")
ANN = {"id": 5, "is_bot": False, "first_name": "Ann <b>"}
BOT = {"id": 77, "is_bot": True, "first_name": "Matinee", "username": "matineebot"}
PRIVATE = {"id": 5, "type": "private", "first_name": "Ann"}
GROUP = {"id": -100123, "type": "supergroup", "title": "Friday"}
DATE = 1_700_000_000


def message(chat=PRIVATE, **more):
    return {"message_id": 9, "date": DATE, "chat": chat, "from": ANN} | more


def update(**body):
    return Update.de_json({"update_id": 1000, **body}, None)


def heard(**body):
    return read(update(**body), ME)


def test_a_private_text_is_a_turn_of_its_own():
    found = heard(message=message(text="something funny"))
    assert found.kind is Kind.SAID
    turn = found.turn
    assert (turn.channel, turn.chat, turn.user, turn.key) == ("telegram", "5", "5", f"77:1000:{DATE}")
    assert (turn.text, turn.action, turn.group, turn.command) == ("something funny", None, False, "")
    assert turn.at == datetime.fromtimestamp(DATE, UTC)


def test_a_number_that_comes_once_more_after_an_idle_week_is_another_update():
    tap = {"id": "41", "from": ANN, "chat_instance": "1", "data": "u:1:1", "message": message()}
    keys = [
        heard(message=message(text="hi")).turn.key,
        heard(message=message(text="hi", date=DATE + 604_800)).turn.key,
        heard(callback_query=tap).turn.key,
        heard(callback_query=tap | {"id": "42"}).turn.key,
    ]
    assert len(set(keys)) == 4
    assert heard(callback_query=tap).turn.key == keys[2], "the same one that comes again is the same"


@pytest.mark.parametrize(
    ("more", "where"),
    [
        ({"message_thread_id": 7, "is_topic_message": True}, "-100123/7"),
        ({"message_thread_id": 7}, "-100123"),  # a thread of replies
        ({}, "-100123"),
    ],
)
def test_a_topic_is_a_chat_of_its_own(more, where):
    assert heard(message=message(GROUP, text="/help", **more)).turn.chat == where
    tap = {"id": "41", "from": ANN, "chat_instance": "1", "data": "u:1:1", "message": message(GROUP, **more)}
    assert heard(callback_query=tap).turn.chat == where


@pytest.mark.parametrize(
    ("text", "command", "rest"),
    [
        ("/start", "start", ""),
        ("/start deep-link", "start", "deep-link"),
        ("/HELP@MatineeBot", "help", ""),
        ("/movienight nothing scary,\nunder 2 hours", "movienight", "nothing scary,\nunder 2 hours"),
    ],
)
def test_commands(text, command, rest):
    found = heard(message=message(text=text))
    assert (found.kind, found.turn.command, found.turn.text) == (Kind.COMMAND, command, rest)


@pytest.mark.parametrize(
    "body",
    [
        {"message": message(text="/help@otherbot")},
        {"message": message(GROUP, text="a western")},
        {"message": message(GROUP, text="a western", reply_to_message=message(GROUP, text="hi"))},
        {"message": message(GROUP, sticker={"file_id": "a", "file_unique_id": "b", "type": "regular",
                                            "width": 1, "height": 1, "is_animated": False, "is_video": False})},
        {"message": message(GROUP, new_chat_members=[BOT])},
        {"message": message(**{"from": BOT}, text="mine")},
        {"edited_message": message(text="a western", edit_date=DATE)},
        {"callback_query": {"id": "1", "from": ANN, "chat_instance": "1", "data": "u:1:1", "inline_message_id": "x"}},
    ],
)  # fmt: skip
def test_what_asks_nothing_of_this_bot_is_left_alone(body):
    assert heard(**body) is None


def test_a_group_is_heard_when_it_answers_the_bot():
    said = {"message_id": 8, "date": DATE, "chat": GROUP, "from": BOT, "text": "hello"}
    found = heard(message=message(GROUP, text="a western", reply_to_message=said))
    assert (found.kind, found.turn.chat, found.turn.user) == (Kind.SAID, "-100123", "5")
    assert (found.turn.group, found.turn.name) == (True, "Ann <b>")


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        ({"photo": [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]}, Kind.PUZZLE),
        ({"voice": {"file_id": "a", "file_unique_id": "b", "duration": 1}}, Kind.PUZZLE),
        ({"pinned_message": message(text="x")}, None),
    ],
)
def test_what_is_no_text_in_private(what, kind):
    found = heard(message=message(**what))
    assert (found and found.kind) == kind


def tap(data, chat=PRIVATE):
    query = {"id": "q1", "from": ANN, "chat_instance": "1", "data": data, "message": message(chat, text="x")}
    return heard(callback_query=query)


def test_a_tap_names_action_film_deck_and_message():
    found = tap("u:926:1f")
    assert (found.kind, found.query, found.message) == (Kind.TAPPED, "q1", 9)
    assert (found.turn.action, found.turn.film, found.turn.deck) == (Action.UP, 926, "1f")
    assert tap("x::2").turn.film is None


def test_taps_that_are_not_on_a_card():
    assert (tap("n:join:3", GROUP).turn.command, tap("n:join:3", GROUP).turn.text) == ("movienight", "n:join:3")
    assert (tap("junk").turn.action, tap("junk").turn.command) == (None, "")


def test_a_block_is_heard_and_a_welcome_is_not():
    def change(old, new):
        member = {"user": BOT} | ({"until_date": 0} if new == "kicked" else {})
        return heard(
            my_chat_member={
                "chat": PRIVATE, "from": ANN, "date": DATE,
                "old_chat_member": {"user": BOT, "status": old, "until_date": 0},
                "new_chat_member": member | {"status": new},
            }
        )  # fmt: skip

    assert change("member", "kicked").kind is Kind.GONE
    assert change("kicked", "member") is None


def test_a_group_that_moved_says_from_where_to_where():
    old = {"id": -12, "type": "group", "title": "Friday"}
    assert moved(update(message=message(old, migrate_to_chat_id=-100123))) == ("-12", "-100123")
    assert moved(update(message=message(GROUP, migrate_from_chat_id=-12))) == ("-12", "-100123")
    assert moved(update(message=message(text="x"))) is None


def test_what_was_heard_survives_the_inbox():
    for found in (tap("u:-926:1f", GROUP), heard(message=message(text="half \ud83d a letter"))):
        assert from_bytes(to_bytes(found)) == found


def test_data_of_every_action_fits_a_button_and_is_read_back():
    codes = set()
    # Some are said in words or as commands; a shared deck is opened by a link.
    for action in set(Action) - {Action.FORGET, Action.SURPRISE, Action.SIMILAR, Action.WATCHLIST, Action.MINE}:
        for film in (None, 0, 926, -(10**18) + 1, 10**18 - 1):
            data = pack(action, film, "f" * 16)
            codes.add(data[0])
            assert len(data.encode()) <= MOST_BYTES
            assert unpack(data) == Tapped(action=action, film=film, deck="f" * 16)
    assert len(codes) == 13


@pytest.mark.parametrize("data", ["", "u", "u:1", "U:1:1", "u:1:", "u:1:1:1", "u:1:1\n", "u:٣:1", "e:1:1", "u: 1:1"])
def test_data_that_no_button_holds_is_nothing(data):
    assert unpack(data) is None
