"""The taste artefact: an item model beside the catalogue, replaced as a whole like it."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pandas as pd

from index.artefacts import activate, active, seal
from index.build.alone import alone
from index.items import Items
from index.sources.ratings import Ratings


def made(ratings: Sequence[Ratings]) -> dict[str, Any]:
    """What the manifest says of the ratings that a model was learned from."""
    state = hashlib.sha256()
    for each in ratings:
        state.update(pd.util.hash_pandas_object(each.table, index=False).to_numpy().tobytes())
    return {
        "ratings": sum(len(each.table) for each in ratings),
        "people": sum(int(each.table["user"].nunique()) for each in ratings),
        "data": state.hexdigest(),
        "licences": list(dict.fromkeys(each.licence for each in ratings)),
        "made up": any(each.made_up for each in ratings),
    }


def keep(items: Items, bundle: Path, how: Mapping[str, Any], *, use: bool = True) -> Path:
    """Write an item model into a bundle, and use it from now on unless told otherwise; returns its folder.

    Raises:
        NothingBuilt: The bundle has no catalogue yet.
        ArtefactError: Another build is at work.

    """
    state = hashlib.sha256()
    for f in fields(items):
        state.update(getattr(items, f.name).tobytes())
    with alone(bundle) as working:
        now = active(bundle)
        items.save(working / "items")
        seal(working, "taste", {**how, "films": len(items.films)})
        folder = bundle / f"taste-{state.hexdigest()[:12]}"
        shutil.rmtree(folder, ignore_errors=True)
        working.rename(folder)
        if use:
            activate(bundle, replace(now, taste=folder.name))
    return folder
