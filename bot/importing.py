"""A person's own history from elsewhere, as verdicts of theirs: films rated high and low, and films merely seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.store import ChatId, Feedback, PersonId, Transaction
from engine.request import Verdict
from index.catalogue import Catalogue
from index.sources.ratings.history import Entry, Found, History, resolve

_NAMED = 3  # titles that were not found which are named; the others are counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an export held, and what of it was new to the chat."""

    publisher: str  # Letterboxd, IMDb or Trakt
    liked: int
    disliked: int
    seen: int  # without a thumb
    missing: tuple[str, ...]  # titles of what was seen and is not among the films here, in the order of the export
    new: int  # verdicts that the chat did not have from an import before

    def lines(self) -> list[str]:
        """In words, a line each."""
        found = f"{self.liked:,} liked, {self.disliked:,} disliked, {self.seen:,} seen, {len(self.missing):,} not found"
        out = [f"{self.publisher}: {found}"]
        if self.missing:
            named, more = self.missing[:_NAMED], len(self.missing) - _NAMED
            out.append(f"  not found: {', '.join(named)}{f' and {more:,} more' if more > 0 else ''}")
        out.append(f"  {self.new:,} new to this chat" if self.new else "  nothing new to this chat")
        return out


def verdicts(found: Found) -> dict[int, Verdict]:
    """What the person said of each film that is here, by TMDB id, the oldest first."""
    said = dict.fromkeys(found.seen, Verdict.SEEN)
    said.update(dict.fromkeys(found.liked, Verdict.UP))
    said.update(dict.fromkeys(found.disliked, Verdict.DOWN))
    return said


def feedback(found: Found, standing: Mapping[int, Verdict], chat: ChatId, person: PersonId) -> list[Feedback]:
    """The verdicts as the store keeps them, the oldest first; `standing` is what the chat says of films already.

    Each is keyed by chat, person and film, what is said of it, and when: an export that comes again, or a later one
    that says the same, adds nothing, and does not undo what was said here meanwhile. That a film was merely seen takes
    no verdict's place.
    """
    at: dict[int, int] = {}  # seconds since 1970, 0: unknown
    for entry, film in found.ids.items():
        at[film] = max(at.get(film, 0), entry.at)
    return [
        Feedback(
            chat=chat,
            person=person,
            tmdb=film,
            verdict=verdict,
            update_key=f"import:{chat}:{person}:{film}:{verdict}:{at.get(film, 0)}",
        )
        for film, verdict in verdicts(found).items()
        if verdict is not Verdict.SEEN or film not in standing
    ]


async def keep(history: History, catalogue: Catalogue, memory: Transaction, chat: ChatId, person: PersonId) -> Imported:
    """Keep a history in a chat, all of it or nothing; what it held is told."""
    return await keep_found(history.publisher, resolve(history.entries, catalogue), memory, chat, person)


async def keep_found(publisher: str, found: Found, memory: Transaction, chat: ChatId, person: PersonId) -> Imported:
    """Keep what was found of a history, as `keep` does: finding takes a while, and a transaction should not wait."""
    said = feedback(found, await memory.verdicts(chat), chat, person)
    return Imported(
        publisher=publisher,
        liked=len(found.liked),
        disliked=len(found.disliked),
        seen=len(found.seen) - len(found.liked) - len(found.disliked),
        missing=tuple(_title(entry) for entry in _missing(found)),
        new=await memory.record_all(said),
    )


def _missing(found: Found) -> Iterator[Entry]:
    """Films that were seen; what is only on a list of films to see has no place in a chat."""
    return (entry for entry in found.unresolved if entry.seen)


def _title(entry: Entry) -> str:
    name = entry.title or entry.imdb or f"TMDB {entry.tmdb}"
    return f"{name} ({entry.year})" if entry.year else name
