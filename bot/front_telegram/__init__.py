"""The chat on Telegram: updates in, messages out, nothing lost between them.

`receive` writes updates to the inbox, `work` answers them into the outbox, `send` empties it; `serve` runs the three.
"""

from bot.front_telegram.listening import Listening
from bot.front_telegram.serve import serve
from bot.front_telegram.service import Parts

__all__ = ["Listening", "Parts", "serve"]
