"""`matinee catalogue fetch`, against a stand-in for TMDB."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import stamina
import typer

from bot.commands import fetch
from bot.errors import SettingsError
from index.errors import SourceError
from index.sources import starter
from tests.index.tmdb.standin import KEY, named, serving

ROOT = Path(__file__).parents[2]
NOTICE = "This product uses the TMDB API but is not endorsed or certified by TMDB."


@pytest.fixture
def tmdb():
    with serving() as state:
        yield state


@pytest.fixture(autouse=True)
def _alone(tmdb, tmp_path, monkeypatch):
    for name in list(os.environ):
        if name.startswith(("MATINEE_", "TMDB_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("TMDB_API_KEY", KEY)
    monkeypatch.setenv("TMDB_API_URL", tmdb.url)
    monkeypatch.chdir(tmp_path)
    with stamina.set_testing(True, attempts=2):
        yield


def run(*arguments):
    """The command below a parent that knows the folder of Matinee's data; returns the exit code."""
    app = typer.Typer()

    @app.callback()
    def options(context: typer.Context) -> None:
        context.obj = {"home": Path("home"), "bundle": None}

    app.add_typer(fetch.app)
    return app(args=["fetch", *arguments], standalone_mode=False) or 0


def written():
    return [movie.tmdb for movie in starter.load(Path("tmdb.jsonl"))[0]]


def test_films_by_id(tmdb, capsys):
    tmdb.films.update({n: named(n) for n in (603, 604)})
    assert run("--ids", "604, 603,5", "--out", "tmdb.jsonl") == 0
    assert written() == [604, 603]
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        NOTICE,
        "TMDB: 3 rows read, 2 films",
        "  dropped 1: not on TMDB (404)",
        "2 films: build them with `matinee catalogue build --from tmdb.jsonl`",
    ]
    assert err == "films: 3 ...\n"
    assert Path("home/cache/tmdb.sqlite").exists()
    assert run("--ids", "604,603", "--out", "tmdb.jsonl") == 0
    assert tmdb.films_asked() == {603: 1, 604: 1, 5: 1}


def test_films_of_a_file_then_the_most_popular(tmdb):
    tmdb.films.update({n: named(n) for n in range(1, 9)})
    tmdb.lists["discover/movie"] = lambda query: {"results": [{"id": n} for n in (8, 7, 6, 5)], "total_pages": 1}
    Path("ids.txt").write_text("2\n7\n")
    assert run("--ids-file", "ids.txt", "--popular", "3", "--ids", "1", "--out", "tmdb.jsonl") == 0
    assert written() == [1, 2, 7, 8, 6]


def test_the_first_films_of_the_daily_list(tmdb):
    tmdb.films.update({n: named(n) for n in range(1, 9)})
    rows = "".join(json.dumps({"id": n, "popularity": n, "adult": False, "video": False}) + "\n" for n in range(1, 9))
    Path("ids.json.gz").write_bytes(gzip.compress(rows.encode()))
    assert run("--export", "ids.json.gz", "--popular", "3", "--out", "tmdb.jsonl") == 0
    assert written() == [8, 7, 6]


def test_films_that_changed_are_asked_for_though_they_are_kept(tmdb, monkeypatch):
    import requests_cache.policy.expiration as expiration

    tmdb.films.update({n: named(n) for n in (1, 2)})
    now = expiration.utcnow
    with monkeypatch.context() as then:
        then.setattr(expiration, "utcnow", lambda: now() - fetch._NEWS * 2)
        run("--ids", "1", "--out", "tmdb.jsonl")
    tmdb.lists["movie/changes"] = lambda query: {"results": [{"id": 1}, {"id": 2}], "total_pages": 1}
    today = f"{now():%Y-%m-%d}"
    for _ in range(2):
        assert run("--changes-since", today, "--out", "tmdb.jsonl") == 0
        assert tmdb.films_asked() == {1: 2, 2: 1}
    assert written() == [1, 2]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--out", "a.jsonl"], "say which films: --popular, --ids, --ids-file, --export or --changes-since"),
        (["--ids", "1", "--out", "a.csv"], "--out must end in .jsonl, by which `catalogue build` knows it"),
        (["--ids", "1,tt2", "--out", "a.jsonl"], "'tt2' is no TMDB id: give numbers with commas between them"),
        (
            ["--ids", "1", "--changes-since", "2024-01-01", "--out", "a.jsonl"],
            "--changes-since stands alone",
        ),
    ],
)
def test_what_makes_no_sense_is_said_before_anything_is_asked(arguments, said, tmdb):
    with pytest.raises(typer.BadParameter) as wrong:
        run(*arguments)
    assert wrong.value.message == said
    assert not tmdb.asked
    assert not Path("home").exists()


def test_without_a_key_there_is_one_line_that_says_where_to_get_it(monkeypatch):
    monkeypatch.delenv("TMDB_API_KEY")
    with pytest.raises(SettingsError) as missing:
        run("--ids", "1", "--out", "tmdb.jsonl")
    assert str(missing.value) == (
        "TMDB_API_KEY is not set: get a key at https://www.themoviedb.org/settings/api, free of charge, and put it "
        "into .env"
    )


def test_a_refused_key_leaves_what_was_there(tmdb, monkeypatch):
    Path("tmdb.jsonl").write_text('{"tmdb": 9, "title": "Before"}\n')
    monkeypatch.setenv("TMDB_API_KEY", "f" * 32)
    with pytest.raises(SourceError, match="401"):
        run("--ids", "1", "--out", "tmdb.jsonl")
    assert written() == [9]


def test_a_damaged_file_of_answers_is_told(tmdb, capsys):
    tmdb.films[1] = named(1)
    Path("home/cache").mkdir(parents=True)
    Path("home/cache/tmdb.sqlite").write_bytes(b"no database" * 500)
    assert run("--ids", "1", "--out", "tmdb.jsonl") == 0
    assert capsys.readouterr().err.splitlines() == [
        "tmdb.sqlite is damaged (file is not a database): set aside as tmdb.sqlite.broken-1; what it held is asked "
        "for again",
        "films ...",
    ]


PROGRAM = """
import sys
from tests.bot.test_commands_fetch import run
sys.exit(run("--ids", ",".join(map(str, range(1, 400))), "--out", "tmdb.jsonl"))
"""


def test_it_stops_when_asked_to_and_says_how_to_go_on(tmdb, tmp_path):
    tmdb.films.update({n: named(n) for n in range(1, 400)})
    tmdb.slow = 0.02
    command = [sys.executable, "-c", PROGRAM]
    way = {**os.environ, "PYTHONPATH": str(ROOT)}
    going = subprocess.Popen(command, cwd=tmp_path, env=way, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while tmdb.asked.total() < 20:
        assert going.poll() is None, going.communicate()
        time.sleep(0.01)
    time.sleep(0.3)
    going.send_signal(signal.SIGINT)
    out, err = going.communicate(timeout=10)
    assert going.returncode == 130
    assert out == NOTICE + "\n"
    progress, line = err.splitlines()
    assert progress == "films: 399 ..."
    kept = int(line.removeprefix("stopped: ").partition(" ")[0])
    assert line == f"stopped: {kept} of 399 films are fetched and kept, run the same command again to go on"
    assert 0 < kept < 399
    assert sorted(file.name for file in tmp_path.iterdir()) == ["home"]
    assert max(tmdb.films_asked().values()) == 1
    asked = tmdb.asked.total()
    assert run("--ids", ",".join(map(str, range(1, kept + 1))), "--out", "tmdb.jsonl") == 0
    assert tmdb.asked.total() == asked, "what was said to be kept is"
