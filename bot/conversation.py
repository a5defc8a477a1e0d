"""One turn in, one reply out: reads the chat's session, decides, recommends, and keeps what changed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from functools import cached_property
from weakref import WeakValueDictionary

from pydantic import TypeAdapter, ValidationError

from bot import dialogue, groups, wording
from bot.dialogue import Deal, Explain, Open, Page, Record, Say, Topic
from bot.groups import Taps, Thumb
from bot.reply import Reply
from bot.session import Deck, Session
from bot.store import ChatId, Feedback, PersonId, Shared, Store, Transaction
from bot.turn import Action, Turn
from bot.wording import Words
from engine.candidate import Recommendation
from engine.parsing import Parser
from engine.recommend import DECK, Recommender
from engine.request import Example, Request, Verdict
from engine.taste import Taste

Alongside = Callable[[Transaction, Reply], Awaitable[None]]
"""What a front end keeps of a reply in the same transaction that keeps what the turn changed."""

_BEHIND = 5
"""Cards that can be paged back to once a deck was dealt on; older ones are let go."""
_SESSION: TypeAdapter[Session] = TypeAdapter(Session)
_PAGING = {Action.NEXT, Action.PREVIOUS, Action.OPEN, Action.SWITCH}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class House:
    """What answers a turn: one loaded set of artefacts, the same from the turn's start to its end."""

    parser: Parser
    recommender: Recommender


@dataclass(kw_only=True)
class _Scene:
    """What a turn is worked out from; everything that changes is kept at its end."""

    turn: Turn
    house: House
    session: Session
    verdicts: dict[int, Verdict]  # latest by TMDB id, the oldest first
    said: list[tuple[int, Verdict | None, str | None]]  # film, verdict, deck: to be recorded
    person: PersonId
    thumbs: tuple[Thumb, ...] = ()  # of everybody in a group
    lent: Deck | None = None  # the deck of a group that is to be dealt to the person alone
    keep: bool = True

    @cached_property
    def taste(self) -> Taste:
        of: dict[Verdict, list[int]] = {verdict: [] for verdict in Verdict}
        for film, verdict in self.verdicts.items():
            of[verdict].append(film)
        return Taste(liked=tuple(of[Verdict.UP]), disliked=tuple(of[Verdict.DOWN]), seen=tuple(of[Verdict.SEEN]))

    def judge(self, film: int, verdict: Verdict | None, deck: str | None) -> None:
        """A verdict on a film, or none any more."""
        self.verdicts.pop(film, None)
        if verdict is not None:
            self.verdicts[film] = verdict
        self.said.append((film, verdict, deck))
        self.__dict__.pop("taste", None)

    def name(self, tmdb: int) -> str:
        catalogue = self.house.recommender.films.catalogue
        row = catalogue.row(tmdb)
        return "?" if row is None else catalogue.movie(row).title


