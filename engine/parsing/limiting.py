"""Genres, themes, places, times, audiences and the rest of the lexicon as parts of a request."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise

from engine.parsing.feelings import how_much
from engine.parsing.marks import Mark
from engine.parsing.numbers import Figures
from engine.parsing.phrases import Entry, listed, load
from engine.parsing.reading import Reading
from engine.parsing.years import NONE, Bounds, narrow
from engine.request import Limits, Mood
from index.movie import CERTIFICATES
from index.titles import little_words

_OF_FILMS = frozenset({"era", "latest", "length", "rating"})
_RELATIVE = frozenset({"who", "whose", "whom", "that", "which"})
_PEOPLE = frozenset({"im", "were", "hes", "shes", "theyre", "youre", "am", "getting"})
_ABOUT = frozenset({"about", "with", "involving", "featuring", "on", "in", "more", "no", "any"})
_POST = 45  # words of a message that tells of more than the wish
_JOINS = frozenset({"and", "or", "but", "please"})
_LESSENED = frozenset({"genre", "theme"})  # "fewer robots", "too many superheroes" rule them out
_BROAD = frozenset({"Comedy", "Drama"})


@dataclass(slots=True)
class Found:
    """What the lexicon's words gave, piece by piece."""

    genres: list[str] = field(default_factory=list)
    not_genres: list[str] = field(default_factory=list)
    themes: list[str] = field(default_factory=list)
    not_themes: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    not_languages: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    not_countries: list[str] = field(default_factory=list)
    years: Bounds = NONE
    minutes: Bounds = NONE
    certificate: str | None = None
    rating: float | None = None
    fame: float = 0.0
    audience: str | None = None
    occasion: str | None = None
    moods: list[Mood] = field(default_factory=list)

    def limits(self, figures: Figures) -> Limits:
        """Together with the figures; a year in figures outweighs "old"."""
        years = figures.years if figures.years != NONE else self.years
        minutes = figures.minutes if figures.minutes != NONE else self.minutes
        unwanted = set(self.not_genres)
        return Limits(
            genres=_once(g for g in self.genres if g not in unwanted),
            not_genres=_once(self.not_genres),
            years=years,
            minutes=minutes,
            languages=_once(self.languages),
            not_languages=_once(c for c in self.not_languages if c not in self.languages),
            countries=_once(self.countries),
            not_countries=_once(self.not_countries),
            certificate=_mildest(figures.certificate, self.certificate) if not figures.child else figures.certificate,
            rating=figures.rating if figures.rating is not None else self.rating,
            themes=_once((*figures.settings, *(t for t in self.themes if t not in self.not_themes))),
            not_themes=_once(self.not_themes),
        )


def _once(items: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))  # type: ignore[call-overload]


def _mildest(*certificates: str | None) -> str | None:
    known = [certificate for certificate in certificates if certificate]
    return min(known, key=CERTIFICATES.index) if known else None


def read_limits(reading: Reading, marks: list[Mark], latest: int) -> Found:
    """Everything but moods; uses up the words. `latest` is the year that "recent" counts from."""
    found = Found()
    starts = {mark.start for mark in marks if not mark.of("audience", "occasion", "theme") or mark.of("genre")}
    starts |= {mark.start for mark in marks if mark.of("theme") and _names_films(reading, mark.end)}
    loose = _either(reading, marks) | _told_of(reading, marks)
    for mark in marks:
        entries = [entry for entry in mark.entries if entry.kind in _PLACED]
        if not entries or not reading.free(mark.start, mark.end) or mark.start in loose:
            continue
        entries = [entry for entry in entries if _meant(reading, mark, entry, starts)]
        if not entries:
            continue
        how = how_much(reading, mark.start) if any(entry.kind in _LESSENED for entry in entries) else None
        negated = reading.negated[mark.start] or (how is not None and (how.more is False or how.too))
        entries = _narrowest(entries) if negated else entries
        placed = [_PLACED[entry.kind](found, entry, negated, latest) for entry in entries]
        if any(placed):
            reading.use(how.start if how else mark.start, mark.end)
    return found


