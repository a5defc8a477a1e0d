"""Answer messages from standard input, a JSON string a line: what scripts/bench reply measures.

    answering.py matinee BUNDLE     with Matinee
    answering.py tutorial BUNDLE    with the tutorial bot, over the same films

Each answer is a line of JSON: the seconds it took, the seconds of its parts, and how many cards it has.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path += [str(ROOT), str(Path(__file__).resolve().parent)]

CARDS = 5

Answer = Callable[[str], int]
"""Answers a message and says how many cards it made."""


class Clock:
    """How long functions take, by part: seconds of their own, without those of other parts that they called."""

    def __init__(self) -> None:
        self.own: dict[str, float] = defaultdict(float)
        self._within = [0.0]  # seconds of wrapped calls inside each wrapped call that is running

    def wrap(self, part: str, owner: object, *names: str) -> None:
        """Put functions of a module, class or object under the clock."""
        for name in names:
            setattr(owner, name, self._timed(part, getattr(owner, name)))

    def _timed(self, part: str, plain: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(plain)
        def timed(*given: Any, **named: Any) -> Any:
            self._within.append(0.0)
            began = time.perf_counter()
            try:
                return plain(*given, **named)
            finally:
                took = time.perf_counter() - began
                self.own[part] += took - self._within.pop()
                self._within[-1] += took

        return timed


def matinee(bundle: Path, clock: Clock) -> Answer:
    """Matinee as a terminal uses it, its functions under the clock."""
    from bot import wording
    from bot.front_terminal.ranked import answer
    from bot.wiring import open_house
    from engine import ranking, reasons, recommend
    from engine import shortlist as shortlists
    from engine.parsing import Parser
    from index.catalogue import Catalogue
    from index.encoder import Encoder
    from index.lexical import Lexical
    from index.vectors import Vectors

    clock.wrap("encode", Encoder, "encode")
    clock.wrap("parse", Parser, "parse")
    house, say = open_house(bundle), wording.words()
    gc.freeze()  # as a running Matinee does
    films = house.recommender.films
    clock.wrap("shortlist, the rest", recommend, "shortlist")
    clock.wrap("masks of wishes", shortlists, "wishes")
    clock.wrap("evidence, the rest", shortlists, "evidence")
    clock.wrap("likeness by vectors", Vectors, "similarity", "search")
    clock.wrap("likeness by content", films.content, "near", "subject", "meaning", "nearest")
    clock.wrap("kinship", films.kinship, "near")
    clock.wrap("kinship", films.colikes, "near")
    clock.wrap("themes", films.themes, "strength")
    clock.wrap("words (BM25)", Lexical, "scores")
    clock.wrap("ranking", ranking, "score")
    clock.wrap("diversify", ranking, "diversify")
    clock.wrap("reasons", reasons, "explain")
    clock.wrap("reading films", Catalogue, "movie")
    clock.wrap("wording", wording, "card", "above", "standing")
    return lambda text: len(answer(house, text, CARDS, say).cards)


def tutorial(bundle: Path, clock: Clock) -> Answer:
    """The tutorial bot over the films and vectors of a bundle."""
    import faiss
    import pandas as pd
    import tutorial_bot
    from sentence_transformers import SentenceTransformer

    from index.artefacts import active
    from index.vectors import Vectors

    folder = bundle / active(bundle).catalogue
    columns = ["title", "year", "runtime", "genres", "overview"]
    films = pd.read_parquet(folder / "movies.parquet", columns=columns)
    clock.wrap("encode", SentenceTransformer, "encode")
    clock.wrap("search", faiss.IndexFlatIP, "search")
    answer = tutorial_bot.chat_over(Vectors.open(folder / "vectors.faiss").matrix, films)
    return lambda text: len(answer(text))


WAYS: dict[str, Callable[[Path, Clock], Answer]] = {"matinee": matinee, "tutorial": tutorial}


def serve(name: str, bundle: Path) -> None:
    """Answer until standard input ends."""
    clock = Clock()
    answer = WAYS[name](bundle, clock)
    for line in sys.stdin:
        text = json.loads(line)
        clock.own.clear()
        began = time.perf_counter()
        cards = answer(text)
        seconds = time.perf_counter() - began
        print(json.dumps({"seconds": seconds, "parts": clock.own, "cards": cards}), flush=True)


if __name__ == "__main__":
    serve(sys.argv[1], Path(sys.argv[2]))
