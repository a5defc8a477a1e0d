"""Which stretches of a message name people, and for what."""

from __future__ import annotations

from engine.parsing.linking import Beside, enough, judge
from engine.parsing.phrases import listed, listed_together, wishes
from engine.parsing.pointing import Link, Role
from engine.parsing.reading import Reading
from engine.request import Person
from index.titles import Kind, PersonSpan, TitleIndex, TitleSpan, little_words

_ROLES = {"director": "director", "cast": "cast", "composer": "composer", "writer": "writer"}
_MADE = {Role.MAKER: "directors", Role.LEAD: "cast", Role.SCORER: "composers", Role.WRITER: "writers"}
_MADE_AS = {Role.MAKER: "director", Role.LEAD: "cast", Role.SCORER: "composer", Role.WRITER: "writer"}
_STANDING = 6.0  # from which a surname alone is clear
_CLEARER = 2.0  # times better known than the next of that name
_DIRECTS = 0.6  # share of what a person is known for
_KIN = frozenset({"brothers", "bros", "sisters", "siblings"})
_LONG_NAME = 5  # letters of a surname that is clear without any cue
_FUZZY_PLACES = 3


def link_people(reading: Reading, titles: TitleIndex) -> list[tuple[Person, int]]:
    """People that the message names, each with the place of the name; uses up their words."""
    found: list[tuple[Person, int]] = []
    last: tuple[int, str] = (-9, "any")
    films = _titled(reading, titles)
    for span in titles.names(reading.written):
        if not reading.free(span.start, span.end) or any(_inside(span, film) for film in films):
            continue
        cue = _cue(reading, span.start, last)
        if not _accepted(reading, span, cue, titles):
            continue
        role = _role(cue, titles.roles(span.names[0]))
        found.append((Person(name=span.names[0], role=role), span.start))
        kin = span.end < len(reading) and reading.norms[span.end] in _KIN
        reading.use(span.start, span.end + kin)
        last = (span.end, cue or "any")
    return [*found, *_misspelt(reading, titles)]


def _titled(reading: Reading, titles: TitleIndex) -> list[TitleSpan]:
    """Titles of several words that the message spells out and means."""
    whole = [span for span in titles.titles(reading.written) if span.kind is Kind.FULL and span.words > 1]
    beside = Beside(links=[], films=len(titles))
    return [span for span in whole if judge(reading, span, beside)[0] >= enough(reading)]


def _inside(name: PersonSpan, film: TitleSpan) -> bool:
    """Whether a name is but a part of a title."""
    return film.start <= name.start and name.end <= film.end and name.end - name.start < film.end - film.start


def people_of(link: Link, titles: TitleIndex) -> list[Person]:
    """The people that "the director of X" means."""
    film = titles.film(link.span.films[0])
    if film is None or link.role not in _MADE:
        return []
    names: tuple[str, ...] = getattr(film, _MADE[link.role])
    if link.role is Role.LEAD:
        names = names[:1]
    return [Person(name=name, role=_MADE_AS[link.role]) for name in names]


def _cue(reading: Reading, start: int, last: tuple[int, str]) -> str | None:
    hit = listed_together("cues", "composer", "writer", "director", "cast").before(reading.folded, start)
    if hit and not any(reading.words[at].gap in {".", "\n"} for at in range(hit[0] + 1, start + 1)):
        return hit[1][0]
    between = reading.norms[last[0] : start] if 0 <= start - last[0] <= 3 else None
    if between is not None and all(word in {"and", "or", "but", "not", "nor", "without", "no"} for word in between):
        return last[1]
    return None


def _accepted(reading: Reading, span: PersonSpan, cue: str | None, titles: TitleIndex) -> bool:
    if span.full:
        return span.rare > 0 or span.capitals >= 1.0 or cue is not None
    surname = reading.norms[span.start : span.end]
    alone = span.start > 0 and titles.vocabulary.plausible(reading.norms[span.start - 1])
    clear = span.rare > 0 and not all(word in wishes().words or word in little_words() for word in surname)
    behind = span.end < len(reading) and listed("cues", "behind").at(reading.folded, span.end) is not None
    known = span.standing >= _STANDING and _ahead(span, titles)
    if cue or behind:
        return clear and (cue != "cast" or span.capitals > 0 or known) and span.standing > 1.0
    return clear and known and len("".join(surname)) >= _LONG_NAME and (alone or span.capitals > 0 or span.start == 0)


def _ahead(span: PersonSpan, titles: TitleIndex) -> bool:
    if len(span.names) < 2:
        return True
    return span.standing >= _CLEARER * sum(titles.roles(span.names[1]).values())


def _role(cue: str | None, known_for: dict[str, float]) -> str:
    total = sum(known_for.values()) or 1.0
    if cue == "cast":
        return "cast" if "cast" in known_for else "any"
    if cue and cue != "any":
        return cue if cue in known_for else "any"
    return "director" if known_for.get("director", 0.0) >= _DIRECTS * total else "any"


def _misspelt(reading: Reading, titles: TitleIndex) -> list[tuple[Person, int]]:
    found = []
    places = 0
    for start in range(1, len(reading) - 1):
        if not reading.free(start, start + 2) or places >= _FUZZY_PLACES:
            continue
        cue = _cue(reading, start, (-9, "any"))
        if cue is None or (cue in {"cast", "director"} and reading.norms[start] in little_words()):
            continue
        for end in (start + 3, start + 2):
            if end > len(reading) or not reading.free(start, end) or any(w.gap for w in reading.words[start + 1 : end]):
                continue
            if all(titles.vocabulary.common(word) for word in reading.norms[start:end]):
                continue
            places += 1
            if near := titles.similar_names(reading.written, start, end):
                name = near[0].names[0]
                found.append((Person(name=name, role=_role(cue, titles.roles(name))), start))
                reading.use(start, end)
                break
    return found
