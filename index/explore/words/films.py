"""What the numbers of a catalogue say, a list of sentences for each subject; nothing where there is nothing to say."""

from __future__ import annotations

import numpy as np

from index.explore.films import FilmNumbers
from index.explore.spread import Spread
from index.explore.together import Together, strongest
from index.explore.words.figures import films, joined, language, of_all, percent

_EXPECTED = 20.0  # films by chance: with fewer, that a pair is rare says nothing


def gaps(n: FilmNumbers) -> list[str]:
    """What is known, and what is not."""
    share = n.fields["share"]
    well = int((share >= 0.9).sum())
    said = [f"{well} of {len(share)} fields are known for at least nine films in ten."]
    hardly = [f"{name} ({percent(value)})" for name, value in share.items() if 0 < value < 0.1]
    never = [str(name) for name, value in share.items() if value == 0]
    if hardly:
        said.append(f"Known for fewer than one film in ten: {joined(hardly)}.")
    if never:
        said.append(f"Known for no film: {joined(never)}.")
    return said


def years(n: FilmNumbers) -> list[str]:
    """When the films came out."""
    total = int(n.years.sum())
    if not total:
        return []
    first, last = int(n.years.index[0]), int(n.years.index[-1])
    middle = int(n.years.index[int(np.searchsorted(n.years.cumsum().to_numpy(), total / 2))])
    decades = n.years.groupby(n.years.index // 10 * 10).sum()
    full = int(decades.index[int(decades.to_numpy().argmax())])
    busiest = first + int(n.years.to_numpy().argmax())
    return [
        f"The films came out from {first} to {last}; half of them in {middle} or earlier.",
        f"The {full}s have most, {of_all(int(decades.max()), total)}; the fullest year is {busiest} "
        f"with {films(int(n.years.max()))}.",
    ]


def genres(n: FilmNumbers) -> list[str]:
    """What kinds of films there are."""
    if n.genres.empty:
        return []
    some = n.together.films
    return [
        f"{n.genres.index[0]} is the most common genre, on {of_all(int(n.genres.iloc[0]), n.films)} of the films; "
        f"{n.genres.index[-1]} is the rarest, on {int(n.genres.iloc[-1]):,}.",
        f"A film that has a genre has {n.labels:.1f} in the mean; "
        + (f"{of_all(n.films - some, n.films)} have none." if some < n.films else "every film has one."),
    ]


def pairs(found: Together) -> list[str]:
    """Which genres go together, and which do not."""
    said = []
    often = strongest(found, least=least_together(found))
    for _, pair in often[often["lift"] > 1].head(1).iterrows():
        said.append(
            f"{pair['one']} and {pair['other']} go together most: on {films(int(pair['films']))}, {pair['lift']:.1f} "
            "times as often as by chance."
        )
    size = found.counts.to_numpy().diagonal().astype(float)
    by_chance = np.triu(np.outer(size, size) / max(1, found.films), k=1)
    lift = np.where(by_chance >= _EXPECTED, found.lift.to_numpy(), np.inf)
    if np.isfinite(lift).any() and lift.min() < 1:
        row, column = divmod(int(lift.argmin()), len(lift))
        one, other = found.counts.index[row], found.counts.index[column]
        said.append(
            f"{one} and {other} avoid each other most: by chance {by_chance[row, column]:,.0f} films would have both, "
            f"and {int(found.counts.to_numpy()[row, column]):,} do."
        )
    return said


def least_together(found: Together) -> int:
    """On how many films a pair must stand to be named: one in a thousand, and five at least."""
    return max(5, found.films // 1000)


def runtimes(n: FilmNumbers) -> list[str]:
    """How long they are."""
    spread = n.runtimes
    if spread is None:
        return []
    short, long = _between(spread, 0, 60), _between(spread, 180, np.inf)
    return [
        f"Half of the films run between {spread.quarter:.0f} and {spread.three_quarters:.0f} minutes; the middle is "
        f"{spread.median:.0f}.",
        f"Shorter than an hour: {of_all(short, spread.count)}; three hours or longer: {of_all(long, spread.count)}.",
    ]


def languages(n: FilmNumbers) -> list[str]:
    """What is spoken in them."""
    total = int(n.languages.sum())
    if not total:
        return []
    first, *others = n.languages.items()
    said = f"{_capital(language(str(first[0])))} is the main language of {of_all(first[1], total)}"
    if others:
        said += ", then come " if len(others) > 1 else ", then comes "
        said += joined(f"{language(str(code))} ({count:,})" for code, count in others[:4])
    return [f"{said}.", f"Main languages in all: {len(n.languages)}."]


def votes(n: FilmNumbers) -> list[str]:
    """How many people voted on films."""
    said = []
    for who, spread in n.votes.items():
        top = n.tails[who].top
        said.append(
            f"On {who}, {of_all(spread.count, n.films)} of the films have votes; half of these have "
            f"{spread.median:,.0f} or fewer, and one has {spread.most:,.0f}. The most voted 1% of them have "
            f"{percent(top[1])} of all votes, the top 20% {percent(top[20])}."
        )
    return said or ["No film of this catalogue has votes."]


def ratings(n: FilmNumbers) -> list[str]:
    """How films are rated."""
    return [
        f"A film's rating on {who} is {spread.mean:.1f} of 10 in the mean; half of the films lie between "
        f"{spread.quarter:.1f} and {spread.three_quarters:.1f}."
        for who, spread in n.ratings.items()
    ]


def _between(spread: Spread, low: float, high: float) -> int:
    """How many lie in the bins from low up to high."""
    lower = spread.edges[:-1]
    return int(spread.counts[(lower >= low) & (lower < high)].sum())


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
