"""People from ratings, played as private chats through the real conversation: do thumbs make the next cards better?

Everybody asks for a surprise and goes through their cards one by one: a film that they liked gets a thumb up, one that
they disliked a thumb down, any other is passed over. The same people are played a second time without their thumbs; and
in each round it is said what would have been dealt without thumbs from the very films that were left to deal.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from bot.conversation import Conversation
from bot.errors import MatineeError
from bot.playing.scene import House
from bot.store import MasterCipher, Store
from bot.turn import Action, Turn
from bot.wording import Words, words
from engine.context import Context
from engine.evaluation import Report, rounds
from engine.recommend import DECK
from index.progress import Progress, silent
from index.sources.ratings import DISLIKED, LIKED, Ratings

ASK = "surprise me"
FEWEST = 40
"""Films of the catalogue that a person must have rated to be played, so that the last round still has a choice."""
_AT_ONCE = 4  # chats that are played side by side

Order = tuple[int, ...]
"""TMDB ids in the order in which they were shown."""


class NobodyToPlay(MatineeError):  # noqa: N818 (a plain state, said as one)
    """Nobody in the ratings rated enough of the films that are here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    """One person of the ratings."""

    number: int  # as in `Ratings.table`
    stars: Mapping[int, float]  # by TMDB id, films of the catalogue alone

    def likes(self, film: int) -> bool:
        """Whether showing the film was right; a film that was not rated counts as not liked."""
        return self.stars.get(film, 0.0) >= LIKED

    def does(self, film: int) -> Action:
        """What the person taps on a card."""
        if self.likes(film):
            return Action.UP
        return Action.DOWN if self.stars.get(film, LIKED) <= DISLIKED else Action.NEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """What one person was shown, in the arms that are compared."""

    player: Player
    seed: int
    arms: Mapping[str, Order]  # by name of the arm


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """How a simulation is played."""

    people: int = 500  # for each seed
    rounds: int = 5
    seeds: tuple[int, ...] = (0, 1, 2)  # each draws its own people
    fewest: int = FEWEST
    all_films: bool = False  # cards from the whole catalogue, instead of the films that a person rated

    @property
    def least(self) -> int:
        """Films of the catalogue that a person must have rated: `fewest`, and never too few for all cards."""
        return max(self.fewest, self.rounds * DECK)


WITH, WITHOUT, LEFT = "thumbs", "no thumbs", "no thumbs, same films left"
POPULAR, FAMOUS = "likes of the others", "fame as written"


def players(ratings: Ratings, here: Collection[int], rules: Rules) -> list[Player]:
    """Everybody who rated enough of the films that are here, by their number.

    Raises:
        NobodyToPlay: There is nobody.

    """
    table = ratings.table[ratings.table["film"].isin(list(here))]
    enough = table[table.groupby("user")["film"].transform("size") >= rules.least]
    found = [
        Player(number=int(str(number)), stars=dict(zip(own["film"].tolist(), own["stars"].tolist(), strict=True)))
        for number, own in enough.groupby("user", sort=True)
    ]
    if not found:
        raise NobodyToPlay(f"nobody rated {rules.least} of the films here: give more ratings, or build more films")
    return found


def drawn(able: Sequence[Player], rules: Rules, seed: int) -> list[Player]:
    """The people whom a seed draws; all of them when there are no more than are wanted."""
    count = min(rules.people, len(able))
    return [able[i] for i in np.sort(np.random.default_rng(seed).choice(len(able), count, replace=False))]


def others(ratings: Ratings, chosen: Sequence[Player]) -> Ratings:
    """The ratings of everybody else: all that a model may learn from. The numbers of people stay as they are."""
    played = ratings.table["user"].isin([player.number for player in chosen])
    return replace(ratings, table=ratings.table[~played])


async def simulate(
    ratings: Ratings,
    here: Collection[int],
    house_for: Callable[[Ratings], House],
    rules: Rules,
    progress: Progress = silent,
) -> list[Played]:
    """Play the people of every seed in both arms, and say beside it what popularity alone would have shown them.

    `here` are the TMDB ids of the catalogue; `house_for` makes what answers, from the ratings of those who are not
    played. The same ratings and rules give the same cards.

    Raises:
        NobodyToPlay: Nobody rated enough of the films that are here.

    """
    able = players(ratings, here, rules)
    outcome: list[Played] = []
    for seed in rules.seeds:
        chosen = drawn(able, rules, seed)
        rest = others(ratings, chosen)
        house = house_for(rest)
        orders = _by_others(rest, house, seed), _by_fame(house, seed)
        with TemporaryDirectory(prefix="matinee-") as folder:
            shown = await _all_played(chosen, house, rules, Path(folder), partial(_tell, progress, seed, len(chosen)))
        for player, (with_thumbs, without) in zip(chosen, shown, strict=True):
            first = [_first(order, player, rules) for order in orders]
            left = _left(with_thumbs, _own(house, player, rules))
            arms = {WITH: with_thumbs, WITHOUT: without, LEFT: left, POPULAR: first[0], FAMOUS: first[1]}
            outcome.append(Played(player=player, seed=seed, arms=arms))
    return outcome


def _tell(progress: Progress, seed: int, total: int, done: int) -> None:
    progress(f"chats of seed {seed}", done, total)


