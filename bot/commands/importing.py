"""`matinee import`: what a person rated and watched elsewhere, as seen and thumbs in a chat."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(rich_markup_mode=None)


@app.command("import")
def bring(
    context: typer.Context,
    path: Annotated[
        Path, typer.Argument(metavar="FILE", exists=True, help="An export of Letterboxd, IMDb or Trakt; a zip will do.")
    ],
    name: Annotated[str, typer.Option("--chat", metavar="NAME", help="Which chat of `matinee chat`.")] = "terminal",
) -> None:
    """Bring in what you rated and watched elsewhere.

    Films rated high become thumbs up, low ones thumbs down, and what was watched counts as seen. The same file again
    changes nothing.
    """
    import asyncio

    from bot.front_terminal.keys import read
    from bot.importing import Imported, keep
    from bot.settings import Settings
    from bot.wiring import open_store
    from index.artefacts import active, read_manifest
    from index.catalogue import Catalogue
    from index.sources.ratings.history import load

    settings = Settings.load(**context.obj)
    folder = settings.bundle / active(settings.bundle).catalogue
    read_manifest(folder)
    history, catalogue = load(path), Catalogue.open(folder / "movies.parquet")
    who = read("", name)

    async def run() -> Imported:
        store = await open_store(settings)
        try:
            async with store.turn() as memory:
                chat = await memory.chat_of(who.channel, who.chat)
                person = await memory.person_of(who.channel, who.user)
                return await keep(history, catalogue, memory, chat, person)
        finally:
            await store.close()

    typer.echo("\n".join(asyncio.run(run()).lines()))
