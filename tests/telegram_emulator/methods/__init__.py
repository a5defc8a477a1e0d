"""The methods, by room; importing this registers all of them."""

from __future__ import annotations

from tests.telegram_emulator.methods import asked, chats, editing, profile, queue, sending
from tests.telegram_emulator.methods.registry import METHODS, Order

__all__ = ["METHODS", "Order", "asked", "chats", "editing", "profile", "queue", "sending"]