def _meant(reading: Reading, mark: Mark, entry: Entry, starts: set[int]) -> bool:
    """Whether a word is said of the film, not of somebody in it: not the "old" of "an old man", "a kid who"."""
    end = mark.end
    following = reading.norms[end] if end < len(reading) and not reading.words[end].gap else ""
    if entry.kind == "audience":
        if entry.degree == "bare":
            return _by_itself(reading, mark)
        if entry.degree == "subject":
            return reading.begins(mark.start)
        mine = {"my", "our"} & set(reading.norms[mark.start : end])
        return (
            bool(mine) or entry.name == "friends" or reading.norms[mark.start] != "with" or following not in _RELATIVE
        )
    if entry.kind == "rating" and following == "at":
        return False
    if entry.kind in _OF_FILMS and (end - mark.start == 1 or entry.kind == "rating") and following:
        if mark.start and reading.norms[mark.start - 1] in _PEOPLE:
            return False
        known = following in little_words() or following.isdigit()
        return known or reading.used[end] or end in starts or reading.negated[mark.start]
    return True


def _either(reading: Reading, marks: list[Mark]) -> set[int]:
    """Genres and themes with "or" between: no film need have both, so they are left to the search by meaning."""
    loose: set[int] = set()
    for one, other in pairwise(marks):
        kinds = one.of("genre", "theme") and other.of("genre", "theme")
        if kinds and reading.norms[one.end : other.start] in (["or"], ["or", "a"], ["or", "the"], ["or", "an"]):
            loose |= {one.start, other.start} if not reading.negated[one.start] else set()
    return loose


def _told_of(reading: Reading, marks: list[Mark]) -> set[int]:
    """In a long post, themes that nothing asks for: "a dog who barks at horses will be there"."""
    if len(reading) < _POST:
        return set()
    kinds = [mark for mark in marks if mark.of("genre", "mood", "place", "theme")]
    loose, formal = set(), load("wishes")["formal"]["themes"]
    starts, ends = {mark.start for mark in kinds}, {mark.end for mark in kinds}
    for mark in kinds:
        story = any(entry.name not in formal for entry in mark.of("theme"))
        if not story or mark.of("genre") or reading.negated[mark.start]:
            continue
        before = _ABOUT & {reading.norms[at] for at in range(max(0, mark.start - 2), mark.start)}
        beside = mark.start in ends or mark.end in starts
        if not (before or beside or _names_films(reading, mark.end)):
            loose.add(mark.start)
    return loose


def _names_films(reading: Reading, place: int) -> bool:
    return place >= len(reading) or (reading.folded[place],) in listed("talk", "film_words")


def _by_itself(reading: Reading, mark: Mark) -> bool:
    """Whether a phrase has a clause of its own: the "kids" of "kids, funny", not of "about kids in danger"."""
    words, end = reading.words, mark.end
    opens = mark.start == 0 or words[mark.start].gap != "" or reading.norms[mark.start - 1] in _JOINS
    return opens and (end == len(reading) or words[end].gap != "" or reading.norms[end] in _JOINS)


def _narrowest(entries: list[Entry]) -> list[Entry]:
    """Of a phrase that is ruled out, what it is about: "no slashers" spares horror, "no rom-coms" spares comedy."""
    if any(entry.kind == "theme" for entry in entries):
        return [entry for entry in entries if entry.kind != "genre"]
    genres = [entry for entry in entries if entry.kind == "genre"]
    return [entry for entry in entries if len(genres) < 2 or entry.name not in _BROAD]


def _genre(found: Found, entry: Entry, negated: bool, latest: int) -> bool:
    (found.not_genres if negated else found.genres).append(entry.name)
    return True


def _theme(found: Found, entry: Entry, negated: bool, latest: int) -> bool:
    (found.not_themes if negated else found.themes).append(entry.name)
    return True


