"""The commands over the starter films, as a person and a program see them."""

import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.wiring import open_house
from engine.request import Request
from index.artefacts import active

ROOT = Path(__file__).parents[2]
WISH = "something like Interstellar but funnier"


@pytest.fixture(scope="module")
def house(starter_bundle):
    return open_house(starter_bundle)


@pytest.fixture
def run(starter_bundle, tmp_path, monkeypatch, capsys):
    """Runs a command that must go well, and gives what it printed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")

    def run(*arguments):
        assert main(["--bundle", str(starter_bundle), "--home", str(tmp_path / "home"), *arguments]) == 0
        out, err = capsys.readouterr()
        assert err == ""
        return out

    return run


def replies(out):
    return [json.loads(line) for line in out.splitlines()]


def titles(reply):
    return [card["title"] for card in reply["cards"]]


def test_a_chat_in_json_deals_records_turns_and_takes_back(run):
    first, up, _, undone, third = replies(
        run("chat", "--json", "--say", WISH, "--say", "up", "--say", "2", "--say", "undo", "--say", "3")
    )
    assert first["fresh"]
    assert first["standing"] == "Like Interstellar, funnier"
    assert (len(first["cards"]), first["position"]) == (5, 0)
    assert "Interstellar" not in titles(first)
    assert (up["note"], up["fresh"], up["position"], up["deck"]) == ("Noted.", False, 1, first["deck"])
    assert titles(up)[0] == titles(first)[0]
    assert (undone["note"], undone["position"]) == ("Taken back.", 0)
    assert third["position"] == 2
    assert titles(third) == titles(undone)


def test_what_a_person_reads_is_what_the_json_says(run):
    (reply,) = replies(run("chat", "--json", "--say", WISH))
    lines = run("chat", "--say", WISH).splitlines()
    assert lines[0] == f"You      {WISH}"
    assert lines[1] == "Matinee  Like Interstellar, funnier"
    first = reply["cards"][0]
    assert f"       > 1  {first['title']} ({first['year']})" in lines
    whole = " ".join(" ".join(lines).split())  # long titles go over two lines
    for place, card in list(enumerate(reply["cards"], 1))[1:]:
        assert f" {place} {card['title']} ({card['year']}) " in whole
    assert lines[-2:] == ["         up · down · seen · next · why · more · 1-5 opens a card", ""]


def test_chats_go_on_where_they_were_and_are_kept_apart(run):
    run("chat", "--json", "--say", WISH)
    (here,) = replies(run("chat", "--json", "--say", "older"))
    (there,) = replies(run("chat", "--json", "--chat", "other", "--say", "why"))
    assert here["standing"].startswith("Like Interstellar, funnier, ")
    latest = int(here["standing"].removeprefix("Like Interstellar, funnier, ").removesuffix(" or earlier"))
    assert all(card["year"] <= latest for card in here["cards"])
    assert there["cards"] == []


def test_a_message_that_is_no_text_is_still_answered(run):
    (reply,) = replies(run("chat", "--json", "--chat", "\udcff", "--say", "a western \udcff"))
    assert "Western" in reply["cards"][0]["genres"]


def test_recommend_ranks_as_the_recommender_does(run, house):
    (answer,) = replies(run("recommend", "a western", "-n", "7", "--json"))
    found = house.recommender.recommend(house.parser.parse("a western"), count=7)
    assert [film["tmdb"] for film in answer["ranked"]] == [c.tmdb for c in found.candidates]
    assert [film["score"] for film in answer["ranked"]] == [round(c.score, 6) for c in found.candidates]
    movie = house.recommender.films.catalogue.movie(found.candidates[0].row)
    first = answer["ranked"][0]
    assert (first["imdb"], first["title"], first["year"]) == (movie.imdb, movie.title, movie.year)


def test_recommend_prints_a_numbered_list_without_an_open_card(run, house):
    out = run("recommend", "a western", "-n", "2")
    found = house.recommender.recommend(house.parser.parse("a western"), count=2)
    names = [house.recommender.films.catalogue.movie(c.row).name for c in found.candidates]
    assert f"         1  {names[0]}\n" in out
    assert f"         2  {names[1]}\n" in out
    assert ">" not in out


@pytest.mark.parametrize(("text", "said"), [("asdfgh", 'I can\'t place "asdfgh"'), ("", "Tell me a film you love")])
def test_recommend_says_when_it_is_no_wish(run, text, said):
    assert run("recommend", text).startswith(f"Matinee  {said}")
    assert replies(run("recommend", text, "--json")) == [{"ranked": []}]


def test_a_batch_is_answered_line_by_line_in_order(run, tmp_path):
    asked = [{"id": "z", "text": "a western"}, {"id": 7, "text": "asdfgh"}, {"id": "a", "text": "korean thriller"}]
    file = tmp_path / "asked.jsonl"
    file.write_text("\n\n".join(json.dumps(a) for a in asked) + "\n")
    answers = replies(run("recommend", "--batch", str(file), "-n", "3"))
    assert [a["id"] for a in answers] == ["z", 7, "a"]
    assert [len(a["ranked"]) for a in answers] == [3, 0, 3]
    for answer, one in zip(answers, asked, strict=True):
        assert replies(run("recommend", one["text"], "-n", "3", "--json")) == [{"ranked": answer["ranked"]}]
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("command", ["recommend", "parse"])
@pytest.mark.parametrize(
    "line", ['{"id": 1}', "not json", "[]", '{"id": 1, "text": 2}', '{"id": [], "text": "x"}', b"\xff"]
)
def test_a_bad_line_of_a_batch_is_named_before_anything_is_answered(command, line, starter_bundle, tmp_path, capsys):
    file = tmp_path / "asked.jsonl"
    file.write_bytes(b'{"id": 1, "text": "a western"}\n' + (line if isinstance(line, bytes) else line.encode()))
    assert main(["--bundle", str(starter_bundle), command, "--batch", str(file)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    form = '{"id": "1", "text": "..."}'
    assert err == f"{file}:2: not a request: write {form} on a line, the id as text or a whole number\n"


def test_parse_shows_the_request(run, house):
    text = "like Heat but much funnier, from the 90s, nothing gory"
    assert replies(run("parse", text, "--json")) == [json.loads(json.dumps(asdict(house.parser.parse(text))))]
    page = run("parse", text)
    assert page.splitlines()[0].startswith("Like Heat, much funnier")
    parts = [line.split(maxsplit=1) for line in page.splitlines()[2:]]
    assert ["act", "recommend"] in [[name, value.strip()] for name, value in parts]
    assert "1990 to 1999" in page
    assert set(json.loads(run("parse", text, "--json"))) == set(Request.__dataclass_fields__)


def test_a_batch_is_parsed_line_by_line_in_order(run, house, tmp_path):
    asked = [{"id": "z", "text": "like Heat but funnier"}, {"id": 7, "text": "hello"}, {"id": "a", "text": ""}]
    file = tmp_path / "asked.jsonl"
    file.write_text("\n\n".join(json.dumps(a) for a in asked) + "\n")
    answers = replies(run("parse", "--batch", str(file)))
    assert [a["id"] for a in answers] == ["z", 7, "a"]
    for answer, one in zip(answers, asked, strict=True):
        assert answer == {"id": one["id"], "request": json.loads(run("parse", one["text"], "--json"))}
    assert [a["request"]["act"] for a in answers] == ["recommend", "greet", "unclear"]
    assert answers[0]["request"]["critiques"][0]["axis"] == "funny"


def test_the_catalogue_says_what_it_holds_and_when_nothing_was_to_do(starter_bundle, run):
    folder = json.loads((starter_bundle / "active.json").read_text())["catalogue"]
    films = len(open_house(starter_bundle).recommender.films.catalogue)
    page = run("catalogue", "info")
    assert f"{films:,}" in page.splitlines()[0]
    assert folder in page
    assert "all-MiniLM-L6-v2" in page
    overview = next(line for line in page.splitlines() if line.startswith("overview"))
    assert "100%" in overview


def test_building_again_says_up_to_date(own_bundle, capsys):
    assert main(["catalogue", "build", "--out", str(own_bundle)]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0].startswith("starter: ")
    assert out[-1].startswith("up to date: ")


def test_the_demo_plays_its_messages_and_leaves_nothing(run, tmp_path):
    from bot.front_terminal.chat import demo_messages

    out = run("demo")
    said = [line.removeprefix("You      ") for line in out.splitlines() if line.startswith("You")]
    assert said == demo_messages()
    assert out.count("Matinee  Like Interstellar, funnier") == len(said)
    assert not (tmp_path / "home").exists()


def test_the_doctor_is_content_when_a_chat_works(run, starter_bundle):
    lines = [" ".join(line.split()) for line in run("doctor").splitlines()]
    for line in ("ok Database", "ok Encoder reads text as 384 numbers"):
        assert any(found.startswith(line) for found in lines)
    assert "missing" not in " ".join(lines)
    assert run("doctor", "--alive") == ""


def test_the_doctor_names_the_command_that_mends(tmp_path, capsys):
    where = ["--home", str(tmp_path / "home")]
    assert main([*where, "doctor"]) == 1
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    broken = [line[1] for line in lines if line[0] == "missing"]
    assert broken == ["Bundle", "Encoder"]
    assert ["matinee", "catalogue", "build"] in lines
    assert main([*where, "doctor", "--alive"]) == 1
    assert capsys.readouterr().err.startswith("nothing is built in ")


def test_a_damaged_set_is_not_alive(own_bundle, tmp_path, capsys):
    (own_bundle / active(own_bundle).catalogue / "movies.parquet").unlink()
    assert main(["--home", str(tmp_path), "--bundle", str(own_bundle), "doctor", "--alive"]) == 1
    assert "movies.parquet is missing" in capsys.readouterr().err


def test_piped_messages_are_a_chat_too_even_where_only_ascii_can_be_printed(starter_bundle, tmp_path):
    command = [sys.executable, "-m", "bot", "--bundle", str(starter_bundle), "--home", str(tmp_path), "chat"]
    ascii_only = os.environ | {"PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, input="a western\n\nup\n", capture_output=True, text=True, cwd=ROOT, env=ascii_only)
    assert (done.returncode, done.stderr) == (0, "")
    said = [line for line in done.stdout.splitlines() if line.startswith("You")]
    assert said == ["You      a western", "You      up"]
    assert "up ? down ? seen" in done.stdout
    assert "\x1b" not in done.stdout
    assert "Noted." in done.stdout
