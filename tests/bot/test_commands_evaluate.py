"""`matinee evaluate` on invented films and files, from the command line to the page and the JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.front_terminal.cases import read_agreement, read_judgements
from bot.front_terminal.json_lines import LineError
from engine.evaluation.critiques import Judgement
from index.build import build

SCARY = {"barn": 0, "mill": 1, "well": 3, "crypt": 4}


def film(number: int, place: str) -> dict[str, object]:
    return {
        "tmdb": number,
        "imdb": f"tt{number:07}",
        "title": f"The {place.title()}",
        "year": 1990 + number,
        "genres": ["Horror" if SCARY[place] > 2 else "Comedy"],
        "overview": f"Two sisters inherit a {place} and spend the summer there.",
        "keywords": [place, "sisters", "summer"],
        "moods": {"scary": SCARY[place], "funny": 4 - SCARY[place]},
        "kin": [number % 4 + 1],
        "asks": [f"sisters in a {place}", f"summer at the {place}"],
    }


@pytest.fixture
def bundle(own_bundle: Path, tmp_path: Path) -> Path:
    """Four invented films, with the encoder of the starter."""
    path = tmp_path / "films.jsonl"
    path.write_text(
        "\n".join(json.dumps(film(number, place)) for number, place in enumerate(SCARY, 1)), encoding="utf-8"
    )
    build([path], own_bundle)
    return own_bundle


def run(capsys: pytest.CaptureFixture[str], bundle: Path, *arguments: str) -> str:
    assert main(["evaluate", *arguments, "--bundle", str(bundle), "--home", str(bundle.parent)]) == 0
    return capsys.readouterr().out


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


JUDGED = {
    "attribute": "scary",
    "reference": "tt0000002",
    "less": ["tt0000001"],
    "same": [],
    "more": ["tt0000004", "tt9"],
}


def test_critiques(capsys: pytest.CaptureFixture[str], bundle: Path, tmp_path: Path) -> None:
    cases = write(tmp_path / "cases.jsonl", f"{json.dumps(JUDGED)}\n\n")
    write(tmp_path / "cases_ceiling.json", '{"scary": 0.85, "odd": 0.2}')
    found = json.loads(run(capsys, bundle, "critiques", "--cases", str(cases), "--json"))
    assert found["n"] == 3
    assert found["ours"] == {"all": 1.0, "agreed": 1.0}
    assert set(found["peers"]) == {"phrase and document", "phrase and genres", "chance"}
    assert found["attributes"] == {"scary": 1.0}
    assert found["read as"] == {"scary": "more scary"}
    assert found["films"] == {"here": 3, "judged": 4}
    page = run(capsys, bundle, "critiques", "--cases", str(cases), "--by-hand")
    assert "3 pairs" in page
    assert "more scary" in page


def test_critiques_by_model_need_films_to_learn_from(
    capsys: pytest.CaptureFixture[str], bundle: Path, tmp_path: Path
) -> None:
    cases = write(tmp_path / "cases.jsonl", json.dumps(JUDGED | {"more": ["tt0000003", "tt0000004"]}))
    arguments = ["evaluate", "critiques", "--cases", str(cases), "--by-model", "--bundle", str(bundle)]
    assert main(arguments) == 2
    assert capsys.readouterr().err == "no film is left to learn moods from: give judgements of fewer films\n"


RATINGS = "userId,movieId,rating,timestamp\n7,10,4.0,1\n7,20,5.0,1\n7,30,3.5,1\n8,30,4.5,1\n8,50,5,1\n"
LINKS = "movieId,imdbId,tmdbId\n10,1,1\n20,2,2\n30,3,3\n50,5,\n"


def test_kinship(capsys: pytest.CaptureFixture[str], bundle: Path, tmp_path: Path) -> None:
    write(tmp_path / "ratings.csv", RATINGS)
    write(tmp_path / "links.csv", LINKS)
    found = json.loads(run(capsys, bundle, "kinship", "--ratings", str(tmp_path), "--json"))
    # One person likes two films, and all four films fit into the first twenty.
    assert (found["n"], found["pairs"], found["films"]) == (1, 2, 2)
    assert found["ours"] == {"Recall@20": 1.0}
    assert found["peers"]["random"] == {"Recall@20": 1.0}
    assert found["above"]["content alone"] == [0.0, 0.0, 0.0]
    assert "Recall@20" in run(capsys, bundle, "kinship", "--ratings", str(tmp_path))


def test_asks(capsys: pytest.CaptureFixture[str], bundle: Path) -> None:
    found = json.loads(run(capsys, bundle, "asks", "--json"))
    assert found["n"] == 8
    assert found["ours"] == {"R@10": 1.0}  # there are four films
    assert set(found["peers"]) == {"nearest overviews", "BM25 alone", "popularity"}
    assert found["by place"] == {"1": 1.0, "2": 1.0}
    assert json.loads(run(capsys, bundle, "asks", "--json")) == found


# Files


def test_judgements_are_read_as_they_stand(tmp_path: Path) -> None:
    path = write(tmp_path / "cases.jsonl", json.dumps(JUDGED))
    assert read_judgements(path) == [
        Judgement(attribute="scary", reference="tt0000002", less=("tt0000001",), more=("tt0000004", "tt9"))
    ]
    assert read_agreement(path) == {}


@pytest.mark.parametrize("line", ["[]", "{}", "nothing", '{"attribute": "x", "reference": "y", "less": 3}'])
def test_a_line_that_is_no_judgement_is_named(tmp_path: Path, line: str) -> None:
    path = write(tmp_path / "cases.jsonl", f"{json.dumps(JUDGED)}\n{line}\n")
    with pytest.raises(LineError, match=r"cases\.jsonl:2: not a judgement"):
        read_judgements(path)


def test_agreement_that_is_none_is_named(tmp_path: Path) -> None:
    write(tmp_path / "cases_ceiling.json", "[1]")
    with pytest.raises(LineError, match="not shares by attribute"):
        read_agreement(tmp_path / "cases.jsonl")
