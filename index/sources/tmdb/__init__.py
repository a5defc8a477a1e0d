"""Films from TMDB's API (https://developer.themoviedb.org/reference), with a key of one's own.

`lists` and `exports` say which films: ids by popularity, from a file, from the daily list, by what changed. `gathering`
fetches them, a few at a time, and writes them down. `client` asks, politely, and again when it fails; `door` puts the
key on, `answers` keeps what came. `film` makes a Movie of it, `offers` tells where to watch it, and `notices` holds
what must be said beside it.
"""
