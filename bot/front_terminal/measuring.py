"""`matinee evaluate`: measures the recommender on files of cases, beside simpler programs, in one run."""

from __future__ import annotations

import json as plain_json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.table import Table

    from engine.evaluation import Report, Score
    from index.artefacts import Artefacts

measuring = typer.Typer(help="Measure how well the recommender does.", rich_markup_mode=None)

Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of a page for people.")]


@measuring.command()
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
    from engine.evaluation import critiques as protocol
    from engine.models import Films
    from engine.parsing import Parser
    from index.moods import load_axes

    judgements, agreement = read_judgements(cases), read_agreement(cases)
    artefacts = _artefacts(context)
    parser = Parser(artefacts.titles, load_axes(), artefacts.encoder.encode)
    report = protocol.evaluate(judgements, Films.of(artefacts), parser, by_model=by_model, agreement=agreement)
    _print(report, json)


@measuring.command()
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


@measuring.command()
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


@measuring.command()
def requests(
    context: typer.Context,
    cases: Annotated[
        Path, typer.Option(metavar="FILE", exists=True, dir_okay=False, help="Requests, one JSON object a line.")
    ],
    json: Json = False,
) -> None:
    """Do requests as people write them lead to the films that others suggested?

    Only the text of each goes in; the films that it names are taken out before scoring.
    """
    from bot.front_terminal.building import building
    from bot.front_terminal.cases import read_cases
    from bot.front_terminal.render import screen
    from engine.evaluation import requests as protocol
    from engine.models import Films
    from engine.parsing import Parser
    from engine.recommend import Recommender
    from index.moods import load_axes

    asked, artefacts = read_cases(cases), _artefacts(context)
    parser = Parser(artefacts.titles, load_axes(), artefacts.encoder.encode)
    recommender = Recommender(Films.of(artefacts), artefacts.ranker)

    def rank(text: str) -> list[int]:
        found = recommender.recommend(parser.parse(text), count=protocol.DEPTH)
        return [candidate.tmdb for candidate in found.candidates]

    with building(screen(stderr=True)) as tell:
        report = protocol.evaluate(asked, recommender.films, rank, lambda done: tell("requests", done, len(asked)))
    _print(report, json)


@measuring.command()
def linking(
    context: typer.Context,
    cases: Annotated[
        Path,
        typer.Option(metavar="FILE", exists=True, dir_okay=False, help="Requests or dialogues, as for `requests`."),
    ],
    json: Json = False,
) -> None:
    """Are the films that a text names found in it, and no others?"""
    from bot.front_terminal.cases import read_named
    from engine.evaluation import linking as protocol
    from engine.models import Films
    from engine.parsing import Parser
    from index.moods import load_axes

    named, artefacts = read_named(cases), _artefacts(context)
    parser = Parser(artefacts.titles, load_axes(), artefacts.encoder.encode)
    _print(protocol.evaluate(named, Films.of(artefacts), parser, artefacts.titles), json)


def _artefacts(context: typer.Context) -> Artefacts:
    from bot.settings import Settings
    from index.artefacts import load

    return load(Settings.load(**context.obj).bundle)


def _print(report: Report, json: bool) -> None:
    if json:
        typer.echo(plain_json.dumps(report.plain(), ensure_ascii=False))
        return
    from bot.front_terminal.render import screen

    console = screen()
    console.print(f"{report.n:,} {report.counted}")
    console.print(_compared(report))
    for name, detail in report.details.items():
        if isinstance(detail, dict):
            console.print()
            console.print(_listed(name, detail))
        else:
            said = ", ".join(map(str, detail)) if isinstance(detail, list) else str(detail)
            console.print(f"{name}: {said}")


def _compared(report: Report) -> Table:
    """A row for ours and for each peer, a column for each measure."""
    table = _table("", *report.ours, *(["ours is above by"] if report.above else []))
    for name, row in {"ours": report.ours, **report.peers}.items():
        above = [_said(report.above[name])] if name in report.above else []
        table.add_row(name, *(_said(score) for score in row.values()), *above)
    return table


def _listed(name: str, detail: Mapping[str, object]) -> Table:
    table = _table(name, "")
    for key, value in detail.items():
        table.add_row(key, f"{value:.3f}" if isinstance(value, float) else str(value))
    return table


def _table(*columns: str) -> Table:
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _said(score: Score) -> str:
    if score.low is None or score.high is None:
        return f"{score.value:.3f}"
    return f"{score.value:.3f}  ({score.low:.3f} to {score.high:.3f})"
