"""What can go wrong in the index, as one small tree.

    MatineeIndexError
    ├── SourceError       a file or service with films cannot be read
    ├── ArtefactError     artefacts are missing, damaged or do not fit together
    │   └── NothingBuilt  there is no set of artefacts yet
    └── EncoderError      the text encoder cannot be made or loaded

Every message is one line that says how to mend it.
"""

from __future__ import annotations


class MatineeIndexError(Exception):
    """Anything that the index room reports to a person."""


class SourceError(MatineeIndexError):
    """A file or service with films cannot be read."""


class ArtefactError(MatineeIndexError):
    """Artefacts on disk are damaged, of another version, or do not fit together."""


class NothingBuilt(ArtefactError):  # noqa: N818 (a plain state, said as one)
    """There is no set of artefacts at the place that was named."""


class EncoderError(MatineeIndexError):
    """The text encoder cannot be made or loaded."""
