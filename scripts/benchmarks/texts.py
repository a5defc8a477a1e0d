"""Messages for benchmarks, made from a seed: what the tests' phrases and the starter's asks say, joined, naming films.

The texts of one call differ, and no film is put into one again before all were, so that little that is kept of one
message helps with another. (The phrases name some films of their own, the same ones again and again, as people do.)
"""

from __future__ import annotations

import random
import re
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, count, islice
from pathlib import Path
from string import ascii_letters

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402

from index.catalogue import Catalogue  # noqa: E402
from index.sources import starter  # noqa: E402

PHRASES = ROOT / "tests" / "phrases"
POST = (50, 150)  # words, as people write in forums: more often few than many
TOLD = 0.7  # the share of sentences of posts among the sentences of a made post
LONG = 10_000  # characters
SCRIPTS = ((0xC0, 0x6FF), (0x300, 0x36F), (0x4E00, 0x9FFF), (0x2000, 0x2BFF), (0x1F300, 0x1FAFF))
"""Letters of other alphabets, marks that stand alone, Chinese, signs, emoji."""
NAMING = (
    "something like {} but funnier",
    "I loved {} and {}, what next?",
    "We watched {} last week and it was great",
    "not {} again please",
    "{}, {} and {} are my favourites",
    "{} meets {}",
    "more films like {}",
    "anything darker than {}",
)
_SENTENCE = re.compile(r"(?<=[.?!]) +")
_ENDED = re.compile(r"[.?!]$")


def best_known(catalogue: Catalogue, most: int = 3_000) -> list[str]:
    """Titles of the films that people are most likely to name."""
    titles = catalogue.column("title")
    return [titles[row] for row in np.argsort(-catalogue.fame, kind="stable")[:most]]


def phrases() -> list[str]:
    """What the tests of understanding say in a line, where that is a wish by itself."""
    # A greeting, or a person in need, would end the reading of all the rest.
    paths = [path for path in sorted(PHRASES.glob("*.toml")) if path.stem not in {"acts", "posts"}]
    return list(dict.fromkeys(text for path in paths for text in _texts(path)))


def told() -> list[str]:
    """The sentences of whole posts: what is wanted, and what is told besides."""
    return [sentence for post in _texts(PHRASES / "posts.toml") for sentence in _SENTENCE.split(post)]


def _texts(path: Path) -> list[str]:
    found = tomllib.loads(path.read_text(encoding="utf-8")).get("phrase", [])
    return [phrase["text"] for phrase in found if "after" not in phrase]


def asks() -> list[str]:
    """What the starter's films are asked for by."""
    return list(dict.fromkeys(ask for film in starter.load()[0] for ask in film.asks))


def shuffled(values: Sequence[str], dice: random.Random) -> list[str]:
    """All of them once, in a random order."""
    return dice.sample(list(values), len(values))


def naming(titles: Sequence[str], dice: random.Random, wishes: Sequence[str] = NAMING) -> Iterator[str]:
    """Wishes that name films, without end; the same film comes again when all others were named."""
    films = chain.from_iterable(shuffled(titles, dice) for _ in count())
    while True:
        wish = dice.choice(wishes)
        yield wish.format(*islice(films, wish.count("{}")))


def short(most: int, titles: Sequence[str], seed: int) -> list[str]:
    """At most `most` different messages of everyday length: a third phrases, a third asks, a third naming films."""
    dice = random.Random(seed)
    third = -(-most // 3)
    named = naming(titles, dice)
    pool = [*shuffled(phrases(), dice)[:third], *shuffled(asks(), dice)[:third], *(next(named) for _ in range(third))]
    return shuffled(list(dict.fromkeys(pool)), dice)[:most]


def sentences(titles: Sequence[str], dice: random.Random) -> Iterator[str]:
    """Sentences without end: seven of ten from posts, the others phrases, asks and wishes that name films.

    So a hundred words name three or four films, as people do, and ask for more themes and moods than people do.
    """
    named = naming(titles, dice)
    posted, said, asked = told(), phrases(), asks()
    while True:
        wish = dice.choice((dice.choice(said), dice.choice(asked), next(named)))
        sentence = dice.choice(posted) if dice.random() < TOLD else wish
        yield sentence if _ENDED.search(sentence) else f"{sentence}."


def posts(many: int, titles: Sequence[str], seed: int) -> list[str]:
    """Messages of `POST` words."""
    dice = random.Random(seed)
    said = sentences(titles, dice)
    made = []
    for _ in range(many):
        size, words = dice.triangular(*POST, POST[0]), next(said).split()
        while len(words) < size:
            words += next(said).split()
        made.append(" ".join(words[: POST[1]]))
    return made


def long_posts(many: int, titles: Sequence[str], seed: int) -> list[str]:
    """Messages of `LONG` characters that say what posts say."""
    said = sentences(titles, random.Random(seed))
    return [filled(lambda: f"{next(said)} ") for _ in range(many)]


def filled(piece: Callable[[], str]) -> str:
    """`LONG` characters of pieces."""
    made: list[str] = []
    length = 0
    while length < LONG:
        made.append(piece())
        length += len(made[-1])
    return "".join(made)[:LONG]


def hostile(many: int, titles: Sequence[str], seed: int) -> dict[str, list[str]]:
    """Messages of `LONG` characters that nobody writes in earnest, `many` of each kind."""
    dice = random.Random(seed)
    words = sorted({word for phrase in phrases() for word in phrase.split()})
    named = naming(titles, dice, ("{} ",))

    def figure() -> str:
        return f"{dice.randrange(10 ** dice.randint(1, 5))}{dice.choice((' ', ''))}"

    def sign() -> str:
        return f"{chr(dice.randint(*dice.choice(SCRIPTS)))}{dice.choice((' ', '', ''))}"

    return {
        "one word repeated": [filled(f"{word} ".__str__) for word in dice.sample(words, many)],
        "no spaces": [filled(lambda: dice.choice(ascii_letters)) for _ in range(many)],
        "digits": [filled(figure) for _ in range(many)],
        "unicode": [filled(sign) for _ in range(many)],
        "titles only": [filled(lambda: next(named)) for _ in range(many)],
    }
