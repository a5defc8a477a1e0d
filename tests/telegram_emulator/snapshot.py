"""A chat of the local page as a PNG, for documentation; needs chromium on the path."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path


async def snapshot(
    url: str, chat: int, to: Path, *, person: int | None = None, size: tuple[int, int] = (560, 1000)
) -> None:
    """Draw one chat alone, as `person` sees it; size in pixels. FileNotFoundError without chromium."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        raise FileNotFoundError("a picture of a chat needs chromium (apt-get install chromium)")
    seen_by = f"&as={person}" if person else ""
    options = (
        "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--virtual-time-budget=3000",
        f"--window-size={size[0]},{size[1]}", f"--screenshot={to}", f"{url}/?chat={chat}&bare=1{seen_by}",
    )  # fmt: skip
    quiet = asyncio.subprocess.DEVNULL
    process = await asyncio.create_subprocess_exec(browser, *options, stdout=quiet, stderr=quiet)
    try:
        await asyncio.wait_for(process.wait(), 120)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
