"""Scoring of requests by hand, and nothing but the text reaches the ranking."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from bot.front_terminal.cases import CaseError, read_cases
from engine.evaluation import NothingToMeasure, requests
from engine.evaluation.requests import Case, dialogue_text, scored
from engine.models import Films


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


def test_the_report_counts_ours_and_peers_on_the_same_cases(films: Films) -> None:
    imdb = films.catalogue.column("imdb")
    best = np.argsort(-np.array(films.catalogue.column("votes")), kind="stable")
    cases = [
        Case(id="a", text="one", relevant=(imdb[best[0]], imdb[best[15]])),
        Case(id="b", text="two", relevant=(imdb[best[700]],)),
    ]
    answers = {"one": [best[15]], "two": [best[3], best[700]]}

    def rank(text: str) -> list[int]:
        return [int(films.catalogue.tmdb[row]) for row in answers[text]]

    report = requests.evaluate(cases, films, rank)
    assert {name: score.value for name, score in report.ours.items()}["Hit@10"] == 1.0
    assert report.ours["R@10"].value == pytest.approx(0.75)
    assert report.peers["popularity"]["R@10"].value == pytest.approx(0.25)
    assert report.above["popularity"].value == pytest.approx(0.5)
    with pytest.raises(NothingToMeasure):
        requests.evaluate([], films, rank)


def test_only_the_text_is_seen_by_the_ranking(films: Films) -> None:
    seen: list[str] = []

    def rank(text: str) -> list[int]:
        seen.append(text)
        return []

    case = Case(id="a_1", text="heist", relevant=("tt1",), exclude=("tt2",))
    requests.evaluate([case, replace(case, relevant=(), exclude=())], films, rank)
    assert seen == ["heist", "heist"]


def test_turns_of_one_dialogue_are_one_unit(films: Films) -> None:
    votes = np.argsort(-np.array(films.catalogue.column("votes")), kind="stable")
    imdb = films.catalogue.column("imdb")[votes[0]]
    cases = [Case(id=f"d_{n}", text="x", relevant=(imdb,) if n else ("tt0",)) for n in range(3)]
    report = requests.evaluate([*cases, Case(id="e_0", text="x", relevant=("tt0",))], films, lambda text: [])
    assert report.peers["popularity"]["R@10"].value == pytest.approx(0.5)
    assert report.above["popularity"].value == pytest.approx(-(2 / 3 + 0) / 2)
    assert report.details["above is on"] == "R@10"


def test_both_forms_of_cases_are_read(tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    turns = [{"role": "seeker", "text": "hi"}]
    lines = [
        {"id": "1", "text": "heist", "relevant": ["tt1"], "exclude": ["tt2"]},
        {"id": "2_1", "turns": turns, "relevant": ["tt3"], "mentioned": ["tt4"]},
    ]
    path.write_text("\n\n".join(json.dumps(line) for line in lines))
    assert read_cases(path) == [
        Case(id="1", text="heist", relevant=("tt1",), exclude=("tt2",)),
        Case(id="2_1", text="hi", relevant=("tt3",), exclude=("tt4",)),
    ]
    path.write_text('{"id": "1"}')
    with pytest.raises(CaseError, match=r"cases\.jsonl:1: not a request"):
        read_cases(path)
