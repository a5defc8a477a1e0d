"""Which films are fetched: pages, changes, lists of ids, the daily list."""

from __future__ import annotations

import gzip
import http.server
import json
import threading
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from index.errors import SourceError
from index.sources import Report
from index.sources.tmdb import exports, lists
from tests.index.tmdb.standin import Answer


def quiet(what, done, total):
    pass


def paged(ids, per_page):
    """A list of TMDB's, as it answers a request for a page."""

    def answer(query):
        page = int(query["page"])
        here = ids[(page - 1) * per_page : page * per_page]
        results = [{"id": n, "adult": None} for n in here]
        pages = -(-len(ids) // per_page)
        return {"page": page, "results": results, "total_pages": pages, "total_results": len(ids)}

    return answer


def test_the_most_popular_come_page_by_page(tmdb, client):
    ids = list(range(1000, 900, -1))
    tmdb.lists["discover/movie"] = paged([*ids[:20], ids[19], *ids[20:]], 20)
    told = []
    found = lists.popular(client(), 45, lambda *step: told.append(step))
    assert found == ids[:45]
    assert told == [("pages", 1, 3), ("pages", 2, 3), ("pages", 3, 3)]
    asked = [{name: value for name, value in query.items() if name != "api_key"} for _, query in tmdb.queries]
    same = {"sort_by": "vote_count.desc", "include_adult": "false"}
    assert asked == [{**same, "page": "1"}, {**same, "page": "2"}, {**same, "page": "3"}]


def test_pages_end_where_tmdb_says(tmdb, client):
    tmdb.lists["discover/movie"] = paged([5, 6, 7], 2)
    assert lists.popular(client(), 45, quiet, order="popularity.desc") == [5, 6, 7]
    assert tmdb.asked["discover/movie"] == 2
    tmdb.lists["discover/movie"] = lambda query: {"results": [None, {"id": None}, {"id": 9}], "total_pages": None}
    assert lists.popular(client(), 46, quiet) == [9]


def test_pages_are_kept_for_a_day_so_that_a_second_run_sees_the_same_films(tmdb, client):
    tmdb.lists["discover/movie"] = paged([5, 6, 7], 2)
    assert lists.popular(client(), 3, quiet) == lists.popular(client(), 3, quiet) == [5, 6, 7]
    assert tmdb.asked["discover/movie"] == 2


def test_more_than_tmdb_lists_is_said_before_anything_is_asked(tmdb, client):
    with pytest.raises(SourceError, match=r"^TMDB lists no more than 10,000 films by popularity: for more, add --exp"):
        lists.popular(client(), 10_001, quiet)
    assert not tmdb.asked
    tmdb.lists["discover/movie"] = lambda query: {"results": [{"id": int(query["page"])}], "total_pages": 501}
    assert lists.popular(client(per_second=5000.0), 10_000, quiet) == list(range(1, 501))


def test_a_list_that_breaks_off_is_said(tmdb, client):
    tmdb.lists["discover/movie"] = paged([5, 6, 7], 2)
    tmdb.next["discover/movie"].extend([Answer(200, {"results": [{"id": 5}], "total_pages": 2}), *[Answer(502)] * 4])
    with pytest.raises(SourceError) as broken:
        lists.popular(client(), 3, quiet)
    assert str(broken.value) == (
        "TMDB's discover/movie ends at page 2 (an error of TMDB's (502)): run the same command again"
    )


def changes(by_day, asked):
    """TMDB's list of changes: a film a row, of at most 14 days."""

    def answer(query):
        first, last = date.fromisoformat(query["start_date"]), date.fromisoformat(query["end_date"])
        assert (last - first).days <= 14
        asked.append((first, last))
        days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        return paged([tmdb for day in days for tmdb in by_day.get(day, ())], 100)(query)

    return answer


def test_changes_are_asked_for_in_stretches_that_leave_no_day_out(tmdb, client):
    since, today = date(2024, 2, 20), date(2024, 4, 1)
    by_day = {since + timedelta(days=n): [n + 1, 500] for n in range(42)}
    asked = []
    tmdb.lists["movie/changes"] = changes(by_day, asked)
    found = lists.changed(client(), since, today, quiet)
    assert Counter(found) == Counter([*range(1, 43), 500])
    assert asked[0][0] == since
    assert asked[-1][1] == today
    assert all(later[0] <= earlier[1] for earlier, later in pairwise(asked))
    assert len(asked) == 5


def test_changes_of_today_are_asked_for_each_time(tmdb, client):
    asked = []
    tmdb.lists["movie/changes"] = changes({date(2024, 2, 20): [7]}, asked)
    ours = client()
    assert [lists.changed(ours, date(2024, 2, 20), date(2024, 2, 20), quiet) for _ in range(2)] == [[7], [7]]
    assert asked == [(date(2024, 2, 20), date(2024, 2, 20))] * 2
    with pytest.raises(SourceError, match=r"^nothing can have changed since 2024-02-21: that day is still to come$"):
        lists.changed(ours, date(2024, 2, 21), date(2024, 2, 20), quiet)


def test_so_many_changes_that_the_pages_would_end_are_asked_for_by_fewer_days(tmdb, client, monkeypatch):
    monkeypatch.setattr(lists, "PAGES", 3)
    since = date(2024, 2, 1)
    by_day = {since + timedelta(days=n): list(range(n * 150, n * 150 + 150)) for n in range(1, 12)}
    tmdb.lists["movie/changes"] = changes(by_day, [])
    found = lists.changed(client(), since, date(2024, 2, 12), quiet)
    assert sorted(found) == list(range(150, 12 * 150))


def test_ids_of_a_file(tmp_path):
    file, report = tmp_path / "ids.txt", Report(source="TMDB")
    file.write_bytes("\ufeff603\r\n\n# seen\n604 # the second\ntt0133093\n-1\n603\n".encode())
    assert lists.listed(file, report) == [603, 604, 603]
    assert (report.read, dict(report.dropped)) == (2, {"a line that is no TMDB id": 2})
    with pytest.raises(SourceError, match=r"gone\.txt cannot be read"):
        lists.listed(tmp_path / "gone.txt", report)


ROWS = [
    {"adult": False, "id": 11, "original_title": "a", "popularity": 1.5, "video": False},
    {"adult": True, "id": 12, "original_title": "b", "popularity": 99.0, "video": False},
    {"adult": False, "id": 13, "original_title": "c", "popularity": 20.25, "video": False},
    {"adult": False, "id": 14, "original_title": "d", "popularity": 50.0, "video": True},
    {"adult": None, "id": 15, "original_title": None, "popularity": None, "video": None},
    {"adult": False, "id": 13, "original_title": "c", "popularity": 20.25, "video": False},
    {"adult": False, "id": None, "popularity": 3.0},
]


def exported(path, rows=ROWS, more=b"not json\n\n[1]\n"):
    content = b"".join(json.dumps(row).encode() + b"\n" for row in rows) + more
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    return path


@pytest.mark.parametrize("name", ["movie_ids_05_15_2024.json.gz", "movie_ids_05_15_2024.json"])
def test_ids_of_the_daily_list_come_by_popularity_and_each_row_is_accounted_for(name, tmp_path):
    report = Report(source="TMDB")
    ids = exports.read(exported(tmp_path / name), report)
    assert ids == [13, 11, 15]
    assert dict(report.dropped) == {
        "adult by the list of ids": 1,
        "a video rather than a film by the list of ids": 1,
        "in the list of ids twice": 1,
        "a row of the list of ids without an id": 3,
    }
    assert report.read == 6
    report = Report(source="TMDB")
    assert exports.read(tmp_path / name, report, most=1) == [13]
    assert report.dropped["beyond the 1 most popular"] == 2


def test_a_daily_list_that_is_cut_off_is_said(tmp_path):
    file = exported(tmp_path / "ids.json.gz")
    file.write_bytes(file.read_bytes()[:-20])
    with pytest.raises(SourceError, match=r"ids\.json\.gz cannot be read \(.+\): download it again$"):
        exports.read(file, Report(source="TMDB"))
    with pytest.raises(SourceError, match=r"gone\.json cannot be read"):
        exports.read(tmp_path / "gone.json", Report(source="TMDB"))


@pytest.fixture
def files(tmp_path):
    """A server of files, which sends the first answer to a name only in part."""
    there, asked = {}, []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            name = self.path.rpartition("/")[2]
            asked.append(name)
            body = there.get(name, b"")
            self.send_response(200 if name in there else 404)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body[:10] if asked.count(name) == 1 else body)

        def log_message(self, *said):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/p/exports", there, asked
    server.shutdown()
    server.server_close()
    thread.join()


