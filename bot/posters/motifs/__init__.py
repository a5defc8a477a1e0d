"""The pictures that posters are made of: each draws itself on a sheet of any proportions.

A motif is a function of a canvas (filled with the palette's paper), a palette, and the film's own chance. It ends in
the colours that design.toml names as its head and foot, so that letters can stand on the same ground.
"""

from collections.abc import Callable, Mapping
from random import Random

from bot.posters.canvas import Canvas
from bot.posters.colour import Palette
from bot.posters.motifs import abstract, land, night, play, rooms, sky, stories, things

Motif = Callable[[Canvas, Palette, Random], None]

MOTIFS: Mapping[str, Motif] = {
    motif.__name__: motif
    for motif in (
        *(sky.orbits, sky.planet, sky.aeroplane, sky.peak),
        *(land.mesas, land.hills, land.road, land.sea, land.fin, land.snow, land.reeds),
        *(night.blinds, night.lamp, night.trees, night.city, night.searchlights),
        *(rooms.door, rooms.window, rooms.room, rooms.stairs, rooms.bars),
        *(things.jacket, things.umbrella, things.lens, things.record, things.keys, things.keyhole, things.dial),
        *(abstract.circles, abstract.shapes, abstract.stripes, abstract.target, abstract.spiral, abstract.speed),
        *(stories.castle, stories.compass, stories.columns, stories.fist, stories.iris),
        *(play.robot, play.blocks, play.bear),
    )
}
"""Every motif by its name in design.toml."""

__all__ = ["MOTIFS", "Motif"]
