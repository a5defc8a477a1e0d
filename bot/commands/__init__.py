"""The commands of `matinee`, a file for each that is more than a few lines."""
