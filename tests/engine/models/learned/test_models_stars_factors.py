"""Factors: each step against scikit-learn, habits against a full decomposition, and planted tastes found again."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from engine.models.learned import Model, Opinions
from engine.models.learned.registry import make
from engine.models.learned.stars_baseline import Baseline
from engine.models.learned.stars_bayes import BayesFactors
from engine.models.learned.stars_blend import StarsBlend
from engine.models.learned.stars_factors import Svd
from engine.models.learned.stars_svdpp import SvdPlusPlus

FACTORS = {
    "svd": {"penalty": 2.0, "factors": 3},
    "svd++": {"penalty": 2.0, "factors": 3, "habits": 5},
    "bayes-factors": {"factors": 3, "habits": 5, "burn_in": 20, "samples": 40},
}


def planted(
    seed: int, *, people: int = 150, films: int = 60, ends: tuple[float, float] = (0.5, 5.0)
) -> tuple[Opinions, np.ndarray, np.ndarray]:
    """Opinions from two tastes and offsets, the stars that are true of everybody, and which places are not shown."""
    rng = np.random.default_rng(seed)
    true = 3.0 + rng.normal(0, 0.3, (people, 1)) + rng.normal(0, 0.4, films)
    true = np.clip(true + 0.7 * rng.normal(size=(people, 2)) @ rng.normal(size=(2, films)), *ends)
    shown = rng.random(true.shape) < 0.5
    noisy = np.clip(true + rng.normal(0, 0.1, true.shape), *ends)
    return Opinions(stars=csr_matrix((noisy * shown).astype(np.float32)), films=np.arange(films)), true, ~shown


def missed(scores: np.ndarray, true: np.ndarray, where: np.ndarray) -> float:
    return float(np.sqrt(np.mean((scores - true)[where] ** 2)))


def fitted(name: str, known: Opinions, **more: object) -> Model:
    model = make(name, **(FACTORS[name] | more))
    model.fit(known)
    return model


@pytest.mark.parametrize("name", FACTORS)
def test_planted_tastes_are_found_again_for_people_in_training_and_others(name: str) -> None:
    known, true, hidden = planted(0)
    baseline = Baseline()
    baseline.fit(known)
    assert missed(baseline.score(known), true, hidden) > 0.6
    first = known.of(np.arange(120))
    scores = fitted(name, first).score(known)
    assert missed(scores[:120], true[:120], hidden[:120]) < 0.25
    assert missed(scores[120:], true[120:], hidden[120:]) < 0.25  # strangers, placed by what they gave


@pytest.mark.parametrize("name", FACTORS)
def test_the_same_seed_gives_the_same_stars_and_another_seed_others(name: str) -> None:
    known, _, _ = planted(1, people=40, films=20)
    first = fitted(name, known, seed=3).score(known)
    assert np.array_equal(first, fitted(name, known, seed=3).score(known))
    assert not np.array_equal(first, fitted(name, known, seed=4).score(known))
    assert first.dtype == np.float32


@pytest.mark.parametrize("name", FACTORS)
def test_nobody_s_stars_depend_on_who_is_scored_with_them(name: str) -> None:
    known, _, _ = planted(2, people=40, films=20)
    model = fitted(name, known)
    rows = np.array([7, 3])
    np.testing.assert_allclose(model.score(known.of(rows)), model.score(known)[rows], atol=1e-5)


@pytest.mark.parametrize("name", FACTORS)
def test_who_gave_no_stars_gets_about_the_means_of_the_films(name: str) -> None:
    known, true, _ = planted(3)
    nobody = Opinions(stars=csr_matrix((1, 60), dtype=np.float32), films=known.films)
    np.testing.assert_allclose(fitted(name, known).score(nobody)[0], true.mean(axis=0), atol=0.25)


@pytest.mark.parametrize("name", FACTORS)
def test_a_film_without_stars_is_about_average_to_everybody(name: str) -> None:
    known, true, _ = planted(4)
    stars = known.stars.toarray()
    stars[:, 7] = 0
    scores = fitted(name, Opinions(stars=csr_matrix(stars), films=known.films)).score(known)
    assert scores[:, 7].mean() == pytest.approx(true.mean(), abs=0.25)
    assert scores[:, 7].std() < 0.5


@pytest.mark.parametrize("name", [*FACTORS, "baseline", "knn-baseline", "stars-blend"])
def test_without_any_stars_all_films_are_in_the_middle_and_with_stars_none_beyond_those_seen(name: str, draw) -> None:
    model = make(name, **FACTORS.get(name, {}))
    nothing = Opinions(stars=csr_matrix((3, 4), dtype=np.float32), films=np.arange(4))
    model.fit(nothing)
    assert model.score(nothing).tolist() == [[2.75] * 4] * 3
    known = draw(6)
    known.stars.data[:] = np.clip(known.stars.data, 2.0, 4.0)
    model.fit(known)
    scores = model.score(known)
    assert (scores.min() >= 2.0, scores.max() <= 4.0) == (True, True)


def test_more_rounds_never_fit_worse() -> None:
    """Each half of a round is the least of the same sum: squared error plus penalties, here without habits."""
    known, _, _ = planted(5, people=40, films=20)
    rows, columns = known.stars.nonzero()
    true = known.stars.toarray()[rows, columns]
    errors = []
    for rounds in (1, 3, 30):
        model = Svd(factors=2, penalty=0.01, to_offsets=0.01, rounds=rounds)
        model.fit(known)
        errors.append(missed(model.score(known)[rows, columns], true, np.ones(len(true), dtype=bool)))
    assert errors[0] > errors[1] > errors[2]
    assert errors[2] < 0.12


def test_choices_speak_where_stars_are_few() -> None:
    """Two crowds choose different films and agree on them; a newcomer's choice tells their crowd, its stars do not."""
    rng = np.random.default_rng(0)
    crowd = np.arange(200) % 2
    theirs = np.arange(40) % 2 == crowd[:, None]
    shown = rng.random(theirs.shape) < np.where(theirs, 0.5, 0.15)
    stars = np.where(theirs, 4.0, 2.0) + rng.normal(0, 0.3, theirs.shape)
    known = Opinions(stars=csr_matrix((stars * shown).astype(np.float32)), films=np.arange(40))
    newcomer = csr_matrix(np.where(np.isin(np.arange(40), (0, 2, 4)), known.stars.data.mean(), 0)[None])
    given = Opinions(stars=newcomer, films=known.films)

    def leaning(model: Svd) -> float:
        model.fit(known)
        scores = model.score(given)[0]
        return float(scores[6::2].mean() - scores[7::2].mean())

    assert leaning(SvdPlusPlus(factors=2, penalty=10.0, habits=5, to_habits=1.0)) > 1.0
    assert leaning(Svd(factors=2, penalty=10.0)) < 0.3

    # A new film is likewise known by who chose it.
    arrived = np.where(np.isin(np.arange(200), (0, 2, 4)), known.stars.data.mean(), 0)[:, None]
    more = Opinions(stars=csr_matrix(np.hstack([known.stars.toarray(), arrived])), films=np.arange(41))

    def divided(model: Svd) -> float:
        model.fit(more)
        scores = model.score(more)[6:, 40]
        return float(scores[0::2].mean() - scores[1::2].mean())

    assert divided(SvdPlusPlus(factors=2, penalty=10.0, habits=5, to_habits=1.0)) > 0.25
    assert divided(Svd(factors=2, penalty=10.0)) < 0.1


