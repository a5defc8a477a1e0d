"""The picture on a card: a film's own poster by address, or one drawn here."""

from bot.posters.address import WIDTHS, poster_address
from bot.posters.drawing import LARGEST_FILE, contact_sheet, draw

__all__ = ["LARGEST_FILE", "WIDTHS", "contact_sheet", "draw", "poster_address"]
