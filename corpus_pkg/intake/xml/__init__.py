"""XML: the units of a file as small trees, and their text."""
