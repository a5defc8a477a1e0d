"""A stand-in for TMDB on this machine: it speaks the documented shapes, and fails as it is told to."""

from __future__ import annotations

import json
import threading
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import monotonic, sleep
from urllib.parse import parse_qs, urlsplit

KEY = "0123456789abcdef0123456789abcdef"
TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJhdWQiOiJtYXRpbmVlIn0.c2VjcmV0LXNpZ25hdHVyZQ"


@dataclass
class Answer:
    status: int = 200
    body: object = None
    headers: dict[str, str] = field(default_factory=dict)
    cut: int | None = None  # of the body, bytes that are sent


@dataclass
class StandIn:
    """What it knows, what it was asked, and what it answers out of turn."""

    films: dict[int, dict] = field(default_factory=dict)
    lists: dict[str, Callable[[dict[str, str]], dict]] = field(default_factory=dict)
    next: dict[str, deque[Answer]] = field(default_factory=lambda: defaultdict(deque))  # by path, before the usual one
    asked: Counter[str] = field(default_factory=Counter)
    queries: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    slow: float = 0.0  # seconds before each answer
    url: str = ""

    def answer(self, path: str, query: dict[str, str], headers: dict[str, str]) -> Answer:
        self.asked[path] += 1
        self.queries.append((path, query))
        self.headers.append(headers)
        self.times.append(monotonic())
        if query.get("api_key") != KEY and headers.get("Authorization") != f"Bearer {TOKEN}":
            said = "Invalid API key: You must be granted a valid key."
            return Answer(401, {"status_code": 7, "status_message": said, "success": False})
        if self.next[path]:
            return self.next[path].popleft()
        if path in self.lists:
            return Answer(200, self.lists[path](query))
        film = self.films.get(int(path.removeprefix("movie/"))) if path.removeprefix("movie/").isdigit() else None
        if film is None:
            return Answer(404, {"status_code": 34, "status_message": "The resource you requested could not be found."})
        return Answer(200, film)

    def films_asked(self) -> Counter[int]:
        return Counter({int(p[6:]): n for p, n in self.asked.items() if p.startswith("movie/") and p[6:].isdigit()})


@contextmanager
def serving() -> Iterator[StandIn]:
    """A stand-in at work."""
    state = StandIn()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            asked = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(asked.query).items()}
            answer = state.answer(asked.path.removeprefix("/3/"), query, dict(self.headers))
            sleep(state.slow)
            if answer.status == 0:  # hangs up
                self.close_connection = True
                return
            body = answer.body if isinstance(answer.body, bytes) else json.dumps(answer.body).encode()
            self.send_response(answer.status)
            usual = {"Content-Type": "application/json;charset=utf-8", "Vary": "Accept-Encoding, Origin"}
            for name, value in {**usual, "Content-Length": str(len(body)), **answer.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body[: answer.cut])
            self.close_connection = answer.cut is not None

        def log_message(self, *said: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        request_queue_size = 64

        def handle_error(self, *said: object) -> None:
            pass  # a client that was killed

    server = Server(("127.0.0.1", 0), Handler)
    state.url = f"http://127.0.0.1:{server.server_port}/3"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def named(tmdb: int, **more: object) -> dict:
    return {"id": tmdb, "title": f"Film {tmdb}", "release_date": "1999-10-15", **more}
