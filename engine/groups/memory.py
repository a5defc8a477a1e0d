"""Who got little on earlier nights counts more tonight: what each member is owed, kept as one number a member.

Arrays are (members,).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]

_KEPT = 0.8  # of what was owed before, a night later
_MOST = 2.0  # either way, so that nobody rules a night
_STEP = 3.0  # a member who is owed one night counts so many times as much


def owed(before: Values, got: Values) -> Values:
    """What members are owed after a night: more than 0 for who got less than others, less for who got more.

    Args:
        before: What they were owed until then, 0 for who is new.
        got: What the night gave each, 0 to 1; 1 for who voted for the film of the evening.

    """
    after = _KEPT * before + got.mean() - got
    return np.asarray(np.clip(after, -_MOST, _MOST), dtype=np.float64)


def weights(debts: Values) -> Values:
    """How much each counts tonight, by what they are `owed`; 1 for who is owed nothing, above 0 for everybody."""
    return np.asarray(_STEP**debts, dtype=np.float64)
