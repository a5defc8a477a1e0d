"""TMDB's API, asked politely: no faster than it likes, again when it fails, and nothing twice."""

from __future__ import annotations

import email.utils
import json
import sqlite3
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any

import requests
import stamina
from requests_cache import DO_NOT_CACHE, CacheMixin
from requests_cache.policy import ExpirationPatterns
from requests_ratelimiter import LimiterMixin

from index.errors import SourceError
from index.sources.tmdb.answers import KEPT, Say, open_answers, set_aside
from index.sources.tmdb.door import Door, Unreachable
from index.sources.tmdb.film import APPENDED
from index.sources.tmdb.notices import KEY_PAGE

API = "https://api.themoviedb.org/3"
_PER_SECOND = 20.0  # TMDB allows about 40: https://developer.themoviedb.org/docs/rate-limiting
_ATTEMPTS = 6  # within about 15 seconds
_TIMEOUT = (10.0, 30.0)  # seconds to connect, and between two pieces of an answer
_LONGEST_REST = 900.0  # seconds; when TMDB asks for more, it is better to come back
_FORGET: ExpirationPatterns = {"*/movie/changes": DO_NOT_CACHE, "*/discover/movie": timedelta(days=1)}


class NotGiven(Exception):  # noqa: N818 (an answer as good as any other)
    """TMDB did not give what was asked for; the message says why in a few words."""

    def __init__(self, reason: str, *, trouble: bool = False) -> None:
        super().__init__(reason)
        self.trouble = trouble  # of the server, rather than of what was asked


class _Again(Exception):  # noqa: N818
    """Worth asking again."""


class _Busy(_Again):
    """TMDB asked for a rest."""


class Client:
    """Asks TMDB, from any number of threads; keeps each answer on disk for KEPT, except changes, which are news.

    `key` is a v3 key or a v4 token; `say` gets a line when something happens that a person should know.
    """

    def __init__(
        self, key: str, answers: Path, *, url: str = API, per_second: float = _PER_SECOND, say: Say | None = None
    ) -> None:
        self._key, self._path, self._url, self._per_second = key, answers, url.rstrip("/"), per_second
        self._say = say or (lambda line: None)
        self._rest = _Rest(self._say)
        self._opening = threading.Lock()
        self._session = self._opened()

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        self._session.close()

    def details(self, tmdb: int, *, within: timedelta = KEPT) -> dict[str, Any]:
        """All that TMDB says of a film, asked for anew when the answer on disk is older than `within`.

        Raises NotGiven when there is no such film or its answer cannot be had, SourceError when there is no use in
        going on: a key that is refused, no network, no room on the disk.
        """
        return self._ask(f"movie/{tmdb}", {"append_to_response": ",".join(APPENDED)}, within)

    def page(self, path: str, number: int, **asked: str) -> dict[str, Any]:
        """A page of a list, from 1; raises as `details` does."""
        return self._ask(path, {**asked, "page": str(number)}, KEPT)

    def stop(self) -> None:
        """End all waiting: what is asked for from now on fails with NotGiven."""
        self._rest.stopped.set()

    def _opened(self) -> _Session:
        door = Door(self._key)
        session = _Session(
            backend=open_answers(self._path, self._say),
            expire_after=KEPT,
            urls_expire_after=_FORGET,
            filter_fn=_worth_keeping,
            per_second=self._per_second,
        )
        session.headers["Accept"] = "application/json"
        session.mount(f"{self._url}/", door)
        return session

    def _ask(self, path: str, asked: dict[str, str], within: timedelta) -> dict[str, Any]:
        trying = stamina.retry_context(
            on=self._worth_it, attempts=_ATTEMPTS, timeout=None, wait_initial=0.5, wait_max=5.0
        )
        try:
            for attempt in trying:
                with attempt:
                    return self._answer(path, asked, within)
        except Unreachable as cut:
            raise SourceError(
                f"TMDB cannot be reached at {self._url} ({cut.args[0]}): look at the network, then run the same "
                "command again"
            ) from None
        except _Busy:
            raise SourceError("TMDB is too busy for us: wait a while, then run the same command again") from None
        except _Again as failed:
            raise NotGiven(str(failed), trouble=True) from None
        raise AssertionError("stamina ends with an answer or an error")

    def _worth_it(self, error: Exception) -> bool:
        return isinstance(error, (_Again, Unreachable)) and not self._rest.stopped.is_set()

    def _answer(self, path: str, asked: dict[str, str], within: timedelta) -> dict[str, Any]:
        self._rest.wait()
        session = self._session
        # An answer is old enough to be asked for again when it would not stay for this much longer.
        fresh = {"Cache-Control": f"min-fresh={int((KEPT - within).total_seconds())}"} if within < KEPT else {}
        try:
            answer = session.get(
                f"{self._url}/{path}", params=asked, headers=fresh, timeout=_TIMEOUT, allow_redirects=False
            )
        except sqlite3.Error as broken:
            self._mend(session, broken)
            raise _Again("answers on disk that cannot be read") from None
        except Unreachable:
            raise
        except requests.RequestException as broken:
            raise _Again(f"an answer that broke off ({type(broken).__name__})") from None
        return self._judged(answer)

    def _judged(self, answer: requests.Response) -> dict[str, Any]:
        status = answer.status_code
        if status == 401:
            raise SourceError(f"TMDB refuses this TMDB_API_KEY (401): get a key at {KEY_PAGE} and set it")
        if status == 404:
            raise NotGiven("not on TMDB (404)")
        if status == 429:
            self._rest.ask(_seconds(answer.headers.get("Retry-After")))
            raise _Busy("429")
        if status >= 500:
            raise _Again(f"an error of TMDB's ({status})")
        if status != 200:
            raise NotGiven(f"refused by TMDB ({status})")
        if (found := _object(answer)) is None:
            raise _Again("an answer that is no whole JSON object")
        return found

    def _mend(self, session: _Session, broken: sqlite3.Error) -> None:
        """Go on with new answers when those on disk are damaged; the first thread to find out does it for all."""
        with self._opening:
            if self._session is not session or self._rest.stopped.is_set():
                return
            session.close()
            set_aside(self._path, broken, self._say)
            self._session = self._opened()


