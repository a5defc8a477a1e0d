"""Links into the private chat: only what the bot made is read, and all that it made fits."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.front_telegram.deeplinks import MINE, MOST, WISH, Links, film_of

LINKS = Links("matineebot", "1:secret")


def test_an_address_carries_what_it_was_given():
    address = LINKS.address(WISH, 12, "9e9943da46d0")
    found = re.fullmatch(r"https://t\.me/matineebot\?start=(wish-12-9e9943da46d0-[0-9a-f]{16})", address)
    assert LINKS.read(found[1]) == (WISH, "12", "9e9943da46d0")


@given(st.sampled_from([MINE, WISH]), st.integers(1, 2**62), st.integers(0, 2**48 - 1).map("{:012x}".format))
def test_any_number_fits_into_what_telegram_takes(purpose, chat, deck):
    payload = LINKS.payload(purpose, chat, deck)
    assert re.fullmatch(rf"[A-Za-z0-9_-]{{1,{MOST}}}", payload)
    assert LINKS.read(payload) == (purpose, str(chat), deck)


@given(st.text(max_size=64))
def test_what_nobody_signed_is_not_read(payload):
    assert LINKS.read(payload) is None


def test_another_bots_link_and_a_changed_one_are_not_read():
    payload = LINKS.payload(MINE, 12, "1f")
    assert Links("matineebot", "2:other").read(payload) is None
    assert LINKS.read(payload.replace("12", "13", 1)) is None
    with pytest.raises(ValueError, match="no payload"):
        LINKS.payload(MINE, "a-b")
    with pytest.raises(ValueError, match="no payload"):
        LINKS.payload(MINE, "x" * 24, "y" * 24)


@given(st.integers(-(10**12), 10**12))
def test_a_film_is_read_back_whatever_its_number(tmdb):
    payload = LINKS.film(tmdb).partition("?start=")[2]
    assert film_of(LINKS.read(payload)) == tmdb


def test_other_links_are_to_no_film():
    assert film_of((WISH, "12", "1f")) is None
    assert film_of((MINE, "12")) is None
