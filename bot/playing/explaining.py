"""What is said in words: why a film was dealt, and what is answered where nothing is dealt."""

from __future__ import annotations

from dataclasses import replace

from bot import wording
from bot.dialogue import Explain, Say, Topic
from bot.playing.scene import Scene
from bot.playing.showing import cards, show
from bot.reply import Reply

_LONGEST = 60  # letters of what was not understood, said back


def explain(scene: Scene, step: Explain) -> Reply:
    """Why a film was dealt, with its card."""
    position = step.deck.films.index(step.film) if step.film in step.deck.films else step.deck.position
    deck = replace(step.deck, position=position)
    found = cards(scene, deck)
    scene.session = scene.session.turn(deck)
    why = next((c for c in found.candidates if c.tmdb == step.film), None)
    text = wording.at_length(why.reasons, scene.name, scene.words) if why else scene.words("no-deck")
    if scene.turn.group and scene.turn.action is not None:
        return Reply(note=text)  # to who asked: the card is everybody's
    return replace(show(scene, deck, found), text=text)


def say(scene: Scene, step: Say) -> Reply:
    """What a topic is answered with."""
    scene.keep = step.keep
    if step.topic is Topic.CLEARED:
        scene.session = scene.session.clear()
    if step.topic is Topic.UNCLEAR:
        said = " ".join((step.request.raw if step.request else scene.turn.text).split())
        if not said:
            return Reply(text=scene.words("unclear-empty"))
        short = said if len(said) <= _LONGEST else f"{said[: _LONGEST - 3].rstrip()}…"
        return Reply(text=scene.words("unclear", words=short))
    return Reply(text=scene.words(str(step.topic).replace(" ", "-")))
