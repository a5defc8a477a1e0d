"""Names of the people who make films and play in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from index.movie import Movie
from index.titles.words import normalise

ROLES = ("director", "cast", "writer", "composer")
_PARTICLES = frozenset(
    {"de", "del", "della", "van", "von", "der", "den", "la", "le", "di", "da", "dos", "lo", "st", "mc"}
)
_FAMILY_FIRST = frozenset({"ko", "ja", "zh", "cn", "hu", "vi"})  # languages whose names are said in either order
_LEAST = 0.3  # what a film that nobody knows still adds
_NAMESAKES = 5


@dataclass(slots=True)
class Person:
    """One name and what it stands for."""

    name: str
    roles: dict[str, float] = field(default_factory=dict)  # role to how well known for it
    family_first: bool = False

    @property
    def standing(self) -> float:
        """How well known: 0 and up."""
        return sum(self.roles.values())


def gather(movies: Sequence[Movie]) -> list[Person]:
    """Everybody who is named by some film, best known first."""
    people: dict[str, Person] = {}
    for movie in movies:
        weight = movie.fame + _LEAST
        for name, role, share in _credits(movie):
            person = people.setdefault(name, Person(name))
            person.roles[role] = round(person.roles.get(role, 0.0) + weight * share, 3)
            person.family_first |= bool(movie.languages) and movie.languages[0] in _FAMILY_FIRST
    return sorted(people.values(), key=lambda person: (-person.standing, person.name))


def _credits(movie: Movie) -> Iterator[tuple[str, str, float]]:
    yield from ((name, "director", 1.0) for name in movie.directors)
    yield from ((name, "cast", 1.0 / (1 + 0.25 * place)) for place, name in enumerate(movie.cast))
    yield from ((name, "writer", 0.4) for name in movie.writers)
    yield from ((name, "composer", 0.5) for name in movie.composers)


def by_name(people: Sequence[Person]) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """Positions of people by full name and by surname, both in normal form, best known first."""
    full: dict[str, list[int]] = defaultdict(list)
    surnames: dict[str, list[int]] = defaultdict(list)
    for place, person in enumerate(people):
        words = normalise(person.name).split()
        if not words:
            continue
        for way in _orders(words, person.family_first):
            full[way].append(place)
        surname = _surname(words, person.family_first)
        if surname and len(surnames[surname]) < _NAMESAKES:
            surnames[surname].append(place)
    return dict(full), dict(surnames)


def _orders(words: list[str], family_first: bool) -> Iterator[str]:
    yield " ".join(words)
    plain = [word for word in words if len(word) > 1]
    if 2 <= len(plain) < len(words):
        yield " ".join(plain)  # without the initial in the middle
    if family_first and len(words) > 1:
        yield " ".join((*words[1:], words[0]))
        if len(words) == 3:
            yield " ".join((words[0], words[1] + words[2]))
        yield " ".join((words[-1], *words[:-1]))


def _surname(words: list[str], family_first: bool) -> str:
    if len(words) < 2 or (family_first and len(words) > 2):
        return ""
    at = len(words) - 1
    if words[at] in {"jr", "sr"} and at > 1:
        at -= 1
    while at > 1 and words[at - 1] in _PARTICLES:
        at -= 1
    return " ".join(words[at:])
