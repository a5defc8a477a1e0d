"""Keeping people sealed: a keyed hash finds a row, and encryption hides what the row says.

Source: HKDF (RFC 5869), HMAC-SHA256 (RFC 2104), AES-256-GCM (NIST SP 800-38D).
"""

from __future__ import annotations

import hmac
import secrets
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.errors import DataKeyError

KEY_BYTES = 32
_NONCE_BYTES = 12
_FORM = b"\x01"  # what is sealed begins with it, so that another algorithm can follow one day


class Cipher(Protocol):
    """Hides what a row says. `kind` names what the bytes are; bytes of one kind never pass for another."""

    def digest(self, kind: str, text: str) -> bytes:
        """Keyed hash to find `text` by: the same for the same kind and text, meaningless without the key."""

    def seal(self, kind: str, plain: bytes, key: bytes | None = None) -> bytes:
        """`plain`, encrypted under `key`, or under the master key without one."""

    def unseal(self, kind: str, sealed: bytes, key: bytes | None = None) -> bytes:
        """What `seal` was given, for the same kind and key.

        Raises:
            DataKeyError: Kind or key differ, or the bytes are damaged.

        """


def new_key() -> bytes:
    """A fresh key for one person or chat."""
    return secrets.token_bytes(KEY_BYTES)


class MasterCipher:
    """The cipher that is used for real; look-up and sealing each have a key derived from the master key."""

    def __init__(self, master_key: bytes) -> None:
        if len(master_key) != KEY_BYTES:
            raise DataKeyError(f"The data key has {len(master_key)} bytes and must have {KEY_BYTES}.")
        self._lookup_key = _derived(master_key, b"matinee look-up")
        self._sealing_key = _derived(master_key, b"matinee sealing")

    def digest(self, kind: str, text: str) -> bytes:
        """32 bytes of HMAC-SHA256."""
        return hmac.digest(self._lookup_key, f"{kind}\0{text}".encode(), "sha256")

    def seal(self, kind: str, plain: bytes, key: bytes | None = None) -> bytes:
        """Form, nonce, cipher text and tag: 29 bytes longer than `plain`, and different every time."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return _FORM + nonce + AESGCM(key or self._sealing_key).encrypt(nonce, plain, kind.encode())

    def unseal(self, kind: str, sealed: bytes, key: bytes | None = None) -> bytes:
        """See `Cipher.unseal`."""
        form, nonce, hidden = sealed[:1], sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
        try:
            if form != _FORM:
                raise InvalidTag
            return AESGCM(key or self._sealing_key).decrypt(nonce, hidden, kind.encode())
        except (InvalidTag, ValueError):
            raise DataKeyError(
                f"A sealed record ({kind}) is damaged or was moved: put the database back from a backup."
            ) from None


def _derived(master_key: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=purpose).derive(master_key)
