from __future__ import annotations

import pytest

from bot.errors import DataKeyError
from bot.store.sealing import MasterCipher, new_key

KEY = bytes(range(32))


def test_what_was_sealed_comes_back_under_the_same_kind_and_key() -> None:
    own = new_key()
    assert MasterCipher(KEY).unseal("session", MasterCipher(KEY).seal("session", b"deck", own), own) == b"deck"
    assert MasterCipher(KEY).unseal("session", MasterCipher(KEY).seal("session", b"")) == b""


def test_sealed_bytes_hide_their_content_and_differ_every_time() -> None:
    cipher = MasterCipher(KEY)
    once, twice = cipher.seal("session", b"deck of cards"), cipher.seal("session", b"deck of cards")
    assert once != twice
    assert b"deck" not in once
    assert len(once) == 29 + len(b"deck of cards")


@pytest.mark.parametrize("place", [0, 1, 12, 13, -1])
def test_a_changed_byte_is_noticed(place: int) -> None:
    sealed = bytearray(MasterCipher(KEY).seal("session", b"deck"))
    sealed[place] ^= 1
    with pytest.raises(DataKeyError, match="damaged"):
        MasterCipher(KEY).unseal("session", bytes(sealed))


def test_nothing_opens_under_another_kind_key_or_master() -> None:
    sealed = MasterCipher(KEY).seal("session", b"deck", KEY)
    for cipher, kind, key in [
        (MasterCipher(KEY), "people address", KEY),
        (MasterCipher(KEY), "session", new_key()),
        (MasterCipher(KEY), "session", None),
    ]:
        with pytest.raises(DataKeyError):
            cipher.unseal(kind, sealed, key)
    with pytest.raises(DataKeyError):
        MasterCipher(bytes(32)).unseal("session", MasterCipher(KEY).seal("session", b"deck"))
    with pytest.raises(DataKeyError):
        MasterCipher(KEY).unseal("session", b"")


def test_a_digest_depends_on_key_kind_and_text_alone() -> None:
    digest = MasterCipher(KEY).digest("people", "telegram\x007")
    assert digest == MasterCipher(KEY).digest("people", "telegram\x007")
    assert len(digest) == 32
    others = {
        MasterCipher(bytes(32)).digest("people", "telegram\x007"),
        MasterCipher(KEY).digest("chats", "telegram\x007"),
        MasterCipher(KEY).digest("people", "telegram\x008"),
    }
    assert len(others | {digest}) == 4


def test_digest_matches_the_standards() -> None:
    """HKDF (RFC 5869) and HMAC written out with hashlib, so that a change of library cannot lose everybody."""
    import hashlib
    import hmac

    extracted = hmac.digest(bytes(32), KEY, "sha256")
    lookup_key = hmac.digest(extracted, b"matinee look-up\x01", "sha256")
    expected = hmac.new(lookup_key, b"people\x00telegram\x007", hashlib.sha256).digest()
    assert MasterCipher(KEY).digest("people", "telegram\x007") == expected


@pytest.mark.parametrize("size", [0, 16, 31, 33])
def test_a_master_key_of_another_size_is_refused(size: int) -> None:
    with pytest.raises(DataKeyError, match=f"has {size} bytes and must have 32"):
        MasterCipher(bytes(size))
