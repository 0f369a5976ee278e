"""Mentions of names, found by a recogniser and repaired by rules over the whole text."""
