"""Fuzzing: every reader is fed bytes that coverage of its branches leads to, and must answer with a report."""
