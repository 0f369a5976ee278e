"""Names joined: the same person, place or body inside an article, and in every article."""