class Conversation:
    """Talks with every chat, each in its own order.

    A turn is worked out between two short transactions, so that chats do not wait for one another; what a turn
    changes (verdict and session) is kept in one of them, or not at all.
    """

    def __init__(self, store: Store, house: Callable[[], House], words: Words) -> None:
        self._store = store
        self._house = house
        self._words = words
        self._locks: WeakValueDictionary[tuple[str, str], asyncio.Lock] = WeakValueDictionary()
        self._taps = Taps()  # in groups

    async def respond(self, turn: Turn, alongside: Alongside | None = None) -> Reply:
        """The reply to a turn, after all that it changed was kept, and `alongside` with it or neither of them."""
        # Half a surrogate pair, as cut messages may end in, can be neither stored nor shown.
        turn = replace(turn, text=turn.text.encode("utf-8", "replace").decode())
        lock = self._locks.setdefault((turn.channel, turn.chat), asyncio.Lock())
        async with lock:
            async with self._store.turn() as memory:
                chat = await memory.chat_of(turn.channel, turn.chat)
                person = await memory.person_of(turn.channel, turn.user)
                stored = await memory.session(chat)
                thumbs = await Shared(memory).thumbs(chat) if turn.group else ()
                verdicts = groups.together(thumbs) if turn.group else dict(await memory.verdicts(chat))
                lent = _read(await memory.session(ChatId(turn.lent))).find(turn.deck) if turn.lent else None
            house, session = self._house(), _read(stored)
            scene = _Scene(turn=turn, house=house, session=session, verdicts=verdicts, said=[], person=person)
            scene.thumbs, scene.lent = thumbs, lent
            before = scene.session
            reply = await asyncio.to_thread(self._work_out, scene)
            changed = scene.keep and (scene.said or scene.session != before)
            if changed or alongside:
                async with self._store.turn() as memory:
                    if changed:
                        await self._keep(memory, scene, chat, person)
                    if alongside:
                        await alongside(memory, reply)
        return reply

    async def forget(self, memory: Transaction, person: PersonId) -> None:
        """Take a person out of what groups share: nobody asked for their decks then."""
        for chat, body in await Shared(memory).sessions():
            session = _read(body)
            decks = tuple(replace(d, asker=None) if d.asker == person else d for d in session.decks)
            if decks != session.decks:
                await memory.save_session(chat, _SESSION.dump_json(replace(session, decks=decks)).decode())

    async def _keep(self, memory: Transaction, scene: _Scene, chat: ChatId, person: PersonId) -> None:
        for film, verdict, deck in scene.said:
            key = f"{scene.turn.channel}:{scene.turn.key}"
            feedback = Feedback(chat=chat, person=person, tmdb=film, verdict=verdict, update_key=key, deck=deck)
            if not await memory.record(feedback):
                return  # the same update again: its turn was kept when it came first
        await memory.save_session(chat, _SESSION.dump_json(scene.session).decode())

    def _work_out(self, scene: _Scene) -> Reply:
        turn = scene.turn
        if turn.action is Action.UNDO and turn.film is None and scene.verdicts:
            turn = replace(turn, film=next(reversed(scene.verdicts)))
        if turn.group and turn.action in _PAGING and not self._may_page(scene):
            return Reply(note=self._words("shared-pages"))
        if turn.action is Action.MINE:
            gone = Reply(text=self._words("deck-gone"))
            return self._deal(scene, Deal(request=scene.lent.request)) if scene.lent else gone
        if turn.action is not None:
            step = dialogue.act(turn, scene.session)
        else:
            request = scene.house.parser.parse(turn.text, scene.session.context)
            step = dialogue.decide(request, scene.session)
        match step:
            case Deal():
                return self._deal(scene, step)
            case Record():
                return self._record(scene, step)
            case Page():
                deck = replace(step.deck, position=step.position)
                scene.session = scene.session.turn(deck)
                return self._show(scene, deck)
            case Open():
                return self._open(scene, step.film)
            case Explain():
                return self._explain(scene, step)
            case Say():
                return self._say(scene, step)

    def _deal(self, scene: _Scene, step: Deal) -> Reply:
        found = scene.house.recommender.recommend(step.request, scene.taste, without=frozenset(step.passed))
        if not found.candidates:
            deck = scene.session.deck
            reply = self._show(scene, deck) if deck and deck.films else Reply()
            return replace(reply, text=self._words("nothing-left"))
        deck = Deck(
            id=f"{scene.session.dealt + 1:x}",
            request=step.request,
            films=tuple(c.tmdb for c in found.candidates),
            exact=found.exact,
            relaxed=found.relaxed,
            passed=step.passed,
            asker=scene.person if scene.turn.group else None,
        )
        scene.session = scene.session.deal(deck)
        text = wording.above(found, step.request, scene.name, self._words)
        return replace(self._show(scene, deck, found), text=text, fresh=True)

    def _may_page(self, scene: _Scene) -> bool:
        """Whether the person asked for the deck, or may turn the cards of others."""
        deck = scene.session.find(scene.turn.deck)
        return scene.turn.admin or deck is None or deck.asker in {None, scene.person}

    def _record_shared(self, scene: _Scene, step: Record) -> Reply:
        """A thumb on a card of a group: the person's own, never turning the card; the same once more takes it back."""
        turn, film = scene.turn, step.film
        mine, verdict = groups.own(scene.thumbs, scene.person, film), step.verdict
        if turn.action is not None:
            if self._taps.twice((turn.chat, turn.user, film), turn.at):
                return Reply(note=self._words("again"))
            verdict = None if mine is verdict else verdict
        if mine is verdict:
            return Reply(note=self._words("again"))
        scene.said.append((film, verdict, step.deck.id if step.deck else None))
        scene.thumbs = groups.told(scene.thumbs, scene.person, film, verdict)
        scene.verdicts = groups.together(scene.thumbs)
        scene.__dict__.pop("taste", None)
        note = self._words("noted" if verdict else "taken-back")
        return replace(self._show(scene, step.deck), note=note) if step.deck else Reply(note=note)

    def _open(self, scene: _Scene, film: int) -> Reply:
        recommender = scene.house.recommender
        if recommender.films.catalogue.row(film) is None:
            return Reply(text=self._words("no-deck"))
        request = Request(liked=(Example(tmdb=film),))
        found = recommender.recommend(request, scene.taste, count=DECK - 1)
        films = (film, *(c.tmdb for c in found.candidates))
        deck = Deck(id=f"{scene.session.dealt + 1:x}", request=request, films=films, exact=len(films))
        scene.session = scene.session.deal(deck)
        return replace(self._show(scene, deck), fresh=True)

    def _record(self, scene: _Scene, step: Record) -> Reply:
        if scene.turn.group:
            return self._record_shared(scene, step)
        deck = step.deck
        if scene.verdicts.get(step.film) == step.verdict:
            note = self._words("again") if step.verdict else self._words("taken-back")
            last = (step.film, step.verdict) if step.verdict else None  # it can still be taken back
            return replace(self._show(scene, deck, last=last), note=note) if deck else Reply(note=note)
        scene.judge(step.film, step.verdict, deck.id if deck else None)
        note = self._words("noted" if step.verdict else "taken-back")
        if deck is None:
            return Reply(note=note)
        if step.verdict is None and step.film in deck.films:  # back to the card whose verdict was taken back
            deck = replace(deck, position=deck.films.index(step.film))
        elif step.turn:
            deck = self._redeal(scene, deck)
        scene.session = scene.session.turn(deck)
        last = (step.film, step.verdict) if step.verdict else None
        return replace(self._show(scene, deck, last=last), note=note)

    def _redeal(self, scene: _Scene, deck: Deck) -> Deck:
        """The deck turned to its next card, what lies ahead ranked anew by the taste as it is now."""
        gone = deck.films[: deck.position + 1]
        ahead = max(len(deck.films) - len(gone), 0) or DECK
        passed = frozenset((*deck.passed, *gone))
        found = scene.house.recommender.recommend(
            deck.request, scene.taste, count=ahead, without=passed, explained=False
        )
        behind = gone[-_BEHIND:]
        films = (*behind, *(c.tmdb for c in found.candidates))
        older = gone[: -len(behind)]
        return replace(
            deck,
            films=films,
            position=min(len(behind), len(films) - 1),
            exact=max(0, deck.exact - len(older)),
            passed=(*deck.passed, *older),
        )

    def _explain(self, scene: _Scene, step: Explain) -> Reply:
        found = self._cards(scene, step.deck)
        position = step.deck.films.index(step.film) if step.film in step.deck.films else step.deck.position
        deck = replace(step.deck, position=position)
        scene.session = scene.session.turn(deck)
        why = next((c for c in found.candidates if c.tmdb == step.film), None)
        text = wording.at_length(why.reasons, scene.name, self._words) if why else self._words("no-deck")
        if scene.turn.group and scene.turn.action is not None:
            return Reply(note=text)  # to who asked: the card is everybody's
        return replace(self._show(scene, deck, found), text=text)

    def _say(self, scene: _Scene, step: Say) -> Reply:
        scene.keep = step.keep
        if step.topic is Topic.CLEARED:
            scene.session = scene.session.clear()
        if step.topic is Topic.UNCLEAR:
            said = " ".join((step.request.raw if step.request else scene.turn.text).split())
            if not said:
                return Reply(text=self._words("unclear-empty"))
            return Reply(text=self._words("unclear", words=said if len(said) <= 60 else f"{said[:57].rstrip()}…"))
        return Reply(text=self._words(str(step.topic).replace(" ", "-")))

    def _cards(self, scene: _Scene, deck: Deck) -> Recommendation:
        """The deck's films scored for its wish as the taste is now, in the order of the deck."""
        found = scene.house.recommender.judge(deck.request, deck.films, scene.taste)
        return replace(found, exact=deck.exact, relaxed=deck.relaxed)

    def _show(
        self, scene: _Scene, deck: Deck, found: Recommendation | None = None, last: tuple[int, Verdict] | None = None
    ) -> Reply:
        found = found or self._cards(scene, deck)
        catalogue = scene.house.recommender.films.catalogue
        cards = tuple(wording.card(catalogue.movie(c.row), c, scene.name, self._words) for c in found.candidates)
        position = next((i for i, c in enumerate(found.candidates) if c.tmdb == deck.open), 0)
        switch = any(example.others for example in deck.request.liked)
        films = tuple(c.tmdb for c in cards)
        given = groups.tally(scene.thumbs, films[position]) if scene.turn.group and cards else None
        return Reply(
            standing=wording.standing(deck.request, scene.name, self._words),
            cards=cards,
            position=position,
            deck=deck.id,
            buttons=wording.buttons(films, position, last, switch, scene.name, self._words, given),
        )


def _read(stored: str | None) -> Session:
    if stored is None:
        return Session()
    try:
        return _SESSION.validate_json(stored)
    except ValidationError:  # written by another version: the wish is lost, thumbs are not
        return Session()
