"""Downloads against a server on this machine that breaks off, lies and stumbles as real ones do."""

from __future__ import annotations

import hashlib
import io
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import stamina

from index.errors import SourceError
from index.sources.ratings.download import download
from index.sources.ratings.schema import load


def release() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("ml-latest-small/ratings.csv", "userId,movieId,rating,timestamp\n1,1,4.0,964982703\n")
        archive.writestr("ml-latest-small/links.csv", "movieId,imdbId,tmdbId\n1,0114709,862\n")
        archive.writestr("ml-latest-small/README.txt", "x" * 200_000)
    return stream.getvalue()


@dataclass
class Site:
    """What the server sends, and what it was asked for."""

    data: bytes = field(default_factory=release)
    md5: str | None = ""  # "": the right one; None: there is none
    most: int | None = None  # bytes after which the connection breaks
    failures: int = 0  # answers of 503 before it works
    ranges: bool = True
    asked: list[tuple[str, str | None]] = field(default_factory=list)
    url: str = ""


@pytest.fixture
def site() -> Iterator[Site]:
    state = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            given = self.headers.get("Range")
            state.asked.append((self.path, given))
            if state.failures:
                state.failures -= 1
                self.answer(503, b"")
            elif self.path == "/ml-latest-small.zip.md5" and state.md5 is not None:
                digest = state.md5 or hashlib.md5(state.data).hexdigest()
                self.answer(200, f"MD5 (ml-latest-small.zip) = {digest}\n".encode())
            elif self.path == "/ml-latest-small.zip":
                start = int(given.removeprefix("bytes=").rstrip("-")) if given and state.ranges else 0
                if start >= len(state.data):
                    self.answer(416, b"")
                else:
                    self.answer(206 if start else 200, state.data[start:], state.most)
            else:
                self.answer(404, b"")

        def answer(self, status: int, body: bytes, most: int | None = None) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body if most is None else body[:most])

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    state.url = f"http://127.0.0.1:{server.server_port}/"
    with stamina.set_testing(True, attempts=3):
        yield state
    server.shutdown()
    server.server_close()
    thread.join()


def zips(site: Site) -> list[str | None]:
    return [given for path, given in site.asked if path.endswith(".zip")]


def test_a_release_comes_whole_and_is_read_as_it_is(site: Site, tmp_path: Path) -> None:
    told = []
    path = download("ml-latest-small", tmp_path / "new", site=site.url, progress=lambda *step: told.append(step))
    assert path == tmp_path / "new" / "ml-latest-small.zip"
    assert path.read_bytes() == site.data
    assert told[0] == ("ml-latest-small.zip", 0, len(site.data))
    assert told[-1] == ("ml-latest-small.zip", len(site.data), len(site.data))
    assert [p.name for p in path.parent.iterdir()] == ["ml-latest-small.zip"]
    assert load(path)[0].table["film"].to_list() == [862]
    download("latest-small", tmp_path / "new", site=site.url)
    assert zips(site) == [None]  # what is whole is not fetched again


def test_what_was_cut_off_is_gone_on_with(site: Site, tmp_path: Path) -> None:
    site.most = 90_000
    path = download("latest-small", tmp_path, site=site.url)
    assert path.read_bytes() == site.data
    assert zips(site) == [None, "bytes=81920-", "bytes=163840-"]  # in whole pieces of 8 KB


def test_after_too_many_breaks_the_next_call_goes_on(site: Site, tmp_path: Path) -> None:
    site.most = 10_000
    with pytest.raises(SourceError, match="it goes on where it stopped"):
        download("latest-small", tmp_path, site=site.url)
    assert (tmp_path / "ml-latest-small.zip.part").stat().st_size == 3 * 8192
    site.most = None
    assert download("latest-small", tmp_path, site=site.url).read_bytes() == site.data
    assert zips(site)[-1] == "bytes=24576-"


def test_a_server_without_ranges_sends_all_again(site: Site, tmp_path: Path) -> None:
    site.ranges = False
    (tmp_path / "ml-latest-small.zip.part").write_bytes(b"old")
    assert download("latest-small", tmp_path, site=site.url).read_bytes() == site.data


def test_a_part_that_is_whole_is_taken(site: Site, tmp_path: Path) -> None:
    (tmp_path / "ml-latest-small.zip.part").write_bytes(site.data)
    assert download("latest-small", tmp_path, site=site.url).read_bytes() == site.data


@pytest.mark.parametrize("md5", ["0" * 32, None])
def test_what_is_damaged_is_deleted(site: Site, tmp_path: Path, md5: str | None) -> None:
    site.md5 = md5
    if md5 is None:  # then the zip itself must be sound
        site.data = site.data.replace(b"x" * 100, b"y" * 100, 1)
    with pytest.raises(SourceError, match="came damaged and was deleted"):
        download("latest-small", tmp_path, site=site.url)
    assert list(tmp_path.iterdir()) == []


def test_a_sound_zip_without_md5_is_taken(site: Site, tmp_path: Path) -> None:
    site.md5 = None
    assert download("latest-small", tmp_path, site=site.url).read_bytes() == site.data


def test_a_busy_server_is_asked_again(site: Site, tmp_path: Path) -> None:
    site.failures = 2
    assert download("latest-small", tmp_path, site=site.url).read_bytes() == site.data


def test_what_there_is_not_is_said_to_be_missing(site: Site, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="take one of 100k, 1m"):
        download("5m", tmp_path, site=site.url)
    with pytest.raises(SourceError, match=r"ml-1m\.zip cannot be had \(HTTPError\)"):
        download("1m", tmp_path, site=site.url)
    assert zips(site) == [None]  # a 404 will not go away
