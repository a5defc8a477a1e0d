"""What chats that opted in said of films, as ratings that a model can be trained on."""

from __future__ import annotations

from bot.errors import MatineeError
from bot.store import Choices, Store
from engine.request import Verdict
from index.sources.ratings import Ratings

STARS = {Verdict.UP: 5.0, Verdict.DOWN: 1.0}
"""What a thumb counts as; that a film was merely seen says nothing of it."""
LICENCE = "own: the thumbs of chats that opted in"


class NobodySharesError(MatineeError):
    """No chat lets its thumbs train what others are served by."""


async def own_ratings(store: Store) -> Ratings:
    """The thumbs that stand in the chats that share them, a person a chat; people are numbered anew, from 0.

    Raises:
        NobodySharesError: No chat shares a thumb.

    """
    import pandas as pd

    rows: list[tuple[int, int, float]] = []
    user = 0
    async with store.turn() as memory:
        for chat in await Choices(memory).sharing():
            thumbs = [(film, STARS[said]) for film, said in (await memory.verdicts(chat)).items() if said in STARS]
            rows += [(user, film, stars) for film, stars in thumbs]
            user += bool(thumbs)
    if not rows:
        raise NobodySharesError("no chat shares its thumbs: people turn it on in /settings, or give --ratings")
    table = pd.DataFrame(rows, columns=["user", "film", "stars"])
    table = table.assign(at=0).astype({"user": "int32", "film": "int64", "stars": "float32", "at": "int64"})
    people = pd.DataFrame({"age": pd.Series(dtype="float64"), "gender": pd.Series(dtype=object)})
    return Ratings(table=table, people=people.assign(occupation=pd.Series(dtype=object)), licence=LICENCE)