class _Session(CacheMixin, LimiterMixin, requests.Session):
    """Answers on disk before the limit, the limit before the network."""

    def close(self) -> None:
        super().close()  # type: ignore[no-untyped-call]


class _Rest:
    """When TMDB asks one thread for a rest, all rest."""

    def __init__(self, say: Say) -> None:
        self.stopped = threading.Event()
        self._until = 0.0  # by the monotonic clock
        self._say = say

    def ask(self, seconds: float) -> None:
        if seconds > _LONGEST_REST:
            raise SourceError(
                f"TMDB asks for a rest of {seconds / 60:.0f} minutes: run the same command again after that"
            )
        until = time.monotonic() + seconds
        if seconds >= 5 and until > self._until + 1:
            self._say(f"TMDB asks for a rest of {seconds:.0f} s")
        self._until = max(self._until, until)

    def wait(self) -> None:
        while (left := self._until - time.monotonic()) > 0 and not self.stopped.is_set():
            self.stopped.wait(left)
        if self.stopped.is_set():
            raise NotGiven("stopped")


def _seconds(said: str | None) -> float:
    """Seconds of a Retry-After header, which holds a number or a date; 0 without one. Source: RFC 9110, 10.2.3."""
    if said is None:
        return 0.0
    if said.strip().isdigit():
        return float(said)
    try:
        until = email.utils.parsedate_to_datetime(said)
    except ValueError:
        return 0.0
    return max(0.0, (until - datetime.now(UTC)).total_seconds()) if until.tzinfo else 0.0


def _worth_keeping(answer: requests.Response) -> bool:
    """Not half an answer; what is on disk was judged before, and what is no success is not kept anyway."""
    return getattr(answer, "from_cache", False) or answer.status_code != 200 or _object(answer) is not None


def _object(answer: requests.Response) -> dict[str, Any] | None:
    try:
        found = json.loads(answer.content)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
