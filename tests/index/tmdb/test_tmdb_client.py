"""TMDB is asked politely, nothing twice, and the key is told to nobody else."""

from __future__ import annotations

import email.utils
import logging
import sqlite3
import subprocess
import sys
import threading
import time
import zlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import requests_cache.policy.expiration as expiration

from index.errors import SourceError
from index.sources.tmdb.client import Client, NotGiven
from tests.index.tmdb.standin import KEY, TOKEN, Answer

ROOT = Path(__file__).parents[3]


@pytest.fixture
def file(tmp_path):
    return tmp_path / "cache" / "tmdb.sqlite"


def kept(file):
    """What is in the file, unpacked."""
    with sqlite3.connect(file) as opened:
        rows = opened.execute("SELECT value FROM responses").fetchall()
    opened.close()
    return [zlib.decompress(value) for (value,) in rows]


def test_details_come_with_all_that_is_asked_for(tmdb, client, details):
    tmdb.films[4242] = details
    assert client().details(4242) == details
    assert tmdb.queries == [
        (
            "movie/4242",
            {
                "append_to_response": "credits,keywords,release_dates,videos,watch/providers,recommendations,reviews,"
                "alternative_titles,external_ids",
                "api_key": KEY,
            },
        )
    ]


def test_a_token_goes_into_a_header(tmdb, client, film):
    tmdb.films[7] = film(7)
    assert client(TOKEN + "\n").details(7) == film(7)
    assert "api_key" not in tmdb.queries[0][1]
    assert tmdb.headers[0]["Authorization"] == f"Bearer {TOKEN}"


@pytest.mark.parametrize("key", [KEY, TOKEN])
def test_the_key_is_in_no_log_no_error_and_no_file(key, tmdb, client, film, file, caplog):
    caplog.set_level(logging.DEBUG)
    tmdb.films[7] = film(7)
    tmdb.next["movie/7"].extend([Answer(429, {}, {"Retry-After": "0"}), Answer(500), Answer(200, b"{" * 9, cut=3)])
    ours = client(key)
    ours.details(7)
    ours.details(7)
    tmdb.next["movie/8"].extend([Answer(0)] * 4)
    with pytest.raises(NotGiven, match=r"^an answer that broke off \(ConnectionError\)$") as hung_up:
        ours.details(8)
    with pytest.raises(SourceError) as unreachable:
        client(key, url="http://127.0.0.1:9/3").details(7)
    assert "GET /3/movie/7" in caplog.text, "the log that is looked at has the requests"
    assert key not in caplog.text
    for error in (hung_up.value, unreachable.value):
        while error is not None:
            request = getattr(error, "request", None)
            assert key not in f"{error} {error.args!r} {vars(error)!r} {request and (request.url, request.headers)}"
            error = error.__context__
    assert len(kept(file)) == 1
    assert b"Film 7" in kept(file)[0]
    assert key.encode() not in kept(file)[0]
    assert all(key.encode() not in beside.read_bytes() for beside in file.parent.iterdir())


def test_a_key_that_is_refused(client, tmdb):
    with pytest.raises(SourceError) as refused:
        client("f" * 32).details(7)
    assert str(refused.value) == (
        "TMDB refuses this TMDB_API_KEY (401): get a key at https://www.themoviedb.org/settings/api and set it"
    )
    assert tmdb.asked["movie/7"] == 1


@pytest.mark.parametrize("key", ["", "ключ", "a b"])
def test_a_key_that_cannot_be_one(key, client):
    with pytest.raises(SourceError, match=r"^TMDB_API_KEY has a character that no key has: copy it again from https"):
        client(key)


def test_a_film_that_is_not_there_is_asked_for_once(tmdb, client):
    with pytest.raises(NotGiven, match=r"^not on TMDB \(404\)$") as missing:
        client().details(7)
    assert not missing.value.trouble
    assert tmdb.asked["movie/7"] == 1


@pytest.mark.parametrize(
    "broken",
    [
        Answer(500),
        Answer(503, b"<html>Service Unavailable</html>", {"Content-Type": "text/html"}),
        Answer(200, b'{"id": 7, "title": "Film'),
        Answer(200, b'{"id": 7, "title": "Film 7"}', cut=9),
        Answer(200, b"[1, 2]"),
        Answer(200, b""),
        Answer(200, b"\xff\xfe{}"),
        Answer(200, b"[" * 200_000),
    ],
    ids=["500", "503", "half", "cut", "list", "empty", "bytes", "deep"],
)
def test_a_broken_answer_is_asked_for_again_and_never_kept(broken, tmdb, client, film, file):
    tmdb.films[7] = film(7)
    tmdb.next["movie/7"].extend([broken] * 3)
    ours = client()
    assert ours.details(7) == film(7)
    assert tmdb.asked["movie/7"] == 4
    tmdb.next["movie/8"].extend([broken] * 4)
    with pytest.raises(NotGiven) as failed:
        ours.details(8)
    assert failed.value.trouble
    assert tmdb.asked["movie/8"] == 4
    assert len(kept(file)) == 1


