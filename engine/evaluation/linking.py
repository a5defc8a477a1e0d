"""Are the films that a text names found in it, and no others?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set

from engine.evaluation.report import NothingToMeasure, Report, Score
from engine.evaluation.requests import Case
from engine.models import Films
from engine.parsing import Parser
from engine.request import Request
from index.titles import TitleIndex, read

_YEAR = re.compile(r"\s*\(\s*(?:18|19|20)\d\d\s*\)")


def evaluate(cases: Sequence[Case], films: Films, parser: Parser, titles: TitleIndex) -> Report:
    """Precision, recall and F1 over all named films, as typed and in lower case, beside naive matching.

    The films in `Case.exclude` are those that the text names.

    Raises:
        NothingToMeasure: No case names a film.

    """
    gold = [set(case.exclude) for case in cases]
    if not any(gold):
        raise NothingToMeasure("no case names a film")
    imdb = {int(tmdb): film for tmdb, film in zip(films.catalogue.tmdb, films.catalogue.column("imdb"), strict=True)}

    known = set(imdb.values())
    here = sum(len(one & known) for one in gold) / sum(map(len, gold))

    def linked(text: str) -> set[str]:
        return {film for tmdb in named(parser.parse(text)) if (film := imdb.get(tmdb))}

    def matched(text: str) -> set[str]:
        spans = [span for span in titles.titles(read(text)) if span.words > 1 or span.rare > 0]
        return {film for span in spans if (film := imdb.get(span.films[0]))}

    ours = measured([linked(case.text) for case in cases], gold)
    lower = measured([linked(case.text.lower()) for case in cases], gold)
    naive = measured([matched(case.text) for case in cases], gold)
    return Report(
        n=sum(map(len, gold)),
        counted="named films",
        ours=ours,
        peers={"ours, in lower case": lower, "every title of two words, or one rare word": naive},
        details={"share that the catalogue has": round(here, 4)},
    )


def named(request: Request) -> set[int]:
    """TMDB ids of all films that a request names, whatever as."""
    return {example.tmdb for example in (*request.liked, *request.disliked, *request.seen)}


def measured(found: Sequence[Set[str]], gold: Sequence[Set[str]]) -> Mapping[str, Score]:
    """Micro-averaged precision, recall and F1."""
    hits = sum(len(one & other) for one, other in zip(found, gold, strict=True))
    precision = hits / max(1, sum(map(len, found)))
    recall = hits / max(1, sum(map(len, gold)))
    both = 2 * precision * recall / (precision + recall) if hits else 0.0
    return {"precision": Score(value=precision), "recall": Score(value=recall), "F1": Score(value=both)}


def whole_dialogues(dialogues: Sequence[tuple[str, str, Sequence[str]]]) -> list[Case]:
    """Each dialogue by its last turn, of (id, all that was said so far, films mentioned), without years in brackets."""
    last = {identity.split("_")[0]: (said, mentioned) for identity, said, mentioned in dialogues}
    return [
        Case(id=unit, text=_YEAR.sub("", said), relevant=(), exclude=tuple(mentioned))
        for unit, (said, mentioned) in last.items()
    ]
