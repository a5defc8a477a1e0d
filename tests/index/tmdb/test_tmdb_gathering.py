"""Many films at once: in order, accounted for, and nothing is lost however it ends."""

from __future__ import annotations

import errno
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from index.errors import SourceError
from index.movie import Movie
from index.sources import Report, starter
from index.sources.tmdb.gathering import gather, write
from tests.index.tmdb.standin import KEY, Answer

ROOT = Path(__file__).parents[3]


def quiet(what, done, total):
    pass


def test_films_come_in_the_order_of_their_ids_and_each_id_is_accounted_for(tmdb, client, film):
    tmdb.films.update({n: film(n) for n in range(1, 101)})
    tmdb.films[50] = {"id": 50}
    tmdb.next["movie/60"].extend([Answer(500)] * 4)
    told, report = [], Report(source="TMDB")
    ids = [*range(100, 0, -1), 101, 7, 7]
    found = list(gather(client(), ids, report, lambda *step: told.append(step)))
    assert [movie.tmdb for movie in found] == [n for n in range(100, 0, -1) if n not in (50, 60)]
    assert report.read == 103
    assert report.films == 98
    assert dict(report.dropped) == {
        "asked for twice": 2,
        "no title": 1,
        "not on TMDB (404)": 1,
        "an error of TMDB's (500)": 1,
    }
    assert report.read == report.films + report.dropped.total()
    assert told == [("films", n, 101) for n in range(102)]


def test_films_are_asked_for_side_by_side(tmdb, client, film):
    tmdb.films.update({n: film(n) for n in range(1, 33)})
    tmdb.slow = 0.1
    began = time.monotonic()
    assert len(list(gather(client(), range(1, 33), Report(source="TMDB"), quiet))) == 32
    assert 0.4 <= time.monotonic() - began < 1.6


def test_a_server_that_fails_at_everything_is_left_alone(tmdb, client, film):
    for n in range(1, 200):
        tmdb.next[f"movie/{n}"].extend([Answer(503)] * 4)
    tmdb.films.update({n: film(n) for n in range(1, 200)})
    tmdb.next["movie/10"].clear()
    report = Report(source="TMDB")
    with pytest.raises(SourceError) as stopped:
        list(gather(client(), range(1, 200), report, quiet))
    assert str(stopped.value) == (
        "TMDB failed at 25 films in a row, the last time with an error of TMDB's (503): run the same command again "
        "later, it goes on from here"
    )
    assert report.dropped["an error of TMDB's (503)"] == 9 + 25
    assert len(tmdb.films_asked()) <= 35 + 32


def test_a_refused_key_ends_it_at_once(tmdb, client):
    with pytest.raises(SourceError, match="401"):
        list(gather(client("f" * 32), range(1, 500), Report(source="TMDB"), quiet))
    assert tmdb.asked.total() <= 40


def test_nothing_is_under_way_after_it_was_left(tmdb, client, film):
    tmdb.films.update({n: film(n) for n in range(1, 500)})
    tmdb.slow = 0.02
    with closing(gather(client(), range(1, 500), Report(source="TMDB"), quiet)) as films:
        assert next(films).tmdb == 1
    asked = tmdb.asked.total()
    time.sleep(0.1)
    assert tmdb.asked.total() == asked <= 40
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("tmdb")]


def test_what_is_written_is_read_back(tmdb, client, details, film, tmp_path):
    tmdb.films.update({4242: details, 7: film(7, overview='"quoted"\u2028\\ \U0001f600')})
    found = list(gather(client(), [4242, 7], Report(source="TMDB"), quiet))
    assert write(found, tmp_path / "tmdb.jsonl") == 2
    movies, report = starter.load(tmp_path / "tmdb.jsonl")
    assert movies == found
    assert (report.read, report.films) == (2, 2)


def films(count):
    return (Movie(tmdb=n, title=f"Film {n}") for n in range(1, count + 1))


def failing(error):
    yield from films(3)
    raise error


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SourceError("stop"), OSError(errno.ENOSPC, "No space left")])
def test_a_file_is_whole_or_as_it_was(error, tmp_path):
    out = tmp_path / "tmdb.jsonl"
    write(films(2), out)
    before = out.read_bytes()
    with pytest.raises((KeyboardInterrupt, SourceError)):
        write(failing(error), out)
    assert out.read_bytes() == before
    with pytest.raises(SourceError, match=r"^no film came of it: .*tmdb\.jsonl is left as it was$"):
        write([], out)
    assert out.read_bytes() == before
    write(films(3), out)
    assert [movie.tmdb for movie in starter.load(out)[0]] == [1, 2, 3]
    assert list(tmp_path.iterdir()) == [out]


def test_a_full_disk_is_said(tmp_path, monkeypatch):
    real = Path.open
    monkeypatch.setattr(Path, "open", lambda path, *how, **given: real(Path("/dev/full"), *how, **given))
    with pytest.raises(SourceError) as full:
        write(films(3), tmp_path / "tmdb.jsonl")
    assert str(full.value) == (
        f"{tmp_path}/tmdb.jsonl cannot be written (No space left on device): make room or name another file, and run "
        "the same command again; what was fetched is kept"
    )


def test_a_folder_that_is_not_there_is_said_before_anything_is_fetched(tmdb, client, film, tmp_path):
    tmdb.films[7] = film(7)
    with pytest.raises(SourceError, match="No such file or directory"):
        write(gather(client(), [7], Report(source="TMDB"), quiet), tmp_path / "no" / "tmdb.jsonl")
    assert not tmdb.asked


FETCH = """
import sys
from pathlib import Path
from index.sources import Report
from index.sources.tmdb.client import Client
from index.sources.tmdb.gathering import gather, write
url, folder = sys.argv[1], Path(sys.argv[2])
with Client(sys.argv[3], folder / "tmdb.sqlite", url=url, per_second=200) as client:
    report = Report(source="TMDB")
    write(gather(client, range(1, 121), report, lambda *step: None), folder / "tmdb.jsonl")
print(*report.lines())
"""


def test_after_a_kill_only_the_rest_is_asked_for(tmdb, film, tmp_path):
    tmdb.films.update({n: film(n) for n in range(1, 121)})
    tmdb.slow = 0.05
    command = [sys.executable, "-c", FETCH, tmdb.url, str(tmp_path), KEY]
    killed = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    while tmdb.asked.total() < 60:
        assert killed.poll() is None, killed.communicate()
        time.sleep(0.01)
    os.kill(killed.pid, signal.SIGKILL)
    killed.communicate()
    assert not (tmp_path / "tmdb.jsonl").exists()
    time.sleep(0.2)
    first, tmdb.slow = tmdb.films_asked(), 0.0
    tmdb.asked.clear()
    with sqlite3.connect(tmp_path / "tmdb.sqlite") as opened:
        (kept,) = opened.execute("SELECT count(*) FROM responses").fetchone()
    opened.close()
    assert 60 - 8 - 8 <= kept <= 120 - 8, "most of what was asked for was kept at once"
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.stderr == ""
    assert done.stdout.strip().startswith("TMDB: 120 rows read, 120 films")
    second = tmdb.films_asked()
    assert set(second.values()) == {1}
    assert len(second) == 120 - kept
    assert {*first, *second} == {*range(1, 121)}
    assert [movie.tmdb for movie in starter.load(tmp_path / "tmdb.jsonl")[0]] == list(range(1, 121))
    tmdb.asked.clear()
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=60)
    assert not tmdb.asked, "a third run asks for nothing"
