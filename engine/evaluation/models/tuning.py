"""Looks for the parameters with which a model does best, on people whom no evaluation with the same seeds measures.

Needs optuna (extra [learn]), which keeps each trial in a storage: what was tried is not tried again.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import EngineError
from engine.evaluation.models import metrics, splits
from engine.evaluation.models.about import About
from engine.evaluation.models.few_table import held_out
from engine.evaluation.models.lab import PROTOCOLS, READ
from engine.evaluation.models.lists import MEASURES, TOP, scored
from engine.evaluation.models.stars import FOLDS, predictions
from engine.evaluation.models.top import FEWEST, ask
from engine.models.learned import Opinions
from engine.models.learned.registry import MODELS, make
from index.progress import Progress, silent

if TYPE_CHECKING:
    from optuna import Study, Trial
    from optuna.samplers import BaseSampler
    from optuna.storages import BaseStorage

SAMPLERS = ("tpe", "grid", "random")
_STEPS = 4  # of a range in a grid
_INNER = 1_000_003  # a seed that no evaluation draws by
_NAME = "tuning"
_STARS = {*PROTOCOLS["stars"].always, *PROTOCOLS["stars"].others}


class NothingToTune(EngineError):  # noqa: N818 (a plain state, said as one)
    """The model has no parameters to look for."""


class OtherStudy(EngineError):  # noqa: N818 (a plain state, said as one)
    """What was tried so far was tried on something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tuned:
    """The best that was found."""

    model: str
    parameters: Mapping[str, Any]
    measure: str
    value: float  # of the measure, on the people that were held back for tuning
    before: float | None  # the same with the model's own parameters; None where they were not tried
    trials: int  # in all, earlier ones too

    def plain(self) -> dict[str, Any]:
        """As plain JSON values."""
        return asdict(self)


def spaces() -> dict[str, dict[str, dict[str, Any]]]:
    """What may be tried, by model and parameter."""
    return tomllib.loads((Path(__file__).parent / "spaces.toml").read_text(encoding="utf-8"))


def space(model: str) -> dict[str, dict[str, Any]]:
    """What may be tried of one model; raises NothingToTune."""
    found = spaces()
    if model not in found:
        known = f"take one of {', '.join(found)}"
        why = "has nothing to tune" if model in MODELS else "is not known"
        raise NothingToTune(f"the model {model!r} {why}: {known}")
    return found[model]


def tune(
    model: str,
    opinions: Opinions,
    storage: BaseStorage,
    *,
    sampler: str = "tpe",
    trials: int = 30,
    seeds: Sequence[int] = (0, 1, 2),
    people: int = 1_000,
    about: About | None = None,
    tell: Progress = silent,
) -> Tuned:
    """Try parameters until `trials` of them are done, those of earlier runs over the same storage among them.

    A model of likes is tuned for Recall@20 of top-N, one of stars for RMSE. People whom `seeds` and `people` hold out
    in an evaluation are left out altogether; of the others some are held back to measure by. A grid ends when all of it
    was tried; the others begin with the model's own parameters.

    Raises:
        NothingToTune: The model has no parameters to look for.
        OtherStudy: The storage holds trials of another model, of other ratings, or by another sampler.
        NothingToMeasure: There are too few people.
        EngineError: The sampler is not known, or the model needs a bundle.

    """
    import optuna

    ranges = space(model)
    if sampler not in SAMPLERS:
        raise EngineError(f"there is no sampler {sampler!r}: take one of {', '.join(SAMPLERS)}")
    if model in READ and (about is None or about.traits is None):
        raise EngineError(f"the model {model!r} reads, and there are no built films to read of: give a bundle")
    optuna.logging.set_verbosity(optuna.logging.WARNING)
    lower = model in _STARS
    study = optuna.create_study(
        storage=storage, study_name=_NAME, direction="minimize" if lower else "maximize", load_if_exists=True
    )
    _same(study, {"model": model, "sampler": sampler, "seeds": list(seeds), "people": people, **_traces(opinions)})
    done = _finished(study)
    study.sampler = _sampler(sampler, ranges, done)
    if not done and sampler != "grid":
        study.enqueue_trial(_own(model, ranges))
    if sampler == "grid":
        trials = min(trials, int(np.prod([len(values) for values in grid(ranges).values()])))
    measured = _objective(model, opinions, seeds, people, about)
    for number in range(done, trials):
        tell("trials", number, trials)
        study.optimize(lambda trial: measured(_tried(trial, ranges)), n_trials=1)
    first = study.get_trials(states=(optuna.trial.TrialState.COMPLETE,))[0]
    return Tuned(
        model=model,
        parameters=study.best_params,
        measure="RMSE" if lower else MEASURES[0].name,
        value=study.best_value,
        before=first.value if sampler != "grid" else None,
        trials=_finished(study),
    )


