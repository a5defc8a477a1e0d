"""Links that open the private chat with the bot at a certain place. Pure.

A payload is a purpose and what it is about, signed so that nobody makes one up: "mine-12-1f-5f0c9b2e61d4a873".
"""

from __future__ import annotations

import hmac
import re
from hashlib import sha256

MOST = 64
"""Characters of a payload, of which there are A-Z, a-z, 0-9, _ and -."""

FILM, MINE, WISH = "film", "mine", "wish"
"""Purposes: a film; a shared deck as one's own; a private wish for a movie night."""

_SIGNED = 16  # hexadecimal digits of a signature
_BELOW = "m"  # before the number of a film that TMDB does not have
_PART = re.compile(r"[A-Za-z0-9_]{1,24}", re.ASCII)


class Links:
    """Makes and reads the links of one bot."""

    def __init__(self, username: str, secret: str) -> None:
        self._username = username
        self._key = sha256(f"links {secret}".encode()).digest()

    def address(self, purpose: str, *parts: str | int) -> str:
        """The link to tap.

        Raises:
            ValueError: A part holds what a payload cannot, or it gets too long.

        """
        return f"https://t.me/{self._username}?start={self.payload(purpose, *parts)}"

    def film(self, tmdb: int) -> str:
        """The link to a film."""
        return self.address(FILM, f"{_BELOW}{-tmdb}" if tmdb < 0 else tmdb)

    def payload(self, purpose: str, *parts: str | int) -> str:
        """What the link carries; raises as `address`."""
        words = [purpose, *map(str, parts)]
        text = "-".join(words)
        if not all(_PART.fullmatch(word) for word in words) or len(text) + 1 + _SIGNED > MOST:
            raise ValueError("no payload can hold this")
        return f"{text}-{self._signature(text)}"

    def read(self, payload: str) -> tuple[str, ...] | None:
        """The purpose and the parts, as `payload` was given them; None for anything that it did not make."""
        text, _, signature = payload.rpartition("-")
        if not hmac.compare_digest(signature.encode(), self._signature(text).encode()):
            return None
        return tuple(text.split("-"))

    def _signature(self, text: str) -> str:
        return hmac.new(self._key, text.encode(), sha256).hexdigest()[:_SIGNED]


def film_of(parts: tuple[str, ...]) -> int | None:
    """The TMDB id of a link to a film, from what `Links.read` gives; None for other links."""
    if len(parts) != 2 or parts[0] != FILM:
        return None
    return -int(parts[1][1:]) if parts[1].startswith(_BELOW) else int(parts[1])
