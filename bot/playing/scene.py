"""What a turn is worked out from, and what it changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from bot.groups import Taps, Thumb
from bot.preferences import Preferences
from bot.session import Deck, Session
from bot.store import PersonId
from bot.turn import Turn
from bot.wording import Words
from engine.parsing import LANGUAGES, Parser, titles_in
from engine.recommend import Recommender
from engine.request import Request, Verdict
from engine.taste import Taste


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class House:
    """What answers a turn: one loaded set of artefacts, the same from the turn's start to its end."""

    parser: Parser
    recommender: Recommender

    def title(self, tmdb: int, language: str = "en") -> str:
        """What a film is called by people who speak a language; a question mark for one that is not here."""
        catalogue = self.recommender.films.catalogue
        row = catalogue.row(tmdb)
        if row is None:
            return "?"
        there = titles_in(language).title.get(tmdb) if language in LANGUAGES else None
        return there or catalogue.movie(row).title


@dataclass(kw_only=True)
class Scene:
    """A turn with all that it needs; everything that changes is kept at its end."""

    turn: Turn
    house: House
    person: PersonId
    words: Words
    chosen: Preferences
    session: Session
    verdicts: dict[int, Verdict]  # latest by TMDB id, the oldest first; in a group: of all together
    saved: list[int]  # TMDB ids, the latest first
    thumbs: tuple[Thumb, ...] = ()  # of everybody in a group
    taps: Taps  # that groups made a moment ago
    lent: Deck | None = None  # the deck of a group that is to be dealt to the person alone
    said: list[tuple[int, Verdict | None, str | None]] = field(default_factory=list)  # film, verdict, deck: to be kept
    kept: list[tuple[int, bool]] = field(default_factory=list)  # film, whether it is saved now: to be kept
    keep: bool = True

    @cached_property
    def taste(self) -> Taste:
        """By the verdicts as they are now."""
        return Taste.by(self.verdicts)

    @property
    def language(self) -> str:
        """Code of the language that the person writes in, as far as it is known."""
        return self.chosen.language or self.turn.language or "en"

    def judge(self, film: int, verdict: Verdict | None, deck: str | None) -> None:
        """A verdict of the person on a film, or none any more."""
        self.verdicts.pop(film, None)  # so that the later one also stands later
        if verdict is not None:
            self.verdicts[film] = verdict
        self.judged(film, verdict, deck)

    def judged(self, film: int, verdict: Verdict | None, deck: str | None) -> None:
        """A verdict that `verdicts` holds by now."""
        self.said.append((film, verdict, deck))
        self.__dict__.pop("taste", None)

    def name(self, tmdb: int) -> str:
        """The title of a film."""
        return self.house.title(tmdb, self.words.code)

    def wish(self, deck: Deck) -> Request:
        """What the films of a deck are scored for."""
        return Request() if deck.own else self.chosen.narrow(deck.request)
