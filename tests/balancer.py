"""What stands before several processes: passes each request to one of them in turn, past those that are down.

`python tests/balancer.py --port 8443 8101 8102` is one as a process of its own.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
from collections.abc import Iterator, Sequence

import aiohttp
from aiohttp import web


class Balancer:
    """Listens on a port of this machine, for others of this machine."""

    def __init__(self, ports: Sequence[int], port: int) -> None:
        self.url = f"http://127.0.0.1:{port}/updates"
        self.passed = dict.fromkeys(ports, 0)  # how many requests each of them answered well
        self._port = port
        self._order: Iterator[int] = itertools.cycle(ports)
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=20))
        application = web.Application()
        application.router.add_route("*", "/{path:.*}", self._pass)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()

    async def stop(self) -> None:
        await self._session.close()
        if self._runner is not None:
            await self._runner.cleanup()

    async def _pass(self, request: web.Request) -> web.Response:
        body = await request.read()
        headers = {name: value for name, value in request.headers.items() if name.startswith("X-")}
        for _ in self.passed:
            port = next(self._order)
            address = f"http://127.0.0.1:{port}{request.path}"
            try:
                async with self._session.request(request.method, address, data=body, headers=headers) as answer:
                    self.passed[port] += answer.status == 200
                    return web.Response(status=answer.status, body=await answer.read())
            except (aiohttp.ClientError, TimeoutError):
                continue
        return web.Response(status=502)


async def _run(ports: Sequence[int], port: int) -> None:
    await Balancer(ports, port).start()
    await asyncio.Event().wait()


if __name__ == "__main__":
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--port", type=int, required=True)
    reader.add_argument("ports", type=int, nargs="+")
    options = reader.parse_args()
    asyncio.run(_run(options.ports, options.port))
