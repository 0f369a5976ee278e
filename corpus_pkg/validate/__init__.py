"""Proves a dataset sound: levels of rules, cheap first."""
