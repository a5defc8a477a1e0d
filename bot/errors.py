"""What can go wrong on the chat side, as one small tree.

    MatineeError
    ├── SettingsError      a setting has a value that cannot be used
    └── StoreError         what Matinee remembers cannot be read or written
        └── DataKeyError   the data key is malformed, or is not the one that sealed the records

Every message is one line that says how to mend it. What cannot be understood or met is a value, never an error.
"""

from __future__ import annotations


class MatineeError(Exception):
    """Anything that the chat side reports to a person."""


class SettingsError(MatineeError):
    """A setting has a value that cannot be used; the message names its environment variable."""


class StoreError(MatineeError):
    """What Matinee remembers cannot be read or written."""


class DataKeyError(StoreError):
    """The data key is malformed, or is not the one that sealed the records."""
