"""The chat on Telegram: updates in, messages out, nothing lost between them.

`receive` writes updates to the inbox, `work` answers them into the outbox, `send` empties it; `serve` runs the three.
"""
