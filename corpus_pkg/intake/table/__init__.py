"""Tables of articles: how their cells are parted, and their rows."""
