"""Scores against gold: sets of annotated texts, what the pipeline finds in them, and how right it is."""