def test_the_newest_daily_list_is_downloaded_once(files, tmp_path):
    url, there, asked = files
    there["movie_ids_05_14_2024.json.gz"] = exported(tmp_path / "x.gz").read_bytes()
    now = datetime(2024, 5, 15, 6, 0, tzinfo=UTC)
    folder = tmp_path / "cache"
    path = exports.latest(folder, url=url, now=now)
    assert path == folder / "movie_ids_05_14_2024.json.gz"
    assert path.read_bytes() == there[path.name]
    assert asked == ["movie_ids_05_15_2024.json.gz", path.name, path.name]
    assert exports.latest(folder, url=url, now=now) == path
    assert asked[3:] == ["movie_ids_05_15_2024.json.gz"]
    assert [file.name for file in folder.iterdir()] == [path.name]


def test_a_daily_list_that_is_not_to_be_had_is_said(files, tmp_path):
    url, _, asked = files
    with pytest.raises(SourceError, match=r"has no list of the last 3 days: download one by hand and name it$"):
        exports.latest(tmp_path, url=url, now=datetime(2024, 5, 15, tzinfo=UTC))
    assert len(asked) == 3
    with pytest.raises(SourceError, match=r"cannot be downloaded \(ConnectionError\): look at the network$"):
        exports.latest(tmp_path, url="http://127.0.0.1:9")