def _rules_out(found: Found, entry: Entry, negated: bool, latest: int) -> bool:
    (found.genres if negated else found.not_genres).append(entry.name)
    return True


def _never(found: Found, entry: Entry, negated: bool, latest: int) -> bool:
    found.not_themes.append(entry.name)
    return True


def _place(found: Found, entry: Entry, negated: bool, latest: int) -> bool:
    languages, countries = entry.value
    (found.not_languages if negated else found.languages).extend(languages)
    (found.not_countries if negated else found.countries).extend(countries)
    return True


def _tongue(found: Found, entry: Entry, negated: bool, latest: int) -> bool:
    if entry.value == "foreign":
        (found.languages if negated else found.not_languages).append("en")
    elif entry.value == "subtitles":
        if not negated:
            return False
        found.languages.append("en")
    else:
        (found.not_languages if negated and entry.value == "english" else found.languages).append("en")
    return True


def _era(found: Found, entry: Entry, negated: bool, latest: int) -> bool:
    first, last = (year or None for year in entry.value)
    if not negated:
        found.years = narrow(found.years, (first, last))
    elif first is None and last is not None:
        found.years = narrow(found.years, (last + 1, None))
    elif last is None and first is not None:
        found.years = narrow(found.years, (None, first - 1))
    return True


def _latest(found: Found, entry: Entry, negated: bool, latest: int) -> bool:
    if not latest:
        return False
    first = latest - int(entry.value)
    found.years = narrow(found.years, (None, first - 1) if negated else (first, None))
    return True


def _length(found: Found, entry: Entry, negated: bool, latest: int) -> bool:
    shortest, longest = (minutes or None for minutes in entry.value)
    if negated:
        shortest, longest = (longest, None) if longest else (None, (shortest or 1) - 1)
    found.minutes = narrow(found.minutes, (shortest, longest))
    return True


def _fame(found: Found, entry: Entry, negated: bool, latest: int) -> bool:
    found.fame = -entry.value if negated else entry.value
    return True


def _rating(found: Found, entry: Entry, negated: bool, latest: int) -> bool:
    if not negated:
        found.rating = max(found.rating or 0.0, entry.value)
    return True


def _certificate(found: Found, entry: Entry, negated: bool, latest: int) -> bool:
    milder = CERTIFICATES[max(0, CERTIFICATES.index(entry.value) - 1)]
    found.certificate = _mildest(found.certificate, milder if negated else entry.value)
    return True


def _audience(found: Found, entry: Entry, negated: bool, latest: int) -> bool:
    if not negated:
        found.audience = found.audience or entry.name
        _bring(found, load("wishes")["audience"][entry.name])
    return True


def _occasion(found: Found, entry: Entry, negated: bool, latest: int) -> bool:
    if not negated:
        found.occasion = found.occasion or entry.name
        _bring(found, load("wishes")["occasion"][entry.name])
    return True


def _bring(found: Found, brings: dict[str, object]) -> None:
    for mood in brings.get("moods", ()):  # type: ignore[attr-defined]
        axis = mood.removeprefix("not ")
        found.moods.append(Mood(axis=axis, wanted=axis == mood))
    found.themes.extend(brings.get("themes", ()))  # type: ignore[arg-type]
    found.certificate = _mildest(found.certificate, brings.get("certificate"))  # type: ignore[arg-type]


_PLACED = {
    "genre": _genre,
    "theme": _theme,
    "never": _never,
    "rules out": _rules_out,
    "place": _place,
    "tongue": _tongue,
    "era": _era,
    "latest": _latest,
    "length": _length,
    "fame": _fame,
    "rating": _rating,
    "certificate": _certificate,
    "audience": _audience,
    "occasion": _occasion,
}


def with_ages(found: Found, figures: Figures) -> Found:
    """An age that was said makes the audience."""
    if not figures.child:
        return found
    moods = found.moods or [Mood(axis="family-friendly")]
    return replace(found, audience="kids", moods=moods)
