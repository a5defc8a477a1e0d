"""Photos: who may name them by which id, what they are made of, and what Telegram would not take."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from dataclasses import dataclass
from typing import Any

from PIL import Image, UnidentifiedImageError

from tests.telegram_emulator.parameters import Upload
from tests.telegram_emulator.refusal import Refusal, malformed

MOST_BYTES = 10 * 1024 * 1024  # of an uploaded photo
POSTER = (500, 750)  # pixels of a photo that was named by address and whose content is unknown here
WIDTHS = (90, 320, 800)  # of the smaller sizes that servers keep


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A photo as the servers keep it."""

    unique_id: str
    width: int
    height: int
    data: bytes = b""  # empty when only the address is known
    url: str | None = None

    def sizes(self, bot_id: int) -> list[dict[str, Any]]:
        """As a list of PhotoSize, smallest first, with this bot's own file ids."""
        widths = [w for w in WIDTHS if w < self.width] + [self.width]
        return [
            {
                "file_id": file_id(bot_id, f"{self.unique_id}-{width}"),
                "file_unique_id": f"{self.unique_id}-{width}",
                "width": width,
                "height": max(1, round(self.height * width / self.width)),
                "file_size": max(len(self.data), 1),
            }
            for width in widths
        ]


def file_id(bot_id: int, unique_id: str) -> str:
    """The id by which one bot, and no other, names a file."""
    seal = hashlib.sha256(f"{bot_id}:{unique_id}".encode()).digest()
    return "AgACAgQ" + base64.urlsafe_b64encode(seal).decode().rstrip("=")


class Files:
    """All photos, and the file ids that bots were given."""

    def __init__(self) -> None:
        self.photos: dict[str, Photo] = {}  # by unique id without size
        self.bad_urls: set[str] = set()
        self.pictures: dict[str, bytes] = {}  # what a web address holds, where a test or the page wants it shown
        self._by_url: dict[str, Photo] = {}
        self._given: dict[tuple[int, str], Photo] = {}  # by bot id and file id

    def take(self, bot_id: int, source: str | Upload, attached: dict[str, Upload]) -> Photo:
        """The photo that a call names by upload, address or file id. Raises Refusal."""
        if isinstance(source, str) and source.startswith("attach://"):
            if source[9:] not in attached:
                raise malformed("strict: nothing is attached under that name")
            source = attached[source[9:]]
        if isinstance(source, Upload):
            return self._keep(bot_id, self._uploaded(source))
        if "://" in source or re.match(r"[\w.-]+\.[a-z]{2,}/", source):
            return self._keep(bot_id, self._addressed(source))
        photo = self._given.get((bot_id, source))
        if photo is None:
            raise Refusal("wrong file identifier/HTTP URL specified")
        return photo

    def find(self, bot_id: int, wanted: str) -> tuple[Photo, dict[str, Any]] | None:
        """A photo and its size by this bot's file id."""
        photo = self._given.get((bot_id, wanted))
        if photo is None:
            return None
        return photo, next(size for size in photo.sizes(bot_id) if size["file_id"] == wanted)

    def received(self, bot_id: int, data: bytes) -> Photo:
        """A photo that a person sent to a bot."""
        return self._keep(bot_id, self._uploaded(Upload(name="photo.jpg", data=data, kind="image/jpeg")))

    def _keep(self, bot_id: int, photo: Photo) -> Photo:
        self.photos[photo.unique_id] = photo
        for size in photo.sizes(bot_id):
            self._given[bot_id, size["file_id"]] = photo
        return photo

    def _addressed(self, url: str) -> Photo:
        if not re.fullmatch(r"https?://[\w.-]+(:\d+)?(/[!-~]*)?", url):
            raise Refusal("wrong HTTP URL specified")
        if url in self.bad_urls:
            raise Refusal("failed to get HTTP URL content")
        if url not in self._by_url:
            name = "AQAD" + hashlib.sha256(url.encode()).hexdigest()[:12]
            data = self.pictures.get(url, b"")
            width, height = _measured(data) if data else POSTER
            self._by_url[url] = Photo(unique_id=name, width=width, height=height, data=data, url=url)
        return self._by_url[url]

    def _uploaded(self, upload: Upload) -> Photo:
        if not upload.data:
            raise malformed("file must be non-empty")
        if len(upload.data) > MOST_BYTES:
            raise Refusal("Request Entity Too Large", malformed=True)
        width, height = _measured(upload.data)
        if width + height > 10_000 or max(width, height) > 20 * min(width, height):
            raise malformed("PHOTO_INVALID_DIMENSIONS")
        # Each upload is a photo of its own, even of the same bytes.
        return Photo(unique_id=f"AQADup{len(self.photos):06d}", width=width, height=height, data=upload.data)


def _measured(data: bytes) -> tuple[int, int]:
    try:
        with Image.open(io.BytesIO(data)) as image:
            image.load()
            return image.size
    except (UnidentifiedImageError, OSError, SyntaxError):
        raise malformed("IMAGE_PROCESS_FAILED") from None
