"""The way out to TMDB: the key is put on here and nowhere else, so that nothing behind the door can tell it."""

from __future__ import annotations

import logging
import re
from typing import Any
from urllib.parse import quote_plus

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import MaxRetryError

from index.errors import SourceError
from index.sources.tmdb.notices import KEY_PAGE

_TALKERS = ("urllib3.connectionpool", "urllib3.util.retry")  # they log the addresses that are asked
_VISIBLE = re.compile(r"[\x21-\x7e]+")


class Unreachable(requests.ConnectionError):
    """There is no way to TMDB: no network, no such address, or a certificate that does not hold."""


class Door(HTTPAdapter):
    """Asks with a key: a v3 key as parameter, a v4 token (eyJ...) as bearer; answers and errors come without it.

    Source: https://developer.themoviedb.org/docs/authentication-application. Raises SourceError when a key cannot be
    one; of `requests`, only Unreachable and errors with nothing of the key in them.
    """

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key.strip()
        if not _VISIBLE.fullmatch(self._key):
            raise SourceError(f"TMDB_API_KEY has a character that no key has: copy it again from {KEY_PAGE}")
        self._unsaid = _Unsaid(self._key)
        for name in _TALKERS:
            logging.getLogger(name).addFilter(self._unsaid)

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        """Ask, with the key."""
        try:
            answer: requests.Response = super().send(self._with_key(request), *args, **kwargs)
        except requests.RequestException as broken:
            failure = self._without_key(broken, request)
        else:
            answer.request, answer.url = request, str(request.url)
            return answer
        raise failure  # out here, so that the error with the key does not hang on as its context

    def close(self) -> None:
        """Let go of all connections."""
        super().close()
        for name in _TALKERS:
            logging.getLogger(name).removeFilter(self._unsaid)

    def _with_key(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        asked = request.copy()
        asked.headers.pop("Cache-Control", None)  # words for the answers on disk
        if self._key.startswith("eyJ"):
            asked.headers["Authorization"] = f"Bearer {self._key}"
        else:
            asked.prepare_url(str(asked.url), {"api_key": self._key})
        return asked

    def _without_key(
        self, broken: requests.RequestException, request: requests.PreparedRequest
    ) -> requests.RequestException:
        """The same failure, told by its kind alone: the text of the first one holds the address, with the key."""
        cause = broken.args[0] if broken.args else None
        if isinstance(cause, MaxRetryError):
            return Unreachable(type(cause.reason).__name__, request=request)
        if isinstance(broken, (requests.exceptions.ProxyError, requests.exceptions.SSLError)):
            return Unreachable(type(broken).__name__, request=request)
        return type(broken)(type(broken).__name__, request=request)


class _Unsaid(logging.Filter):
    """Takes the key out of what is logged."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._forms = (key, quote_plus(key))

    def filter(self, record: logging.LogRecord) -> bool:
        said = record.getMessage()
        if any(form in said for form in self._forms):
            for form in self._forms:
                said = said.replace(form, "***")
            record.msg, record.args = said, ()
        return True
