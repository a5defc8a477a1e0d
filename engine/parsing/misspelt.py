"""Misspelt titles: looked for only right behind a cue, or where a short message holds nothing else."""

from __future__ import annotations

from engine.parsing.linking import use
from engine.parsing.phrases import wishes
from engine.parsing.pointing import CUES, Link, Role, cue_words, role_at
from engine.parsing.reading import Reading
from index.titles import TitleIndex, TitleSpan

_FUZZY_WORDS = 5
_SIMILAR = 0.82
_MOST_FUZZY = 4  # places at which misspelt titles are looked for


def misspelt(reading: Reading, titles: TitleIndex, links: list[Link]) -> list[Link]:
    """Titles that are nearly spelt, right behind a strong cue, or as the whole of a short message."""
    found: list[Link] = []
    places: list[tuple[int, Role]] = []
    for at in range(1, len(reading)):
        if not reading.used[at] and (hit := cue_words(reading, at)):
            role, _ = CUES[hit[1]]
            places.append((at, role_at(reading, role, hit[0], at)))
    for link in links:
        after = link.span.end + 1
        if (
            after < len(reading)
            and reading.norms[after - 1] in {"and", "or", "meets"}
            and reading.free(after, after + 1)
        ):
            places.append((after, link.role))
    if len(reading) <= _FUZZY_WORDS and not links:
        places.append((0, Role.LIKED))
    for at, role in places[:_MOST_FUZZY]:
        if span := _nearest(reading, titles, at):
            found.append(Link(span=span, role=role, start=span.start))
            use(reading, span)
    return found


def _nearest(reading: Reading, titles: TitleIndex, start: int) -> TitleSpan | None:
    best: tuple[float, TitleSpan] | None = None
    while start < len(reading) and reading.norms[start] in {"the", "a", "an"}:
        start += 1
    for end in range(start + 1, min(start + _FUZZY_WORDS, len(reading)) + 1):
        if not reading.free(start, end) or (end > start + 1 and reading.words[end - 1].gap):
            break
        strange = [word for word in reading.norms[start:end] if not titles.vocabulary.known(word)]
        if not strange and (end - start < 3 or all(map(titles.vocabulary.common, reading.norms[start:end]))):
            continue
        if strange and max(map(len, strange)) < 4:
            continue
        if all(word in wishes().words for word in reading.folded[start:end]):
            continue
        least = 0.9 if not strange else _SIMILAR if end - start > 1 else 0.85
        for span in titles.similar_titles(reading.written, start, end, least):
            score = span.similarity + 0.03 * (end - start) + 0.01 * span.fame
            if span.fame >= 1.0 and (best is None or score > best[0]):
                best = score, span
    return best[1] if best else None
