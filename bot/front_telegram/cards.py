"""A reply as Telegram shows it: captions, buttons, answers to taps. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.front_telegram.callbacks import pack
from bot.front_telegram.markup import CAPTION, NOTE, escape, message, shorten, tag, units
from bot.front_telegram.outgoing import Answer, Keys, Say, Show
from bot.front_telegram.updates import Heard, Kind
from bot.reply import Card, Reply
from bot.turn import Action
from bot.wording import Words

_LABEL = 40  # letters of a button that a phone shows in full width, about
_FLIPS = {Action.PREVIOUS, Action.NEXT}
_ROWS = (
    (Action.UNDO,),  # first, and alone: it names a film
    (Action.UP, Action.DOWN, Action.SEEN),
    (Action.PREVIOUS, Action.OPEN, Action.NEXT),
    (Action.WHY, Action.MORE_LIKE, Action.SWITCH),
    (Action.MINE,),
    (Action.SAVE, Action.UNSAVE),
)
# What a caption holds, by how much it would be missed: the name of the part and the most units that it takes.
_SHARES = {"title": 200, "text": 600, "line": 300, "standing": 200, "facts": 150, "overview": 700}
_BREAKS = 12  # units for the lines and brackets between the parts


def render(
    reply: Reply, heard: Heard, words: Words, *, mine: str = "", places: bool = False
) -> tuple[Say | Show | Answer, ...]:
    """All that a reply says, in order.

    `mine` is the address at which a shared deck opens as one's own; `places` says whether it can be said where the film
    is to be watched.
    """
    said = _to_tap(reply, heard, words, mine) if heard.kind is Kind.TAPPED else _to_words(reply, mine)
    if not places or heard.turn.group:
        return tuple(said)
    return tuple(_watchable(one, words) if isinstance(one, Show) else one for one in said)


def _watchable(show: Show, words: Words) -> Show:
    """A card with a button more, at its end."""
    button = (words("button-watch"), pack(Action.WATCH, show.film, show.deck))
    return replace(show, keys=(*show.keys[:-1], (*show.keys[-1], button)))


def _to_tap(reply: Reply, heard: Heard, words: Words, mine: str) -> Iterable[Say | Show | Answer]:
    """A tap edits the message that it was on; what cannot be shown there is told in passing."""
    assert heard.query is not None
    if reply.cards:
        yield Answer(query=heard.query, text=shorten(reply.note, NOTE))
        elsewhere = reply.fresh and heard.turn.action is Action.MORE_LIKE  # another wish: another message
        message = None if elsewhere else heard.message
        yield show(reply, text=reply.text, message=message, fresh=elsewhere, mine=mine)
    elif reply.note:
        alert = heard.turn.group and heard.turn.action is Action.WHY  # too long to pass by
        yield Answer(query=heard.query, text=shorten(reply.note, NOTE), alert=alert)
    else:  # the deck was let go
        yield Answer(query=heard.query, text=shorten(words("deck-gone"), NOTE), alert=True)


def _to_words(reply: Reply, mine: str) -> Iterable[Say | Show | Answer]:
    """A wish gets a message of its own; words about the open card turn it, and are answered below."""
    if reply.cards and reply.fresh:
        yield show(reply, text=reply.text, fresh=True, mine=mine)
        return
    if reply.cards:
        yield show(reply, mine=mine)
    said = " ".join(part for part in (reply.note, reply.text) if part)
    if said:
        yield Say(html=message(said), about=reply.deck if reply.text else None)


def show(reply: Reply, *, text: str = "", message: int | None = None, fresh: bool = False, mine: str = "") -> Show:
    """The open card of a reply."""
    card = reply.cards[reply.position]
    assert reply.deck is not None
    return Show(
        deck=reply.deck,
        html=caption(card, reply.standing, text, veiled=reply.veiled),
        keys=keyboard(reply, mine),
        film=card.tmdb,
        title=card.title,
        year=card.year,
        genres=card.genres,
        poster_path=card.poster_path,
        fresh=fresh,
        message=message,
    )


def caption(card: Card, standing: str, text: str = "", *, veiled: bool = False) -> str:
    """A card in words, at most 1,024 units: how the wish was understood, what is to be said, the film.

    Veiled, what happens in the film is hidden until it is tapped.
    """
    parts = {
        "title": card.title,
        "text": text,
        "line": card.line,
        "standing": standing,
        "facts": card.facts,
        "overview": "" if text else card.overview,
    }
    left = CAPTION - _BREAKS - units(str(card.year or ""))
    for name, most in _SHARES.items():
        parts[name] = shorten(parts[name], max(0, min(most, left)))
        left -= units(parts[name])
    year = f" ({card.year})" if card.year else ""
    above = [tag("i", parts["standing"]), escape(parts["text"])]
    film = [tag("b", parts["title"] + year), escape(parts["facts"]), escape(parts["line"])]
    film.append(tag("tg-spoiler" if veiled else "blockquote expandable", parts["overview"]))
    return "\n\n".join("\n".join(line for line in lines if line) for lines in (above, film) if any(lines))


def keyboard(reply: Reply, mine: str = "") -> Keys:
    """The buttons under the open card; [Mine] only where its address is known."""
    assert reply.deck is not None
    deck, cards, position = reply.deck, reply.cards, reply.position
    made = {}
    for button in reply.buttons:
        action, film = button.action, button.film
        beside = position + (1 if action is Action.NEXT else -1)
        if action in _FLIPS and 0 <= beside < len(cards):
            # A card by its film rather than "the next one": two quick taps on the same button turn once.
            made[action] = (button.label, pack(Action.OPEN, cards[beside].tmdb, deck))
        elif action is Action.MINE:
            made |= {action: (button.label, mine)} if mine else {}
        else:
            made[action] = (shorten(button.label, _LABEL), pack(action, film, deck))
    count = f"{position + 1}/{len(cards)}"
    made[Action.OPEN] = (count, pack(Action.OPEN, cards[position].tmdb, deck))
    rows = (tuple(made[action] for action in row if action in made) for row in _ROWS)
    return tuple(row for row in rows if row)
