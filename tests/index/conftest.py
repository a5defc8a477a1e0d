"""What the tests of the index share: films made up on the spot, and a text encoder that is small and fast."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from index.encoder import MODEL_FILE, TOKENIZER_FILE
from index.movie import Movie
from index.sources import starter

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def film() -> Callable[..., Movie]:
    """Make a film from what matters to a test."""

    def made(tmdb: int = 1, title: str = "Nobody's Harbour", **values: object) -> Movie:
        return Movie(tmdb=tmdb, title=title, **values)

    return made


@pytest.fixture(scope="session")
def starter_films() -> list[Movie]:
    return starter.load()[0]


@pytest.fixture(scope="session")
def tiny_encoder(tmp_path_factory: pytest.TempPathFactory, starter_films: list[Movie]) -> Path:
    """An encoder folder: the normalised mean of a fixed random vector of 24 numbers for each word of the starter."""
    onnx = pytest.importorskip("onnx", reason="making a model needs the extra [build]")
    tokenizers = pytest.importorskip("tokenizers")
    folder = tmp_path_factory.mktemp("tiny-encoder")
    words = sorted({w for m in starter_films for w in re.findall(r"\w+", m.document().lower())})
    tokenizer = tokenizers.Tokenizer(
        tokenizers.models.WordLevel({"[PAD]": 0, "[UNK]": 1, **{w: n for n, w in enumerate(words, 2)}}, "[UNK]")
    )
    tokenizer.normalizer = tokenizers.normalizers.Lowercase()
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    lead = tokenizers.processors.TemplateProcessing(single="[UNK] $A", special_tokens=[("[UNK]", 1)])
    tokenizer.post_processor = lead  # so that an empty text has a token, as it has in real encoders
    tokenizer.save(str(folder / TOKENIZER_FILE))
    _graph(onnx, folder / MODEL_FILE, len(words) + 2)
    return folder


def _graph(onnx, path: Path, words: int, dimensions: int = 24) -> None:
    helper, numpy_helper, kinds = onnx.helper, onnx.numpy_helper, onnx.TensorProto
    table = np.random.default_rng(7).normal(size=(words, dimensions)).astype(np.float32)
    constants = {
        "table": table,
        "last": np.array([-1], dtype=np.int64),
        "middle": np.array([1], dtype=np.int64),
    }
    nodes = [
        helper.make_node("Gather", ["table", "input_ids"], ["tokens"]),
        helper.make_node("Cast", ["attention_mask"], ["mask"], to=kinds.FLOAT),
        helper.make_node("Unsqueeze", ["mask", "last"], ["weights"]),
        helper.make_node("Mul", ["tokens", "weights"], ["kept"]),
        helper.make_node("ReduceSum", ["kept", "middle"], ["total"], keepdims=0),
        helper.make_node("LpNormalization", ["total"], ["sentence"], axis=1, p=2),
    ]
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info(n, kinds.INT64, ["batch", "tokens"]) for n in ("input_ids", "attention_mask")],
        [helper.make_tensor_value_info("sentence", kinds.FLOAT, ["batch", dimensions])],
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), str(path))
