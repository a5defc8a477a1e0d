"""A movie night in words: the message that it lives in, and the word that passes for who tapped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from bot.groups import Board, Button, Happening, Move, Night, Poll, What, counts
from bot.reply import Card
from bot.wording.reasons import Namer, clause, label
from bot.wording.standing import clause as wish
from bot.wording.standing import standing
from bot.wording.words import Words
from engine.candidate import Fact, Reason

_NAMES = 8  # so many people are named, the rest are counted
_NAME = 24  # characters of one name
_TITLE = 40  # characters of a title on a button
_LINE = 160  # characters of a wish or a reason


def opened(night: Night, name: Namer, say: Words) -> Board:
    """Who is in and what they wish openly, while people join."""
    return Board(
        night=night.id,
        text="\n".join(
            [_head(night, name, say), say("night-in", names=_names(night, say)), *_wishes(night, name, say)]
        ),
        buttons=(
            (_button(Move.JOIN, say), _button(Move.WISH, say)),
            (_button(Move.PRIVATELY, say), _button(Move.BUTTONS if night.by_poll else Move.POLL, say)),
            (_button(Move.DEAL, say), _button(Move.CANCEL, say)),
        ),
    )


def dealt(night: Night, cards: tuple[Card, ...], at: datetime, name: Namer, say: Words) -> Board:
    """The films on the table with the votes for each; `cards` of the offers that the catalogue still has."""
    lines = [_head(night, name, say)]
    if night.relaxed:
        lines.append(
            say("only", count=night.exact, relaxed=say.listing([say(f"relaxed-{wish}") for wish in night.relaxed]))
        )
    lines.append(say("night-dealt", count=len(cards), names=_names(night, say)))
    lines += [_film(place, card, say) for place, card in enumerate(cards, 1)]
    if night.by_poll:
        lines.append(say("night-poll-voted", voted=night.voted, count=len(night.guests)))
    lines.append(_closes(night, at, say))
    votes = counts(night)
    buttons = (
        []
        if night.by_poll
        else [
            Button(
                label=say("night-button-vote", title=_cut(card.title, _TITLE), count=votes[card.tmdb]),
                move=Move.VOTE,
                film=card.tmdb,
            )
            for card in cards
        ]
    )
    return Board(
        night=night.id,
        text="\n".join(line for line in lines if line),
        buttons=(
            *((button,) for button in buttons),
            (_button(Move.JOIN, say), _button(Move.LEAVE, say), _button(Move.CLOSE, say)),
        ),
        cards=cards,
    )


def poll(cards: tuple[Card, ...], say: Words) -> Poll:
    """The films on the table as what is asked in a poll."""
    return Poll(question=say("night-poll-question"), options=tuple(_titled(card) for card in cards))


def decided(
    night: Night,
    card: Card,
    why: Mapping[int, tuple[Reason, ...]],
    shared: tuple[Reason, ...],
    name: Namer,
    say: Words,
) -> Board:
    """The film of the evening, how it won, and why it suits each guest.

    `why` has by person what may be said aloud of them alone; `shared` is said of those of whom there is nothing.
    """
    outcome = night.outcome
    assert outcome is not None, "a night is shown as decided when it is"
    title = _titled(card)
    if outcome.votes:
        lines = [say("night-tonight", title=title, votes=outcome.votes, count=len(night.guests))]
        if outcome.tie:
            others = say.listing([name(film) for film in outcome.tied])
            lines.append(say(f"night-tie-{_dashed(outcome.tie)}", others=others))
    else:
        lines = [say("night-tonight-unvoted", title=title), say("night-nobody")]
    return Board(night=night.id, text="\n".join([*lines, *_why(night, why, shared, name, say)]), cards=(card,))


def after(night: Night, name: Namer, say: Words) -> Board:
    """How was it? With what was said so far, counted on the buttons."""
    outcome = night.outcome
    assert outcome is not None, "a film is asked about when there is one"
    counts = {True: 0, False: 0} | Counter(word.liked for word in night.said)
    buttons = tuple(
        Button(
            label=say("shared-count", button=say(f"button-{verdict}"), count=count)
            if count
            else say(f"button-{verdict}"),
            move=move,
            film=outcome.film,
        )
        for verdict, move, count in (("up", Move.LIKED, counts[True]), ("down", Move.DISLIKED, counts[False]))
    )
    return Board(night=night.id, text=say("night-after", title=name(outcome.film)), buttons=(buttons,), after=True)


def cancelled(night: Night, say: Words) -> Board:
    """The night that was called off."""
    return Board(night=night.id, text=say("night-cancelled"))


def note(happened: tuple[Happening, ...], name: Namer, say: Words) -> str:
    """The word for who tapped: the last thing that happened, and of a vote that closed the night the vote."""
    own = [each for each in happened if each.what is not What.DECIDED] or list(happened)
    if not own:
        return ""
    last = own[-1]
    values = {"title": _cut(name(last.film), _TITLE)} if last.film is not None else {}
    return say(f"night-note-{_dashed(last.what)}", **values)


def _head(night: Night, name: Namer, say: Words) -> str:
    return say("night-head", wish=wish(night.request, name, say))


def _names(night: Night, say: Words) -> str:
    return _listed([guest.name for guest in night.guests], say)


def _listed(names: list[str], say: Words) -> str:
    short = [_cut(name, _NAME) for name in names]
    if len(short) <= _NAMES:
        return say.listing(short)
    return say("night-more", names=", ".join(short[:_NAMES]), count=len(short) - _NAMES)


def _wishes(night: Night, name: Namer, say: Words) -> list[str]:
    called = {guest.person: guest.name for guest in night.guests}
    return [
        say(
            "night-wish",
            name=_cut(called[wished.person], _NAME),
            wish=_cut(standing(wished.request, name, say), _LINE),
        )
        for wished in night.wishes
        if not wished.private
    ][:_NAMES]


def _film(place: int, card: Card, say: Words) -> str:
    facts = " · ".join(
        fact for fact in (card.runtime, ", ".join(label(genre, say) for genre in card.genres[:2])) if fact
    )
    if not facts:
        return say("night-film-bare", place=place, title=_titled(card))
    return say("night-film", place=place, title=_titled(card), facts=facts)


def _closes(night: Night, at: datetime, say: Words) -> str:
    if night.closes_at is None:
        return ""
    if night.everybody_voted:
        return say("night-closes-now")
    minutes = round((night.closes_at - at).total_seconds() / 60)
    return say("night-closes", minutes=minutes) if minutes >= 1 else say("night-closes-soon")


def _why(
    night: Night, why: Mapping[int, tuple[Reason, ...]], shared: tuple[Reason, ...], name: Namer, say: Words
) -> list[str]:
    """One line a guest; guests of whom nothing is known share a line."""
    known = [guest for guest in night.guests if why.get(guest.person)][:_NAMES]
    lines = [(_cut(guest.name, _NAME), _told(why[guest.person], name, say)) for guest in known]
    rest = [guest.name for guest in night.guests if not why.get(guest.person)]
    if rest:
        lines.append((_listed(rest, say), _told(shared, name, say) or say("night-why-nothing")))
    return [say("night-why", name=names, why=_cut(told, _LINE)) for names, told in lines]


def _told(reasons: tuple[Reason, ...], name: Namer, say: Words) -> str:
    """Such as "not dark; cosy and feel-good, as you like them"."""
    moods = [say(f"mood-{r.value}") for r in reasons if _by_taste(r)]
    clauses = [_clause(reason, name, say) for reason in reasons if not _by_taste(reason)]
    return "; ".join([*clauses, *([say("night-why-mood", moods=say.listing(moods))] if moods else [])])


def _by_taste(reason: Reason) -> bool:
    """Whether it is a mood that the guest's liked films have too."""
    return reason.fact is Fact.MOOD and reason.theirs > 0


def _clause(reason: Reason, name: Namer, say: Words) -> str:
    if reason.fact is Fact.LIKED and reason.other is None:
        return say("night-why-liked")
    return clause(reason, name, say)


def _titled(card: Card) -> str:
    return f"{card.title} ({card.year})" if card.year else card.title


def _button(move: Move, say: Words) -> Button:
    return Button(label=say(f"night-button-{move}"), move=move)


def _dashed(value: str) -> str:
    return str(value).replace(" ", "-")


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