@pytest.mark.parametrize("form", ["seconds", "date"])
def test_when_tmdb_asks_for_a_rest_everybody_rests(form, tmdb, client, film):
    tmdb.films.update({n: film(n) for n in (7, 8)})
    at = email.utils.format_datetime(datetime.now(UTC) + timedelta(seconds=3), usegmt=True)
    tmdb.next["movie/7"].append(Answer(429, {"status_code": 25}, {"Retry-After": "2" if form == "seconds" else at}))
    ours = client()
    asking = threading.Thread(target=ours.details, args=(7,))
    asking.start()
    while not tmdb.times:
        time.sleep(0.01)
    time.sleep(0.1)
    assert ours.details(8) == film(8)
    asking.join()
    assert tmdb.asked == {"movie/7": 2, "movie/8": 1}
    assert min(tmdb.times[1:]) - tmdb.times[0] >= 1.9


def test_too_long_a_rest_and_too_many_are_for_another_day(tmdb, client):
    tmdb.next["movie/7"].append(Answer(429, {}, {"Retry-After": "3600"}))
    with pytest.raises(SourceError, match=r"^TMDB asks for a rest of 60 minutes: run the same command again"):
        client().details(7)
    tmdb.next["movie/8"].extend([Answer(429, {}, {"Retry-After": "x"})] * 4)
    with pytest.raises(SourceError, match=r"^TMDB is too busy for us: wait a while"):
        client(per_second=10_000.0).details(8)


def test_without_a_network_there_is_one_line(client):
    with pytest.raises(SourceError) as cut:
        client(url="http://127.0.0.1:9/3").details(7)
    assert str(cut.value) == (
        "TMDB cannot be reached at http://127.0.0.1:9/3 (NewConnectionError): look at the network, then run the same "
        "command again"
    )


def test_what_is_kept_is_not_asked_for_again_with_another_key_either(tmdb, client, film):
    tmdb.films[7] = film(7)
    assert client().details(7) == client(TOKEN).details(7) == film(7)
    assert tmdb.asked["movie/7"] == 1


