"""Scoring of requests, by hand."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from bot.front_terminal.cases import read_cases
from bot.front_terminal.json_lines import LineError
from engine.evaluation import NothingToMeasure, Score, requests
from engine.evaluation.requests import Case, dialogue_text, scored


def test_named_films_are_taken_out_before_the_first_ten_are_looked_at() -> None:
    case = Case(id="1", text="", relevant=("c", "x", "z"), exclude=("a", "z"))
    ranked = ["a", "b", "c", None, *"defghij", "x", "y"]
    found = scored(ranked, case)
    # Without "a": b, c, None, d ... j are the first ten; c is second, x eleventh; z was named, so two are relevant.
    assert (found.hit, found.recall) == (1.0, 0.5)
    assert found.gain == pytest.approx((1 / np.log2(3)) / (1 + 1 / np.log2(3)))
    nothing = scored(["b"], case)
    assert (nothing.hit, nothing.recall, nothing.gain) == (0.0, 0.0, 0.0)


def test_a_dialogue_is_what_its_seeker_wrote_and_of_a_long_one_the_end() -> None:
    turns = [
        {"role": "seeker", "text": "one"},
        {"role": "recommender", "text": "no"},
        {"role": "seeker", "text": "two"},
    ]
    assert dialogue_text(turns) == "one two"
    assert dialogue_text([{"role": "seeker", "text": "x" * 2999 + "yz"}]) == "x" * 2998 + "yz"


def test_the_report_counts_ours_and_peers_on_the_same_cases() -> None:
    cases = [
        Case(id="a", text="one", relevant=("f15", "f0"), exclude=("f1",)),
        Case(id="b", text="two", relevant=("f30",)),
    ]
    ours = [["f1", "f15"], ["f3", "f30"]]
    popular = [f"f{place}" for place in range(60)]
    report = requests.evaluate(cases, ours, {"popularity": [popular, popular], "nothing": [[], []]})
    assert report.n == 2
    assert {name: score.value for name, score in report.ours.items()} == pytest.approx(
        {"Hit@10": 1.0, "R@10": 0.75, "NDCG@10": (1 / (1 + 1 / np.log2(3)) + 1 / np.log2(3)) / 2}
    )
    assert report.peers["popularity"]["R@10"].value == pytest.approx(0.25)
    assert report.above["popularity"].value == pytest.approx(0.5)
    assert report.details == {"above is on": "Hit@10", "answered in words": 0}
    assert requests.evaluate(cases, [[], ours[1]], {}).details["answered in words"] == 1
    with pytest.raises(NothingToMeasure):
        requests.evaluate([], [], {})


def test_a_part_that_is_taken_away_is_paired_with_ours_by_measure() -> None:
    cases = [Case(id=str(n), text="", relevant=("x", "y")) for n in range(4)]
    ours = [["x", "y"], ["x", "z"], ["z", "x"], ["z"]]
    less = [["x", "z"], ["x", "z"], ["z", "z"], ["z"]]
    found = requests.evaluate(cases, ours, {}, without={"fame": less, "kin": ours}).plain()["ablation"]
    assert list(found) == ["fame", "kin"]
    assert found["fame"]["Hit@10"] == 0.5
    assert found["fame"]["R@10"] == 0.25
    assert found["fame"]["above"]["R@10"][0] == 0.25  # 0.5 with it: the mean of 0.5, 0, 0.5 and 0 more
    low, high = found["fame"]["above"]["R@10"][1:]
    assert 0.0 <= low < 0.25 < high <= 0.5
    assert found["kin"]["above"] == {measure: [0.0, 0.0, 0.0] for measure in requests.MEASURES}


def test_turns_count_alike_and_intervals_are_over_dialogues() -> None:
    # Three turns of one dialogue are found and the one of another is not: whole dialogues are drawn, so that a drawn
    # set may hold nothing but hits or nothing but misses.
    cases = [*(Case(id=f"d_{n}", text="x", relevant=("a",)) for n in range(3)), Case(id="e_0", text="x", relevant=())]
    report = requests.evaluate(cases, [["a"]] * 4, {"nothing": [[]] * 4})
    assert report.ours["R@10"] == Score(value=0.75, low=0.0, high=1.0)
    assert report.above["nothing"] == Score(value=0.75, low=0.0, high=1.0)
    assert report.details["above is on"] == "R@10"


def test_a_dialogue_is_in_one_fold() -> None:
    units = np.array(["a", "b", "a", "c", "b", "b", "d"])
    values = np.array([1.0, 0.2, 1.0, 0.6, 0.2, 0.2, 0.4])
    folds = requests.by_fold(values, units, 4)
    assert sorted(folds.values()) == [0.2, 0.4, 0.6, 1.0]
    two = requests.by_fold(values, units, 2)
    named = {"a": (2.0, 2), "b": (0.6, 3), "c": (0.6, 1), "d": (0.4, 1)}
    means = {
        round((named[x][0] + named[y][0]) / (named[x][1] + named[y][1]), 4) for x in named for y in named if x != y
    }
    assert len(two) == 2
    assert set(two.values()) <= means
    assert requests.by_fold(values, units, 2) == two
    cases = [Case(id=f"{unit}_{place}", text="", relevant=("x",)) for place, unit in enumerate(units)]
    ours = [["x"] if unit == "a" else [] for unit in units]
    report = requests.evaluate(cases, ours, {}, folds=4)
    assert sorted(report.details["R@10 by fold"].values()) == [0.0, 0.0, 0.0, 1.0]


def test_both_forms_of_cases_are_read(tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    turns = [{"role": "seeker", "text": "hi"}]
    lines = [
        {"id": "1", "text": "heist", "relevant": ["tt1"], "exclude": ["tt2"]},
        {"id": "2_1", "turns": turns, "relevant": ["tt3"], "mentioned": ["tt4"]},
        {"id": 3, "text": "", "relevant": []},
    ]
    path.write_text("\n\n".join(json.dumps(line) for line in lines))
    assert read_cases(path) == [
        Case(id="1", text="heist", relevant=("tt1",), exclude=("tt2",)),
        Case(id="2_1", text="hi", relevant=("tt3",), exclude=("tt4",)),
        Case(id=3, text="", relevant=()),
    ]


@pytest.mark.parametrize("line", ['{"id": "1"}', '{"id": "1", "text": 2, "relevant": []}', "[]", "3", '{"turns": []}'])
def test_a_line_that_is_no_case_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_text(line)
    with pytest.raises(LineError, match=r"cases\.jsonl:1: not a request"):
        read_cases(path)
