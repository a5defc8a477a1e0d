"""Offsets, the baseline and its neighbours against their definitions, solved or looped over in another way."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from engine.models.learned import Opinions
from engine.models.learned.offsets import Offsets, Scale
from engine.models.learned.stars_baseline import Baseline
from engine.models.learned.stars_knn import KnnBaseline, correlations


def solved(stars: np.ndarray, to_people: float, to_films: float) -> tuple[np.ndarray, np.ndarray]:
    """Offsets of people and films as one big least squares problem with the penalties as rows of their own."""
    people, films = stars.shape
    rows, columns = stars.nonzero()
    left = np.zeros((len(rows) + people + films, people + films))
    left[np.arange(len(rows)), rows] = left[np.arange(len(rows)), people + columns] = 1
    left[len(rows) :] = np.diag(np.sqrt([to_people] * people + [to_films] * films))
    values = stars[rows, columns]
    right = np.append(values - values.mean(), np.zeros(people + films))
    found = np.linalg.lstsq(left, right, rcond=None)[0]
    return found[:people], found[people:]


def test_offsets_solve_their_normal_equations(draw) -> None:
    given = draw(1)
    offsets = Offsets.of(given.stars, to_people=4.0, to_films=2.0, rounds=200)
    people, films = solved(given.stars.toarray().astype(float), 4.0, 2.0)
    np.testing.assert_allclose(offsets.films, films, atol=1e-8)
    np.testing.assert_allclose(offsets.people(given.stars), people, atol=1e-8)


def test_the_baseline_adds_mean_person_and_film_within_the_scale(draw) -> None:
    given = draw(2)
    model = Baseline(to_people=5.0, to_films=3.0)
    model.fit(given)
    people, films = solved(given.stars.toarray().astype(float), 5.0, 3.0)
    expected = np.clip(given.stars.data.mean() + people[:, None] + films, 0.5, 5.0)
    np.testing.assert_allclose(model.score(given), expected, atol=1e-4)
    assert model.score(given).dtype == np.float32


def test_what_is_left_is_what_the_offsets_do_not_expect(draw) -> None:
    stars = draw(3).stars
    offsets = Offsets.of(stars, to_people=1.0, to_films=1.0)
    left = offsets.rest(stars).toarray()
    rows, columns = stars.nonzero()
    np.testing.assert_allclose(left[rows, columns], (stars.toarray() - offsets.expected(stars))[rows, columns])
    assert not left[stars.toarray() == 0].any()


def test_the_scale_is_that_of_the_stars_seen() -> None:
    scale = Scale.of(csr_matrix(np.array([[2.0, 0, 4.0], [0, 3.5, 0]], dtype=np.float32)))
    assert (scale.mean, scale.low, scale.high) == (pytest.approx(9.5 / 3), 2.0, 4.0)
    assert scale.bounded(np.array([1.0, 3.0, 9.0])).tolist() == [2.0, 3.0, 4.0]


def correlation(rest: np.ndarray, have: np.ndarray, one: int, other: int, shrinkage: float) -> float:
    both = have[:, one] & have[:, other]
    x, y = rest[both, one], rest[both, other]
    if len(x) < 2:
        return 0.0
    return float(x @ y / np.sqrt((x @ x) * (y @ y)) * (len(x) - 1) / (len(x) - 1 + shrinkage))


@pytest.mark.parametrize("shrinkage", [0.0, 5.0])
def test_correlations_are_those_over_people_who_rated_both(draw, shrinkage: float) -> None:
    stars = draw(4, people=12, films=7, share=0.3).stars
    rest = Offsets.of(stars, to_people=1.0, to_films=1.0).rest(stars)
    have = stars.toarray() > 0
    found = correlations(rest, shrinkage)
    for one in range(7):
        for other in range(7):
            assert found[one, other] == pytest.approx(correlation(rest.toarray(), have, one, other, shrinkage))


def test_neighbours_say_how_others_of_a_person_differ_from_the_baseline(draw) -> None:
    known, given = draw(5, people=40, films=9), draw(6, people=5, films=9)
    model = KnnBaseline(shrinkage=3.0, power=1.5, doubt=0.2, to_people=2.0, to_films=1.0)
    model.fit(known)
    offsets = Offsets.of(known.stars, to_people=2.0, to_films=1.0)
    rest, have = offsets.rest(known.stars).toarray(), known.stars.toarray() > 0
    theirs, rated = offsets.rest(given.stars).toarray(), given.stars.toarray() > 0
    base, scores = offsets.expected(given.stars), model.score(given)
    for person in range(5):
        for film in range(9):
            others = [other for other in range(9) if other != film and rated[person, other]]
            weights = [max(correlation(rest, have, film, other, 3.0), 0.0) ** 1.5 for other in others]
            said = sum(w * theirs[person, other] for w, other in zip(weights, others, strict=True))
            expected = np.clip(base[person, film] + said / (sum(weights) + 0.2), 0.5, 5.0)
            assert scores[person, film] == pytest.approx(expected, abs=1e-5)


def test_nearest_films_come_best_first_with_their_likeness_and_never_the_film_itself(draw) -> None:
    known = draw(7, people=40, films=9)
    model = KnnBaseline(shrinkage=3.0, power=2.0, to_people=2.0, to_films=1.0)
    model.fit(known)
    rest = Offsets.of(known.stars, to_people=2.0, to_films=1.0).rest(known.stars).toarray()
    likeness = {o: correlation(rest, known.stars.toarray() > 0, 3, o, 3.0) for o in range(9) if o != 3}
    expected = sorted((o for o in likeness if likeness[o] > 0), key=lambda o: -likeness[o])
    columns, values = model.neighbours(3, 20)
    assert columns.tolist() == expected
    assert values.tolist() == pytest.approx([likeness[o] for o in expected], abs=1e-6)
    assert model.neighbours(3, 2)[0].tolist() == expected[:2]


@pytest.mark.parametrize("model", [Baseline(), KnnBaseline()])
def test_who_gave_no_stars_gets_the_films_offsets_and_a_film_without_stars_is_average(model, draw) -> None:
    known = draw(8, people=40, films=9)
    stars = known.stars.toarray()
    stars[:, 4] = 0
    model.fit(Opinions(stars=csr_matrix(stars), films=known.films))
    cold = model.score(Opinions(stars=csr_matrix((1, 9), dtype=np.float32), films=known.films))[0]
    offsets = Offsets.of(csr_matrix(stars), to_people=4.0, to_films=2.5)
    np.testing.assert_allclose(cold, offsets.mean + offsets.films, atol=1e-5)
    assert cold[4] == pytest.approx(stars[stars > 0].mean(), abs=1e-5)
