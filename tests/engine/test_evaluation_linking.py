"""Films named in texts: counted by hand, and whole dialogues are read without their years."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.front_terminal.cases import read_named
from engine.evaluation import NothingToMeasure, linking
from engine.evaluation.requests import Case
from engine.models import Films
from engine.parsing import Parser
from index.artefacts import Artefacts


def test_precision_and_recall_are_over_all_texts_together() -> None:
    found = linking.measured([{"a", "b"}, set(), {"c"}], [{"a"}, {"d"}, {"c", "e"}])
    assert {name: score.value for name, score in found.items()} == pytest.approx(
        {"precision": 2 / 3, "recall": 2 / 4, "F1": 2 * (2 / 3) * 0.5 / (2 / 3 + 0.5)}
    )
    assert linking.measured([set()], [{"a"}])["F1"].value == 0.0


def test_a_text_is_read_as_typed_and_in_lower_case(films: Films, parser: Parser, artefacts: Artefacts) -> None:
    imdb = dict(zip((film.name for film in films.catalogue.movies()), films.catalogue.column("imdb"), strict=True))
    case = Case(
        id="1",
        text="Loved Interstellar and The Martian, not into Gravity",
        relevant=(),
        exclude=(imdb["Interstellar (2014)"], imdb["The Martian (2015)"], imdb["Gravity (2013)"]),
    )
    report = linking.evaluate([case], films, parser, artefacts.titles)
    assert report.n == 3
    assert {name: score.value for name, score in report.ours.items()} == {"precision": 1.0, "recall": 1.0, "F1": 1.0}
    assert report.peers["ours, in lower case"]["recall"].value >= 2 / 3
    assert report.details == {"share that the catalogue has": 1.0}
    stranger = Case(id="2", text="x", relevant=(), exclude=("tt99999999",))
    assert linking.evaluate([case, stranger], films, parser, artefacts.titles).details == {
        "share that the catalogue has": 0.75
    }
    with pytest.raises(NothingToMeasure):
        linking.evaluate([Case(id="1", text="x", relevant=())], films, parser, artefacts.titles)


def test_dialogues_are_read_whole_and_once(tmp_path: Path) -> None:
    path = tmp_path / "dialogues.jsonl"
    first = [{"role": "seeker", "text": "Like Heat (1995)?"}]
    both = [*first, {"role": "recommender", "text": "Ronin ( 1998 )"}]
    lines = [
        {"id": "7_1", "turns": first, "mentioned": ["tt1"], "relevant": ["tt2"]},
        {"id": "7_3", "turns": both, "mentioned": ["tt1", "tt2"], "relevant": []},
    ]
    path.write_text("\n".join(map(json.dumps, lines)))
    assert read_named(path) == [Case(id="7", text="Like Heat? Ronin", relevant=(), exclude=("tt1", "tt2"))]
