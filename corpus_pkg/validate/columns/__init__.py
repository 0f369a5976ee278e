"""Judges articles by columns: a rule looks at all records of a batch at once."""
