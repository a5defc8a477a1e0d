"""The event loop that serves: libuv's, which spends less on each step than Python's own; Windows has Python's own."""

import sys

if sys.platform == "win32":
    from asyncio import run
else:
    from uvloop import run

__all__ = ["run"]
