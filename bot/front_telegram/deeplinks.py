"""Links that open something in the private chat: t.me/BOT?start=PAYLOAD, with payloads that nobody else can make.

A payload is at most 64 letters of [A-Za-z0-9_-]: what it opens, its value, and a seal of 12 letters.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from dataclasses import dataclass
from enum import StrEnum

MOST_LETTERS = 64  # Telegram's limit
_SEAL = 12  # letters: 72 bits
_FORM = re.compile(r"([a-z])([A-Za-z0-9_-]{1,51})", re.ASCII)


class Opens(StrEnum):
    """What a link opens; a new kind is a new letter."""

    FILM = "f"  # its value: TMDB id
    NIGHT = "n"  # its value: whatever names the night


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What a payload says."""

    opens: Opens
    value: str

    @property
    def film(self) -> int | None:
        """The TMDB id of a link to a film."""
        good = self.opens is Opens.FILM and re.fullmatch(r"-?[0-9]{1,18}", self.value, re.ASCII)
        return int(self.value) if good else None


class DeepLinks:
    """The links of one bot."""

    def __init__(self, token: str, username: str) -> None:
        self._key = hmac.digest(token.encode(), b"matinee deep links", hashlib.sha256)
        self._username = username

    def address(self, opens: Opens, value: str) -> str:
        """The address to be tapped; raises ValueError for a value that does not fit."""
        return f"https://t.me/{self._username}?start={self.pack(opens, value)}"

    def pack(self, opens: Opens, value: str) -> str:
        """The payload; raises ValueError for a value that is not 1 to 51 letters of [A-Za-z0-9_-]."""
        said = f"{opens}{value}"
        if not _FORM.fullmatch(said):
            raise ValueError(f"{value!r} does not fit into a link")
        return said + self._seal(said)

    def read(self, payload: str) -> Link | None:
        """What `pack` was given; None for anything that it would not write."""
        said, seal = payload[:-_SEAL], payload[-_SEAL:]
        found = _FORM.fullmatch(said)
        if found is None or not hmac.compare_digest(self._seal(said).encode(), seal.encode("utf-8", "replace")):
            return None
        return Link(opens=Opens(found[1]), value=found[2]) if found[1] in set(Opens) else None

    def _seal(self, said: str) -> str:
        return base64.urlsafe_b64encode(hmac.digest(self._key, said.encode(), "sha256")[:9]).decode()
