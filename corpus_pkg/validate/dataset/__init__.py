"""Judges a dataset directory: its files, its tables, what holds between its rows, its card."""
