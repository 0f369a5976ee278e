"""Feeds: their items as trees, the text of these, and what they state."""
