"""`matinee evaluate nights` on made-up ratings, from the command line to table and JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.__main__ import main


def test_a_table_for_people_and_json(capsys: pytest.CaptureFixture[str], starter_bundle: Path, tmp_path: Path) -> None:
    where = ["--bundle", str(starter_bundle), "--home", str(tmp_path)]
    assert main([*where, "mock-ratings", "--users", "150", "--seed", "1"]) == 0
    asked = ["evaluate", "nights", "--ratings", str(tmp_path / "mock-ratings.parquet"), "--groups", "2"]
    capsys.readouterr()
    assert main([*where, *asked, "--seeds", "0"]) == 0
    done = capsys.readouterr()
    assert "these ratings are made up" in done.err
    assert [line for line in done.out.splitlines() if line.endswith(":") and "groups" in line] == [
        "random groups:", "similar groups:", "divergent groups:", "all groups:",
    ]  # fmt: skip
    assert max(map(len, done.out.splitlines())) <= 100
    assert main([*where, *asked, "--seeds", "0,1", "--tuning", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["all groups"]["n"] == sum(found[f"{kind} groups"]["n"] for kind in ("random", "similar", "divergent"))
    assert list(found["all groups"]["ours"]) == ["minimum", "mean", "min/max", "nothing liked"]
    assert set(found["ten nights"]["peers"]) == {"without memory"}
    value, low, high = found["all groups"]["mean by that of"]["average"]
    assert low <= value <= high


def test_seeds_that_are_none_are_said_so(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "ratings.csv"
    path.write_text("", encoding="utf-8")
    assert main(["evaluate", "nights", "--ratings", str(path), "--seeds", "x"]) == 2
    assert "'x' are no seeds" in capsys.readouterr().err
