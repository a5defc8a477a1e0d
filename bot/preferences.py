"""What a chat has chosen for itself: how Matinee speaks there, which films it deals, what may be learned from it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from engine.request import Request
from index.movie import CERTIFICATES

FAMILY = "PG"
"""The certificate that family mode goes up to."""
_NOT_FOR_FAMILIES = ("Horror",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """The settings of one chat; as they are here until somebody chooses."""

    language: str | None = None  # ISO 639-1; None: that of the person's own app
    country: str | None = None  # ISO 3166-1, where films are watched; None: not said
    certificate: str | None = None  # at most this one, of index.movie.CERTIFICATES
    family: bool = False
    spoilers: bool = False  # what happens in a film is hidden until it is tapped
    sharing: bool = False  # the thumbs of this chat may train models that others are served by too

    @property
    def at_most(self) -> str | None:
        """The strictest certificate that is asked for."""
        return _mildest(self.certificate, FAMILY if self.family else None)

    def narrow(self, request: Request) -> Request:
        """A request within what this chat allows: an age limit is never let go, whatever else was asked for."""
        limits = replace(request.limits, certificate=_mildest(request.limits.certificate, self.at_most))
        if self.family:
            limits = replace(limits, not_genres=tuple(dict.fromkeys((*limits.not_genres, *_NOT_FOR_FAMILIES))))
        return replace(request, limits=limits)

    def narrower_than(self, before: Preferences) -> bool:
        """Whether films that were allowed before may now be none to deal."""
        return self.family > before.family or _level(self.at_most) < _level(before.at_most)


def _level(certificate: str | None) -> int:
    return len(CERTIFICATES) if certificate is None else CERTIFICATES.index(certificate)


def _mildest(*certificates: str | None) -> str | None:
    return min((c for c in certificates if c), key=CERTIFICATES.index, default=None)
