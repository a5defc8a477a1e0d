"""Searching vectors gives what numpy's brute force gives, whatever the mask; the file on disk is mapped, not read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import faiss
import numpy as np
import pytest

from index.errors import ArtefactError
from index.vectors import Vectors

FILMS, DIMENSIONS = 800, 16


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


MAPPED = """
import gc, sys
from pathlib import Path
import numpy as np
from index.vectors import Vectors

def anonymous():
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("RssAnon")) * 1024

path, before = Path(sys.argv[1]), anonymous()
matrix = Vectors.open(path).matrix  # the index is gone, its rows are not
gc.collect()
total = float(matrix.sum())  # touches every page
mapped = any(str(path) in line for line in open("/proc/self/smaps"))
print(mapped, anonymous() - before, total)
"""


@pytest.mark.skipif(not Path("/proc/self/smaps").exists(), reason="needs /proc/self/smaps")
def test_an_opened_file_is_mapped_and_not_copied(tmp_path):
    matrix = units(40_000, 256)
    path = tmp_path / "vectors.faiss"
    Vectors.build(matrix).save(path)
    assert path.stat().st_size > 40e6
    command = [sys.executable, "-c", MAPPED, str(path)]
    root = Path(__file__).parent.parent.parent
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)
    mapped, grown, total = done.stdout.split()
    assert mapped == "True"
    assert int(grown) < 4e6
    assert float(total) == pytest.approx(float(matrix.sum()), abs=0.1)


@pytest.mark.parametrize("kept", [0, 3, 24, 25, 31, 44, 45, 5000])
def test_a_file_that_was_cut_off_is_refused(tmp_path, kept):
    path = tmp_path / "vectors.faiss"
    Vectors.build(units(FILMS)).save(path)
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(ArtefactError, match=r"faiss cannot be read: build again with `matinee catalogue build`"):
        Vectors.open(path)


def test_what_is_no_flat_index_is_refused(tmp_path):
    path = tmp_path / "vectors.faiss"
    with pytest.raises(ArtefactError, match="cannot be read"):
        Vectors.open(path)
    path.write_text("not an index")
    with pytest.raises(ArtefactError, match="cannot be read"):
        Vectors.open(path)
    faiss.write_index(faiss.IndexHNSWFlat(DIMENSIONS, 8), str(path))
    with pytest.raises(ArtefactError, match="cannot be read"):
        Vectors.open(path)
