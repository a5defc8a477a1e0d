"""Matinee in a terminal: the chat, and the pages that the CLI's other commands print."""
