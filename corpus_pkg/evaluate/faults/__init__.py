"""Faults planted in sound data at random places: whether the validator finds each, with its code, at its place."""
