"""`matinee simulate`: people from ratings as chats, with their thumbs and without."""

from __future__ import annotations

import json as plain_json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.playing.scene import House
    from bot.simulate import Rules
    from engine.evaluation import Report
    from index.artefacts import Artefacts
    from index.sources.ratings import Ratings

app = typer.Typer(rich_markup_mode=None)


@app.command()
def simulate(
    context: typer.Context,
    ratings: Annotated[Path, typer.Option(metavar="PATH", exists=True, help="Ratings in any known form.")],
    links: Annotated[
        Path | None,
        typer.Option(metavar="PATH", exists=True, help="A MovieLens release with links.csv, for ratings that lack it."),
    ] = None,
    people: Annotated[int, typer.Option(metavar="N", min=2, help="People to play, for each seed.")] = 500,
    rounds: Annotated[int, typer.Option(metavar="N", min=1, max=50, help="Rounds of five cards.")] = 5,
    seeds: Annotated[str, typer.Option(metavar="S,S", help="Each draws its own people.")] = "0,1,2",
    fewest: Annotated[
        int, typer.Option(metavar="N", min=1, help="Only people who rated so many of the films here.")
    ] = 40,
    train: Annotated[
        bool, typer.Option("--train/--no-ratings", help="Learn from the people who are not played, or from nobody.")
    ] = False,
    all_films: Annotated[
        bool, typer.Option("--all-films", help="Play again with cards from all films; unrated ones are not liked.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a page for people.")] = False,
) -> None:
    """Do thumbs make the next cards better?

    Plays people as private chats, each with thumbs by their true ratings and once more without, and says which share of
    the cards they liked. An item model that is in use is left out: it may know the people who are played.
    """
    from bot.settings import Settings
    from bot.simulate import Rules
    from index.artefacts import load
    from index.sources.ratings.schema import load as read

    rules = Rules(people=people, rounds=rounds, seeds=_numbers(seeds, context), fewest=fewest)
    artefacts = load(Settings.load(**context.obj).bundle)
    given, _ = read(ratings, links=links)
    if given.made_up:
        typer.echo("these ratings are made up: what follows is no evidence", err=True)
    _print(_reports(given, artefacts, rules, train=train, all_films=all_films), json)


def _reports(given: Ratings, artefacts: Artefacts, rules: Rules, *, train: bool, all_films: bool) -> dict[str, Report]:
    """By what the cards are dealt from; each with how many seconds it took."""
    import asyncio
    from dataclasses import replace
    from time import perf_counter

    from bot.front_terminal.building import building
    from bot.front_terminal.render import screen
    from bot.simulate import report, simulate

    here = frozenset(artefacts.catalogue.tmdb.tolist())
    house_for, found = _houses(artefacts, train=train), {}
    with building(screen(stderr=True)) as progress:
        for name in ("rated films", "all films") if all_films else ("rated films",):
            own, start = replace(rules, all_films=name == "all films"), perf_counter()
            played = asyncio.run(simulate(given, here, house_for, own, progress))
            told = report(played, own, len(here))
            seconds = {"learned from": "the others" if train else "nobody", "seconds": round(perf_counter() - start)}
            found[name] = replace(told, details={**told.details, **seconds})
    return found


def _houses(artefacts: Artefacts, *, train: bool) -> Callable[[Ratings], House]:
    """What answers, from the ratings of people who are not played."""
    from dataclasses import replace

    from bot.wiring import house_over
    from engine.models import training

    def house_for(others: Ratings) -> House:
        return house_over(replace(artefacts, items=training.train([others]) if train else None))

    return house_for


def _numbers(said: str, context: typer.Context) -> tuple[int, ...]:
    parts = said.replace(",", " ").split()
    if not parts or any(not (part.isascii() and part.isdigit()) for part in parts):
        raise typer.BadParameter(f"{said!r} are no seeds: give numbers with commas between them", context)
    return tuple(dict.fromkeys(map(int, parts)))


def _print(found: dict[str, Report], json: bool) -> None:
    if json:
        typer.echo(plain_json.dumps({name: report.plain() for name, report in found.items()}, ensure_ascii=False))
        return
    from bot.front_terminal.pages import measures
    from bot.front_terminal.render import screen

    for report in found.values():
        screen().print(measures(report))
        screen().print()
