"""What Matinee remembers: people and chats (sealed), their feedback, each chat's session, and its mail."""

from __future__ import annotations

from bot.store.asked import Polls, Topics
from bot.store.choices import Choices, Saved
from bot.store.inbox import DoneAlreadyError, Inbox, Waiting
from bot.store.master_key import adopt, master_key, next_key
from bot.store.outbox import Outbox, Pending, Row
from bot.store.ports import LEAVING, ChatId, Directory, Feedback, Histories, Memory, Nights, PersonId, Privacy
from bot.store.sealing import Cipher, MasterCipher
from bot.store.shared import Shared
from bot.store.shown import Pictures, Place, Shown
from bot.store.store import Store
from bot.store.transaction import Transaction

__all__ = [
    "LEAVING",
    "ChatId",
    "Choices",
    "Cipher",
    "Directory",
    "DoneAlreadyError",
    "Feedback",
    "Histories",
    "Inbox",
    "MasterCipher",
    "Memory",
    "Nights",
    "Outbox",
    "Pending",
    "PersonId",
    "Pictures",
    "Place",
    "Polls",
    "Privacy",
    "Row",
    "Saved",
    "Shared",
    "Shown",
    "Store",
    "Topics",
    "Transaction",
    "Waiting",
    "adopt",
    "master_key",
    "next_key",
]
