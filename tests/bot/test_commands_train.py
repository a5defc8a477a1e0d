"""`matinee train`: ratings in, a taste artefact in use, and what it was made of written down."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.__main__ import main
from index.artefacts import active, load, read_manifest


def test_training_on_made_up_ratings_is_taken_into_use(
    own_bundle: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--bundle", str(own_bundle), "--home", str(tmp_path)]
    ratings = tmp_path / "made-up.parquet"
    assert main([*where, "mock-ratings", "--users", "300", "--seed", "1", "--out", str(ratings)]) == 0
    before = active(own_bundle)
    assert main([*where, "train", "--ratings", str(ratings), "--keep-aside"]) == 0
    assert active(own_bundle) == before
    assert main([*where, "train", "--ratings", str(ratings)]) == 0
    now = active(own_bundle)
    assert now.catalogue == before.catalogue
    assert now.taste is not None
    made = read_manifest(own_bundle / now.taste).made
    assert (made["people"], made["made up"]) == (300, True)
    assert (made["model"], made["penalty"], made["dropout"]) == ("denoising EASE above a base", 5000.0, 0.99)
    assert made["metrics"]["people held out"] == 51
    assert 0 < made["metrics"]["popularity"] <= made["metrics"]["Recall@20 after 5 likes"] < 1
    artefacts = load(own_bundle)
    assert artefacts.items is not None
    assert set(artefacts.items.films.tolist()) <= set(artefacts.catalogue.tmdb.tolist())
    assert made["films"] == len(artefacts.items.films) > 100
    assert np.all(artefacts.items.weights > 0)
    assert capsys.readouterr().out.strip().endswith(now.taste)
