"""What holds for every model that learns from likes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from engine.errors import EngineError
from engine.models.learned.registry import MODELS, make

QUICK = {
    "popularity": {},
    "demographic": {},
    "item-knn": {"neighbours_kept": 5},
    "user-knn": {"neighbours_kept": 5},
    "ials": {"factors": 4, "regularisation": 0.1},
    "ease": {"penalty": 3.0},
    "denoising-ease": {"penalty": 3.0, "dropout": 0.5},
    "vae": {"hidden": 8, "latent": 4, "rounds": 3, "batch": 10},
    "tf-idf": {},
    "embedding": {},
    "hybrid": {"penalty": 3.0, "dropout": 0.5, "topics": 3},
}


@pytest.fixture(params=QUICK)
def learned(request, draw, traits_of_twelve):
    model = make(request.param, **QUICK[request.param])
    model.fit(draw(0), traits_of_twelve)
    return model


def test_scores_people_that_were_not_in_training_and_all_films(learned, draw):
    scores = learned.score(draw(9, people=3))
    assert scores.shape == (3, 12)
    assert scores.dtype == np.float32
    assert np.isfinite(scores).all()


def test_the_same_opinions_give_the_same_scores(learned, draw, traits_of_twelve):
    again = make(learned.name, **QUICK[learned.name])
    again.fit(draw(0), traits_of_twelve)
    assert np.array_equal(learned.score(draw(9)), again.score(draw(9)))


def test_a_person_is_scored_alone_as_in_company(learned, draw):
    given = draw(9, people=5)
    together = learned.score(given)
    assert np.allclose(learned.score(given.of(np.array([3]))), together[[3]], atol=1e-5)


def test_scoring_changes_nothing_of_what_is_given(learned, draw):
    given = draw(9, people=4)
    before = given.stars.toarray()
    learned.score(given)
    assert np.array_equal(given.stars.toarray(), before)


def test_people_without_opinions_are_all_alike(learned):
    scores = learned.score(_nobody(2))
    assert np.array_equal(scores[0], scores[1])
    if learned.name in {"item-knn", "user-knn", "ials", "ease", "denoising-ease", "tf-idf", "embedding", "hybrid"}:
        assert not scores.any()


def test_films_that_nobody_rates_do_no_harm(draw, traits_of_twelve):
    known = draw(0)
    empty = known.stars.toarray()
    empty[:, [2, 7]] = 0
    for name, parameters in QUICK.items():
        model = make(name, **parameters)
        model.fit(replace(known, stars=csr_matrix(empty)), traits_of_twelve)
        scores = model.score(draw(9))
        assert np.isfinite(scores).all(), name
        if name in {"popularity", "item-knn", "user-knn", "ease", "denoising-ease"}:
            assert not scores[:, [2, 7]].any(), name


def test_every_name_is_that_of_a_class():
    assert {name: make(name).name for name in MODELS} == {name: name for name in MODELS}
    assert set(QUICK) < set(MODELS)


def test_a_name_that_is_no_model_says_which_are():
    with pytest.raises(EngineError, match="there is no model 'magic': take one of popularity, demographic"):
        make("magic")


def test_a_parameter_that_is_none_is_said():
    with pytest.raises(EngineError, match=r"'ease' takes no such parameters: .*strength"):
        make("ease", strength=3)


@pytest.mark.parametrize("name", ["tf-idf", "embedding", "hybrid"])
def test_models_that_read_say_so(name, draw):
    with pytest.raises(EngineError, match=f"'{name}' reads what films are: give a bundle"):
        make(name).fit(draw(0))


def _nobody(people):
    from engine.models.learned import Opinions

    return Opinions(stars=csr_matrix((people, 12), dtype=np.float32), films=np.arange(12) * 10 + 7)
