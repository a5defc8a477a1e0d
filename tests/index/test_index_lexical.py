"""BM25 as its formula gives it, computed here apart from the library; the same documents always give the same files."""

from __future__ import annotations

import math
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.errors import ArtefactError
from index.lexical import Lexical

ROOT = Path(__file__).parent.parent.parent
DOCUMENTS = ["red fox runs", "The red fox, and the red hen!", "blue hen sits on eggs", "fox"]
TOKENS = [["red", "fox", "run"], ["red", "fox", "red", "hen"], ["blue", "hen", "sit", "egg"], ["fox"]]


def bm25(documents, query, k1=1.5, b=0.75):
    """Lucene's variant: idf = ln(1 + (N - n + .5) / (n + .5)), and no factor k1 + 1 above the line."""
    mean = sum(map(len, documents)) / len(documents)
    scores = []
    for document in documents:
        score = 0.0
        for token in query:
            n = sum(token in other for other in documents)
            tf = document.count(token)
            idf = math.log(1 + (len(documents) - n + 0.5) / (n + 0.5))
            score += idf * tf / (tf + k1 * (1 - b + b * len(document) / mean))
        scores.append(score)
    return scores


def test_one_word_by_hand():
    # Of 4 documents, of 3 words on the average, 2 hold "red": idf ln(1 + 2.5 / 2.5). The first holds it once among 3
    # words, and the second twice among 4.
    idf = math.log(2)
    expected = [idf * 1 / (1 + 1.5), idf * 2 / (2 + 1.5 * (0.25 + 0.75 * 4 / 3)), 0, 0]
    np.testing.assert_allclose(Lexical.build(DOCUMENTS).scores("red"), expected, rtol=1e-6)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("red", ["red"]),
        ("a red, red hen", ["red", "red", "hen"]),  # a word said twice counts twice
        ("Running FOXES", ["run", "fox"]),  # stems and small letters
        ("the hen and zebras", ["hen"]),  # neither stop words nor strangers count
    ],
)
def test_scores_equal_the_formula(text, query):
    np.testing.assert_allclose(Lexical.build(DOCUMENTS).scores(text), bm25(TOKENS, query), rtol=1e-6)


def test_scores_equal_the_formula_on_many_documents():
    random = np.random.default_rng(4)
    words = [f"w{n}" for n in range(40)]
    chance = 1 / np.arange(1, 41)
    tokens = [list(random.choice(words, random.integers(1, 30), p=chance / chance.sum())) for _ in range(120)]
    lexical = Lexical.build([" ".join(some) for some in tokens])
    for query in (["w0"], ["w3", "w39", "w3"], words):
        np.testing.assert_allclose(lexical.scores(" ".join(query)), bm25(tokens, query), rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("text", ["", "   ", "zebra quagga", "the of and", "?!"])
def test_a_text_without_known_words_gives_zeros(text):
    assert Lexical.build(DOCUMENTS).scores(text).tolist() == [0.0, 0.0, 0.0, 0.0]


def test_saved_and_opened_it_scores_the_same(tmp_path):
    built = Lexical.build(DOCUMENTS)
    built.save(tmp_path / "lexical")
    opened = Lexical.open(tmp_path / "lexical")
    assert len(built) == len(opened) == 4
    for text in ("red fox", "blue", "zebra"):
        assert opened.scores(text).tolist() == built.scores(text).tolist()


def test_every_process_writes_the_same_bytes(tmp_path):
    code = "import sys, pathlib\nfrom index.lexical import Lexical\nLexical.build({}).save(pathlib.Path(sys.argv[1]))"
    for seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "-c", code.format(DOCUMENTS), str(tmp_path / seed)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT,
            check=True,
        )
    first, second = ({p.name: p.read_bytes() for p in (tmp_path / seed).iterdir()} for seed in ("1", "2"))
    assert first
    assert first == second


@pytest.mark.parametrize("name", ["data.npy", "indptr.npy", "indices.npy", "vocabulary.json"])
@pytest.mark.parametrize("damage", ["missing", "empty", "cut off", "garbled"])
def test_a_damaged_file_is_refused(tmp_path, name, damage):
    Lexical.build(DOCUMENTS).save(tmp_path)
    path = tmp_path / name
    whole = path.read_bytes()
    if damage == "missing":
        path.unlink()
    else:
        path.write_bytes({"empty": b"", "cut off": whole[:-2], "garbled": whole[:20] + b"\xff(" + whole[22:]}[damage])
    with pytest.raises(ArtefactError, match="cannot be read: build again with `matinee catalogue build`"):
        Lexical.open(tmp_path)
