"""Judges what a contributor brings: raw articles, sidecars, reviewed annotations, settings."""
