"""What a step of a movie night does, and the message that it leaves. Pure: `bot.movienight` keeps what changed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import uuid4

import numpy as np

from bot import groups, wording
from bot.groups import Board, Guest, Happening, Move, Night, Offer, Phase, Poll, What
from bot.playing.scene import House
from bot.reply import Card
from bot.wording import Words
from bot.wording import night as told
from bot.wording.speaking import speaking
from engine.context import Context
from engine.groups import Member, Wish
from engine.groups.memory import weights
from engine.request import Act, Request
from engine.taste import Taste

_STALE = timedelta(hours=18)  # a night that nobody closed gives way to a new one after this


@dataclass(frozen=True, slots=True, kw_only=True)
class NightTurn:
    """One tap on a night's message, one wish in reply to it, or the word that opens one."""

    channel: str
    chat: str  # the channel's own id of the group, with its topic where there are topics
    user: str
    name: str  # of the user, as everyone there knows them
    at: datetime
    move: Move | None = None  # None: open a night, or show the one that is on
    night: str | None = None  # id of the night that was tapped
    film: int | None = None  # TMDB id, to vote for
    options: tuple[int, ...] = ()  # of the poll, by position from 0: all that the user chose
    text: str = ""  # the wish, of the night or of the user
    private: bool = False  # whether the wish was written where the group does not see it
    language: str = ""  # that the user's app is set to, such as "pt-BR"
    key: str = ""  # unique for this update within the channel


@dataclass(slots=True, kw_only=True)
class NightScene:
    """What a step of a night is worked out from; what it changes stands here at its end."""

    turn: NightTurn
    house: House
    night: Night | None  # as it is now
    tastes: dict[int, Taste] = field(default_factory=dict)  # of the guests, when films are dealt or picked
    apart: frozenset[int] = frozenset()  # TMDB ids that the group does not want, when films are dealt
    happened: tuple[Happening, ...] = ()
    refused: str = ""  # the message that says why nothing could happen
    asks: bool = False  # the person is to write a wish now

    @property
    def language(self) -> str:
        """Code of the language that the person writes in, as far as it is known."""
        return self.turn.language or (self.night.language if self.night else "") or "en"

    @property
    def words(self) -> Words:
        """In the language of who began the night, for all who are there read them."""
        return speaking(self.night.language if self.night else self.turn.language)

    def name(self, tmdb: int) -> str:
        """The title of a film."""
        return self.house.title(tmdb, self.words.code)


def play(scene: NightScene, chat: int, guest: Guest) -> None:
    """Take a step: what it changes stands in the scene."""
    turn, night = scene.turn, scene.night
    if turn.move is None:
        _open(scene, chat, guest)
        return
    if night is None or turn.night not in {None, night.id}:
        scene.night, scene.refused = None, "night-note-no-night"
        return
    match turn.move:
        case Move.JOIN:
            step = groups.toggle(night, guest, turn.at)
        case Move.LEAVE:
            step = groups.leave(night, guest.person, turn.at)
        case Move.WISH:
            _wish(scene, night, guest)
            return
        case Move.DEAL:
            step = _deal(scene, night, guest)
        case Move.VOTE | Move.BALLOT | Move.POLL | Move.BUTTONS:
            step = _vote(turn, turn.move, night, guest)
        case Move.CLOSE:
            step = groups.close(night, turn.at, guest.person)
        case Move.CANCEL:
            step = groups.cancel(night, guest.person)
        case Move.LIKED | Move.DISLIKED:
            step = groups.say(night, guest, turn.film or 0, turn.at, liked=turn.move is Move.LIKED)
        case Move.PRIVATELY:  # a link, which sends no tap
            step = night, ()
    scene.night, scene.happened = step


def _vote(turn: NightTurn, move: Move, night: Night, guest: Guest) -> groups.Step:
    """A vote, or how votes are to be cast."""
    if move is Move.VOTE:
        return groups.vote(night, guest, turn.film or 0, turn.at)
    if move is Move.BALLOT:
        films = [film for place, film in enumerate(night.films) if place in turn.options]
        return groups.ballot(night, guest, films, turn.at)
    return groups.vote_by(night, guest.person, poll=move is Move.POLL)


def _open(scene: NightScene, chat: int, guest: Guest) -> None:
    night, turn = scene.night, scene.turn
    if night is not None and night.running and turn.at - night.opened_at < _STALE:
        return
    request = scene.house.parser.parse(turn.text, Context(), scene.language) if turn.text.strip() else Request()
    if turn.text.strip() and (request.act is not Act.RECOMMEND or request.empty):
        scene.night, scene.refused = None, "night-note-unclear"
        return
    scene.night, scene.happened = groups.open_night(
        night_id=uuid4().hex[:12],
        chat=chat,
        starter=guest,
        request=request,
        at=turn.at,
        before=night,
        language=turn.language,
    )


