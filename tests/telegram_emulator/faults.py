"""Faults on demand: what shall go wrong, with which method, how often."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from tests.telegram_emulator.refusal import Refusal, too_many


class FaultKind(StrEnum):
    """What can be made to go wrong."""

    FLOOD = "flood"  # 429 with retry_after; nothing is done
    SERVER_ERROR = "server error"  # 500; nothing is done
    NO_ANSWER = "no answer"  # nothing is done, and the caller waits for `seconds`
    RESET = "reset"  # nothing is done, the connection breaks
    ANSWER_LOST = "answer lost"  # it is done, then the connection breaks
    DRIP = "drip"  # nothing is done; the answer begins and drips on for `seconds`, then the connection breaks
    SLOW = "slow"  # it is done after `seconds`
    BAD_PHOTO = "bad photo"  # "failed to get HTTP URL content"
    WRONG_FILE = "wrong file"  # "wrong file identifier/HTTP URL specified"
    REFUSED = "refused"  # any other error, by code and words
    TWICE = "twice"  # getUpdates: every update of the answer is in it twice


@dataclass(slots=True, kw_only=True)
class Fault:
    """One order for trouble."""

    kind: FaultKind
    method: str = "*"
    times: int = 1  # how many calls it still meets
    chat_id: int | None = None  # only calls about this chat
    seconds: float = 3  # of FLOOD (whole), NO_ANSWER, DRIP and SLOW
    code: int = 400
    words: str = ""

    def refusal(self) -> Refusal | None:
        """The error that it answers with, if it is one."""
        match self.kind:
            case FaultKind.FLOOD:
                return too_many(int(self.seconds))
            case FaultKind.SERVER_ERROR:
                return Refusal(code=500)
            case FaultKind.BAD_PHOTO:
                return Refusal("failed to get HTTP URL content")
            case FaultKind.WRONG_FILE:
                return Refusal("wrong file identifier/HTTP URL specified")
            case FaultKind.REFUSED:
                return Refusal(self.words, code=self.code)
        return None


class Faults:
    """The orders that stand."""

    def __init__(self) -> None:
        self._standing: list[Fault] = []

    def order(self, fault: Fault) -> Fault:
        """Let something go wrong from now on."""
        self._standing.append(fault)
        return fault

    def meet(self, method: str, parameters: dict[str, Any]) -> Fault | None:
        """The fault that meets a call, used up by one."""
        for fault in self._standing:
            right_chat = fault.chat_id is None or str(parameters.get("chat_id")) == str(fault.chat_id)
            if fault.times > 0 and fault.method in ("*", method) and right_chat:
                fault.times -= 1
                return fault
        return None

    def clear(self) -> None:
        """Nothing goes wrong any more."""
        self._standing.clear()
