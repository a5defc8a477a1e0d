"""The steps, oldest first: one file a step, numbered in `revision`. A new step also raises `bot.store.upgrade.HEAD`."""