def _wish(scene: NightScene, night: Night, guest: Guest) -> None:
    """A wish that was read, or the word that asks for one."""
    if not scene.turn.text.strip():
        scene.asks = night.phase is Phase.OPEN
        scene.refused = "night-ask-wish" if scene.asks else _late(night)
        return
    request = scene.house.parser.parse(scene.turn.text, Context(), scene.language)
    if request.act is not Act.RECOMMEND or request.empty:
        scene.refused = "night-note-unclear"
        return
    scene.night, scene.happened = groups.add_wish(night, guest, request, scene.turn.at, private=scene.turn.private)


def _deal(scene: NightScene, night: Night, guest: Guest) -> tuple[Night, tuple[Happening, ...]]:
    if night.phase is not Phase.OPEN or guest.person not in night.people:
        return groups.deal(night, guest.person, (), scene.turn.at)
    choice = scene.house.recommender.for_group(_members(scene, night), night.request, without=scene.apart)
    offers = [Offer(film=p.tmdb, worth={s.person: round(s.worth, 4) for s in p.suits}) for p in choice.picks]
    return groups.deal(night, guest.person, offers, scene.turn.at, exact=choice.exact, relaxed=choice.relaxed)


def board(scene: NightScene) -> Board:
    """The night's message as it is now, and the word that passes for who tapped."""
    night, say = scene.night, scene.words
    said = say(scene.refused) if scene.refused else told.note(scene.happened, scene.name, say)
    if night is None:
        return Board(night="", text="", note=said)
    if _afterwards(scene):
        return replace(told.after(night, scene.name, scene.words), note=said)
    fresh = scene.turn.move is None
    shown = _shown(scene, night)
    return replace(shown, note=said, fresh=fresh, asks=scene.asks, poll=_poll(scene, night, shown.cards, fresh=fresh))


def _shown(scene: NightScene, night: Night) -> Board:
    name, say = scene.name, scene.words
    if night.phase is Phase.OPEN:
        return told.opened(night, name, say)
    if night.phase is Phase.CANCELLED or (night.phase is Phase.DECIDED and night.outcome is None):
        return told.cancelled(night, say)
    if night.outcome is None:
        return told.dealt(night, _cards(scene, night, night.films), scene.turn.at, name, say)
    film = night.outcome.film
    cards = _cards(scene, night, (film,))
    if not cards:  # the catalogue was changed since, and does not have it any more
        return told.cancelled(night, say)
    recommender = scene.house.recommender
    why = {member.person: recommender.own_reasons(member, [film])[film] for member in _members(scene, night)}
    shared = recommender.judge(night.request, [film]).candidates[0].reasons
    return told.decided(night, cards[0], why, shared, name, say)


def _poll(scene: NightScene, night: Night, cards: tuple[Card, ...], *, fresh: bool) -> Poll | None:
    """What is to become of the poll now: it comes with the films, and ends with the night."""
    if night.by_poll and not night.running:
        return Poll(closed=True)
    dealt = fresh or any(happened.what is What.DEALT for happened in scene.happened)
    return told.poll(cards, scene.words) if night.by_poll and night.phase is Phase.DEALT and dealt else None


def _cards(scene: NightScene, night: Night, films: tuple[int, ...]) -> tuple[Card, ...]:
    recommender, name = scene.house.recommender, scene.name
    found = recommender.judge(night.request, films).candidates
    movie = recommender.films.catalogue.movie
    return tuple(wording.card(movie(candidate.row), candidate, name, scene.words) for candidate in found)


def _members(scene: NightScene, night: Night) -> list[Member]:
    wishes: dict[int, tuple[Wish, ...]] = {}
    for wish in night.wishes:
        kept = Wish(request=wish.request, private=wish.private)
        wishes[wish.person] = (*wishes.get(wish.person, ()), kept)
    counted = weights(np.array([night.debts.get(person, 0.0) for person in night.people]))
    return [
        Member(person=p, taste=scene.tastes.get(p, Taste()), wishes=wishes.get(p, ()), weight=float(weight))
        for p, weight in zip(night.people, counted, strict=True)
    ]


def _late(night: Night) -> str:
    return "night-note-already-dealt" if night.phase is Phase.DEALT else "night-note-over"


def _afterwards(scene: NightScene) -> bool:
    """Whether the turn is about how the film was."""
    asked = any(happened.what is What.ASKED for happened in scene.happened)
    return asked or scene.turn.move in {Move.LIKED, Move.DISLIKED}
