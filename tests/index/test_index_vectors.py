"""Searching vectors gives what numpy's brute force gives, whatever the mask; the file on disk is mapped, not read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import faiss
import numpy as np
import pytest

from index.errors import ArtefactError
from index.vectors import EXACT_UP_TO, Vectors

FILMS, DIMENSIONS = 800, 16
MANY = 12_000  # so many that a mask of a hundredth of them still wants the sketch


def units(count, dimensions=DIMENSIONS, seed=0):
    matrix = np.random.default_rng(seed).normal(size=(count, dimensions)).astype(np.float32)
    return matrix / np.linalg.norm(matrix, axis=1, keepdims=True)


def brute(matrix, query, k, allowed=None):
    """Rows and cosines, best first, ties by row, in double precision."""
    similarity = matrix.astype(np.float64) @ query.astype(np.float64)
    rows = np.arange(len(matrix)) if allowed is None else np.flatnonzero(allowed)
    best = sorted(rows, key=lambda row: (-similarity[row], row))[:k]
    return best, similarity[best]


def mask(*rows, films=FILMS):
    allowed = np.zeros(films, dtype=bool)
    allowed[list(rows)] = True
    return allowed


SHARES = {"one in a hundred": 0.01, "a fifth": 0.2, "a third": 0.33, "most": 0.9, "all": 1.1}


@pytest.mark.parametrize("mapped", [False, True], ids=["in memory", "mapped"])
@pytest.mark.parametrize("share", [None, *SHARES.values()], ids=["no mask", *SHARES])
def test_search_equals_brute_force(tmp_path, mapped, share):
    matrix = units(FILMS)
    vectors = Vectors.build(matrix)
    if mapped:
        vectors.save(tmp_path / "vectors.faiss")
        vectors = Vectors.open(tmp_path / "vectors.faiss")
    for seed, k in ((1, 1), (2, 7), (3, 50)):
        query = units(1, seed=seed)[0]
        allowed = None if share is None else np.random.default_rng(seed).random(FILMS) < share
        hits = vectors.search(query, k, allowed)
        rows, similarity = brute(matrix, query, k, allowed)
        assert hits.rows.tolist() == rows
        np.testing.assert_allclose(hits.similarity, similarity, atol=1e-6)


@pytest.mark.parametrize("rows", [[], [799], [3, 500, 12]], ids=["none", "one", "three"])
def test_fewer_than_k_are_allowed(rows):
    matrix, query = units(FILMS), units(1, seed=5)[0]
    hits = Vectors.build(matrix).search(query, 10, mask(*rows))
    expected, similarity = brute(matrix, query, 10, mask(*rows))
    assert hits.rows.tolist() == expected
    np.testing.assert_allclose(hits.similarity, similarity, atol=1e-6)


def test_fewer_films_than_k():
    matrix, query = units(6), units(1, seed=5)[0]
    vectors = Vectors.build(matrix)
    for allowed in (None, mask(1, 2, 3, 4, 5, films=6), mask(4, films=6), mask(films=6)):
        assert vectors.search(query, 10, allowed).rows.tolist() == brute(matrix, query, 10, allowed)[0]


@pytest.mark.parametrize("share", ["none", "wide", "narrow"])
def test_of_equally_near_films_the_first_rows_are_found(share):
    matrix = units(FILMS)
    same = [5, 40, 41, 300, 799]
    matrix[same] = matrix[5]
    allowed = {"none": None, "wide": mask(*range(0, FILMS, 2), *same), "narrow": mask(*range(20), *same)}[share]
    hits = Vectors.build(matrix).search(matrix[5], 3, allowed)
    assert hits.rows.tolist() == [5, 40, 41]
    np.testing.assert_allclose(hits.similarity, 1.0, atol=1e-6)


def test_similarity_of_all_and_of_some_rows():
    matrix, query = units(FILMS), units(1, seed=9)[0]
    vectors = Vectors.build(matrix)
    np.testing.assert_allclose(vectors.similarity(query), matrix @ query, atol=1e-6)
    rows = np.array([700, 3, 3])
    np.testing.assert_allclose(vectors.similarity(query, rows), (matrix @ query)[rows], atol=1e-6)


@pytest.mark.parametrize(("processors", "alone"), [(1, 16), (2, 16), (3, 300), (2, 10_000)])
def test_rows_are_shared_out_to_processors_and_all_are_scored(monkeypatch, processors, alone):
    for name, value in (("_PROCESSORS", processors), ("_ALONE", alone)):
        monkeypatch.setattr(f"index.vectors.{name}", value)
    matrix, query = units(FILMS), units(1, seed=9)[0]
    np.testing.assert_allclose(Vectors.build(matrix).similarity(query), matrix @ query, atol=1e-6)


def test_saved_and_opened_it_holds_the_same_rows(tmp_path):
    matrix = units(FILMS)
    Vectors.build(matrix).save(tmp_path / "vectors.faiss")
    vectors = Vectors.open(tmp_path / "vectors.faiss")
    assert len(vectors) == FILMS
    np.testing.assert_array_equal(vectors.matrix, matrix)


def test_the_rows_cannot_be_written(tmp_path):
    Vectors.build(units(10)).save(tmp_path / "vectors.faiss")
    for vectors in (Vectors.build(units(10)), Vectors.open(tmp_path / "vectors.faiss")):
        with pytest.raises(ValueError, match="read-only"):
            vectors.matrix[0, 0] = 1.0


SKETCHED = {"no mask": None, "all": 1.1, "half": 0.5, "a tenth": 0.1}


@pytest.fixture(scope="module", params=["in memory", "mapped"])
def sketched(request, tmp_path_factory):
    """A sketch over films in some crowds, as real ones are, and their matrix."""
    dice = np.random.default_rng(7)
    matrix = units(60, 64)[dice.integers(60, size=MANY)] + 0.1 * dice.normal(size=(MANY, 64)).astype(np.float32)
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True)
    vectors = Vectors.build(matrix, exact_up_to=MANY - 1)
    if request.param == "mapped":
        path = tmp_path_factory.mktemp("sketched") / "vectors.faiss"
        vectors.save(path)
        vectors = Vectors.open(path)
    assert vectors.kind == "sketch"
    return vectors, matrix


def check_recall(vectors, matrix, allowed, k=20, least=0.99):
    """Recall against brute force over some queries; what is found is allowed, in order, with its true cosine."""
    recalls = []
    for seed in range(10):
        query = units(1, matrix.shape[1], seed=seed)[0] + matrix[seed]
        query /= np.linalg.norm(query)
        hits = vectors.search(query, k, allowed)
        rows, _ = brute(matrix, query, k, allowed)
        assert len(hits.rows) == len(rows) == len(set(hits.rows.tolist()))
        np.testing.assert_allclose(hits.similarity, matrix[hits.rows] @ query, atol=1e-6)
        assert (np.diff(hits.similarity) <= 0).all()
        assert allowed is None or allowed[hits.rows].all()
        recalls.append(len({*hits.rows.tolist()} & {*rows}) / len(rows))
    assert np.mean(recalls) >= least


@pytest.mark.parametrize("share", SKETCHED.values(), ids=SKETCHED)
@pytest.mark.parametrize("k", [1, 20, 60])
def test_a_sketch_finds_what_brute_force_finds(sketched, share, k):
    vectors, matrix = sketched
    allowed = None if share is None else np.random.default_rng(3).random(MANY) < share
    check_recall(vectors, matrix, allowed, k)


def test_a_sketch_finds_films_that_lie_far_from_the_query(sketched):
    """The tenth of the films that is least like the first one: where cells and graphs lose most."""
    vectors, matrix = sketched
    near = matrix @ matrix[0]
    check_recall(vectors, matrix, near < np.quantile(near, 0.1))


def test_a_sketch_looks_past_the_few_films_that_are_not_allowed(sketched):
    vectors, matrix = sketched
    nearest = brute(matrix, matrix[0], 5)[0]
    for gone in (nearest, nearest[:1]):  # more and fewer than are asked for
        check_recall(vectors, matrix, ~mask(*gone, films=MANY), 3)
        assert not {*gone} & {*vectors.search(matrix[0], 3, ~mask(*gone, films=MANY)).rows.tolist()}


@pytest.mark.parametrize("count", [0, 1, 7, 100, 399])
def test_over_a_sketch_narrow_masks_are_exact(sketched, count):
    vectors, matrix = sketched
    allowed = mask(*np.random.default_rng(count).permutation(MANY)[:count], films=MANY)
    query = units(1, 64, seed=5)[0]
    for k in (20, 500):  # 500: more than are allowed
        hits = vectors.search(query, k, allowed)
        rows, similarity = brute(matrix, query, k, allowed)
        assert hits.rows.tolist() == rows
        np.testing.assert_allclose(hits.similarity, similarity, atol=1e-6)


def test_what_lies_around_is_most_of_the_nearest(sketched):
    vectors, matrix = sketched
    query = units(1, 64, seed=5)[0]
    rows = vectors.around(query, 1500)
    assert len(rows) == len({*rows.tolist()}) == 1500
    assert len({*rows.tolist()} & {*brute(matrix, query, 1500)[0]}) > 1000
    assert {*Vectors.build(matrix[:500]).around(query, 20).tolist()} == {*brute(matrix[:500], query, 20)[0]}


def test_a_sketch_keeps_the_rows_and_scores_all_of_them(sketched):
    vectors, matrix = sketched
    assert len(vectors) == MANY
    np.testing.assert_array_equal(vectors.matrix, matrix)
    query = units(1, 64, seed=5)[0]
    np.testing.assert_allclose(vectors.similarity(query), matrix @ query, atol=1e-6)


def test_of_equally_near_films_a_sketch_finds_the_first_rows():
    matrix = units(MANY, 64)
    same = [5, 40, 41, 300, 11_999]
    matrix[same] = matrix[5]
    hits = Vectors.build(matrix, exact_up_to=100).search(matrix[5], 6)
    assert hits.rows[:5].tolist() == same


@pytest.mark.parametrize(("films", "kind"), [(FILMS - 1, "sketch"), (FILMS, "flat"), (FILMS + 1, "flat")])
def test_the_kind_goes_by_the_number_of_films(films, kind):
    assert Vectors.build(units(FILMS), exact_up_to=films).kind == kind


def test_the_starter_is_searched_exactly():
    assert EXACT_UP_TO == 20_000
    assert Vectors.build(units(FILMS)).kind == "flat"


def test_an_odd_number_of_dimensions_is_sketched_too():
    matrix = units(5000, 33)
    check_recall(Vectors.build(matrix, exact_up_to=100), matrix, None)


def test_a_query_of_other_dimensions_or_a_row_too_many_is_refused():
    vectors = Vectors.build(units(FILMS))
    with pytest.raises(ValueError, match=r"\(15,\) for vectors of 16"):
        vectors.similarity(units(1, 15)[0])
    for row in (FILMS, -1):
        with pytest.raises(IndexError, match="of 800 films"):
            vectors.similarity(units(1)[0], np.array([0, row]))


MAPPED = """
import gc, sys
from pathlib import Path
import numpy as np
from index.vectors import Vectors