def training_people(opinions: Opinions, seeds: Sequence[int], people: int) -> NDArray[np.int64]:
    """Rows of those whom no evaluation with these seeds and so many people holds out."""
    rows = np.arange(opinions.stars.shape[0])
    for seed in seeds:
        _, held = splits.by_person(opinions, people, seed, fewest=FEWEST)
        rows = np.setdiff1d(rows, np.union1d(held, held_out(opinions, seed, people)))
    return rows


def grid(ranges: Mapping[str, Mapping[str, Any]]) -> dict[str, list[Any]]:
    """What a grid tries of each parameter."""
    return {name: _points(told) for name, told in ranges.items()}


def _points(told: Mapping[str, Any]) -> list[Any]:
    if "choices" in told:
        return list(told["choices"])
    spaced = np.geomspace if told.get("log") else np.linspace
    points = spaced(told["low"], told["high"], told.get("steps", _STEPS)).tolist()
    return sorted({round(p) for p in points}) if isinstance(told["low"], int) else [float(f"{p:.4g}") for p in points]


def _objective(
    model: str, opinions: Opinions, seeds: Sequence[int], people: int, about: About | None
) -> Any:  # a function from parameters to a value
    inner = opinions.of(training_people(opinions, seeds, people))
    traits = about.traits if about else None
    if model in _STARS:
        held = splits.random(inner, FOLDS, _INNER)[0]

        def missed(parameters: Mapping[str, Any]) -> float:
            said = predictions(make(model, **parameters), inner, held, traits)
            return metrics.rmse(inner.stars.data[held], said)

        return missed
    asked = ask(inner, _INNER, people=people)
    wanted = asked.later.likes.toarray() > 0
    allowed = asked.given.stars.toarray() == 0

    def found(parameters: Mapping[str, Any]) -> float:
        learned = make(model, **parameters)
        learned.fit(asked.known, traits)
        columns = metrics.shown(scored(learned, asked.given), allowed, TOP)
        return float(np.nanmean(metrics.recall(metrics.hits(columns, wanted), wanted.sum(axis=1))))

    return found


def _tried(trial: Trial, ranges: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, told in ranges.items():
        if "choices" in told:
            found[name] = trial.suggest_categorical(name, told["choices"])
        elif isinstance(told["low"], int):
            found[name] = trial.suggest_int(name, told["low"], told["high"], log=told.get("log", False))
        else:
            found[name] = trial.suggest_float(name, told["low"], told["high"], log=told.get("log", False))
    return found


def _sampler(name: str, ranges: Mapping[str, Mapping[str, Any]], done: int) -> BaseSampler:
    """Seeded by how much is done: a run that goes on must not draw what the one before has drawn."""
    from optuna import samplers

    if name == "grid":
        return samplers.GridSampler(grid(ranges), seed=0)
    return samplers.RandomSampler(seed=done) if name == "random" else samplers.TPESampler(seed=done)


def _own(model: str, ranges: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters that a model has when it is given none."""
    import inspect

    defaults = inspect.signature(type(make(model))).parameters
    return {name: defaults[name].default for name in ranges}


def _traces(opinions: Opinions) -> dict[str, Any]:
    """What tells these opinions from others."""
    stars = opinions.stars
    return {"shape": list(stars.shape), "ratings": int(stars.nnz), "stars": float(stars.data.sum(dtype=float))}


def _same(study: Study, made_of: dict[str, Any]) -> None:
    before = study.user_attrs.get("made of")
    if before is None:
        study.set_user_attr("made of", made_of)
    elif before != made_of:
        other = ", ".join(name for name in made_of if before.get(name) != made_of[name])
        raise OtherStudy(f"this study was begun with another {other}: name a new file, or give what it was begun with")


def _finished(study: Study) -> int:
    from optuna.trial import TrialState

    return len(study.get_trials(deepcopy=False, states=(TrialState.COMPLETE,)))
