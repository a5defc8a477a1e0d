"""Thumbs of chats that opted in, and of no others, as ratings."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.__main__ import main
from bot.ownratings import LICENCE, NobodySharesError, own_ratings
from bot.preferences import Preferences
from bot.store import Choices, Feedback, MasterCipher, Store
from engine.request import Verdict
from index.sources.ratings.schema import check

UP, DOWN, SEEN = Verdict.UP, Verdict.DOWN, Verdict.SEEN


async def test_only_who_shares_is_learned_from_and_only_as_long(tmp_path: Path) -> None:
    store = await Store.open(f"sqlite:///{tmp_path / 'm.db'}", MasterCipher(bytes(32)))
    with pytest.raises(NobodySharesError, match="no chat shares its thumbs"):
        await own_ratings(store)
    async with store.turn() as turn:
        chats = {}
        said = {"5": [(11, UP), (12, DOWN), (13, SEEN), (11, DOWN)], "6": [(11, UP), (14, UP)], "7": [(13, SEEN)]}
        for name, verdicts in said.items():
            chats[name], person = await turn.chat_of("telegram", name), await turn.person_of("telegram", name)
            for number, (film, verdict) in enumerate(verdicts):
                key = f"{name}:{number}"
                feedback = Feedback(chat=chats[name], person=person, tmdb=film, verdict=verdict, update_key=key)
                await turn.record(feedback)
        for name in "67":
            await Choices(turn).put(chats[name], Preferences(sharing=True))
    ratings = await own_ratings(store)
    check(ratings)
    assert ratings.licence == LICENCE
    assert ratings.table[["user", "film", "stars"]].values.tolist() == [[0, 11, 5.0], [0, 14, 5.0]]
    async with store.turn() as turn:
        await Choices(turn).put(chats["5"], Preferences(sharing=True))
        await Choices(turn).put(chats["6"], Preferences(sharing=False))
    table = (await own_ratings(store)).table
    assert table[["user", "film", "stars"]].values.tolist() == [[0, 12, 1.0], [0, 11, 1.0]]
    await store.close()


def test_training_needs_something_to_learn_from(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--home", str(tmp_path), "--bundle", str(tmp_path / "bundle")]
    assert main([*where, "train"]) == 2
    assert "give --ratings PATH, or --own" in capsys.readouterr().err
    assert main([*where, "train", "--own"]) == 2
    assert "no chat shares its thumbs" in capsys.readouterr().err
