"""The chat side: turns in, replies out."""