def anonymous():
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("RssAnon")) * 1024

path, before = Path(sys.argv[1]), anonymous()
vectors = Vectors.open(path)
query = np.full(256, 1 / 16, dtype=np.float32)
for allowed in (None, np.arange(len(vectors)) % 2 == 0, np.arange(len(vectors)) < 2000):
    vectors.search(query, 20, allowed)
matrix = vectors.matrix
del vectors  # the index is gone, its rows are not
gc.collect()
total = float(matrix.sum())  # touches every page
mapped = any(str(path) in line for line in open("/proc/self/smaps"))
print(mapped, anonymous() - before, total)
"""


@pytest.mark.skipif(not Path("/proc/self/smaps").exists(), reason="needs /proc/self/smaps")
@pytest.mark.parametrize(("kind", "own"), [("flat", 4e6), ("sketch", 14e6)])  # the sketch's 5.5 MB are read
def test_an_opened_file_is_mapped_and_not_copied(tmp_path, kind, own):
    matrix = units(40_000, 256)
    path = tmp_path / "vectors.faiss"
    Vectors.build(matrix, exact_up_to=40_000 if kind == "flat" else 0).save(path)
    assert path.stat().st_size > 40e6
    command = [sys.executable, "-c", MAPPED, str(path)]
    root = Path(__file__).parent.parent.parent
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)
    mapped, grown, total = done.stdout.split()
    assert mapped == "True"
    assert int(grown) < own
    assert float(total) == pytest.approx(float(matrix.sum()), abs=0.1)


@pytest.mark.parametrize("kept", [0, 3, 15, 16, 24, 25, 31, 44, 45, 68, 459, 5000, -1])
@pytest.mark.parametrize("exact_up_to", [FILMS, 0], ids=["flat", "sketch"])
def test_a_file_that_was_cut_off_is_refused(tmp_path, kept, exact_up_to):
    path = tmp_path / "vectors.faiss"
    Vectors.build(units(FILMS), exact_up_to=exact_up_to).save(path)
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(ArtefactError, match=r"faiss cannot be read: build again with `matinee catalogue build`"):
        Vectors.open(path)


def test_what_is_neither_kind_of_index_is_refused(tmp_path):
    path = tmp_path / "vectors.faiss"
    with pytest.raises(ArtefactError, match="cannot be read"):
        Vectors.open(path)
    path.write_text("not an index")
    with pytest.raises(ArtefactError, match="cannot be read"):
        Vectors.open(path)
    faiss.write_index(faiss.IndexHNSWFlat(DIMENSIONS, 8), str(path))
    with pytest.raises(ArtefactError, match="cannot be read"):
        Vectors.open(path)
