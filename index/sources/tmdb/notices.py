"""What the terms of TMDB and JustWatch ask to be said, in one place.

Sources, in the order of the constants:
- https://developer.themoviedb.org/docs/faq ("What are the attribution requirements?"). The longer
  https://www.themoviedb.org/api-terms-of-use says "uses TMDB and the TMDB APIs but is not endorsed, certified, or
  otherwise approved by TMDB"; both also ask for TMDB's logo where there is an "about" page.
- https://developer.themoviedb.org/reference/movie-watch-providers: "In order to use this data you must attribute the
  source of the data as JustWatch."
- https://developer.themoviedb.org/docs/getting-started: keys are made in the settings of an account, and cost nothing.
"""

from __future__ import annotations

TMDB_NOTICE = "This product uses the TMDB API but is not endorsed or certified by TMDB."
"""Wherever something of TMDB's is shown or fetched."""

JUSTWATCH_NOTICE = "Where to watch: data by JustWatch."
"""Beside every list of places to watch a film."""

KEY_PAGE = "https://www.themoviedb.org/settings/api"
"""Where a person gets a key."""
