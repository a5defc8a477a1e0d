"""Text to vectors: an exported sentence encoder run by onnxruntime, so that serving never needs torch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index.errors import EncoderError

if TYPE_CHECKING:
    import onnxruntime
    import tokenizers

MAX_TOKENS = 256  # as all-MiniLM-L6-v2 was trained
MODEL_FILE = "model.onnx"
TOKENIZER_FILE = "tokenizer.json"


class Encoder:
    """Encodes texts to unit vectors.

    The exported graph pools and normalises, so that a dot product of two vectors is their cosine.
    """

    def __init__(self, session: onnxruntime.InferenceSession, tokenizer: tokenizers.Tokenizer) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self.dimensions = int(session.get_outputs()[0].shape[-1])

    @classmethod
    def open(cls, folder: Path, *, threads: int = 0) -> Encoder:
        """Load the encoder of an artefact folder; threads 0 leaves the choice to the runtime.

        Raises EncoderError when the folder holds no usable encoder.
        """
        import onnxruntime
        import tokenizers

        try:
            tokenizer = tokenizers.Tokenizer.from_file(str(folder / TOKENIZER_FILE))
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = threads
            options.log_severity_level = 3
            # The graph was optimised when it was exported.
            options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
            # Waiting threads sleep: a chat server is idle most of the time, and builds share their machine.
            options.add_session_config_entry("session.intra_op.allow_spinning", "0")
            session = onnxruntime.InferenceSession(
                str(folder / MODEL_FILE), options, providers=["CPUExecutionProvider"]
            )
        except Exception as broken:  # both libraries raise bare Exception subclasses of their own
            raise EncoderError(f"no text encoder in {folder}: build again with `matinee catalogue build`") from broken
        tokenizer.enable_truncation(MAX_TOKENS)
        tokenizer.no_padding()
        return cls(session, tokenizer)

    def encode(
        self, texts: Sequence[str], *, batch: int = 8, progress: Callable[[int], None] | None = None
    ) -> NDArray[np.float32]:
        """Encode texts to an array (len(texts), dimensions) of unit vectors; `progress` gets the number just done.

        Texts are batched by length, so that little is padded; the result does not depend on the batch.
        """
        vectors = np.empty((len(texts), self.dimensions), dtype=np.float32)
        encodings = self._tokenizer.encode_batch(list(texts))
        order = np.argsort([len(e.ids) for e in encodings], kind="stable")
        for start in range(0, len(order), batch):
            rows = order[start : start + batch]
            width = len(encodings[rows[-1]].ids)
            ids = np.zeros((len(rows), width), dtype=np.int64)
            mask = np.zeros((len(rows), width), dtype=np.int64)
            for i, row in enumerate(rows):
                tokens = encodings[row].ids
                ids[i, : len(tokens)] = tokens
                mask[i, : len(tokens)] = 1
            vectors[rows] = self._session.run(None, {"input_ids": ids, "attention_mask": mask})[0]
            if progress:
                progress(len(rows))
        return vectors
