"""Which function answers which method."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.telegram_emulator.parameters import Upload
from tests.telegram_emulator.world import Bot, World


class Order:
    """One checked call, ready to be done: whose it is, what it says, what is attached."""

    def __init__(self, world: World, bot: Bot, parameters: dict[str, Any], files: dict[str, Upload]) -> None:
        self.world = world
        self.bot = bot
        self.parameters = parameters
        self.files = files

    def __getitem__(self, name: str) -> Any:
        return self.parameters[name]

    def get(self, name: str, default: Any = None) -> Any:
        """A parameter that may be missing."""
        return self.parameters.get(name, default)

    def json(self, message: Any) -> dict[str, Any]:
        """A message as this bot sees it."""
        return message.json(self.bot.user.id)


Answer = Callable[[Order], Any]
METHODS: dict[str, Answer] = {}


def method(name: str) -> Callable[[Answer], Answer]:
    """Register the function below as the answer to a method; it may be a coroutine function."""

    def register(answer: Answer) -> Answer:
        METHODS[name] = answer
        return answer

    return register
