"""Feeds: what their items state."""
