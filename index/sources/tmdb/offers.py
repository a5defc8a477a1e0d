"""Where a film can be watched, by country: TMDB passes on what JustWatch knows.

Show `notices.JUSTWATCH_NOTICE` beside it. Shapes: https://developer.themoviedb.org/reference/movie-watch-providers
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from index.sources.tmdb.reading import inside, items, number, text

KINDS = ("flatrate", "free", "ads", "rent", "buy")
"""How a place offers a film, the cheapest for somebody who has it first; flatrate: with a subscription."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One place that shows a film."""

    name: str  # of the provider
    kind: str  # one of KINDS


def providers(details: Mapping[str, Any]) -> Mapping[str, tuple[Offer, ...]]:
    """Offers by country (ISO 3166-1 alpha-2), in the order of KINDS, within a kind as TMDB ranks them.

    Countries without an offer are left out.
    """
    countries = inside(dict(details), "watch/providers", "results")
    found = {country: _offers(offered) for country, offered in countries.items()} if isinstance(countries, dict) else {}
    return {country: offers for country, offers in found.items() if offers}


def _offers(offered: Any) -> tuple[Offer, ...]:
    found = [
        Offer(name=name, kind=kind)
        for kind in KINDS
        for place in sorted(items(offered, kind), key=lambda place: number(place.get("display_priority")) or 0.0)
        if (name := text(place.get("provider_name")))
    ]
    return tuple(dict.fromkeys(found))
