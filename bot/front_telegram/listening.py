"""Where a bot listens, read from what an operator wrote."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.errors import SettingsError

_DEFAULT = "127.0.0.1:8080"
_OWN = {"127.0.0.1", "localhost"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Listening:
    """Where the door is, and what leads to it."""

    host: str
    port: int
    webhook: str | None = None  # the public address that Telegram posts to; None: it is asked for updates instead


def listening(webhook: str | None, listen: str | None) -> Listening | None:
    """What `--webhook URL` and `--listen HOST:PORT` mean; None when neither is given.

    Raises:
        SettingsError: One of them cannot be used.

    """
    if webhook is None and listen is None:
        return None
    host, _, port = (listen or _DEFAULT).rpartition(":")
    if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise SettingsError(f"--listen: write HOST:PORT, such as {_DEFAULT}.")
    if webhook is not None:
        _check(webhook)
    return Listening(host=host.strip("[]") or "0.0.0.0", port=int(port), webhook=webhook)  # noqa: S104 (as it was asked)


def _check(webhook: str) -> None:
    try:
        url = urlsplit(webhook)
    except ValueError:
        url = urlsplit("")
    good = url.hostname and (url.scheme == "https" or (url.scheme == "http" and url.hostname in _OWN))
    if not good:
        raise SettingsError("--webhook: write a public address that begins with https://.")
