"""From a message to a request: the readers in order, each using up the words that it understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from engine.context import Context
from engine.parsing import followup
from engine.parsing.acts import Spoken, asks, distress, only_asks, pointed, spoken
from engine.parsing.feelings import Feeling, read_feelings, settle
from engine.parsing.guessing import Encode, Guesser
from engine.parsing.limiting import Found, read_limits, with_ages
from engine.parsing.linking import link_titles
from engine.parsing.marks import scan
from engine.parsing.misspelt import misspelt
from engine.parsing.naming import link_people, people_of
from engine.parsing.negation import read_indifference, read_negations
from engine.parsing.numbers import Figures, read_figures
from engine.parsing.phrases import listed
from engine.parsing.pointing import MAKING, Link, Role, read_back
from engine.parsing.reading import Reading
from engine.parsing.remainder import read_remainder
from engine.parsing.spelling import mend, mend_cues
from engine.parsing.strangers import read_strangers
from engine.parsing.translating import in_english
from engine.parsing.years import NONE
from engine.request import Act, Example, Limits, Person, Request
from index.moods import Axis
from index.titles import Kind, TitleIndex

_WITH_CHILDREN = frozenset({"kids", "family"})
_RAW = 2000  # characters of the message that are kept for display


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """What the readers found in one message."""

    people: tuple[Person, ...]
    links: list[Link]
    feelings: list[Feeling]
    figures: Figures
    found: Found
    text: str
    unplaced: tuple[str, ...]


class Parser:
    """Understands what people write. Deterministic, and never raises, whatever the text."""

    def __init__(self, titles: TitleIndex, axes: Mapping[str, Axis], encode: Encode | None = None) -> None:
        self._titles = titles
        self._guesser = Guesser(axes, encode)
        self.parse("warm up")  # reads the lexicons now, so that the first message does not wait for them

    def parse(self, text: str, context: Context | None = None, language: str = "en") -> Request:
        """One message as a request; with a standing request, the changed one. `language` as of `in_english`."""
        context = context or Context()
        english = in_english(text, language, self._titles)
        reading, raw = Reading(english, foreign=english != text), text[:_RAW]
        standing = context.standing
        if distress(reading):
            return Request(act=Act.CARE, raw=raw)
        if said := spoken(reading, context, self._titles):
            return self._spoken(said, standing, raw)
        if only_asks(reading):
            return Request(raw=raw)
        shown = self._more_like(reading, context) if standing else None
        standing, lifted = followup.without_lifted(standing, reading) if standing else (None, False)
        open_card = followup.open_card(context)
        same = followup.same_makers(reading, self._titles.film(open_card) if open_card else None)
        parts = self._read(reading, frozenset(context.deck), same)
        alone = self._request(parts, Context(), raw)
        if standing and shown:
            return followup.like_shown(self._request(parts, context, raw), standing, shown)
        if alone.empty and not (alone.seen or alone.count or lifted):
            return alone if asks(reading) and not alone.unplaced else replace(alone, act=Act.UNCLEAR)
        if standing is None:
            return alone
        made = any(link.role in MAKING for link in parts.links)
        signs = followup.signs_of(reading, parts.feelings, made=made)
        if followup.is_new(alone, signs):
            return alone
        fresh = self._request(parts, context, raw)
        if fresh.liked and not signs.adding:  # "more like X": the measure changes, the limits stay
            return followup.like_shown(fresh, standing, *fresh.liked)
        return followup.merge(fresh, standing, adding=signs.adding)

    def _spoken(self, said: Spoken, standing: Request | None, raw: str) -> Request:
        if said.act in {Act.START_OVER, Act.GREET} or standing is None:
            return Request(act=said.act, subject=said.subject, verdict=said.verdict, raw=raw)
        return replace(standing, act=said.act, subject=said.subject, verdict=said.verdict, unplaced=(), raw=raw)

    def _more_like(self, reading: Reading, context: Context) -> Example | None:
        """The card of "more like the second one"; uses up those words."""
        cues = listed("talk", "more_like")
        for place in range(len(reading)):
            hit = cues.at(reading.folded, place)
            if hit is None or hit[0] >= len(reading):
                continue
            tail = Reading(reading.written.text[reading.words[hit[0]].start :])
            subject, rest = pointed(tail, replace(context, deck=context.deck), self._titles)
            card = followup.open_card(context)
            if subject is None and card and listed("talk", "pointers").at(reading.folded, hit[0]):
                subject = card
                rest = reading.folded[listed("talk", "pointers").at(reading.folded, hit[0])[0] :]  # type: ignore[index]
            if subject is not None:
                end = len(reading) - len([word for word in rest if word != "the"])
                reading.use(place, max(hit[0], end))
                return Example(tmdb=subject, said=reading.said(place, max(hit[0], end)))
        return None

    def _read(self, reading: Reading, known: frozenset[int], same: tuple[Person, ...]) -> _Parts:
        """Every reader in order, each using up the words that it understood."""
        if not reading.foreign:  # what is left of another language is not misspelt English
            mend_cues(reading, self._titles.vocabulary)
        people = link_people(reading, self._titles)
        links = link_titles(reading, self._titles, known)
        links = read_back(reading, [*links, *misspelt(reading, self._titles, links)])
        strangers = read_strangers(reading)
        if not reading.foreign:
            mend(reading, self._titles.vocabulary)
        read_indifference(reading)
        figures = read_figures(reading, self._titles.latest)
        marks = scan(reading)
        read_negations(reading, marks)
        marks = scan(reading)  # "don't want to cry": without the negation, "cry" is a phrase again
        feelings = [*read_feelings(reading, marks), *self._guesser.read(reading)]
        found = with_ages(read_limits(reading, marks, self._titles.latest), figures)
        text, unplaced = read_remainder(reading, marks, self._titles.vocabulary)
        named = [replace(person, wanted=not reading.negated[place]) for person, place in people]
        return _Parts(
            people=_people([*named, *same], [person for link in links for person in people_of(link, self._titles)]),
            links=links,
            feelings=feelings,
            figures=figures,
            found=found,
            text=text,
            unplaced=tuple(dict.fromkeys((*strangers, *unplaced))),
        )

    def _request(self, parts: _Parts, context: Context, raw: str) -> Request:
        """The parts as a request, compared with the films that it names, or else with those on the table."""
        feelings, found = parts.feelings, parts.found
        liked = self._examples(parts.links, Role.LIKED)
        than = self._examples(parts.links, Role.THAN)
        if than and any(feeling.compared for feeling in feelings):
            liked = (*liked, *than)
        disliked = self._examples(parts.links, Role.DISLIKED)
        seen = self._examples(parts.links, Role.SEEN, Role.LEFT_OUT, Role.MAKER)
        refused = {example.tmdb for example in (*disliked, *self._examples(parts.links, Role.LEFT_OUT))}
        liked = tuple(example for example in liked if example.tmdb not in refused)
        limits = found.limits(parts.figures)
        standing_liked = bool(context.standing and context.standing.liked)
        card = followup.open_card(context)
        compares = bool(liked) or standing_liked or card is not None
        if not liked and card is not None:
            feelings, limits = self._by_card(feelings, limits, card)
        measure = (card,) if card is not None and not liked and not standing_liked else ()
        critiques, moods = settle(feelings, compares=compares, than=measure)
        if found.audience in _WITH_CHILDREN:  # "for kids, not annoying for adults"
            moods = [mood for mood in moods if mood.axis != "family-friendly" or mood.wanted]
        return Request(
            liked=liked,
            disliked=disliked,
            seen=seen,
            people=parts.people,
            critiques=tuple(critiques),
            moods=tuple(followup.without_brought(moods, found.moods)),
            limits=limits,
            fame=found.fame,
            audience=found.audience,
            occasion=found.occasion,
            count=parts.figures.count,
            text=parts.text,
            unplaced=parts.unplaced,
            raw=raw,
        )

    def _by_card(self, feelings: list[Feeling], limits: Limits, card: int) -> tuple[list[Feeling], Limits]:
        """The words "older" and "newer" of a shown card as years before and after it."""
        film = self._titles.film(card)
        kept = []
        for feeling in feelings:
            if feeling.axis != "recent" or film is None or film.year is None:
                kept.append(feeling)
            elif limits.years == NONE:
                years = (film.year + 1, None) if feeling.more else (None, film.year - 1)
                limits = replace(limits, years=years)
        return kept, limits

    def _examples(self, links: list[Link], *roles: Role) -> tuple[Example, ...]:
        found: dict[int, Example] = {}
        for link in links:
            if link.role in roles:
                first, *others = link.span.films
                if link.role is Role.LEFT_OUT and link.span.kind is Kind.FRANCHISE:  # "not that series": none of it
                    found.update((film, Example(tmdb=film, said=link.span.said)) for film in link.span.films)
                    continue
                found.setdefault(first, Example(tmdb=first, said=link.span.said, others=tuple(others[:8])))
        return tuple(found.values())


def _people(named: list[Person], made: list[Person]) -> tuple[Person, ...]:
    return tuple({person.name: person for person in (*named, *made)}.values())
