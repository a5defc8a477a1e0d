"""`matinee evaluate models`: models that learned from ratings, compared by one protocol in one run."""

from __future__ import annotations

import json as plain_json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.commands.evaluate import Json

if TYPE_CHECKING:
    from engine.evaluation.models.about import About
    from engine.models.learned import Opinions
    from index.sources.ratings import Ratings

Data = Annotated[
    Path, typer.Option(metavar="PATH", exists=True, help="Ratings: MovieLens, MovieTweetings, or made up by Matinee.")
]
Links = Annotated[
    Path | None,
    typer.Option(metavar="PATH", exists=True, help="A MovieLens release with links.csv, for ratings that lack it."),
]
People = Annotated[int, typer.Option(metavar="N", min=1, help="How many people are held out for each seed, at most.")]


app = typer.Typer(rich_markup_mode=None)


@app.command()
def models(
    context: typer.Context,
    data: Data,
    protocol: Annotated[str, typer.Option(metavar="NAME", help="stars, top, few or cold.")],
    links: Links = None,
    wanted: Annotated[
        str | None,
        typer.Option("--models", metavar="NAME,NAME", help="Beside the plain ones; NAME:parameter=value works. [all]"),
    ] = None,
    seeds: Annotated[
        str | None, typer.Option(metavar="S,S", help="Each draws anew what is held out. [0,1,2; for stars 0]")
    ] = None,
    people: People = 1000,
    dislikes: Annotated[
        bool, typer.Option("--dislikes", help="Give what people disliked, beside what they liked.")
    ] = False,
    parameters: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", exists=True, dir_okay=False, help="What `matinee tune` kept; may be repeated."),
    ] = None,
    json: Json = False,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", dir_okay=False, help="Write a page with plots, too: an .html file.")
    ] = None,
) -> None:
    """Which model predicts best, which finds most, and what does it cost?

    stars: 5 folds of ratings. top: people held out, half of their likes given. few: their first thumbs given. cold: a
    tenth of the films without ratings.
    """
    from bot.front_terminal import contests
    from bot.front_terminal.building import building
    from bot.front_terminal.render import screen
    from engine.evaluation.models import lab, page
    from index.explore import ready

    if out is not None:
        ready()
    tuned = _tuned(parameters or [])
    names = [name.strip() for name in (wanted or "").split(",") if name.strip()]
    taking_part = lab.entrants(protocol, names, parameters=tuned)  # what is wrong with them is said before reading
    drawn = numbers(seeds, context) if seeds else lab.PROTOCOLS[protocol].seeds
    ratings, opinions = read(data, links)
    about = known_of(context, opinions)
    if about is None:
        taking_part = lab.entrants(protocol, names, parameters=tuned, reads=False)
    with building(screen(stderr=True)) as tell:
        found = lab.run(
            protocol, opinions, taking_part, drawn, about=about, people=people, dislikes=dislikes, tell=tell
        )
    found = lab.noted(found, data=data.name, licence=ratings.licence, made_up=ratings.made_up, parameters=tuned)
    if out is not None:
        written(out, page.page(found))
    if json:
        typer.echo(plain_json.dumps(found.plain(), ensure_ascii=False))
    else:
        screen().print(contests.compared(found))
        if out is not None:
            typer.echo(f"{out}: open it in a browser")


def read(data: Path, links: Path | None) -> tuple[Ratings, Opinions]:
    """Ratings of any known form as opinions; what is made up is said to be so."""
    from engine.models.learned.opinions import opinions
    from index.sources.ratings.schema import load

    ratings, report = load(data, links=links, every=True)
    typer.echo("\n".join(report.lines()), err=True)
    if ratings.made_up:
        typer.echo("these ratings are made up: what follows is no evidence", err=True)
    return ratings, opinions(ratings)


def known_of(context: typer.Context, opinions: Opinions) -> About | None:
    """What the built films say of those that are rated; None where nothing is built."""
    from bot.settings import Settings
    from engine.evaluation.models.about import About
    from index.artefacts import load
    from index.errors import NothingBuilt

    try:
        artefacts = load(Settings.load(**context.obj).bundle)
    except NothingBuilt:
        typer.echo("no films are built: models that read, and measures of what lists hold, are left out", err=True)
        return None
    return About.of(opinions.films, artefacts)


def numbers(said: str, context: typer.Context) -> tuple[int, ...]:
    """Seeds as they are typed: "0,1,2"."""
    try:
        return tuple(dict.fromkeys(int(each) for each in said.split(",")))
    except ValueError:
        raise typer.BadParameter(f"{said!r} are no seeds: write whole numbers as 0,1,2", context) from None


def written(path: Path, text: str) -> None:
    """Put a text into a file, all or nothing."""
    from index.artefacts.manifest import write_durably

    path.parent.mkdir(parents=True, exist_ok=True)
    write_durably(path, text)


def _tuned(paths: list[Path]) -> dict[str, dict[str, Any]]:
    """Parameters by model from what `matinee tune` kept."""
    from bot.errors import SettingsError

    found = {}
    for path in paths:
        try:
            kept = plain_json.loads(path.read_text(encoding="utf-8"))
            found[str(kept["model"])] = dict(kept["parameters"])
        except (ValueError, KeyError, TypeError) as odd:
            raise SettingsError(f"{path} holds no parameters: give a file that `matinee tune` wrote") from odd
    return found
