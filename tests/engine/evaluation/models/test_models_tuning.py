"""Tuning: what is tried, on whom, and how it goes on where it was."""

from __future__ import annotations

from inspect import signature

import pytest

pytest.importorskip("optuna", reason="tuning needs the extra [learn]")

from optuna.storages import JournalStorage
from optuna.storages.journal import JournalFileBackend

from engine.errors import EngineError
from engine.evaluation.models import metrics, splits, tuning
from engine.evaluation.models.few_table import held_out
from engine.evaluation.models.stars import predictions
from engine.evaluation.models.top import ask
from engine.models.learned.opinions import opinions
from engine.models.learned.registry import make
from index.sources import starter
from index.sources.ratings.mock import mock


@pytest.fixture(scope="module")
def people():
    return opinions(mock(starter.load()[0][:200], 160, 3))


@pytest.fixture
def storage(tmp_path):

    return lambda name="study": JournalStorage(JournalFileBackend(str(tmp_path / name)))


def test_every_space_is_of_parameters_that_its_model_takes():

    for model, ranges in tuning.spaces().items():
        taken = signature(type(make(model))).parameters
        for name, told in ranges.items():
            own = taken[name].default
            assert own in told["choices"] if "choices" in told else told["low"] <= own <= told["high"], (
                model,
                name,
            )


def test_a_grid_is_tried_once_and_the_best_of_it_is_found(people, storage):

    found = tuning.tune("baseline", people, storage(), sampler="grid", trials=99, people=10)
    grid = tuning.grid(tuning.space("baseline"))
    inner = people.of(tuning.training_people(people, (0, 1, 2), 10))
    held = splits.random(inner, 5, 1_000_003)[0]
    by_hand = {
        (a, b): metrics.rmse(
            inner.stars.data[held], predictions(make("baseline", to_people=a, to_films=b), inner, held, None)
        )
        for a in grid["to_people"]
        for b in grid["to_films"]
    }
    best = min(by_hand, key=by_hand.get)
    assert (found.parameters["to_people"], found.parameters["to_films"]) == best
    assert found.value == pytest.approx(by_hand[best])
    assert (found.trials, found.measure, found.before) == (16, "RMSE", None)


def test_a_study_goes_on_where_it_was_and_never_gets_worse_than_the_models_own(people, storage):

    first = tuning.tune("ease", people, storage(), sampler="random", trials=2, people=10)
    more = tuning.tune("ease", people, storage(), sampler="random", trials=4, people=10)
    assert (first.trials, more.trials) == (2, 4)
    assert more.before == first.before <= first.value <= more.value
    assert tuning.tune("ease", people, storage(), sampler="random", trials=3, people=10) == more
    with pytest.raises(tuning.OtherStudy, match="another people"):
        tuning.tune("ease", people, storage(), sampler="random", trials=4, people=11)
    with pytest.raises(tuning.OtherStudy, match="another ratings, stars"):
        tuning.tune("ease", people.where(people.stars.data > 1), storage(), sampler="random", trials=4, people=10)


def test_nobody_who_is_measured_is_tuned_on(people):

    rows = {*tuning.training_people(people, (0, 1), 10).tolist()}
    for seed in (0, 1):
        assert rows & {*ask(people, seed, people=10).people.tolist()} == set()
        assert rows & {*held_out(people, seed, 10).tolist()} == set()
    assert len(rows) >= 160 - 4 * 10


def test_what_cannot_be_tuned_is_said(people, storage):

    with pytest.raises(tuning.NothingToTune, match="has nothing to tune"):
        tuning.tune("popularity", people, storage())
    with pytest.raises(tuning.NothingToTune, match="is not known"):
        tuning.tune("nobody", people, storage())
    with pytest.raises(EngineError, match="no sampler 'luck'"):
        tuning.tune("ease", people, storage(), sampler="luck")
    with pytest.raises(EngineError, match="give a bundle"):
        tuning.tune("hybrid", people, storage())
