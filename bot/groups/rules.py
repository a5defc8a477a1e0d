"""The steps of a night: each returns it as it is then, and what happened. Pure; no step raises."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import numpy as np

from bot.groups.counting import decide
from bot.groups.night import Guest, Happening, Night, Offer, Phase, Vote, What, Wish, Word
from engine.groups import memory
from engine.request import Request

Step = tuple[Night, tuple[Happening, ...]]

VOTING = timedelta(minutes=20)
AFTER = timedelta(hours=15)
"""From the pick until it is asked how the film was: the next day."""
_TWICE = timedelta(milliseconds=200)  # two taps within this were meant as one


def open_night(
    *,
    night_id: str,
    chat: int,
    starter: Guest,
    request: Request,
    at: datetime,
    patience: timedelta = timedelta(0),
    before: Night | None = None,
    language: str = "",
) -> Step:
    """A new night, its starter in; `before` is the last one in this chat, whose debts and way of voting go on."""
    night = Night(
        id=night_id,
        chat=chat,
        starter=starter.person,
        request=request,
        opened_at=at,
        language=language,
        by_poll=before is not None and before.by_poll,
        guests=(replace(starter, since=at),),
        patience=patience,
        debts=debts(before) if before else {},
    )
    return night, (_happened(What.OPENED, starter.person),)


def join(night: Night, guest: Guest, at: datetime) -> Step:
    """Someone comes in; also after the deal, and then with a vote like any other."""
    if not night.running:
        return _refused(night, What.OVER, guest.person)
    if guest.person in night.people:
        return _refused(night, What.ALREADY_IN, guest.person)
    joined = replace(night, guests=(*night.guests, replace(guest, since=at)), touched=_touched(night, at))
    return joined, (_happened(What.JOINED, guest.person),)


def toggle(night: Night, guest: Guest, at: datetime) -> Step:
    """Someone taps that they are in: who was in already goes, until films are dealt. Two quick taps count once."""
    since = next((each.since for each in night.guests if each.person == guest.person), None)
    if since is None or night.phase is not Phase.OPEN:
        return join(night, guest, at)
    if at - since < _TWICE:
        return _refused(night, What.TWICE, guest.person)
    return leave(night, guest.person, at)


def leave(night: Night, person: int, at: datetime) -> Step:
    """Someone goes, with their wishes and votes. Who is last closes the night; who started it passes it on."""
    if not night.running:
        return _refused(night, What.OVER, person)
    if person not in night.people:
        return _refused(night, What.NOT_IN, person)
    left = replace(forget(night, person), touched=_touched(night, at))
    gone = (_happened(What.LEFT, person),)
    if not left.guests:
        return replace(left, phase=Phase.CANCELLED), (*gone, _happened(What.CANCELLED, person))
    return _close_if_due(left, gone, at)


def forget(night: Night, person: int) -> Night:
    """The night without any trace of a person, whatever its phase; a pick that was made stands."""
    guests = tuple(guest for guest in night.guests if guest.person != person)
    return replace(
        night,
        guests=guests,
        starter=night.starter if night.starter != person else guests[0].person if guests else None,
        wishes=tuple(wish for wish in night.wishes if wish.person != person),
        debts={p: debt for p, debt in night.debts.items() if p != person},
        said=tuple(word for word in night.said if word.person != person),
        offers=tuple(replace(o, worth={p: w for p, w in o.worth.items() if p != person}) for o in night.offers),
        votes=tuple(vote for vote in night.votes if vote.person != person),
    )


def add_wish(night: Night, guest: Guest, request: Request, at: datetime, *, private: bool = False) -> Step:
    """Someone wishes, and is in. A later wish replaces the one before; an open and a private one stand side by side."""
    if not night.running:
        return _refused(night, What.OVER, guest.person)
    if night.phase is Phase.DEALT:
        return _refused(night, What.ALREADY_DEALT, guest.person)
    night, joined = _let_in(night, guest, at)
    others = tuple(w for w in night.wishes if (w.person, w.private) != (guest.person, private))
    wish = Wish(person=guest.person, request=request, private=private)
    return replace(night, wishes=(*others, wish)), (*joined, _happened(What.WISHED, guest.person))


def deal(
    night: Night,
    person: int,
    offers: Sequence[Offer],
    at: datetime,
    *,
    exact: int = 0,
    relaxed: tuple[str, ...] = (),
    lasts: timedelta = VOTING,
) -> Step:
    """Films come on the table, and votes count from now on; without films the night stays open."""
    if not night.running:
        return _refused(night, What.OVER, person)
    if night.phase is Phase.DEALT:
        return _refused(night, What.ALREADY_DEALT, person)
    if person not in night.people:
        return _refused(night, What.NOT_IN, person)
    if not offers:
        return _refused(night, What.NOTHING_FITS, person)
    dealt = replace(
        night, phase=Phase.DEALT, offers=tuple(offers), exact=exact, relaxed=relaxed, until=at + lasts, touched=at
    )
    return dealt, (_happened(What.DEALT, person),)


def vote(night: Night, guest: Guest, film: int, at: datetime) -> Step:
    """Someone would watch a film, or would not after all; who was not in is in now.

    The vote by which everybody has voted closes the night, once `Night.patience` is over.
    """
    if not night.running:
        return _refused(night, What.OVER, guest.person)
    if film not in night.films or night.by_poll:
        return _refused(night, What.NOT_DEALT, guest.person)
    if night.due(at):  # nobody counted before; this vote came too late
        return _decided(night, (_happened(What.OVER, guest.person),), at)
    before = next((v for v in night.votes if (v.person, v.film) == (guest.person, film)), None)
    if before is not None and at - before.at < _TWICE:
        return _refused(night, What.TWICE, guest.person)
    night, joined = _let_in(night, guest, at)
    votes = tuple(v for v in night.votes if v != before)
    if before is None:
        votes = (*votes, Vote(person=guest.person, film=film, at=at))
    what = What.VOTED if before is None else What.UNVOTED
    cast = replace(night, votes=votes, touched=at)
    return _close_if_due(cast, (*joined, Happening(what=what, person=guest.person, film=film)), at)


def vote_by(night: Night, person: int | None, *, poll: bool) -> Step:
    """How votes are cast, tonight and from then on; without `person` because it cannot be done the other way."""
    if not night.running:
        return _refused(night, What.OVER, person)
    if person is not None and night.phase is Phase.DEALT:
        return _refused(night, What.ALREADY_DEALT, person)
    if person is not None and person not in night.people:
        return _refused(night, What.NOT_IN, person)
    return replace(night, by_poll=poll), (Happening(what=What.BY_POLL if poll else What.BY_BUTTONS, person=person),)


def ballot(night: Night, guest: Guest, films: Sequence[int], at: datetime) -> Step:
    """Someone's answer in the poll: they would watch these films and no others; who was not in is in now.

    It may close the night as `vote` does. An empty answer takes back what was voted before, and lets nobody in.
    """
    if not night.running:
        return _refused(night, What.OVER, guest.person)
    if night.phase is not Phase.DEALT or not night.by_poll:
        return _refused(night, What.NOT_DEALT, guest.person)
    if night.due(at):
        return _decided(night, (_happened(What.OVER, guest.person),), at)
    chosen = [film for film in night.films if film in films]
    if not chosen and guest.person not in night.people:
        return _refused(night, What.NOT_IN, guest.person)
    night, joined = _let_in(night, guest, at)
    others = tuple(vote for vote in night.votes if vote.person != guest.person)
    own = tuple(Vote(person=guest.person, film=film, at=at) for film in chosen)
    cast = replace(night, votes=(*others, *own), touched=at)
    what = What.VOTED if own else What.UNVOTED
    said = Happening(what=what, person=guest.person, film=chosen[-1] if chosen else None)
    return _close_if_due(cast, (*joined, said), at)


def close(night: Night, at: datetime, person: int | None = None) -> Step:
    """The votes are counted: because someone who is in says so, or without `person` because it is time."""
    if not night.running:
        return _refused(night, What.OVER, person)
    if night.phase is Phase.OPEN:
        return _refused(night, What.NOT_DEALT, person)
    if person is None:
        return _close_if_due(night, (), at)
    return _decided(night, (), at) if person in night.people else _refused(night, What.NOT_IN, person)


def cancel(night: Night, person: int) -> Step:
    """The night is called off by who started it."""
    if not night.running:
        return _refused(night, What.OVER, person)
    if person != night.starter:
        return _refused(night, What.NOT_IN, person)
    return replace(night, phase=Phase.CANCELLED), (_happened(What.CANCELLED, person),)


def ask(night: Night, at: datetime) -> Step:
    """The time has come to ask how the film was."""
    if night.phase is not Phase.DECIDED or not night.due(at) or night.outcome is None:
        return night, ()
    return replace(night, asks_at=None), (Happening(what=What.ASKED, film=night.outcome.film),)


def say(night: Night, guest: Guest, film: int, at: datetime, *, liked: bool) -> Step:
    """Someone says how the film was; the same once more takes it back. Two quick taps count once."""
    if night.outcome is None or night.outcome.film != film:
        return _refused(night, What.NOT_DEALT, guest.person)
    before = next((word for word in night.said if word.person == guest.person), None)
    if before is not None and before.liked is liked and at - before.at < _TWICE:
        return _refused(night, What.TWICE, guest.person)
    others = tuple(word for word in night.said if word is not before)
    if before is not None and before.liked is liked:
        return replace(night, said=others), (Happening(what=What.UNSAID, person=guest.person, film=film),)
    what = What.LIKED if liked else What.DISLIKED
    word = Word(person=guest.person, liked=liked, at=at)
    return replace(night, said=(*others, word)), (Happening(what=what, person=guest.person, film=film),)


def debts(night: Night) -> dict[int, float]:
    """What nights owe each person after this one: who was in and did not vote for its film is owed more."""
    if night.outcome is None or not night.outcome.votes or not night.guests:
        return night.debts
    got = {vote.person for vote in night.votes if vote.film == night.outcome.film}
    before = np.array([night.debts.get(person, 0.0) for person in night.people])
    after = memory.owed(before, np.array([float(person in got) for person in night.people]))
    rounded = {person: round(float(debt), 4) for person, debt in zip(night.people, after, strict=True)}
    return {person: debt for person, debt in (night.debts | rounded).items() if debt}


def _let_in(night: Night, guest: Guest, at: datetime) -> Step:
    return (night, ()) if guest.person in night.people else join(night, guest, at)


def _touched(night: Night, at: datetime) -> datetime | None:
    return at if night.phase is Phase.DEALT else night.touched


def _close_if_due(night: Night, happened: tuple[Happening, ...], at: datetime) -> Step:
    return _decided(night, happened, at) if night.due(at) else (night, happened)


def _decided(night: Night, happened: tuple[Happening, ...], at: datetime) -> Step:
    outcome = decide(night)
    decided = replace(night, phase=Phase.DECIDED, outcome=outcome, asks_at=at + AFTER)
    return decided, (*happened, Happening(what=What.DECIDED, film=outcome.film))


def _refused(night: Night, what: What, person: int | None) -> Step:
    return night, (Happening(what=what, person=person),)


def _happened(what: What, person: int) -> Happening:
    return Happening(what=what, person=person)
