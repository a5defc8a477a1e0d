"""`matinee evaluate`: measures the recommender on files of cases, beside simpler programs, in one run."""

from __future__ import annotations

import json as plain_json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from engine.evaluation import Report
    from index.artefacts import Artefacts

evaluate = typer.Typer(help="Measure how well the recommender does.", rich_markup_mode=None)

Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of a page for people.")]
Ablate = Annotated[bool, typer.Option("--ablate", help="Measure again without each part of the score in turn.")]
Ranked = Annotated[
    Path | None,
    typer.Option(metavar="FILE", dir_okay=False, help="Keep what was ranked, as `recommend --batch -n 60` prints it."),
]


@evaluate.command()
def critiques(
    context: typer.Context,
    cases: Annotated[
        Path, typer.Option(metavar="FILE", exists=True, dir_okay=False, help="Judgements, one JSON object a line.")
    ],
    by_model: Annotated[
        bool, typer.Option("--by-model/--by-hand", help="Moods of judged films predicted, or as written.")
    ] = False,
    json: Json = False,
) -> None:
    """Do moods order films as people do?

    Pairs of judged films in the right order. Beside FILE, FILE_ceiling.json may say how often two people agree.
    """
    from bot.front_terminal.cases import read_agreement, read_judgements
    from bot.wiring import house_over
    from engine.evaluation import critiques as protocol

    judgements, agreement = read_judgements(cases), read_agreement(cases)
    house = house_over(_artefacts(context))
    films = house.recommender.films
    _print(protocol.evaluate(judgements, films, house.parser, by_model=by_model, agreement=agreement), json)


@evaluate.command()
def kinship(
    context: typer.Context,
    ratings: Annotated[
        Path,
        typer.Option(metavar="PATH", exists=True, help="Ratings: MovieLens, MovieTweetings, or made up by Matinee."),
    ],
    links: Annotated[
        Path | None,
        typer.Option(metavar="PATH", exists=True, help="A MovieLens release with links.csv, for ratings that lack it."),
    ] = None,
    json: Json = False,
) -> None:
    """Does a liked film lead to the others that the same person likes?"""
    from engine.evaluation import kinship as protocol
    from engine.models import Films
    from index.sources.ratings.schema import load

    found, _ = load(ratings, links=links)
    if found.made_up:
        typer.echo("these ratings are made up: what follows is no evidence", err=True)
    _print(protocol.evaluate(protocol.likes_of(found), Films.of(_artefacts(context))), json)


@evaluate.command()
def asks(context: typer.Context, json: Json = False) -> None:
    """Is a film found by its own asks, each left out in turn?

    Takes some minutes: the text of each film is read again without each of its asks.
    """
    from bot.front_terminal.building import building
    from bot.front_terminal.render import screen
    from engine.evaluation import asks as protocol
    from engine.models import Films

    artefacts = _artefacts(context)
    with building(screen(stderr=True)) as progress:
        report = protocol.evaluate(Films.of(artefacts), artefacts.ranker, progress)
    _print(report, json)


@evaluate.command()
def requests(
    context: typer.Context,
    cases: Annotated[
        Path, typer.Option(metavar="FILE", exists=True, dir_okay=False, help="Requests, one JSON object a line.")
    ],
    ablate: Ablate = False,
    ranked: Ranked = None,
    json: Json = False,
) -> None:
    """Do requests as people write them lead to the films that others suggested?

    Only the text of each goes in, as to `recommend --batch`; the films that it names are taken out before scoring.
    """
    _print(_measured(context, cases, "requests", ablate=ablate, keep=ranked), json)


@evaluate.command()
def dialogues(
    context: typer.Context,
    cases: Annotated[
        Path, typer.Option(metavar="FILE", exists=True, dir_okay=False, help="Turns, one JSON object a line.")
    ],
    folds: Annotated[
        int, typer.Option(metavar="N", min=0, max=100, help="Say R@10 for so many parts of the dialogues, too.")
    ] = 0,
    ablate: Ablate = False,
    ranked: Ranked = None,
    json: Json = False,
) -> None:
    """Does what a seeker says lead to the films that are recommended next?

    All that they said so far goes in as one text; intervals are over dialogues, not over their turns.
    """
    _print(_measured(context, cases, "turns of dialogues", ablate=ablate, keep=ranked, folds=folds), json)


@evaluate.command()
def linking(
    context: typer.Context,
    cases: Annotated[
        Path,
        typer.Option(
            metavar="FILE", exists=True, dir_okay=False, help="Requests or dialogues, one JSON object a line."
        ),
    ],
    json: Json = False,
) -> None:
    """Are the films that a text names found in it, and no others?"""
    from bot.front_terminal.cases import read_named
    from bot.wiring import house_over
    from engine.evaluation import linking as protocol

    named, artefacts = read_named(cases), _artefacts(context)
    house = house_over(artefacts)
    _print(protocol.evaluate(named, house.recommender.films, house.parser, artefacts.titles), json)


def _measured(
    context: typer.Context, path: Path, counted: str, *, ablate: bool, keep: Path | None, folds: int = 0
) -> Report:
    """Cases of either kind, ranked by their texts alone through what `recommend --batch` ranks by."""
    from bot.front_terminal import ranked
    from bot.front_terminal.building import building
    from bot.front_terminal.cases import read_cases
    from bot.front_terminal.render import screen
    from bot.wiring import house_over
    from engine.evaluation import ablation, peers
    from engine.evaluation import requests as protocol

    cases, artefacts = read_cases(path), _artefacts(context)
    house = house_over(artefacts)
    films, texts = house.recommender.films, [case.text for case in cases]
    asked = [ranked.Asked(case.id, case.text) for case in cases]
    with building(screen(stderr=True)) as tell:
        answers: list[dict[str, Any]] = []
        for answer in ranked.batch(house, asked, protocol.DEPTH):
            tell(counted, len(answers), len(cases))
            answers.append(answer)
        if keep:
            keep.write_text("".join(f"{_line(answer)}\n" for answer in answers), encoding="utf-8", errors="replace")
        ours = [[film["imdb"] for film in answer["ranked"]] for answer in answers]
        without = None
        if ablate:
            wishes = [ranked.wish(house, text) for text in texts]
            without = ablation.rankings(films, artefacts.ranker, wishes, ours, tell)
        theirs = peers.rankings(films, texts, tell)
    return protocol.evaluate(cases, ours, theirs, without=without, counted=counted, folds=folds)


def _artefacts(context: typer.Context) -> Artefacts:
    from bot.settings import Settings
    from index.artefacts import load

    return load(Settings.load(**context.obj).bundle)


def _print(report: Report, json: bool) -> None:
    if json:
        typer.echo(_line(report.plain()))
        return
    from bot.front_terminal.pages import measures
    from bot.front_terminal.render import screen

    screen().print(measures(report))


def _line(value: object) -> str:
    return plain_json.dumps(value, ensure_ascii=False)
