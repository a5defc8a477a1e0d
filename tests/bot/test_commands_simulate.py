"""`matinee simulate` on made-up ratings, from the command line to the report."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from bot import wiring
from bot.__main__ import main
from bot.playing.scene import House
from engine.models import training
from index.artefacts import Artefacts
from index.items import Items
from index.sources.ratings import Ratings

ROUNDS = ["round 1", "round 2"]


@pytest.fixture(scope="module")
def made_up(starter_bundle: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ratings") / "made-up.parquet"
    assert (
        main(["--bundle", str(starter_bundle), "mock-ratings", "--users", "80", "--seed", "3", "--out", str(path)]) == 0
    )
    return path


def told(capsys: pytest.CaptureFixture[str], bundle: Path, ratings: Path, *more: str) -> dict[str, Any]:
    given = ["--people", "3", "--rounds", "2", "--seeds", "0,1", "--fewest", "15", "--json", *more]
    capsys.readouterr()
    assert main(["--bundle", str(bundle), "simulate", "--ratings", str(ratings), *given]) == 0
    out, err = capsys.readouterr()
    assert "these ratings are made up: what follows is no evidence" in err
    found: dict[str, Any] = json.loads(out)
    return found


def test_both_rows_are_told_for_every_round_and_the_same_each_time(
    starter_bundle: Path, made_up: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = told(capsys, starter_bundle, made_up, "--all-films")
    assert list(found) == ["rated films", "all films"]
    for one in found.values():
        assert (one["n"], one["learned from"], list(one["ours"])) == (6, "nobody", ROUNDS)
        assert set(one["peers"]) == {
            "no thumbs",
            "no thumbs, same films left",
            "likes of the others",
            "fame as written",
            "by chance",
        }
        cards = [share * 30 for share in one["ours"].values()]  # in each round, of six chats
        assert cards == pytest.approx([round(liked) for liked in cards], abs=0.01)
    mine, all_films = (found[name]["ours"]["round 1"] for name in ("rated films", "all films"))
    assert mine > all_films
    again = told(capsys, starter_bundle, made_up)["rated films"]
    assert {**again, "seconds": 0} == {**found["rated films"], "seconds": 0}


def test_a_model_learns_from_those_who_are_not_played(
    starter_bundle: Path, made_up: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    learned: list[int] = []
    used: list[object] = []
    train, house_over = training.train, wiring.house_over

    def training_on(ratings: Sequence[Ratings]) -> Items:
        learned.append(ratings[0].table["user"].nunique())
        return train(ratings)

    def house_with(artefacts: Artefacts) -> House:
        used.append(artefacts.items)
        return house_over(artefacts)

    monkeypatch.setattr(training, "train", training_on)
    monkeypatch.setattr(wiring, "house_over", house_with)
    assert told(capsys, starter_bundle, made_up)["rated films"]["learned from"] == "nobody"
    assert (learned, used) == ([], [None, None])
    trained = told(capsys, starter_bundle, made_up, "--seeds", "0", "--train")["rated films"]
    assert trained["learned from"] == "the others"
    assert learned == [80 - 3]
    assert isinstance(used[-1], Items)


@pytest.mark.parametrize(
    ("given", "said"), [(["--seeds", "one"], "'one' are no seeds"), (["--fewest", "5000"], "nobody rated 5000 of")]
)
def test_what_cannot_be_played_is_said(
    starter_bundle: Path, made_up: Path, capsys: pytest.CaptureFixture[str], given: list[str], said: str
) -> None:
    assert main(["--bundle", str(starter_bundle), "simulate", "--ratings", str(made_up), *given]) == 2
    assert said in capsys.readouterr().err
