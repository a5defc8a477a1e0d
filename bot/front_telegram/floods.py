"""Floods: how much one person may ask for. What goes beyond is dropped, so that it does not hold up everybody else."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

import structlog

_log = structlog.get_logger(__name__)

BURST = 60  # updates that may come at once: more than fingers tap
PER_SECOND = 1.0  # and then one a second
_REMEMBERED = 10_000  # people; one that is let go has long been quiet


class Floods:
    """A leaky bucket for each person, in this process's memory alone."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._levels: OrderedDict[str, tuple[float, float, bool]] = OrderedDict()  # level, when, whether it ran over

    def let_in(self, user: str) -> bool:
        """Whether an update of a person is taken."""
        now = self._clock()
        level, at, over = self._levels.pop(user, (0.0, now, False))
        level = max(0.0, level - (now - at) * PER_SECOND)
        taken = level + 1 <= BURST
        if not taken and not over:
            _log.warning("somebody sends too much")
        self._levels[user] = (level + taken, now, not taken or (over and level > BURST / 2))
        while len(self._levels) > _REMEMBERED:
            self._levels.popitem(last=False)
        return taken
