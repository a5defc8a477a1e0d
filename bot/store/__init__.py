"""What Matinee remembers: people and chats (sealed), their feedback, and the session of each chat."""

from __future__ import annotations

from bot.store.master_key import master_key
from bot.store.ports import ChatId, Directory, Feedback, Memory, PersonId, Privacy
from bot.store.sealing import Cipher, MasterCipher
from bot.store.store import Store
from bot.store.transaction import Transaction

__all__ = [
    "ChatId",
    "Cipher",
    "Directory",
    "Feedback",
    "MasterCipher",
    "Memory",
    "PersonId",
    "Privacy",
    "Store",
    "Transaction",
    "master_key",
]
