"""A movie night as Telegram shows it: one message of words that is edited in place, and a poster for the pick. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.front_telegram.callbacks import pack_night, unpack_night
from bot.front_telegram.markup import CAPTION, NOTE, TEXT, escape, message, plain, shorten, tag
from bot.front_telegram.outgoing import Answer, Ask, Keys, Say, Saying, Show, Stop, Table
from bot.front_telegram.updates import CHANNEL, Heard, Kind
from bot.groups import Board, Button, Move
from bot.playing.night import NightTurn

COMMAND = "movienight"
_TABLE, _PICK, _AFTER, _ASK, _WISH, _POLL = "night:", "pick:", "after:", "ask:", "wish:", "poll:"
_QUESTION, _OPTION = 300, 100  # units of a poll
_BOX = 64  # characters that the box for a reply may show


def asked(heard: Heard, answered: str | None) -> NightTurn | None:
    """What an update asks of the night of its group, or None when it is not for it.

    `answered` is the deck on the message that it is a reply to, where that is known.
    """
    turn = heard.turn
    if not turn.group:
        return None
    step = NightTurn(channel=CHANNEL, chat=turn.chat, user=turn.user, name=turn.name or "?", at=turn.at, key=turn.key)
    step = replace(step, language=turn.language)
    if heard.kind is Kind.LEFT:
        return replace(step, move=Move.LEAVE)
    if heard.kind is Kind.BALLOT:
        return replace(step, move=Move.BALLOT, night=turn.deck, options=heard.options)
    if heard.kind is Kind.COMMAND and turn.command == COMMAND:
        return replace(step, text=turn.text)
    if heard.kind is Kind.TAPPED and turn.command == COMMAND:
        tapped = unpack_night(turn.text)
        return replace(step, move=tapped.move, night=tapped.night, film=tapped.film) if tapped else None
    if heard.kind is Kind.SAID and answered and answered.startswith((_TABLE, _ASK)):
        return replace(step, move=Move.WISH, night=answered.split(":")[1], text=turn.text)
    return None


def ask_deck(night: str, person: int) -> str:
    """The deck of the message in a group that asks one member for a wish."""
    return f"{_ASK}{night}:{person}"


def ask_decks(person: int) -> tuple[str, str]:
    """How the names of all such decks of a member begin and end."""
    return _ASK, f":{person}"


def private_deck(group: int, night: str) -> str:
    """The deck of the message in a private chat that asks for a wish: our number of the group, and its night."""
    return f"{_WISH}{group}:{night}"


def privately(answered: str | None) -> tuple[int, str] | None:
    """The group and the night that a private reply is for, by the deck of the message that it answers."""
    if answered is None or not answered.startswith(_WISH):
        return None
    _, group, night = answered.split(":")
    return int(group), night


def question(deck: str, text: str, box: str, *, to: tuple[str, str] | None = None) -> Table:
    """A message that asks for a reply; `to` is the id and the name of whom it asks among others."""
    html = message(text)
    if to:
        user, name = to
        html = html.replace(escape(name), f'<a href="tg://user?id={user}">{escape(name)}</a>', 1)
    return Table(deck=deck, html=html, fresh=True, asks=shorten(box, _BOX))


def render(board: Board, heard: Heard | None, wish: str = "") -> tuple[Saying, ...]:
    """All that is said after a step; `heard` is None when the clock took it. `wish` leads to a private wish."""
    said: list[Saying] = []
    spoken = heard is not None and heard.kind not in {Kind.LEFT, Kind.BALLOT}
    if heard is not None and heard.query is not None:
        said.append(Answer(query=heard.query, text=shorten(board.note, NOTE), alert=not board.night))
    elif spoken and board.note and not board.fresh:
        said.append(Say(html=message(board.note), about=_TABLE + board.night if board.night else None))
    if board.night and (board.changed or board.fresh):
        said.extend(_shown(board, heard.message if heard else None, wish))
    return tuple(said)


def _shown(board: Board, tapped: int | None, wish: str) -> Iterable[Saying]:
    if board.after:
        yield Table(deck=_AFTER + board.night, html=_bold(board.text, TEXT), keys=_keys(board, wish), message=tapped)
        return
    poll = _POLL + board.night
    if board.poll and board.poll.closed:
        yield Stop(deck=poll)
    picked = board.cards and not board.buttons
    head, _, rest = board.text.partition("\n")
    words = head if picked else f"{head}\n{rest}".rstrip()
    yield Table(
        deck=_TABLE + board.night, html=_bold(words, TEXT), keys=_keys(board, wish), fresh=board.fresh, message=tapped
    )
    if picked:
        yield _pick(board, head, rest)
    if board.poll and not board.poll.closed:
        options = tuple(shorten(plain(option), _OPTION) for option in board.poll.options)
        yield Ask(deck=poll, night=board.night, question=shorten(board.poll.question, _QUESTION), options=options)


def _pick(board: Board, head: str, rest: str) -> Show:
    """The film of the evening: a message of its own, for an edit rings no phone."""
    card = board.cards[0]
    return Show(
        deck=_PICK + board.night,
        html=_bold("\n".join(part for part in (head, card.facts, rest) if part), CAPTION),
        keys=(),
        film=card.tmdb,
        title=card.title,
        year=card.year,
        genres=card.genres,
        poster_path=card.poster_path,
    )


def _bold(text: str, most: int) -> str:
    """The first line in bold, all of it within `most` units."""
    head, _, rest = shorten(text, most).partition("\n")
    return "\n".join(part for part in (tag("b", head), escape(rest)) if part)


def _keys(board: Board, wish: str) -> Keys:
    rows = (tuple(_key(button, board.night, wish) for button in row) for row in board.buttons)
    return tuple(kept for row in rows if (kept := tuple(key for key in row if key)))


def _key(button: Button, night: str, wish: str) -> tuple[str, str] | None:
    if button.move is Move.PRIVATELY:
        return (plain(button.label), wish) if wish else None
    return plain(button.label), pack_night(button.move, button.film, night)