def test_no_more_than_the_limit_in_a_second(tmdb, client, film):
    tmdb.films.update({n: film(n) for n in range(1, 12)})
    ours = client(per_second=10.0)
    threads = [threading.Thread(target=ours.details, args=(n,)) for n in range(1, 12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(tmdb.times)[10] - min(tmdb.times) >= 0.9
    began = time.monotonic()
    for n in range(1, 12):
        ours.details(n)
    assert time.monotonic() - began < 0.5, "what is on disk does not wait"


def in_the_past(monkeypatch, days):
    """requests-cache reckons when an answer expires from another day than today."""
    now = expiration.utcnow
    monkeypatch.setattr(expiration, "utcnow", lambda: now() - timedelta(days=days))


@pytest.mark.parametrize(("days", "requests"), [(179, 1), (181, 2)])
def test_answers_are_forgotten_after_six_months(days, requests, tmdb, client, film, file, monkeypatch):
    tmdb.films[7] = film(7)
    with monkeypatch.context() as then:
        in_the_past(then, days)
        old = client()
        old.details(7)
    assert len(kept(file)) == 1
    if days > 180:
        tmdb.films[7] = film(7, tagline="New.")
    ours = client()
    assert len(kept(file)) == (1 if days < 180 else 0), "it is gone from the file, not only passed over"
    assert ours.details(7) == tmdb.films[7]
    assert tmdb.asked["movie/7"] == requests
    assert old.details(7) == tmdb.films[7], "and one that was open all the time sees it too"
    assert tmdb.asked["movie/7"] == requests


def test_a_film_that_changed_is_asked_for_anew_when_its_answer_is_not_of_today(tmdb, client, film, monkeypatch):
    day = timedelta(days=1)
    tmdb.films[7] = film(7)
    with monkeypatch.context() as then:
        in_the_past(then, 2)
        client().details(7)
    ours = client()
    assert ours.details(7, within=3 * day) == film(7)
    assert tmdb.asked["movie/7"] == 1
    tmdb.films[7] = film(7, tagline="New.")
    assert ours.details(7, within=day)["tagline"] == "New."
    assert ours.details(7, within=day)["tagline"] == "New."
    assert tmdb.asked["movie/7"] == 2
    assert all("Cache-Control" not in headers for headers in tmdb.headers)


@pytest.mark.parametrize("harm", [b"not a database, by far" * 100, None], ids=["another file", "another table"])
def test_a_file_that_cannot_be_used_is_set_aside(harm, tmdb, client, film, file, said):
    file.parent.mkdir()
    if harm:
        file.write_bytes(harm)
    else:
        with sqlite3.connect(file) as other:
            other.execute("CREATE TABLE responses (name TEXT)")
        other.close()
    before = file.read_bytes()
    tmdb.films[7] = film(7)
    ours = client()
    assert ours.details(7) == ours.details(7) == film(7)
    assert tmdb.asked["movie/7"] == 1
    aside = file.with_name("tmdb.sqlite.broken-1")
    assert len(said) == 1
    assert said[0].startswith("tmdb.sqlite is damaged (")
    assert said[0].endswith("): set aside as tmdb.sqlite.broken-1; what it held is asked for again")
    if harm:
        assert aside.read_bytes() == before
    assert aside.exists()


def test_a_file_that_is_damaged_inside_is_set_aside_when_that_shows(tmdb, client, film, file, said):
    tmdb.films.update({n: film(n, overview=" ".join(f"{n * k:x}" for k in range(3000))) for n in range(1, 40)})
    with client() as ours:
        for n in range(1, 40):
            ours.details(n)
    content = bytearray(file.read_bytes())
    content[3 * 4096 : -4096] = b"\xa5" * (len(content) - 4 * 4096)
    file.write_bytes(content)
    ours = client()
    threads = [threading.Thread(target=ours.details, args=(n,)) for n in range(1, 40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert not any(thread.is_alive() for thread in threads)
    assert len(said) == 1, said
    assert file.with_name("tmdb.sqlite.broken-1").exists()
    tmdb.asked.clear()
    assert [ours.details(n)["id"] for n in range(1, 40)] == list(range(1, 40))
    assert tmdb.asked.total() <= 8, "but for what was under way, all is kept in the new file"


def test_a_damaged_answer_is_asked_for_again(tmdb, client, film, file, said):
    tmdb.films[7] = film(7)
    with client() as ours:
        ours.details(7)
    with sqlite3.connect(file) as opened:
        opened.execute("UPDATE responses SET value = zeroblob(99)")
    opened.close()
    ours = client()
    assert ours.details(7) == ours.details(7) == film(7)
    assert tmdb.asked["movie/7"] == 2
    assert said == []


FULL = """
import sys
from pathlib import Path
from index.errors import SourceError
from index.sources.tmdb.client import Client, NotGiven
from tests.index.tmdb.standin import KEY, TOKEN, Answer
with Client("0123456789abcdef0123456789abcdef", Path(sys.argv[2]) / "tmdb.sqlite", url=sys.argv[1]) as client:
    for tmdb in range(1, 100):
        try:
            client.details(tmdb)
        except SourceError as full:
            print(tmdb, full)
            break
with Client("0123456789abcdef0123456789abcdef", Path(sys.argv[2]) / "tmdb.sqlite", url=sys.argv[1]) as client:
    print(*[n for n in range(1, tmdb) if client.details(n)["id"] == n])
"""


def test_on_a_full_disk_nothing_is_lost(tmdb, film, tmp_path):
    noise = {n: "".join(chr(0x4E00 + (k * k * n * 7919) % 20000) for k in range(9000)) for n in range(1, 100)}
    tmdb.films.update({n: film(n, overview=noise[n]) for n in noise})
    program = [sys.executable, "-c", FULL, tmdb.url, str(tmp_path)]
    inside = f'mount -t tmpfs -o size=400k none "{tmp_path}" && exec "$@"'
    command = ["unshare", "--mount", "--map-root-user", "sh", "-c", inside, "sh"]
    try:
        subprocess.run([*command, "true"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("needs a file system of its own (unshare, mount)")
    done = subprocess.run([*command, *program], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.stderr == ""
    stopped, again = done.stdout.splitlines()
    number, _, line = stopped.partition(" ")
    assert line == (
        f"{tmp_path}/tmdb.sqlite cannot grow (database or disk is full): make room on the disk and run the same "
        "command again"
    )
    assert int(number) > 3
    assert again == " ".join(str(n) for n in range(1, int(number)))
    assert all(tmdb.asked[f"movie/{n}"] == 1 for n in range(1, int(number))), "they were read from the disk"


def test_a_folder_that_cannot_be_written_is_named(client, tmp_path):
    (tmp_path / "cache").write_text("a file, where the folder should be")
    with pytest.raises(SourceError, match=r"cache cannot be made: name another folder with --home$"):
        client()


def test_stopping_ends_all_waiting(tmdb, client, film):
    tmdb.films[8] = film(8)
    tmdb.next["movie/7"].append(Answer(429, {}, {"Retry-After": "60"}))
    ours: Client = client()

    def ask():
        with pytest.raises(NotGiven):
            ours.details(7)

    asking = threading.Thread(target=ask)
    asking.start()
    while not tmdb.times:
        time.sleep(0.01)
    time.sleep(0.1)
    ours.stop()
    asking.join(2)
    assert not asking.is_alive()
    with pytest.raises(NotGiven, match="stopped"):
        ours.details(8)
