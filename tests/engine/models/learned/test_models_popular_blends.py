"""Models of likes beside popularity, against the same sums by hand."""

from __future__ import annotations

import numpy as np
import pytest

from engine.models.learned.registry import make


@pytest.mark.parametrize(("name", "inner", "half"), [
    ("item-knn+popularity", {"name": "item-knn", "neighbours_kept": 1_000_000, "shrinkage": 0.0}, 3.0),
    ("denoising-ease+popularity", {"name": "denoising-ease"}, 1.0),
])  # fmt: skip
def test_the_model_says_more_the_more_a_person_likes(draw, name, inner, half):
    known = draw(3)
    blend, alone, popular = (
        make(name),
        make(inner["name"], **{k: v for k, v in inner.items() if k != "name"}),
        make("popularity"),
    )
    for model in (blend, alone, popular):
        model.fit(known)
    scores, own, theirs = (model.score(known) for model in (blend, alone, popular))
    likes = np.asarray(known.likes.sum(axis=1)).ravel()
    assert len(set(likes.tolist())) > 1
    for person, count in enumerate(likes):
        standard = [(row - row.mean()) / max(row.std(), 1e-9) for row in (own[person], theirs[person])]
        expected = count / (count + half) * standard[0] + half / (count + half) * standard[1]
        np.testing.assert_allclose(scores[person], expected, atol=1e-4)
