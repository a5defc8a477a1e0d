"""Who the bot says it is: name, descriptions, commands."""

from __future__ import annotations

import json
from typing import Any

from tests.telegram_emulator.methods.registry import METHODS, Order, method
from tests.telegram_emulator.refusal import malformed


@method("getMe")
def get_me(order: Order) -> dict[str, Any]:
    """The bot itself."""
    return order.bot.json()


def _key(order: Order) -> tuple[str, str]:
    scope = order.get("scope") or {"type": "default"}
    if "chat_id" in scope:
        order.world.find_chat(order.bot, scope["chat_id"])
    return json.dumps(scope, sort_keys=True), order.get("language_code", "")


@method("setMyCommands")
def set_commands(order: Order) -> bool:
    """The list behind the menu button, by scope and language."""
    names = [command["command"] for command in order["commands"]]
    if len(set(names)) < len(names):
        raise malformed("strict: a command is listed twice")
    order.bot.commands[_key(order)] = order["commands"]
    return True


@method("getMyCommands")
def get_commands(order: Order) -> list[dict[str, str]]:
    """What was set for exactly this scope and language."""
    return order.bot.commands.get(_key(order), [])


@method("deleteMyCommands")
def delete_commands(order: Order) -> bool:
    """Unset the list."""
    order.bot.commands.pop(_key(order), None)
    return True


def _register(what: str, name: str) -> None:
    def set_it(order: Order) -> bool:
        order.bot.profile[what, order.get("language_code", "")] = order.get(what, "")
        return True

    def get_it(order: Order) -> dict[str, str]:
        own = order.bot.profile.get((what, order.get("language_code", "")))
        text = own or order.bot.profile.get((what, ""))
        return {what: text or (order.bot.user.first_name if what == "name" else "")}

    METHODS[f"setMy{name}"] = set_it
    METHODS[f"getMy{name}"] = get_it


_register("name", "Name")
_register("description", "Description")
_register("short_description", "ShortDescription")
