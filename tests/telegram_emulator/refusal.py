"""How Telegram says no: a code, its own words, and sometimes a parameter that tells what to do."""

from __future__ import annotations

from typing import Any

PREFIXES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    429: "Too Many Requests",
    500: "Internal Server Error",
}


class Refusal(Exception):  # noqa: N818 (an answer, not a fault of ours)
    """An error answer. `malformed`: the call itself is wrong, whatever the state of the chats."""

    def __init__(
        self, words: str = "", *, code: int = 400, malformed: bool = False, parameters: dict[str, int] | None = None
    ) -> None:
        super().__init__(words)
        self.code = code
        self.malformed = malformed
        self.parameters = parameters or {}
        self.description = f"{PREFIXES[code]}: {words}" if words else PREFIXES[code]

    def json(self) -> dict[str, Any]:
        """The answer as Telegram writes it."""
        answer: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


def malformed(words: str) -> Refusal:
    """A 400 for a call that is wrong in itself."""
    return Refusal(words, malformed=True)


def too_many(retry_after: int) -> Refusal:
    """The 429 of a flood."""
    return Refusal(f"retry after {retry_after}", code=429, parameters={"retry_after": retry_after})
