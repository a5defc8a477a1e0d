"""`matinee train`: learn from ratings which films are liked by the same people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.settings import Settings
    from index.sources.ratings import Ratings

app = typer.Typer(rich_markup_mode=None)


@app.command()
def train(
    context: typer.Context,
    ratings: Annotated[
        list[Path] | None,
        typer.Option(metavar="PATH", exists=True, help="Ratings in any known form; repeated for more."),
    ] = None,
    own: Annotated[
        bool, typer.Option("--own", help="The thumbs of chats that opted in, too: those who turned it on in /settings.")
    ] = False,
    links: Annotated[
        Path | None,
        typer.Option(metavar="PATH", exists=True, help="A MovieLens release with links.csv, for ratings that lack it."),
    ] = None,
    activate: Annotated[bool, typer.Option("--activate/--keep-aside", help="Use it from now on.")] = True,
) -> None:
    """Learn from ratings which films are liked by the same people; a running Matinee takes it up by itself."""
    import asyncio

    from bot.front_terminal.building import building
    from bot.front_terminal.render import screen
    from bot.settings import Settings
    from engine.models import training
    from index.build import taste
    from index.sources.ratings.schema import load

    settings, ratings = Settings.load(**context.obj), ratings or []
    if not ratings and not own:
        raise typer.BadParameter("give --ratings PATH, or --own", context)
    bundle = settings.bundle
    found = [asyncio.run(_own(settings))] if own else []
    with building(screen(stderr=True)) as tell:
        for number, path in enumerate(ratings):
            tell("ratings", number, len(ratings))
            table, report = load(path, links=links)
            found.append(table)
            typer.echo("\n".join(report.lines()))
        tell("ratings", len(ratings), len(ratings))
        tell("model", 0, 1)
        items = training.train(found)
        tell("check", 0, 1)
        how = training.checked(found)
        tell("check", 1, 1)
    folder = taste.keep(items, bundle, {**taste.made(found), **how}, use=activate)
    for name, value in how.get("metrics", {}).items():
        typer.echo(f"{name}: {value:,}")
    typer.echo(f"{len(items.films):,} films, {int(items.likes.sum()):,} likes: {folder}")


async def _own(settings: Settings) -> Ratings:
    from bot.ownratings import own_ratings
    from bot.wiring import open_store

    store = await open_store(settings)
    try:
        return await own_ratings(store)
    finally:
        await store.close()
