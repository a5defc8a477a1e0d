"""The starter catalogue is without faults, and the script that says so finds the faults that are planted."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

ROOT = Path(__file__).parent.parent.parent
DATA = ROOT.parent / "shared" / "data" / "tmdb"


def run(*arguments):
    command = [sys.executable, str(ROOT / "scripts" / "check_starter"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def check(monkeypatch):
    """The package behind the script."""
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    import starter_check.facts
    import starter_check.form

    return starter_check


@pytest.fixture(scope="module")
def raw():
    """All films of the starter as they stand in the files, by TMDB id."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "index" / "starter").glob("*.jsonl"))]
    return {film["tmdb"]: film for film in (json.loads(line) for text in texts for line in text.splitlines())}


def test_the_form_of_the_starter_has_no_fault(raw):
    done = run("--no-facts")
    assert (done.returncode, done.stderr) == (0, "")
    *_, last = done.stdout.splitlines()
    assert last == "0 faults"
    assert done.stdout.startswith(f"films {len(raw)}\ndecade ")


@pytest.mark.skipif(not DATA.exists(), reason="the public data does not lie beside the project")
def test_the_facts_of_the_starter_agree_with_public_data():
    done = run()
    assert [line for line in done.stdout.splitlines() if ": " in line] == []
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "0 faults")


def test_planted_faults_are_printed_a_line_each(tmp_path, raw):
    film = copy.deepcopy(raw[603])
    film["kin"][0] = 1
    film["moods"]["crunchy"] = 2
    path = tmp_path / "films.jsonl"
    path.write_text(f'{json.dumps(film)}\n{{"tmdb"\n[1]\n{{"tmdb": 5, "title": "Bare"}}\n', encoding="utf-8")
    (tmp_path / "list.tsv").write_text("\n".join(f"{tmdb}\t{raw[tmdb]['title']}" for tmdb in raw), encoding="utf-8")
    done = run(path, "--list", tmp_path / "list.tsv")
    assert done.returncode == 1
    assert done.stdout.splitlines()[:5] == [
        "films.jsonl:2: not JSON: Expecting ':' delimiter: line 1 column 8 (char 7)",
        "films.jsonl:3: not an object",
        "The Matrix (603): mood crunchy=2",
        "The Matrix (603): kin 1 is not in the catalogue",
        "Bare (5): no imdb",
    ]
    assert done.stdout.splitlines()[-1] == "5 faults"


FAULTS = {
    "imdb id 'tt12'": {"imdb": "tt12"},
    "unknown genre 'Noir'": {"genres": ["Noir"]},
    "certificate '15' (of ['G', 'NC-17', 'PG', 'PG-13', 'R'] or null)": {"certificate": "15"},
    "language 'English'": {"languages": ["English"]},
    "country 'us'": {"countries": ["us"]},
    "cast of 0": {"cast": []},
    "empty directors": {"directors": []},
    "fame 5": {"fame": 5},
    "fame 2.6": {"fame": 2.6},
    "acclaim -1": {"acclaim": -1},
    "overview has 3 words": {"overview": "Much too short."},
    "1 keywords": {"keywords": ["one"] * 9},
    "4 kin": {"kin": [11, 12, 13, 14]},
    "is its own kin": {"kin": [603, 11, 12, 13, 14]},
    "2 asks": {"asks": ["one", "two"]},
    "ask names the film: 'like The  Matrix, please'": {"asks": ["one", "two", "like The  Matrix, please"]},
    "unknown field rating": {"rating": 8},
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_of_form_is_told_alone(check, raw, fault):
    assert list(check.form.form({**raw[603], **FAULTS[fault]}, set(raw))) == [fault]


def test_an_anchor_must_score_as_its_axis_says(check, raw):
    name, axis = next(iter(check.AXES.items()))
    by_name = {f"{film['title']} ({film['year']})": film for film in raw.values()}
    most, least = by_name[axis["most"][0]], by_name[axis["least"][0]]
    most = {**most, "moods": {**most["moods"], name: 3}}
    least = {**least, "moods": {**least["moods"], name: 1}}
    assert list(check.form.form(most, set(raw))) == [f"{name} is 3, but it defines a 4"]
    assert list(check.form.form(least, set(raw))) == [f"{name} is 1, but it defines a 0"]


GOOD = {
    "id": 603,
    "imdb_id": "tt0133093",
    "title": "The Matrix",
    "original_title": "The Matrix",
    "release_date": "1999-03-30",
    "runtime": 136,
    "director": "Lana Wachowski|Lilly Wachowski",
    "overview": "",
}


@pytest.mark.parametrize(
    ("change", "faults"),
    [
        ({}, []),
        ({"release_date": "2000-01-01", "runtime": 139, "title": "Matrix"}, []),  # within what sources differ by
        ({"runtime": 0, "director": None, "release_date": None}, []),
        ({"imdb_id": "tt0000001"}, ["imdb id is tt0000001 there (films.csv.gz)"]),
        ({"release_date": "2001-01-01"}, ["year is 2001 there (films.csv.gz)"]),
        ({"runtime": 140}, ["runtime is 140 there, 136 here (films.csv.gz)"]),
        ({"director": "Somebody Else"}, ["director is Somebody Else there (films.csv.gz)"]),
        (
            {"title": "Another", "original_title": "Film"},
            ["title is Another / Film there (films.csv.gz)"],
        ),
        ({"original_title": "Released", "runtime": 1}, []),  # a row whose columns are shifted
    ],
)
def test_facts_that_disagree_are_told_once(check, raw, tmp_path, change, faults):
    pd.DataFrame([GOOD | change]).to_csv(tmp_path / "films.csv.gz", index=False)
    pd.DataFrame([GOOD | change]).to_csv(tmp_path / "more.csv.gz", index=False)
    assert [fault for _, fault in check.facts.facts([raw[603]], tmp_path)] == faults


def test_a_run_of_eight_words_from_a_public_overview_is_told(check, raw, tmp_path):
    words = raw[603]["overview"].split()
    for count, shared in ((7, False), (8, True)):
        text = f"Once upon a time, {' '.join(words[3 : 3 + count])} and then what."
        pd.DataFrame([{"id": 1, "overview": text}]).to_csv(tmp_path / "films.csv.gz", index=False)
        faults = [fault for _, fault in check.facts.facts([raw[603]], tmp_path)]
        assert [fault.startswith("shares a run of eight words with films.csv.gz") for fault in faults] == [
            True
        ] * shared


def test_an_exception_that_is_needed_no_longer_is_told(check, raw, tmp_path, monkeypatch):
    monkeypatch.setattr(check.facts, "EXCEPTIONS", {(603, "runtime")})
    pd.DataFrame([GOOD | {"runtime": 200}]).to_csv(tmp_path / "films.csv.gz", index=False)
    assert list(check.facts.facts([raw[603]], tmp_path)) == []
    pd.DataFrame([GOOD]).to_csv(tmp_path / "films.csv.gz", index=False)
    assert [fault for _, fault in check.facts.facts([raw[603]], tmp_path)] == [
        "the exception for runtime is not needed"
    ]
