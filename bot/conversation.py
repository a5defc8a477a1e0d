"""One turn in, one reply out: reads the chat's session, decides, recommends, and keeps what changed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from weakref import WeakValueDictionary

from bot import dialogue, session, wording
from bot.dialogue import Deal, Explain, Gather, Keep, Page, Record, Say, Topic
from bot.preferences import Preferences
from bot.reply import Reply
from bot.session import Deck, Session
from bot.store import ChatId, Choices, Feedback, PersonId, Saved, Store, Transaction
from bot.turn import Action, Turn
from bot.wording import Words
from bot.wording.speaking import speaking
from engine.candidate import Recommendation
from engine.context import Context
from engine.parsing import Parser
from engine.recommend import DECK, Recommender
from engine.request import Request, Verdict
from engine.taste import Taste

Alongside = Callable[[Transaction, Reply], Awaitable[None]]
"""What a front end keeps of a reply in the same transaction that keeps what the turn changed."""

_BEHIND = 5
"""Cards that can be paged back to once a deck was dealt on; older ones are let go."""
_LONGEST_LIST = 50  # saved films on cards, the latest


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
    words: Words
    chosen: Preferences
    saved: list[int]  # TMDB ids, the latest first
    kept: list[tuple[int, bool]] = field(default_factory=list)  # film, whether it is saved now: to be kept
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
                scene = _Scene(
                    turn=turn,
                    house=self._house(),
                    session=session.read(stored),
                    verdicts=dict(await memory.verdicts(chat)),
                    said=[],
                    words=self._words,
                    chosen=await Choices(memory).of(chat),
                    saved=list(await Saved(memory).of(person)),
                )
            if scene.chosen.language or turn.language:
                scene.words = speaking(scene.chosen.language, turn.language)
            before = scene.session
            reply = await asyncio.to_thread(self._work_out, scene)
            changed = scene.keep and (scene.said or scene.kept or scene.session != before)
            if changed or alongside:
                async with self._store.turn() as memory:
                    if changed:
                        await self._keep(memory, scene, chat, person)
                    if alongside:
                        await alongside(memory, reply)
        return reply

    async def _keep(self, memory: Transaction, scene: _Scene, chat: ChatId, person: PersonId) -> None:
        for film, verdict, deck in scene.said:
            key = f"{scene.turn.channel}:{scene.turn.key}"
            feedback = Feedback(chat=chat, person=person, tmdb=film, verdict=verdict, update_key=key, deck=deck)
            if not await memory.record(feedback):
                return  # the same update again: its turn was kept when it came first
        for film, saved in scene.kept:
            await (Saved(memory).put(person, film) if saved else Saved(memory).drop(person, film))
        await memory.save_session(chat, session.written(scene.session))

    def _work_out(self, scene: _Scene) -> Reply:
        turn = scene.turn
        if turn.action is Action.UNDO and turn.film is None and scene.verdicts:
            turn = replace(turn, film=next(reversed(scene.verdicts)))
        if turn.action is Action.SIMILAR:
            step = dialogue.similar(scene.house.parser.parse(f'like "{turn.text}"', Context()), turn.text)
        elif turn.action is not None:
            step = dialogue.act(turn, scene.session)
        else:
            language = scene.chosen.language or turn.language or "en"
            request = scene.house.parser.parse(turn.text, scene.session.context, language)
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
            case Explain():
                return self._explain(scene, step)
            case Keep():
                return self._save(scene, step)
            case Gather():
                return self._gather(scene)
            case Say():
                return self._say(scene, step)

    def _deal(self, scene: _Scene, step: Deal) -> Reply:
        wish = scene.chosen.narrow(step.request)
        found = scene.house.recommender.recommend(wish, scene.taste, without=frozenset(step.passed))
        if not found.candidates:
            deck = scene.session.deck
            reply = self._show(scene, deck) if deck and deck.films else Reply()
            return replace(reply, text=scene.words("nothing-left"))
        deck = Deck(
            id=f"{scene.session.dealt + 1:x}",
            request=step.request,
            films=tuple(c.tmdb for c in found.candidates),
            exact=found.exact,
            relaxed=found.relaxed,
            passed=step.passed,
        )
        scene.session = scene.session.deal(deck)
        text = wording.above(found, step.request, scene.name, scene.words)
        return replace(self._show(scene, deck, found), text=text, fresh=True)

    def _record(self, scene: _Scene, step: Record) -> Reply:
        deck = step.deck
        if scene.verdicts.get(step.film) == step.verdict:
            note = scene.words("again") if step.verdict else scene.words("taken-back")
            last = (step.film, step.verdict) if step.verdict else None  # it can still be taken back
            return replace(self._show(scene, deck, last=last), note=note) if deck else Reply(note=note)
        scene.judge(step.film, step.verdict, deck.id if deck else None)
        note = scene.words("noted" if step.verdict else "taken-back")
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
        if deck.own:
            return replace(deck, position=min(deck.position + 1, len(deck.films) - 1))
        gone = deck.films[: deck.position + 1]
        ahead = max(len(deck.films) - len(gone), 0) or DECK
        passed = frozenset((*deck.passed, *gone))
        wish = scene.chosen.narrow(deck.request)
        found = scene.house.recommender.recommend(wish, scene.taste, count=ahead, without=passed, explained=False)
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

    def _save(self, scene: _Scene, step: Keep) -> Reply:
        if step.saved and scene.house.recommender.films.catalogue.row(step.film) is None:
            return Reply()  # it left the catalogue
        if step.saved and step.film not in scene.saved:
            scene.saved.insert(0, step.film)
        elif not step.saved and step.film in scene.saved:
            scene.saved.remove(step.film)
        scene.kept.append((step.film, step.saved))
        note = scene.words("saved" if step.saved else "unsaved")
        deck = step.deck
        return replace(self._show(scene, deck), note=note) if deck and deck.films else Reply(note=note)

    def _gather(self, scene: _Scene) -> Reply:
        """The films that were saved and are still to be seen, as a deck; the wish before goes on standing."""
        catalogue = scene.house.recommender.films.catalogue
        done = scene.taste.done_with
        films = [film for film in scene.saved if film not in done and catalogue.row(film) is not None]
        if not films:
            return Reply(text=scene.words("watchlist-empty"))
        wish = scene.session.deck.request if scene.session.deck else Request()
        deck = Deck(id=f"{scene.session.dealt + 1:x}", request=wish, films=tuple(films[:_LONGEST_LIST]), own=True)
        scene.session = scene.session.deal(deck)
        return replace(self._show(scene, deck), fresh=True)

    def _explain(self, scene: _Scene, step: Explain) -> Reply:
        found = self._cards(scene, step.deck)
        position = step.deck.films.index(step.film) if step.film in step.deck.films else step.deck.position
        deck = replace(step.deck, position=position)
        scene.session = scene.session.turn(deck)
        why = next((c for c in found.candidates if c.tmdb == step.film), None)
        text = wording.at_length(why.reasons, scene.name, scene.words) if why else scene.words("no-deck")
        return replace(self._show(scene, deck, found), text=text)

    def _say(self, scene: _Scene, step: Say) -> Reply:
        scene.keep = step.keep
        if step.topic is Topic.CLEARED:
            scene.session = scene.session.clear()
        if step.topic is Topic.UNCLEAR:
            said = " ".join((step.request.raw if step.request else scene.turn.text).split())
            if not said:
                return Reply(text=scene.words("unclear-empty"))
            return Reply(text=scene.words("unclear", words=said if len(said) <= 60 else f"{said[:57].rstrip()}…"))
        return Reply(text=scene.words(str(step.topic).replace(" ", "-")))

    def _cards(self, scene: _Scene, deck: Deck) -> Recommendation:
        """The deck's films scored for its wish as the taste is now, in the order of the deck."""
        wish = Request() if deck.own else scene.chosen.narrow(deck.request)
        found = scene.house.recommender.judge(wish, deck.films, scene.taste)
        return replace(found, exact=deck.exact, relaxed=deck.relaxed)

    def _show(
        self, scene: _Scene, deck: Deck, found: Recommendation | None = None, last: tuple[int, Verdict] | None = None
    ) -> Reply:
        found = found or self._cards(scene, deck)
        catalogue = scene.house.recommender.films.catalogue
        cards = tuple(wording.card(catalogue.movie(c.row), c, scene.name, scene.words) for c in found.candidates)
        position = next((i for i, c in enumerate(found.candidates) if c.tmdb == deck.open), 0)
        films = tuple(c.tmdb for c in cards)
        saved = None if scene.turn.group or not films else films[position] in scene.saved
        switch = not deck.own and any(example.others for example in deck.request.liked)
        return Reply(
            standing=self._standing(scene, deck),
            cards=cards,
            position=position,
            deck=deck.id,
            buttons=wording.buttons(films, position, last, switch, scene.name, scene.words, saved=saved),
            veiled=scene.chosen.spoilers,
        )

    def _standing(self, scene: _Scene, deck: Deck) -> str:
        if deck.own:
            return scene.words("watchlist-head", count=len(deck.films))
        return wording.standing(scene.chosen.narrow(deck.request), scene.name, scene.words)
