"""Files that are no photos: who may name them by which id, and what Telegram would not take or hand out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from tests.telegram_emulator.files import file_id
from tests.telegram_emulator.parameters import Upload
from tests.telegram_emulator.refusal import Refusal, malformed

MOST_SENT = 50 * 1024 * 1024  # bytes that a bot may upload
MOST_FETCHED = 20 * 1024 * 1024  # bytes that a bot may download


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file as the servers keep it."""

    unique_id: str
    name: str
    data: bytes
    size: int | None = None  # what is said of it, where that differs

    def json(self, bot_id: int) -> dict[str, Any]:
        """As type Document, with this bot's own file id."""
        return {
            "file_id": file_id(bot_id, self.unique_id),
            "file_unique_id": self.unique_id,
            "file_name": self.name,
            "mime_type": "application/octet-stream",
            "file_size": len(self.data) if self.size is None else self.size,
        }


class Documents:
    """All documents, and the file ids that bots were given."""

    def __init__(self) -> None:
        self.kept: dict[str, Document] = {}  # by unique id
        self._given: dict[tuple[int, str], Document] = {}  # by bot id and file id

    def keep(self, bot_id: int, name: str, data: bytes, size: int | None = None) -> Document:
        """A file that was sent to a bot, or by it."""
        unique = hashlib.sha256(f"{len(self.kept)}:{name}".encode()).hexdigest()[:16]
        document = Document(unique_id=f"AgAD{unique}", name=name, data=data, size=size)
        self.kept[document.unique_id] = document
        self._given[bot_id, file_id(bot_id, document.unique_id)] = document
        return document

    def uploaded(self, bot_id: int, upload: Upload) -> Document:
        """A file that a bot uploads. Raises Refusal."""
        if not upload.data:
            raise malformed("file must be non-empty")
        if len(upload.data) > MOST_SENT:
            raise Refusal("Request Entity Too Large", malformed=True)
        return self.keep(bot_id, upload.name, upload.data)

    def find(self, bot_id: int, wanted: str) -> Document | None:
        """A file by this bot's file id. Raises Refusal when it is too large to be handed out."""
        document = self._given.get((bot_id, wanted))
        if document is not None and len(document.data) > MOST_FETCHED:
            raise Refusal("file is too big")
        return document
