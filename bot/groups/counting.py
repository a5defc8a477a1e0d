"""Which film won, and how a tie was broken."""

from __future__ import annotations

from collections import Counter
from statistics import fmean

from bot.groups.night import Night, Offer, Outcome, Tie

_SAME = 6  # decimals to which two values count as equal


def counts(night: Night) -> dict[int, int]:
    """Votes by film, in the order dealt; films without votes are there with 0."""
    cast = Counter(vote.film for vote in night.votes)
    return {film: cast[film] for film in night.films}


def decide(night: Night) -> Outcome:
    """The film with the most votes; between equals the one that leaves nobody far behind.

    Equals fall by what earlier nights owe those who voted for them, then by what they are worth to the guest who likes
    them least, then on average, then by the lower id.

    Raises:
        ValueError: Nothing was dealt.

    """
    if not night.offers:
        raise ValueError("a night without films has no outcome")
    votes = counts(night)
    most = max(votes.values())
    level = sorted(
        (o for o in night.offers if votes[o.film] == most), key=lambda o: (_owed(o, night), *_order(o, night), o.film)
    )
    winner, *tied = level
    return Outcome(film=winner.film, votes=most, tied=tuple(o.film for o in tied), tie=_tie(level[:2], night))


def _order(offer: Offer, night: Night) -> tuple[float, float]:
    """Minus the worth to the worst-off guest, minus the average; who joined after the deal has no say in this."""
    values = [offer.worth[person] for person in night.people if person in offer.worth] or [0.0]
    return -round(min(values), _SAME), -round(fmean(values), _SAME)


def _owed(offer: Offer, night: Night) -> float:
    """Minus what earlier nights owe those who voted for a film."""
    return -round(sum(night.debts.get(vote.person, 0.0) for vote in night.votes if vote.film == offer.film), _SAME)


def _tie(level: list[Offer], night: Night) -> Tie | None:
    if len(level) < 2:
        return None
    if _owed(level[0], night) != _owed(level[1], night):
        return Tie.OWED
    (worst, average), (next_worst, next_average) = (_order(offer, night) for offer in level)
    if worst != next_worst:
        return Tie.WORST_OFF
    return Tie.AVERAGE if average != next_average else Tie.ORDER
