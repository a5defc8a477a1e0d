"""Files in and out, and what others know of a film: taste with a picture, exports brought in, where to watch; whole."""

from __future__ import annotations

import asyncio
import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PIL import Image

from bot.front_telegram import uploads
from bot.watching import Places
from engine.request import Verdict
from index.sources.tmdb.notices import JUSTWATCH_NOTICE
from tests.conversations.conftest import dealt, film, title
from tests.conversations.test_telegram_desk import again, asked, tapped
from tests.index.tmdb.standin import KEY, Answer, serving
from tests.telegram_emulator.documents import Documents

UP, DOWN, SEEN = Verdict.UP, Verdict.DOWN, Verdict.SEEN
HEAD = "Date,Name,Year,Letterboxd URI,Rating\n"
RATED = """2020-01-01,Alien,1979,https://boxd.it/a,5
2020-01-02,Blade Runner,1982,https://boxd.it/b,4.5
2020-01-03,Arrival,2016,https://boxd.it/c,4
2020-01-04,Toy Story,1995,https://boxd.it/d,3
2020-01-05,Happy Gilmore,1996,https://boxd.it/e,1
2020-01-06,Never Made At All,2001,https://boxd.it/f,4
"""
DETAILS = Path(__file__).parents[1] / "index" / "tmdb" / "details.json"


async def sent(served, person, name, data, **more):
    await person.sends(name, data, **more)
    await served.settled()
    return served.telegram.last(person.private())


def zipped(**files):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("_", "."), data)
    return file.getvalue()


async def test_an_export_becomes_thumbs_and_seen_once(served, ann):
    said = await sent(served, ann, "ratings.csv", (HEAD + RATED).encode())
    assert said.text == (
        "From Letterboxd: 3 liked, 1 disliked, 1 more that you saw.\n"
        "I don't know Never Made At All (2001).\n"
        "5 of them are new to me, and count from now on."
    )
    names = {
        served.house.movie(tmdb).title: verdict for tmdb, verdict in (await served.verdicts(ann.private())).items()
    }
    assert names == {"Alien": UP, "Blade Runner": UP, "Arrival": UP, "Toy Story": SEEN, "Happy Gilmore": DOWN}
    said = await sent(served, ann, "letterboxd.zip", zipped(ratings_csv=HEAD + RATED))
    assert said.text.endswith("Nothing of it is new to me.")
    card = await dealt(served, ann, "like Alien")
    assert title(card).rsplit(" (", 1)[0] not in names


async def test_taste_says_what_the_thumbs_have_in_common_with_a_picture(served, ann):
    assert (await asked(served, ann, "/taste")).text.startswith("I know too little yet: 3 more 👍")
    await sent(served, ann, "ratings.csv", (HEAD + RATED).encode())
    told = await asked(served, ann, "/taste")
    lines = told.caption.split("\n")
    assert lines[0] == "From 3 films that you liked and 1 that you did not, beside all films:"
    assert "science fiction film" in told.caption
    assert "Ridley Scott: 2 of them, Alien and Blade Runner the latest." in lines
    with Image.open(io.BytesIO(told.photo.data)) as picture:
        assert picture.width == 1200
        colours = picture.convert("RGB").getcolors(maxcolors=10**6)
    share = {colour: count / (picture.width * picture.height) for count, colour in colours}
    assert 0.01 < share[0xC2, 0x51, 0x2F] < 0.5, "bars are drawn"
    assert 0.0005 < share[0x3D, 0x5A, 0x66] < 0.1, "and what is usual"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("notes.txt", b"hello"),
        ("ratings.csv", b"a;b\n1;2"),
        ("broken.zip", b"PK\x03\x04 and then nothing"),
        ("deep.json", b"[" * 200_000),
        ("rows.csv", (HEAD + "2020-01-01,Alien,1979,u,5\n" * 100_001).encode()),
        ("wide.csv", ("Const," + "x," * 50_000 + "\n" + "1\n" * 100).encode()),
    ],
    ids=["no export", "no known table", "broken", "deep", "too many rows", "too many columns"],
)
async def test_what_is_no_export_is_said_in_one_line(served, ann, name, data):
    said = await sent(served, ann, name, data)
    assert said.text.startswith("I can read what Letterboxd, IMDb and Trakt export")
    assert await served.verdicts(ann.private()) == {}


async def test_files_that_are_a_burden_are_turned_away(served, telegram, ann):
    large = "That file is too large: I take up to 8 MB. Send the zip as it came."
    assert (await sent(served, ann, "ratings.csv", b"x", size=uploads.MOST_BYTES + 1)).text == large
    assert telegram.transcript.of("getFile") == [], "not even fetched"
    assert (await sent(served, ann, "ratings.csv", b"x" * (uploads.MOST_BYTES + 1), size=5)).text == large
    bomb = zipped(**{f"ratings{n}_csv": HEAD + " " * 20_000_000 for n in range(3)})
    assert len(bomb) < 100_000
    assert (await sent(served, ann, "bomb.zip", bomb)).text.startswith("I can read what")
    many = zipped(**{f"a{n}_csv": "" for n in range(2_001)})
    assert (await sent(served, ann, "many.zip", many)).text.startswith("I can read what")
    assert await served.verdicts(ann.private()) == {}


async def test_a_file_is_fetched_again_when_the_network_stumbles(served, telegram, ann):
    telegram.fault("server error", "getFile")
    said = await sent(served, ann, "ratings.csv", (HEAD + RATED).encode())
    assert said.text.startswith("From Letterboxd: 3 liked")


