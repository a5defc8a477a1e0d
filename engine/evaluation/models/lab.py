"""Which models take part in a protocol, and the run of it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from engine.errors import EngineError
from engine.evaluation.models import few_table
from engine.evaluation.models.about import About
from engine.evaluation.models.cold import cold
from engine.evaluation.models.comparison import Comparison
from engine.evaluation.models.contest import Makers
from engine.evaluation.models.stars import stars
from engine.evaluation.models.top import top
from engine.models.learned import Opinions
from engine.models.learned.registry import MODELS, make
from index.progress import Progress, silent

READ = ("tf-idf", "embedding", "hybrid")
"""Models that cannot do without what is written of films."""
_NOTHING_TO_READ = "it reads, and there are no built films to read of: give a bundle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Protocol:
    """One way to compare models."""

    always: tuple[str, ...]  # rows of every table
    others: tuple[str, ...]  # rows when nothing else is wanted
    seeds: tuple[int, ...] = (0, 1, 2)
    about: str  # what it asks


_PLAIN = ("popularity", "item-knn", "ease")
PROTOCOLS: Mapping[str, Protocol] = {
    "stars": Protocol(
        always=("baseline", "knn-baseline", "svd"),
        others=("svd++", "bayes-factors", "stars-blend"),
        seeds=(0,),
        about="how near the stars are that a model predicts",
    ),
    "top": Protocol(
        always=_PLAIN,
        others=(
            "user-knn", "ials", "denoising-ease", "few-thumbs", "tf-idf", "embedding", "hybrid", "vae", "demographic"
        ),
        about="what lists of twenty films hold for people who gave half of their likes",
    ),
    "few": Protocol(
        always=_PLAIN,
        others=("item-knn+popularity", "ials", "denoising-ease", "denoising-ease+popularity", "few-thumbs"),
        about="how much of what people like is found after one, two, three, five, ten and twenty thumbs",
    ),
    "cold": Protocol(
        always=_PLAIN,
        others=("tf-idf", "embedding", "hybrid"),
        about="what becomes of films that nobody has rated yet, and of the others beside them",
    ),
}  # fmt: skip
"""By name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrants:
    """Who takes part."""

    makers: Makers
    left_out: Mapping[str, str]  # models that cannot, and why


def entrants(
    protocol: str,
    wanted: Sequence[str] = (),
    *,
    parameters: Mapping[str, Mapping[str, Any]] | None = None,
    reads: bool = True,
) -> Entrants:
    """The models of a table: those that stand in every one, then those that are wanted, or else all of the protocol.

    A wanted model may bring parameters: "item-knn:similarity=pearson". `parameters` are of models by their name, and
    hold for each row that says no other. Without `reads`, models that read are left out.

    Raises:
        EngineError: There is no such protocol; a wanted model is not known, takes no such parameters or cannot be made.

    """
    if protocol not in PROTOCOLS:
        raise EngineError(f"there is no protocol {protocol!r}: take one of {', '.join(PROTOCOLS)}")
    rules = PROTOCOLS[protocol]
    makers: dict[str, partial[Any]] = {}
    left_out: dict[str, str] = {}
    for row in dict.fromkeys((*rules.always, *(wanted or rules.others))):
        name, own = read(row)
        if name in READ and not reads:
            left_out[row] = _NOTHING_TO_READ
            continue
        maker = partial(make, name, **{**(parameters or {}).get(name, {}), **own})
        try:
            maker()
        except EngineError as missing:
            if row in wanted or row in rules.always:
                raise
            left_out[row] = str(missing)
            continue
        makers[row] = maker
    return Entrants(makers=makers, left_out=left_out)


def read(row: str) -> tuple[str, dict[str, Any]]:
    """Name and parameters of a row: "item-knn:similarity=pearson:shrinkage=50".

    Raises:
        EngineError: There is no such model, or a parameter has no value.

    """
    name, *said = row.split(":")
    if name not in MODELS:
        raise EngineError(f"there is no model {name!r}: take one of {', '.join(MODELS)}")
    pairs = [each.partition("=") for each in said]
    if any(not sign for _, sign, _ in pairs):
        raise EngineError(f"{row!r} holds a parameter without a value: write it as NAME:parameter=value")
    return name, {key: _value(value) for key, _, value in pairs}


def run(
    protocol: str,
    opinions: Opinions,
    taking_part: Entrants,
    seeds: Sequence[int],
    *,
    about: About | None = None,
    people: int = 1_000,
    dislikes: bool = False,
    tell: Progress = silent,
) -> Comparison:
    """One protocol over the opinions, whatever its name; raises what the protocol raises."""
    makers = taking_part.makers
    if protocol == "stars":
        found = stars(opinions, makers, seeds, about=about, tell=tell)
    elif protocol == "few":
        found = few_table.compare(opinions, makers, seeds, people=people, dislikes=dislikes, tell=tell)
    else:
        held = {"top": top, "cold": cold}[protocol]
        found = held(opinions, makers, seeds, about=about, people=people, dislikes=dislikes, tell=tell)
    facts = {
        "people": int(opinions.stars.shape[0]),
        "films": len(opinions.films),
        "ratings": int(opinions.stars.nnz),
        **found.facts,
    }
    return replace(found, facts=facts, left_out=taking_part.left_out)


def _value(said: str) -> Any:
    try:
        return json.loads(said)
    except ValueError:
        return said


def noted(found: Comparison, *, data: str, licence: str, made_up: bool, parameters: Mapping[str, Any]) -> Comparison:
    """A comparison that says what it was made of."""
    facts = {"data": data, "licence": licence, "made up": made_up, "parameters": dict(parameters), **found.facts}
    return replace(found, facts=facts)
