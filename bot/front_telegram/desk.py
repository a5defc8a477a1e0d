"""What people ask about themselves in a private chat: settings, taste, lists, what is kept, and that it be gone."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot import session
from bot.front_telegram import choosing
from bot.front_telegram.callbacks import FORGET_ME
from bot.front_telegram.chatting import Talk
from bot.front_telegram.evening import Evening
from bot.front_telegram.mail import ANSWER, SAY, Keep, Mail
from bot.front_telegram.markup import NOTE, escape, message, shorten, tag
from bot.front_telegram.outgoing import Answer, Attach, Keys, Say, Saying
from bot.front_telegram.tasting import tasted
from bot.front_telegram.tongue import country_of, words_of
from bot.front_telegram.updates import CHANNEL, Heard, Kind, from_bytes
from bot.playing.scene import House
from bot.preferences import Preferences
from bot.store import LEAVING, ChatId, Choices, PersonId, Store, Transaction
from bot.store.exporting import counted, everything
from bot.turn import Action
from bot.watching import Places
from bot.watching import told as where
from bot.wording import Words

_LISTED = 30  # films of a list in words
_FEEDBACK = 1500  # units of what is passed on
_FILE = "matinee.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """One question, in the transaction that answers it."""

    memory: Transaction
    chat: ChatId
    person: PersonId
    heard: Heard
    words: Words


class Desk:
    """Answers what a person asks about themselves; nothing of it is said in a group."""

    def __init__(
        self,
        store: Store,
        mail: Mail,
        house: Callable[[], House],
        talk: Talk,
        evening: Evening | None = None,
        admins: Sequence[str] = (),
        places: Places | None = None,
    ) -> None:
        self._store = store
        self._mail = mail
        self._house = house
        self._talk = talk
        self._places = places
        self._admins = admins  # chats that feedback goes to
        self._evening = evening
        self._answers: dict[str, Callable[[_Case], Awaitable[Sequence[Saying]]]] = {
            "settings": self._settings,
            "export": self._export,
            "seen": self._seen,
            "feedback": self._feedback,
        }

    async def respond(self, chat: ChatId, heard: Heard, keep: Keep) -> bool:
        """Answer an update with one call of `keep`; False, and nothing done, when it is not for the desk."""
        command = heard.turn.command
        if command == FORGET_ME:
            await self._forget(chat, heard, keep)
            return True
        if heard.turn.group or heard.kind not in {Kind.COMMAND, Kind.TAPPED}:
            return False
        if heard.turn.action is Action.WATCH and self._places:
            await self._watch(self._places, chat, heard, keep)
            return True
        if command == "taste":
            await self._taste(chat, heard, keep)
            return True
        if command not in self._answers:
            return False
        async with self._store.turn() as memory:
            case = await self._case(memory, chat, heard)
            await keep(memory, await self._answers[command](case))
        return True

    @property
    def places(self) -> bool:
        """Whether it can be said where a film is to be watched."""
        return self._places is not None

    async def _forget(self, chat: ChatId, heard: Heard, keep: Keep) -> None:
        """Delete a person and their private chat.

        The last word needs an address: a bare chat is made, which goes when it has been said.
        """
        async with self._store.turn() as memory:
            await keep(memory, ())  # first, while there is a chat
            case = await self._case(memory, chat, heard)
            verdicts, saved = await counted(memory, case.person)
            if self._evening:
                await self._evening.forget(memory, heard)
            await self._talk.forget(memory, case.person)
            await self._unsay(memory, heard.turn.user)
            await memory.forget_person(case.person)
            if not heard.turn.group:
                await memory.forget_chat(chat)
            gone = f"{case.words('forgotten-what', verdicts=verdicts, saved=saved)}\n\n{case.words('forgotten')}"
            anew = await memory.chat_of(CHANNEL, heard.turn.chat, LEAVING)
            said = [Answer(query=heard.query)] if heard.query else []
            await self._mail.post(memory, anew, *said, Say(html=message(gone)))

    async def _unsay(self, memory: Transaction, user: str) -> None:
        """Let go of what waits in groups: what the person said and was not answered, and what names them."""
        await self._mail.inbox(memory).drop_all(lambda body: from_bytes(body).turn.user == user)
        named = f'tg://user?id={user}\\"'.encode()  # as JSON writes what `tables.question` says
        for lane in (SAY, ANSWER):
            await self._mail.outbox(memory, lane).drop_all(lambda body: named in body)

    async def _case(self, memory: Transaction, chat: ChatId, heard: Heard) -> _Case:
        person = await memory.person_of(CHANNEL, heard.turn.user)
        words = await words_of(memory, chat, heard.turn)
        return _Case(memory=memory, chat=chat, person=person, heard=heard, words=words)

    async def _settings(self, case: _Case) -> Sequence[Saying]:
        turn, choices = case.heard.turn, Choices(case.memory)
        before = await choices.of(case.chat)
        if case.heard.query is None:
            return await self._typed(case, before)
        after = choosing.chosen(turn.text, before, case.words)
        if after is None:
            gone = shorten(case.words("settings-gone"), NOTE)
            return [Answer(query=case.heard.query, text=gone, alert=True)]
        await self._choose(case, before, after)
        words = await words_of(case.memory, case.chat, turn)
        opened, tapped = choosing.page(turn.text), case.heard.message
        return [
            Answer(query=case.heard.query),
            choosing.table(after, words, opened=opened, message=None if turn.text == choosing.COUNTRY else tapped),
        ]

    async def _typed(self, case: _Case, before: Preferences) -> Sequence[Saying]:
        """The command, alone or with a country behind it."""
        said, after = case.heard.turn.text.strip(), before
        if said:
            if not choosing.known_country(said.upper(), case.words):
                return [Say(html=message(case.words("settings-not-a-country", said=said[:40])))]
            after = choosing.chosen(f"{choosing.SETTING}country:{said.upper()}", before, case.words) or before
            await self._choose(case, before, after)
        return [choosing.table(after, case.words)]

    async def _choose(self, case: _Case, before: Preferences, after: Preferences) -> None:
        if after == before:
            return
        await Choices(case.memory).put(case.chat, after)
        stored = await case.memory.session(case.chat)
        if stored is not None and after.narrower_than(before):  # cards of before may be beyond the new limit
            put_away = session.read(stored).put_away()
            await case.memory.save_session(case.chat, session.written(put_away))

    async def _export(self, case: _Case) -> Sequence[Saying]:
        kept = await everything(case.memory, case.person, case.chat)
        kept["nights"] = await self._evening.tell(case.memory, case.person) if self._evening else []
        for row in (*kept["person"]["feedback"], *kept["saved"]):
            row["title"] = self._title(row["tmdb"])
        data = json.dumps(kept, ensure_ascii=False, indent=1).encode()
        return [Attach(name=_FILE, data=data, html=escape(case.words("export-ready")))]

    async def _seen(self, case: _Case) -> Sequence[Saying]:
        verdicts = await case.memory.verdicts(case.chat)
        if not verdicts:
            return [Say(html=message(case.words("seen-none")))]
        latest = list(reversed(verdicts.items()))
        lines = [
            case.words("seen-line", verdict=case.words(f"verdict-{verdict}"), title=self._title(film) or "?")
            for film, verdict in latest[:_LISTED]
        ]
        if len(latest) > _LISTED:
            lines.append(case.words("seen-more", count=len(latest) - _LISTED))
        return [Say(html=message("\n".join([case.words("seen-head", count=len(latest)), "", *lines])))]

    async def _feedback(self, case: _Case) -> Sequence[Saying]:
        said = case.heard.turn.text.strip()
        if not self._admins:
            return [Say(html=message(case.words("feedback-nobody")))]
        if not said:
            return [Say(html=message(case.words("feedback-what")))]
        for admin in self._admins:
            chat = await case.memory.chat_of(CHANNEL, admin)
            head = (await words_of(case.memory, chat, case.heard.turn))("feedback-head")
            passed = f"{tag('b', head)}\n{escape(shorten(said, _FEEDBACK))}"
            await self._mail.post(case.memory, chat, Say(html=passed))
        return [Say(html=message(case.words("feedback-passed")))]

    async def _taste(self, chat: ChatId, heard: Heard, keep: Keep) -> None:
        """Worked out between two transactions, for it takes a while."""
        async with self._store.turn() as memory:
            case = await self._case(memory, chat, heard)
            verdicts = await memory.verdicts(chat)
        said = await asyncio.to_thread(tasted, self._house(), verdicts, case.words)
        async with self._store.turn() as memory:
            await keep(memory, said)

    async def _watch(self, places: Places, chat: ChatId, heard: Heard, keep: Keep) -> None:
        """Where the film on a card can be watched; asked for between two transactions."""
        film, query = heard.turn.film, heard.query
        assert query is not None
        showing = await places.of(film) if film is not None else None
        async with self._store.turn() as memory:
            case = await self._case(memory, chat, heard)
            country = country_of((await Choices(memory).of(chat)).country, heard.turn.language)
            title = self._title(film) if film is not None else None
            if title is None:
                gone = shorten(case.words("deck-gone"), NOTE)
                await keep(memory, [Answer(query=query, text=gone, alert=True)])
                return
            said = where(title, showing, country, case.words)
            keys: Keys = ()
            if showing and showing.trailer:
                keys = (((case.words("button-trailer"), showing.trailer),),)
            if showing and country is None:
                keys = (*keys, ((case.words("button-my-country"), choosing.COUNTRY),))
            await keep(memory, [Answer(query=query), Say(html=message(said), keys=keys, about=heard.turn.deck)])

    def _title(self, tmdb: int) -> str | None:
        catalogue = self._house().recommender.films.catalogue
        row = catalogue.row(tmdb)
        return None if row is None else catalogue.movie(row).name
