"""`matinee keys`: the master key that seals whom Matinee talks with."""

from __future__ import annotations

import typer

app = typer.Typer(help="Look after the key that seals what is kept.", rich_markup_mode=None)


@app.callback()
def keys() -> None:
    """Look after the key that seals what is kept."""


@app.command()
def rotate(context: typer.Context) -> None:
    """Seal everything under a new master key.

    Stop the bot first. Without MATINEE_DATA_KEY the key file is replaced; with it, the new key is taken from
    MATINEE_NEW_DATA_KEY, and becomes MATINEE_DATA_KEY afterwards. Should it be cut off, run it again.
    """
    import asyncio

    from bot.errors import DataKeyError, SettingsError
    from bot.settings import Settings
    from bot.store import MasterCipher, Store, adopt, master_key, next_key

    settings = Settings.load(**context.obj)
    old = settings.data_key.get_secret_value() if settings.data_key else None
    given = settings.new_data_key.get_secret_value() if settings.new_data_key else None
    if old is not None and given is None:
        raise SettingsError("MATINEE_NEW_DATA_KEY is not set: make one with: openssl rand -base64 32")
    before = MasterCipher(master_key(old, settings.home))
    after = MasterCipher(master_key(given, settings.home) if old is not None else next_key(settings.home))
    url = settings.database_url.get_secret_value()

    async def run() -> int | None:
        try:
            store = await Store.open(url, before)
        except DataKeyError:
            # Cut off after the database was sealed anew and before the key file was replaced: only that is left.
            await (await Store.open(url, after)).close()
            return None
        try:
            return await store.rotate(after)
        finally:
            await store.close()

    count = asyncio.run(run())
    if old is None:
        adopt(settings.home)
    done = "was sealed before; the key file is the new one now" if count is None else f"{count:,} rows are sealed anew"
    typer.echo(f"{done}." + (" Set MATINEE_DATA_KEY to the new key before the bot starts." if old is not None else ""))
