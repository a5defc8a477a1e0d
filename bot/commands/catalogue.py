"""The films that Matinee knows: build them, and see what they hold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands import fetch

if TYPE_CHECKING:
    from bot.settings import Settings

films = typer.Typer(help="Fetch, build and inspect the films that Matinee knows.", rich_markup_mode=None)
films.add_typer(fetch.app)


def settings(context: typer.Context) -> Settings:
    """The settings, with the options that stand before the command."""
    from bot.settings import Settings

    return Settings.load(**context.obj)


@films.command()
def build(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Option("--from", metavar="PATH", help="A file or folder of films; may be repeated. [the starter]"),
    ] = None,
    facts: Annotated[
        list[Path] | None,
        typer.Option("--with", metavar="PATH", help="A file that tells more of those films, repeated for more."),
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Where to build. [the bundle]")] = None,
    model: Annotated[
        str | None, typer.Option(metavar="NAME", help="A sentence-transformers model, by path or name.")
    ] = None,
    adult: Annotated[bool, typer.Option("--adult", help="Keep adult titles, which are left out otherwise.")] = False,
    if_needed: Annotated[
        bool, typer.Option("--if-needed", help="Leave films of your own; bring the starter up to date.")
    ] = False,
) -> None:
    """Make films searchable: quick when nothing changed, and a running Matinee takes them up by itself."""
    from bot.front_terminal.building import building
    from bot.front_terminal.render import screen
    from index import build as building_of

    bundle = out or settings(context).bundle
    if if_needed and (own := building_of.kept(bundle)) is not None:
        typer.echo(f"{own:,} films of your own: left as they are")
        return
    with building(screen(stderr=True)) as progress:
        built = building_of.build(paths or (), bundle, facts=facts or (), adult=adult, model=model, progress=progress)
    for report in built.reports:
        typer.echo("\n".join(report.lines()))
    for path in built.unknown:
        typer.echo(f"left out, of no known form: {path}")
    done = f"{built.films:,} films, {built.encoded:,} newly read" if built.fresh else "up to date"
    typer.echo(f"{done}: {built.folder}")


@films.command()
def info(context: typer.Context) -> None:
    """Say what the bundle holds."""
    from bot.front_terminal import pages
    from bot.front_terminal.render import screen
    from index.artefacts import active, read_manifest
    from index.build import coverage

    bundle = settings(context).bundle
    catalogue, shares = coverage(bundle)
    folder = active(bundle).catalogue
    made = read_manifest(bundle / folder).made
    screen().print(pages.catalogue(made, folder, len(catalogue), shares))
