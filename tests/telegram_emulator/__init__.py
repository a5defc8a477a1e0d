"""A strict Telegram Bot API server on loopback, for whole conversations without Telegram."""

from __future__ import annotations

from tests.telegram_emulator.clock import Clock
from tests.telegram_emulator.emulator import Emulator
from tests.telegram_emulator.faults import FaultKind
from tests.telegram_emulator.local import serve
from tests.telegram_emulator.people import Person
from tests.telegram_emulator.state import Chat, Message
from tests.telegram_emulator.transcript import Call
from tests.telegram_emulator.world import Tap

__all__ = ["Call", "Chat", "Clock", "Emulator", "FaultKind", "Message", "Person", "Tap", "serve"]
