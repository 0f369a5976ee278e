"""What a dataset says of itself: its card and its statistics."""
