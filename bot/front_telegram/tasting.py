"""What somebody seems to like, as a message with a picture. Pure but for the drawing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from bot.front_telegram.markup import CAPTION, escape, message, shorten
from bot.front_telegram.outgoing import Attach, Say, Saying
from bot.playing.scene import House
from bot.posters.chart import Bar, Panel, chart, letters
from bot.wording import Words
from bot.wording.reasons import label
from bot.wording.speaking import HOME, speaking
from bot.wording.taste import decade, mood, told
from engine.profile import FEWEST, Profile, profile
from engine.request import Verdict
from engine.taste import Taste
from index.moods import SCALE

_FILE = "taste.png"


def tasted(house: House, verdicts: Mapping[int, Verdict], words: Words) -> tuple[Saying, ...]:
    """The answer to /taste: words alone while there is too little to say."""
    found = profile(Taste.by(verdicts), house.recommender.films)
    text = told(found, partial(house.title, language=words.code), words)
    if found.liked < FEWEST:
        return (Say(html=message(text)),)
    return (Attach(name=_FILE, data=drawn(found, words), html=escape(shorten(text, CAPTION)), picture=True),)


def drawn(found: Profile, words: Words) -> bytes:
    """The picture of a taste; in English where the typeface lacks letters of the language."""
    if not all(letters(bar.label) for panel in _panels(found, words) for bar in panel.bars):
        words = speaking(HOME)
    legend = words("taste-legend-own"), words("taste-legend-usual")
    return chart(words("taste-title"), _panels(found, words), legend)


def _panels(found: Profile, words: Words) -> tuple[Panel, ...]:
    moods = tuple(
        Bar(label=mood(each.what, words), own=each.own / SCALE, usual=each.usual / SCALE)
        for each in (*found.moods, *found.spared)
    )
    genres = tuple(Bar(label=label(each.what, words), own=each.own, usual=each.usual) for each in found.genres)
    decades = tuple(Bar(label=decade(each.what, words), own=each.own, usual=each.usual) for each in found.decades)
    return (
        Panel(head=words("taste-panel-moods"), bars=moods),
        Panel(head=words("taste-panel-genres"), bars=genres),
        Panel(head=words("taste-panel-decades"), bars=decades, upright=True),
    )
