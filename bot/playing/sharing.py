"""Cards that a group shares: who may turn them, and thumbs that are everybody's own."""

from __future__ import annotations

from dataclasses import replace

from bot import groups
from bot.dialogue import Record
from bot.playing.scene import Scene
from bot.playing.showing import show
from bot.reply import Reply
from bot.turn import Action

PAGING = frozenset({Action.NEXT, Action.PREVIOUS, Action.OPEN, Action.SWITCH})
"""What turns a card, or changes what it answers."""


def may_act(scene: Scene) -> bool:
    """Whether the person may do this to a card of the group: turning is for who asked for it, and for admins."""
    if scene.turn.action not in PAGING:
        return True
    deck = scene.session.find(scene.turn.deck)
    return scene.turn.admin or deck is None or deck.asker in {None, scene.person}


def record(scene: Scene, step: Record) -> Reply:
    """A thumb on a card of a group: the person's own, never turning the card; the same once more takes it back."""
    turn, film = scene.turn, step.film
    mine, verdict = groups.own(scene.thumbs, scene.person, film), step.verdict
    if turn.action is not None:
        if scene.taps.twice((turn.chat, turn.user, film), turn.action, turn.key, turn.at):
            return Reply(note=scene.words("again"))
        verdict = None if mine is verdict else verdict
    if mine is verdict:
        return Reply(note=scene.words("again"))
    scene.thumbs = groups.told(scene.thumbs, scene.person, film, verdict)
    scene.verdicts = groups.together(scene.thumbs)
    scene.judged(film, verdict, step.deck.id if step.deck else None)
    note = scene.words("noted" if verdict else "taken-back")
    return replace(show(scene, step.deck), note=note) if step.deck else Reply(note=note)
