"""All models by name, each imported when it is made."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import cast

from engine.errors import EngineError
from engine.models.learned import Model

MODELS = MappingProxyType(
    {
        "popularity": "popularity:Popularity",
        "demographic": "demographic:Demographic",
        "item-knn": "knn_items:ItemKnn",
        "item-knn+popularity": "popular_blends:ItemKnnAndPopularity",
        "user-knn": "knn_people:UserKnn",
        "ials": "implicit_factors:ImplicitFactors",
        "ease": "linear:Ease",
        "denoising-ease": "linear:DenoisingEase",
        "denoising-ease+popularity": "popular_blends:DenoisingEaseAndPopularity",
        "vae": "autoencoder:Autoencoder",
        "tf-idf": "words:Words",
        "embedding": "meanings:Meanings",
        "hybrid": "hybrid:Hybrid",
        "few-thumbs": "few_thumbs:FewThumbs",
        "baseline": "stars_baseline:Baseline",
        "knn-baseline": "stars_knn:KnnBaseline",
        "svd": "stars_factors:Svd",
        "svd++": "stars_svdpp:SvdPlusPlus",
        "bayes-factors": "stars_bayes:BayesFactors",
        "stars-blend": "stars_blend:StarsBlend",
    }
)
"""Names, and where in this folder the class of each is: "module:Class"."""


def make(name: str, **parameters: object) -> Model:
    """A model that has learned nothing yet.

    Raises:
        EngineError: There is no model of this name, it has no such parameter, or it needs an extra that is missing.

    """
    if name not in MODELS:
        raise EngineError(f"there is no model {name!r}: take one of {', '.join(MODELS)}")
    module, _, kind = MODELS[name].partition(":")
    made = getattr(import_module(f"{__package__}.{module}"), kind)
    try:
        return cast("Model", made(**parameters))
    except TypeError as wrong:
        raise EngineError(f"the model {name!r} takes no such parameters: {wrong}") from wrong