async def _all_played(
    chosen: Sequence[Player], house: House, rules: Rules, folder: Path, tell: Callable[[int], None]
) -> list[tuple[Order, Order]]:
    """With thumbs and without, for each person, over one database."""
    store = await Store.open(f"sqlite:///{folder / 'simulated.db'}", MasterCipher(secrets.token_bytes(32)))
    room, done, say = asyncio.Semaphore(_AT_ONCE), 0, words()

    async def one(player: Player) -> tuple[Order, Order]:
        nonlocal done
        async with room:
            own, cards = _own(house, player, rules), rules.rounds * DECK
            both = [await play(player, own, store, say, cards, thumbs=thumbs) for thumbs in (True, False)]
            done += 1
            tell(done)
        return both[0], both[1]

    tell(0)
    try:
        return await asyncio.gather(*map(one, chosen))
    finally:
        await store.close()


async def play(player: Player, house: House, store: Store, say: Words, cards: int, *, thumbs: bool) -> Order:
    """One chat: so many cards, each looked at once it is open, and judged by the person unless thumbs are left out."""
    talk = Conversation(store, lambda: house, say)
    chat = f"{player.number} {WITH if thumbs else WITHOUT}"
    turn = Turn(channel="simulation", chat=chat, user=chat, key=f"{chat} 0", text=ASK)
    shown: list[int] = []
    while True:
        reply = await talk.respond(turn)
        film = reply.cards[reply.position].tmdb if reply.cards else None
        if film is None or film in shown:
            raise RuntimeError(f"after {len(shown)} cards there was {film or 'none'} again: {reply.text or reply.note}")
        shown.append(film)
        if len(shown) == cards:
            return tuple(shown)
        tap = player.does(film) if thumbs else Action.NEXT
        turn = replace(turn, key=f"{chat} {len(shown)}", text="", action=tap, deck=reply.deck)


def _own(house: House, player: Player, rules: Rules) -> House:
    """The house that deals to a person what the rules allow."""
    return house if rules.all_films else replace(house, recommender=house.recommender.only(player.stars.keys()))


def _left(shown: Order, house: House) -> Order:
    """Round by round, what would have been dealt without thumbs when the films shown before were gone."""
    ask, found = house.parser.parse(ASK, Context()), list[int]()
    for start in range(0, len(shown), DECK):
        dealt = house.recommender.recommend(ask, count=DECK, without=frozenset(shown[:start]), explained=0)
        found += [candidate.tmdb for candidate in dealt.candidates]
    return tuple(found)


def _by_others(rest: Ratings, house: House, seed: int) -> NDArray[np.int64]:
    """All films, the most liked by those who are not played first."""
    films, counts = np.unique(rest.table["film"][rest.table["stars"] >= LIKED].to_numpy(), return_counts=True)
    liked = dict(zip(films.tolist(), counts.tolist(), strict=True))
    ids = house.recommender.films.catalogue.tmdb
    return _ranked(ids, np.array([liked.get(film, 0) for film in ids.tolist()], dtype=np.float64), seed)


def _by_fame(house: House, seed: int) -> NDArray[np.int64]:
    catalogue = house.recommender.films.catalogue
    return _ranked(catalogue.tmdb, catalogue.fame.astype(np.float64), seed)


def _ranked(ids: NDArray[np.int64], values: NDArray[np.float64], seed: int) -> NDArray[np.int64]:
    """Ids by value, the highest first; equal ones in a drawn order."""
    ranked: NDArray[np.int64] = ids[np.lexsort((np.random.default_rng(seed).permutation(len(ids)), -values))]
    return ranked


def _first(order: NDArray[np.int64], player: Player, rules: Rules) -> Order:
    """The first films of an order that a person may be shown."""
    own = order if rules.all_films else order[np.isin(order, list(player.stars))]
    return tuple(own[: rules.rounds * DECK].tolist())


def report(outcome: Sequence[Played], rules: Rules, films: int) -> Report:
    """The share of cards that the people liked, by round and arm; `films` are in the catalogue.

    "by chance" is what a drawn order of the same films would bring.
    """
    arms = {
        arm: np.array([[one.player.likes(film) for film in one.arms[arm]] for one in outcome], dtype=np.float64)
        for arm in (WITH, WITHOUT, LEFT, POPULAR, FAMOUS)
    }
    pools = np.array([len(one.player.stars) for one in outcome])
    liked = np.array([sum(map(one.player.likes, one.player.stars)) for one in outcome])
    chance = liked / (films if rules.all_films else pools)
    arms["by chance"] = np.repeat(chance[:, None], rules.rounds * DECK, axis=1)
    found = rounds.evaluate(
        {arm: right.reshape(len(outcome), rules.rounds, DECK) for arm, right in arms.items()},
        np.array([one.player.number for one in outcome]),
        np.array([one.seed for one in outcome]),
        ours=WITH,
        without=(WITHOUT, LEFT),
        counted="chats, cards from all films" if rules.all_films else "chats, cards from the films that each rated",
    )
    sizes = {
        "people": len({one.player.number for one in outcome}),
        "rated here, least": rules.least,
        "rated here, median": float(np.median(pools)),
        "liked of those": float(liked.sum() / pools.sum()),
    }
    return replace(found, details={**found.details, "films of a person": sizes})
