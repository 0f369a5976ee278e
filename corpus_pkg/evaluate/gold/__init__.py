"""Gold sets, one JSON object a line: read, checked, and given types."""
