"""Reasons in words: one line on a card, and at length when someone asks why."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from bot.wording.words import Words
from engine.candidate import Fact, Reason
from engine.reasons import DULL
from index.movie import GENRES, Movie

Namer = Callable[[int], str]
"""A film's title by its TMDB id."""

_FAR = 2.0  # mood points from which a film is much more, or less, of something
_VERY = 3.0
_HOOKS = 3
_ON_THE_CARD = {Fact.GENRE, Fact.YEAR, Fact.MINUTES, Fact.PLACE, Fact.CERTIFICATE}
"""What a card shows anyway; it is said only when someone asks why, or when nothing else is known."""


def line(movie: Movie, reasons: tuple[Reason, ...], name: Namer, words: Words) -> str:
    """What a film is about and why it was chosen, for a card: "Space crew, fan convention. Much funnier than …"."""
    hook = words("hook", about=", ".join(hooks(movie, reasons))) if hooks(movie, reasons) else ""
    told = [reason for reason in reasons if reason.fact not in {*_ON_THE_CARD, Fact.SHARES}]
    backed = [reason for reason in told if reason.fact not in {Fact.ACCLAIM, Fact.FAMOUS}]
    said = [reason for reason in backed or told or reasons if reason.fact is not Fact.SHARES]
    ordered = sorted(said, key=lambda reason: reason.fact is Fact.KIN)  # it ends in a clause: nothing can follow it
    listed = [clause(reason, name, words) for reason in ordered if reason.fact is not Fact.LIKED]
    alone = [clause(reason, name, words) for reason in ordered if reason.fact is Fact.LIKED]
    clauses = _once([*listed, *alone], [name(r.other) for r in reasons if r.other is not None], words)
    shared = [clause(reason, name, words) for reason in reasons if reason.fact is Fact.SHARES]
    several, sentence = clauses[: len(listed)], clauses[len(listed) :]
    sentences = [hook, words.listing(several), *sentence, *(shared if not clauses else [])]
    return " ".join(f"{s[0].upper()}{s[1:]}." for s in sentences if s)


def hooks(movie: Movie, reasons: tuple[Reason, ...]) -> list[str]:
    """The few keywords that say most of a film; what it shares with the film it was measured by comes first."""
    shared = [r.value for r in reasons if r.fact in {Fact.SHARES, Fact.THEME} and r.value in movie.keywords]
    return list(dict.fromkeys([*shared, *(k for k in movie.keywords if k not in DULL)]))[:_HOOKS]


def _once(clauses: list[str], titles: list[str], words: Words) -> list[str]:
    """Clauses that name each film once: later ones leave it away or say "it", where a language can."""
    told: set[str] = set()
    out = []
    for clause in clauses:
        for title in dict.fromkeys(titles):
            if title in told:
                clause = clause.removesuffix(f" {words('than', other=title)}")
                if (again := words("again-it")) and clause.endswith(f" {title}"):
                    clause = f"{clause.removesuffix(title)}{again}"
            elif title in clause:
                told.add(title)
        out.append(clause)
    return out


def at_length(reasons: tuple[Reason, ...], name: Namer, words: Words) -> str:
    """The reasons as sentences, when someone asks why."""
    sentences = [words(f"why-{_key(reason)}", **_values(reason, name, words)) for reason in reasons]
    return " ".join(sentences) or words("why-nothing")


def clause(reason: Reason, name: Namer, words: Words) -> str:
    """One reason as part of a sentence: "much funnier than …"."""
    return words(f"reason-{_key(reason)}", **_values(reason, name, words))


def _key(reason: Reason) -> str:
    if reason.fact is Fact.PERSON:
        return reason.role
    if reason.fact is Fact.PLACE:
        return "place-country" if reason.value.isupper() else "place-language"
    if reason.fact is Fact.SHARES and reason.value in GENRES:
        return "shares-genre"
    return str(reason.fact)


def _values(reason: Reason, name: Namer, words: Words) -> dict[str, str | int]:
    """All that the message of a reason may use."""
    values: dict[str, str | int] = {"value": _value(reason, words), "own": words.number(reason.own)}
    if reason.value in GENRES:
        values["one"] = words(f"{_genre(reason.value)}.one")
    if reason.other is not None:
        values |= {"other": name(reason.other), "theirs": words.number(reason.theirs)}
    if reason.fact in {Fact.MORE, Fact.LESS}:
        comparative = words(f"mood-{reason.value}.{reason.fact}")
        far = abs(reason.own - reason.theirs) >= _FAR and (reason.fact is Fact.LESS or reason.own >= _VERY)
        values |= {
            "axis": axis(reason.value, words),
            str(reason.fact): words("much-more", what=comparative) if far else comparative,
        }
    if reason.fact in {Fact.MOOD, Fact.WITHOUT}:
        values |= {"axis": axis(reason.value, words), "mood": words(f"mood-{reason.value}")}
        values["degree"] = "very" if reason.own >= _VERY and " " not in str(values["mood"]) else "plain"
    if reason.fact is Fact.YEAR:
        values["year"] = str(int(reason.own))
    if reason.fact is Fact.MINUTES:
        values["minutes"] = runtime(int(reason.own), words)
    return values


def _value(reason: Reason, words: Words) -> str:
    if reason.fact is Fact.PLACE:
        return words.of_country(reason.value) if reason.value.isupper() else words.language(reason.value)
    if reason.value in GENRES:
        return genre(reason.value, words)
    return reason.value


def axis(name: str, words: Words) -> str:
    """The name of a mood axis as it stands in a sentence: its own, or else the word for films that have much of it."""
    own = f"mood-{name}.axis"
    return words(own if own in words else f"mood-{name}")


def genre(name: str, words: Words) -> str:
    """A genre as a noun: "science fiction film"."""
    return words(_genre(name))


def label(name: str, words: Words) -> str:
    """A genre as cards show it: "Science Fiction"."""
    return words(f"{_genre(name)}.label")


def _genre(name: str) -> str:
    return f"genre-{name.lower().replace(' ', '-')}"


@lru_cache(maxsize=4096)
def runtime(minutes: int, words: Words) -> str:
    """A length as people say it: "1 h 42", "2 h", "45 min"."""
    hours, rest = divmod(minutes, 60)
    if hours and not rest:
        return words("runtime-whole", hours=hours)
    return words("runtime", hours=hours, minutes=f"{rest:02d}" if hours else str(rest))
