"""`matinee explore`: one page about the films of the bundle, and ratings of them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(rich_markup_mode=None)


@app.command()
def explore(
    context: typer.Context,
    out: Annotated[Path, typer.Option(metavar="FILE", dir_okay=False, help="Where to write the page: an .html file.")],
    ratings: Annotated[
        Path | None, typer.Option(metavar="PATH", help="Ratings in any known form: MovieLens, MovieTweetings, made up.")
    ] = None,
    links: Annotated[
        Path | None, typer.Option(metavar="PATH", help="A MovieLens release that says which films its old ones mean.")
    ] = None,
) -> None:
    """Write a page of numbers, plots and words about the films.

    It needs no network to be read. Ratings add who rated what, how much, and how genres and groups differ.
    """
    from bot.settings import Settings
    from index.artefacts.manifest import write_durably
    from index.explore import explore as explored
    from index.explore import ready
    from index.sources.ratings.schema import load

    if links is not None and ratings is None:
        raise typer.BadParameter("--links says which films --ratings means: give both", context)
    ready()
    bundle = Settings.load(**context.obj).bundle
    given = None
    if ratings is not None:
        given, report = load(ratings, links=links)
        typer.echo("\n".join(report.lines()))
    page = explored(bundle, given)
    out.parent.mkdir(parents=True, exist_ok=True)
    write_durably(out, page)
    typer.echo(f"{out}: {len(page) / 1e6:.1f} MB, open it in a browser")