async def test_a_file_that_telegram_does_not_have_is_said_once(served, telegram, ann):
    await ann.sends("ratings.csv", b"x")
    telegram.world.documents = Documents()
    await served.settled()
    assert telegram.last(ann.private()).text.startswith("I can read what Letterboxd")
    assert len(telegram.messages(ann.private(), of_bot=True)) == 1


async def test_a_file_in_a_group_is_no_ones_business(served, telegram, ann):
    group = telegram.group("Friday", [ann], bot_status="administrator")
    await ann.sends("ratings.csv", (HEAD + RATED).encode(), chat=group)
    await asyncio.sleep(0.5)
    assert telegram.messages(group, of_bot=True) == []


@pytest.fixture
def tmdb():
    with serving() as state:
        yield state


async def test_where_to_watch_is_said_for_the_country_and_asked_once(served, tmdb, ann, tmp_path):
    card = await dealt(served, ann)
    assert "📺 Where to watch" not in card.labels, "hidden without a key"
    places = Places(KEY, tmp_path, tmdb.url)
    await again(served, places=places)
    card = await dealt(served, ann)
    assert card.buttons[-1] == ["🔖 Save for later", "📺 Where to watch"]
    wanted = film(card)
    name = served.house.movie(wanted).name
    tmdb.films[wanted] = json.loads(DETAILS.read_text()) | {"id": wanted}
    await tapped(served, ann, "📺", card)
    said = served.telegram.last(ann.private())
    assert said.reply_to is card
    assert said.text == f"{name}: tell me your country, and I say where it can be watched."
    assert said.button("▶ Trailer")["url"] == "https://www.youtube.com/watch?v=dfeUzm6KF4g"
    await tapped(served, ann, "Say where I am", said)
    table = served.telegram.last(ann.private())
    await tapped(served, ann, "Denmark", table)
    assert "Country: Denmark" in table.text
    await tapped(served, ann, "📺", card)
    lines = served.telegram.last(ann.private()).text.split("\n")
    assert lines[0] == f"{name}, in Denmark:"
    assert "To rent: Apple TV and Blockbuster" in lines
    assert "To buy: Apple TV" in lines
    assert lines[-1] == JUSTWATCH_NOTICE
    assert tmdb.asked[f"movie/{wanted}"] == 1, "the answer is kept"
    await asked(served, ann, "/settings IS")
    await tapped(served, ann, "📺", card)
    assert served.telegram.last(ann.private()).text.startswith(f"{name}: nothing is known of a place in Iceland")


async def test_what_tmdb_does_not_know_or_say_is_said_so(served, tmdb, ann, tmp_path):
    await again(served, places=Places(KEY, tmp_path, tmdb.url))
    card = await dealt(served, ann)
    await tapped(served, ann, "📺", card)
    assert "I cannot find out where it can be watched" in served.telegram.last(ann.private()).text
    tmdb.next[f"movie/{film(card)}"].append(Answer(401, {}))
    await tapped(served, ann, "📺", card)
    assert "I cannot find out where it can be watched" in served.telegram.last(ann.private()).text


async def test_the_daily_round_forgets_who_was_away_too_long(served, telegram, ann):
    await dealt(served, ann)
    await tapped(served, ann, "👍", telegram.last(ann.private()))
    ben = telegram.person("Ben")
    await served.end()
    store = await served.open()
    async with store.turn() as memory:
        for table, column in (
            ("chats", "created_at"),
            ("people", "created_at"),
            ("feedback", "created_at"),
            ("sessions", "updated_at"),
        ):
            await memory.connection.exec_driver_sql(f"UPDATE {table} SET {column} = {column} - 100 * 86400")
    await store.close()
    served.more = {"retention_days": 99}
    await served.start()
    await dealt(served, ben, "a western")
    async with served.store.turn() as memory:
        counts = {
            table: (await memory.connection.exec_driver_sql(f"SELECT count(*) FROM {table}")).scalar_one()
            for table in ("chats", "people", "feedback", "sessions")
        }
    assert counts == {"chats": 1, "people": 1, "feedback": 0, "sessions": 1}, "Ben's alone"


async def test_cells_that_a_table_would_reckon_or_a_page_would_show_stay_words(served, telegram, ann):
    rows = '2020-01-01,=HYPERLINK("http://x.example";"Alien"),1979,u,5\n2020-01-02,<b>@SUM(1)</b> &amp;,1980,v,5\n'
    said = await sent(served, ann, "ratings.csv", (HEAD + rows.replace('"', "'")).encode())
    assert said.text.split("\n")[1] == (
        "I don't know =HYPERLINK('http://x.example';'Alien') (1979) and <b>@SUM(1)</b> &amp; (1980)."
    )
    assert [entity["type"] for entity in said.entities if entity["type"] in {"bold", "text_link"}] == []
    said = await sent(served, ann, "ratings.csv", (HEAD + f"2020-01-01,{'x' * 100_000},1979,u,5\n").encode())
    assert len(said.text) <= 4096
    assert await served.verdicts(ann.private()) == {}


async def test_pictures_come_from_one_host_or_are_drawn(served, telegram, active, ann):
    paths = iter(["//evil.example/a.jpg", "/../a.jpg", "@evil.example/a.jpg", "/good.jpg"] * 9)
    await served.end()
    served.movie = lambda number: replace(active.movie(number), poster_path=next(paths))
    await served.start()
    card = await dealt(served, ann)
    for _ in range(3):
        await tapped(served, ann, "▶", card)
    shown = [*telegram.transcript.of("sendPhoto"), *telegram.transcript.of("editMessageMedia")]
    assert len(shown) >= 4
    linked = [word for call in shown for word in re.findall(r"https?://[^\s'\"]+", str(call.parameters))]
    assert {urlsplit(each).hostname for each in linked} <= {"image.tmdb.org"}
