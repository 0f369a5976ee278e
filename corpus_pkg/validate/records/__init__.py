"""Judges records as JSON and JSON Lines: a block of lines at once by columns, and line by line where that fails."""