def test_bayes_finds_how_far_stars_scatter_by_chance() -> None:
    known, _, _ = planted(9, ends=(-99.0, 99.0))
    model = BayesFactors(factors=3, habits=5, burn_in=20, samples=20)
    model.fit(known)
    assert np.mean([1.0 / np.sqrt(sample.sureness) for sample in model._kept]) == pytest.approx(0.1, rel=0.15)


def test_what_bayes_scores_is_the_mean_over_its_samples() -> None:
    known, _, _ = planted(6, people=30, films=15)
    model = BayesFactors(factors=2, habits=3, burn_in=5, samples=4)
    model.fit(known)
    samples, scale = model._kept, model._scale
    traits = model._of_people.traits(known.stars)
    stars, expected = known.stars.toarray(), np.zeros((30, 15))
    for person in range(30):
        rated = np.flatnonzero(stars[person])
        for sample in samples:
            design = np.column_stack([np.ones(15), sample.films[:, 1:]])
            left = sample.people.precision + sample.sureness * design[rated].T @ design[rated]
            rest = stars[person, rated] - scale.mean - sample.films[rated, 0]
            towards = sample.people.average + traits[person] @ sample.people.weights
            right = sample.people.precision @ towards + sample.sureness * design[rated].T @ rest
            expected[person] += (scale.mean + sample.films[:, 0] + design @ np.linalg.solve(left, right)) / len(samples)
    np.testing.assert_allclose(model.score(known), np.clip(expected, scale.low, scale.high), atol=1e-4)


def test_a_blend_trusts_the_better_model_and_adds_up_what_its_models_say() -> None:
    known, true, _ = planted(7, people=80, films=40)
    model = StarsBlend(members=("baseline", "bayes-factors"))
    model.fit(known)
    assert model.weights[1] > 0.8
    assert abs(model.weights[0]) < 0.2
    mean = known.stars.data.astype(float).mean()
    total = np.full(true.shape, mean)
    for name, weight in zip(("baseline", "bayes-factors"), model.weights, strict=True):
        member = make(name)
        member.fit(known)
        total += weight * (member.score(known) - mean)
    ends = known.stars.data.min(), known.stars.data.max()
    np.testing.assert_allclose(model.score(known), np.clip(total, *ends), atol=1e-4)


def test_the_weights_of_a_blend_see_no_star_that_their_models_learned_from(monkeypatch) -> None:
    """The models behind the weights are fitted on, and given, the kept stars alone; those of the scores on all."""
    known, _, _ = planted(8, people=40, films=20)
    heard: list[tuple[str, int]] = []

    class Listening(Baseline):
        def fit(self, known: Opinions, traits: object = None) -> None:
            heard.append(("fit", known.stars.nnz))
            super().fit(replace(known))

        def score(self, given: Opinions) -> np.ndarray:
            heard.append(("score", given.stars.nnz))
            return super().score(given)

    monkeypatch.setattr("engine.models.learned.stars_blend.make", lambda name: Listening())
    StarsBlend(members=("a",), hidden=0.25).fit(known)
    (_, kept), (_, given), (_, everything) = heard
    assert (kept, everything) == (given, known.stars.nnz)
    assert kept / everything == pytest.approx(0.75, abs=0.05)
