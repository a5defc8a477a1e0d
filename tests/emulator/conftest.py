"""An emulator with one bot and one person, the library that bots use, and a way to call without any library."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest
from PIL import Image
from telegram import Bot
from telegram.request import HTTPXRequest

from tests.telegram_emulator import Clock, Emulator


@dataclass
class Raw:
    """Calls over bare HTTP."""

    telegram: Emulator
    session: aiohttp.ClientSession

    async def __call__(self, method: str, *, token: str | None = None, **parameters: Any) -> dict[str, Any]:
        url = f"{self.telegram.url}/bot{token or self.telegram.token}/{method}"
        async with self.session.post(url, json=parameters) as answer:
            body = await answer.json()
            assert answer.status == body.get("error_code", 200)
            return body

    async def form(self, method: str, **parameters: str) -> dict[str, Any]:
        url = f"{self.telegram.url}/bot{self.telegram.token}/{method}"
        async with self.session.post(url, data=parameters) as answer:
            return await answer.json()


@pytest.fixture
async def telegram():
    async with Emulator(clock=Clock(still=True)) as emulator:
        yield emulator


@pytest.fixture
async def ann(telegram):
    person = telegram.person("Ann", language_code="en")
    await person.starts()
    return person


@pytest.fixture
async def raw(telegram):
    async with aiohttp.ClientSession() as session:
        yield Raw(telegram, session)


@pytest.fixture
async def bot(telegram):
    # Short waits, so that a fault which never answers does not hold a test up.
    request = HTTPXRequest(read_timeout=2, connect_timeout=2)
    async with Bot(
        telegram.token,
        base_url=f"{telegram.url}/bot",
        base_file_url=f"{telegram.url}/file/bot",
        request=request,
        get_updates_request=HTTPXRequest(read_timeout=2, connect_timeout=2),
    ) as library:
        yield library


@pytest.fixture
def picture():
    """The bytes of a small JPEG."""
    out = io.BytesIO()
    Image.new("RGB", (400, 600), "navy").save(out, "JPEG")
    return out.getvalue()
