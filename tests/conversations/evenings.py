"""What people do on movie nights, and what their messages say; for the conversations about them."""

from __future__ import annotations

from pydantic import TypeAdapter

from bot.groups import Night

COMMAND = "/movienight@matineebot"
_NIGHT = TypeAdapter(Night)


async def opened(served, person, chat, wish=""):
    await person.says(f"{COMMAND} {wish}".strip(), chat=chat)
    table = await served.telegram.answer(chat, within=15)
    await served.settled()
    return table


async def tapped(served, person, label, table):
    tap = await person.taps(label, on=table)
    await served.settled()
    return tap.answer


async def chat_of(served, chat):
    async with served.store.turn() as memory:
        return await memory.chat_of("telegram", str(chat.id))


async def night_of(served, chat) -> Night:
    number = await chat_of(served, chat)
    async with served.store.turn() as memory:
        return _NIGHT.validate_json(await memory.night(number))


async def passes(served, chat, **changed) -> None:
    """As if time had passed: a night's times are what they are changed to."""
    number = await chat_of(served, chat)
    async with served.store.turn() as memory:
        body = TypeAdapter(dict).validate_json(await memory.night(number)) | changed
        due = changed.get("until") or changed.get("asks_at")
        await memory.save_night(number, TypeAdapter(dict).dump_json(body).decode(), due)


def films(table) -> dict[int, str]:
    """Film to the label of its button, in the order dealt."""
    rows = [row[0] for row in table.keyboard["inline_keyboard"] if row[0]["callback_data"].startswith("n:v:")]
    return {int(button["callback_data"].split(":")[2]): button["text"] for button in rows}


def counts(table) -> list[int]:
    return [int(label.rpartition(" · ")[2]) for label in films(table).values()]


def link(table) -> str:
    return table.button("Wish privately")["url"].partition("?start=")[2]


async def votes(served, person, film, table):
    tap = await person.taps_data(f"n:v:{film}:{(await night_of(served, table.chat)).id}", on=table)
    await served.settled()
    return tap.answer
