"""Text to annotations: pure functions without files or global state."""
