"""Who takes part, and what several tables teach."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.errors import EngineError
from engine.evaluation.models import Comparison, lab
from engine.evaluation.models.about import About
from engine.evaluation.models.lessons import lessons, next_steps
from engine.models.learned.opinions import opinions
from engine.models.learned.registry import MODELS
from index.artefacts import Artefacts
from index.sources import starter
from index.sources.ratings.mock import mock


@pytest.fixture(scope="module")
def people():
    return opinions(mock(starter.load()[0][:200], 160, 3))


@pytest.mark.parametrize(("protocol", "rules"), lab.PROTOCOLS.items())
def test_every_row_of_a_protocol_is_a_model(protocol, rules):
    assert {*rules.always, *rules.others} <= MODELS.keys()
    assert set(rules.always) == (
        {"baseline", "knn-baseline", "svd"} if protocol == "stars" else {"popularity", "item-knn", "ease"}
    )


def test_the_plain_ones_are_always_there_and_parameters_reach_their_model():
    rows = ["user-knn:similarity=pearson:neighbours_kept=7", "user-knn", "item-knn"]
    tuned = {"user-knn": {"neighbours_kept": 9}, "ease": {"penalty": 50.0}}
    found = lab.entrants("top", rows, parameters=tuned)
    assert list(found.makers) == ["popularity", "item-knn", "ease", *rows[:2]]
    made = {row: maker() for row, maker in found.makers.items()}
    assert (made[rows[0]].similarity, made[rows[0]].neighbours_kept) == ("pearson", 7)
    assert made["user-knn"].neighbours_kept == 9
    assert made["ease"].penalty == 50.0
    assert found.left_out == {}


def test_what_reads_is_left_out_where_there_is_nothing_to_read():
    found = lab.entrants("cold", reads=False)
    assert list(found.makers) == ["popularity", "item-knn", "ease"]
    assert set(found.left_out) == {"tf-idf", "embedding", "hybrid"}
    assert all("bundle" in why for why in found.left_out.values())


def test_what_cannot_be_made_is_left_out_unless_it_was_wanted(monkeypatch):
    def make(name, **parameters):
        if name == "ials":
            raise EngineError("install it")

    monkeypatch.setattr(lab, "make", make)
    assert lab.entrants("few").left_out == {"ials": "install it"}
    with pytest.raises(EngineError, match="install it"):
        lab.entrants("few", ["ials"])


@pytest.mark.parametrize(
    ("protocol", "row", "said"),
    [
        ("most", "ease", "no protocol 'most'"),
        ("top", "best", "no model 'best'"),
        ("top", "ease:penalty", "parameter without a value"),
        ("top", "ease:strength=3", "takes no such parameters"),
    ],
)
def test_what_is_not_known_is_said(protocol, row, said):
    with pytest.raises(EngineError, match=said):
        lab.entrants(protocol, [row])


def test_what_is_known_of_films_stands_at_their_columns(artefacts: Artefacts):
    ids = np.array([artefacts.catalogue.tmdb[5], -999, artefacts.catalogue.tmdb[2]], dtype=np.int64)
    about = About.of(ids, artefacts)
    assert about.genres.tolist()[0] == artefacts.catalogue.genres[5].astype(float).tolist()
    assert about.genres[1].sum() == 0
    assert about.traits.vectors[2].tolist() == artefacts.vectors.matrix[2].tolist()
    assert about.votes is None  # the starter tells none


@pytest.mark.parametrize("protocol", ["top", "few", "cold"])
def test_protocols_run_by_name(protocol, people):
    found = lab.run(protocol, people, lab.entrants(protocol, ["denoising-ease"]), (0,), people=20)
    assert found.protocol == protocol
    assert found.facts["ratings"] == people.stars.nnz
    assert found.facts["people"] == 160
    assert list(found.rows)[:3] == ["popularity", "item-knn", "ease"]
    again = lab.run(protocol, people, lab.entrants(protocol, ["denoising-ease"]), (0,), people=20)
    assert again.plain()["rows"] == found.plain()["rows"]


def test_stars_run_by_name(people):
    found = lab.run("stars", people, lab.entrants("stars", ["baseline"]), (0,))
    assert list(found.rows) == ["baseline", "knn-baseline", "svd"]
    assert found.rows["baseline"]["RMSE"].value < np.std(people.stars.data)


def table(protocol, reference, rows, clear=0.05):
    """A comparison from values by model, by measure; differences of more than `clear` are clear."""
    names = list(next(iter(rows.values())))

    def apart(a, b):
        return {n: [a[n] - b[n], a[n] - b[n] - clear, a[n] - b[n] + clear] for n in names}

    best = max(rows, key=lambda model: rows[model][names[0]])
    return Comparison.of_plain({
        "protocol": protocol, "n": 5, "counted": "people",
        "measures": [{"name": n, "says": n, "better": 1} for n in names],
        "rows": {m: {n: [v] for n, v in row.items()} for m, row in rows.items()},
        "above": {
            o: {m: apart(row, rows[o]) for m, row in rows.items() if m != o} for o in dict.fromkeys((reference, best))
        },
        "seconds": {m: {"fit": 1, "score": 1} for m in rows}, "facts": {"seeds": [0]}, "left_out": {},
    })  # fmt: skip


def test_lessons_follow_from_the_figures():
    one, twenty = "Recall@20 after 1", "Recall@20 after 20"
    plain = {"mean": 0.3, one: 0.4, twenty: 0.2}
    few = table("few", "popularity", {"popularity": plain, "a": {"mean": 0.4, one: 0.1, twenty: 0.5}})
    said = lessons({"few": few})
    assert said[0].startswith("With 1 like given, a finds less than popularity")
    assert said[1] == "With 20 likes given, a clearly finds more."
    warm = "Recall@20 among the others"
    cold = table("cold", "popularity", {"popularity": {"R": 0.1, warm: 0.6}, "words": {"R": 0.5, warm: 0.2}})
    assert lessons({"cold": cold})[0].endswith("words rank them above chance.")
    assert "not best for the others" in lessons({"cold": cold})[1]
    chance = table("cold", "popularity", {"popularity": {"R": 0.1, warm: 0.6}, "words": {"R": 0.12, warm: 0.2}})
    assert lessons({"cold": chance}) == ["Nothing here ranks films without ratings better than by chance."]
    assert any("Join the model" in step for step in next_steps({"cold": cold}))
    assert next_steps({"few": few})[0] == "Run what is missing here: stars, top and cold."
    made_up = replace(few, facts={"made up": True, "seeds": [0]}, left_out={"vae": "no torch"})
    assert next_steps({"few": made_up})[0].startswith("Run the same commands on real ratings")
    assert "Bring in what was left out: vae." in next_steps({"few": made_up})
