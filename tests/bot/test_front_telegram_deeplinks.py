"""Links into the private chat: what they hold, and that nobody else can make them."""

from __future__ import annotations

import re

import pytest

from bot.front_telegram.deeplinks import MOST_LETTERS, DeepLinks, Link, Opens

LINKS = DeepLinks("77:secret", "matineebot")


@pytest.mark.parametrize(
    ("opens", "value"), [(Opens.FILM, "926"), (Opens.FILM, "-123456789012345"), (Opens.NIGHT, "1f_9-A" * 8 + "xyz")]
)
def test_a_payload_says_what_it_was_given_within_telegrams_limits(opens, value):
    payload = LINKS.pack(opens, value)
    assert LINKS.read(payload) == Link(opens=opens, value=value)
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", payload)
    assert LINKS.address(opens, value) == f"https://t.me/matineebot?start={payload}"


def test_the_longest_value_makes_the_longest_payload():
    assert len(LINKS.pack(Opens.NIGHT, "x" * 51)) == MOST_LETTERS


@pytest.mark.parametrize("value", ["", "x" * 52, "a b", "ä", "a\n"])
def test_a_value_that_does_not_fit_is_refused(value):
    with pytest.raises(ValueError, match="does not fit into a link"):
        LINKS.pack(Opens.FILM, value)


def test_only_this_bot_can_make_them():
    payload = LINKS.pack(Opens.FILM, "926")
    forged = [payload.replace("926", "927"), payload[:-1], payload + "x", "n" + payload[1:], payload[13:], "", "ä" * 30]
    assert [LINKS.read(text) for text in forged] == [None] * 7
    assert DeepLinks("77:other", "matineebot").read(payload) is None


def test_a_film_is_a_number():
    assert LINKS.read(LINKS.pack(Opens.FILM, "-926")).film == -926
    assert [LINKS.read(LINKS.pack(*link)).film for link in ((Opens.FILM, "9x"), (Opens.NIGHT, "926"))] == [None, None]
