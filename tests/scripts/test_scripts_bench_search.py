"""scripts/bench search: the films it makes are as it says, its truth is true, and it measures what it names."""

from __future__ import annotations

import sys

import numpy as np
import pytest


@pytest.fixture
def bench(load):
    return load("benchmarks/search.py")


def units(count, dimensions=32):
    matrix = np.random.default_rng(0).normal(size=(count, dimensions)).astype(np.float32)
    return matrix / np.linalg.norm(matrix, axis=1, keepdims=True)


def test_more_films_are_the_real_ones_again_with_noise(bench):
    real = units(100)
    matrix = bench.made(real, 250, 0.75, seed=1)
    np.testing.assert_allclose(np.linalg.norm(matrix, axis=1), 1, atol=1e-6)
    order = np.argmax(matrix[:100] @ real.T, axis=1)
    assert sorted(order) == list(range(100))
    np.testing.assert_array_equal(matrix[:100], real[order])
    cosine = (matrix[100:200] * matrix[:100]).sum(axis=1)
    assert cosine.max() < 0.95
    assert cosine.mean() == pytest.approx(0.8, abs=0.02)
    np.testing.assert_array_equal(matrix, bench.made(real, 250, 0.75, seed=1))
    np.testing.assert_array_equal(matrix[:30], bench.made(real, 30, 0.75, seed=1))


def test_masks_keep_their_share(bench):
    matrix = units(2000)
    masks = bench.masks(matrix, seed=1)
    assert {name: int(mask.sum()) for name, mask in masks.items()} == {
        "100%": 2000,
        "10%": 200,
        "1%": 20,
        "0.1%": 2,
        "10% alike": 200,
    }
    alike = np.flatnonzero(masks["10% alike"])
    assert any({*np.argsort(-matrix @ matrix[one])[:200].tolist()} == {*alike.tolist()} for one in alike)


def test_the_truth_is_brute_force_and_recall_a_share_of_it(bench, monkeypatch):
    monkeypatch.setattr(bench, "BLOCK", 70)
    matrix, queries = units(500), units(3)
    allowed = np.arange(500) % 2 == 0
    true = bench.nearest(matrix, queries, allowed)
    for query, rows in zip(queries, true, strict=True):
        expected = sorted(np.flatnonzero(allowed), key=lambda row: -float(matrix[row] @ query))[:20]
        assert {*rows.tolist()} == {*expected}
    found = [rows.tolist() for rows in true]
    assert bench.recall(true, found) == 1
    found[0] = [*found[0][:10], *range(1, 20, 2)]  # ten of them wrong
    assert bench.recall(true, found) == pytest.approx(1 - 0.5 / 3)
    assert bench.nearest(matrix, queries, np.arange(500) < 3).shape == (3, 3)


def test_it_prints_every_kind_and_mask(root, starter_bundle, call):
    search = root / "scripts" / "benchmarks" / "search.py"
    done = call(
        sys.executable,
        search,
        *("--bundle", starter_bundle, "--sizes", "300", "1500", "--queries", "5"),
        TERM="dumb",
    )
    assert done.returncode == 0, done.stderr
    rows = [line.split() for line in done.stdout.splitlines()]
    heads = [row for row in rows if row[-1:] and row[:1] in (["300"], ["1,500"])]
    assert [row[:2] for row in heads] == [["300", "flat,"], ["300", "sketch"], ["1,500", "flat,"], ["1,500", "sketch"]]
    flat, sketch = (float(row[-3]) for row in heads[2:])
    assert flat == pytest.approx(1500 * 384 * 4 / 1e6, abs=0.1)
    assert flat < sketch < 2 * flat
    recalls = [row[-1] for row in rows if row[:1] in (["100%"], ["10%"], ["1%"], ["0.1%"])]
    assert len(recalls) == 2 * 2 * 5
    assert {float(recall) for recall in recalls} == {1.0}
