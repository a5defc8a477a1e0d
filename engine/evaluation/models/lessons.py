"""What several comparisons teach together, and what to do next: sentences that are written from their figures."""

from __future__ import annotations

from collections.abc import Mapping

from engine.evaluation.models.comparison import Comparison, Measure
from engine.evaluation.models.words import clear, joined

Found = Mapping[str, Comparison]
"""By protocol; any of them may not be there."""

_FEW_FILMS = 0.25  # of the catalogue: a list that shows less could show more
_KNOWN = 0.8  # mean percentile by likes: what is shown is what everybody knows


def lessons(found: Found) -> list[str]:
    """What holds beyond one table."""
    return [*_of_few(found), *_of_cold(found), *_of_top(found), *_of_stars(found)]


def next_steps(found: Found) -> list[str]:
    """What the figures ask for."""
    said = []
    if any(each.facts.get("made up") for each in found.values()):
        said.append("Run the same commands on real ratings: made-up ones prove nothing.")
    if missing := [name for name in ("stars", "top", "few", "cold") if name not in found]:
        said.append(f"Run what is missing here: {joined(missing)}.")
    for each in found.values():
        _, even = _best_and_even(each)
        if even and len(each.facts.get("seeds", ())) < 5 and each.protocol != "stars":
            said.append(f"Draw more seeds in {each.protocol}: {joined([_best(each), *even])} cannot be told apart yet.")
    if left := sorted({model for each in found.values() for model in each.left_out}):
        said.append(f"Bring in what was left out: {joined(left)}.")
    top = found.get("top")
    if top and "coverage" in top.rows[_best(top)] and top.rows[_best(top)]["coverage"].value < _FEW_FILMS:
        said.append("Show more of the catalogue: diversify the lists of the best, and explore with some of the cards.")
    cold = found.get("cold")
    if cold and (warm := _warm(cold)) and cold.ranked(warm)[0] != _best(cold):
        said.append(
            "Join the model that is best for films with ratings and the one for films without, by their number."
        )
    said.append(
        "Ask people: thumbs in real chats, with and without the personal part, say what no file of ratings can."
    )
    return said


def _of_few(found: Found) -> list[str]:
    few = found.get("few")
    if few is None:
        return []
    steps = [m for m in few.measures if m.name.startswith("Recall") and " after " in m.name]
    others = [model for model in few.rows if model != few.reference]
    if not steps or not others:
        return []
    first, last = steps[0], steps[-1]
    ahead = few.above[few.reference]
    lose = [m for m in others if clear(ahead[m][first.name], 1) < 0]
    win = [m for m in others if clear(ahead[m][last.name], 1) > 0]
    said = []
    if lose:
        count = first.name.rpartition(" after ")[2]
        said.append(
            f"With {count} like{'s' if count != '1' else ''} given, {joined(lose)} "
            f"{'finds' if len(lose) == 1 else 'find'} less than {few.reference}: "
            "what is personal has to be earned, and what everybody likes has to fade as thumbs come in."
        )
    if win:
        count = last.name.rpartition(" after ")[2]
        said.append(f"With {count} likes given, {joined(win)} clearly {'finds' if len(win) == 1 else 'find'} more.")
    return said


def _of_cold(found: Found) -> list[str]:
    cold = found.get("cold")
    if cold is None:
        return []
    ahead = [m for m in cold.ranked(cold.first) if m != cold.reference]
    ahead = [m for m in ahead if clear(cold.above[cold.reference][m][cold.first.name], 1) > 0]
    if not ahead:
        return ["Nothing here ranks films without ratings better than by chance."]
    said = [f"Films without ratings are found by what is written of them: {joined(ahead)} rank them above chance."]
    if (warm := _warm(cold)) and cold.ranked(warm)[0] not in ahead:
        said.append("What is best for films without ratings is not best for the others: ratings say more than words.")
    return said


def _of_top(found: Found) -> list[str]:
    top = found.get("top")
    if top is None or "popularity" not in top.rows[_best(top)]:
        return []
    best = _best(top)
    share = top.rows[best]["popularity"].value
    if share < _KNOWN:
        return []
    return [
        f"Even the best lists, of {best}, lean on what is well known: in the mean their films are liked more than "
        f"{share:.0%} of all films are."
    ]


def _of_stars(found: Found) -> list[str]:
    stars = found.get("stars")
    if stars is None or stars.reference not in stars.rows:
        return []
    best, name = _best(stars), stars.first.name
    plain, good = stars.rows[stars.reference][name].value, stars.rows[best][name].value
    if best == stars.reference:
        return []
    return [
        f"Stars are mostly a matter of who rates and of which film: {stars.reference}, which knows nothing else, is at "
        f"{plain:.3f} {name}, and taste in all its forms brings it to {good:.3f}."
    ]


def _best(found: Comparison) -> str:
    return found.ranked(found.first)[0]


def _best_and_even(found: Comparison) -> tuple[str, list[str]]:
    best = _best(found)
    rows = found.above.get(best, {})
    return best, [m for m, row in rows.items() if found.first.name in row and clear(row[found.first.name], 1) == 0]


def _warm(cold: Comparison) -> Measure | None:
    return next((measure for measure in cold.measures if measure.name.endswith("among the others")), None)
