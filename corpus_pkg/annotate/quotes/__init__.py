"""Quotations: stretches, cues, speakers, found by rules over characters and tokens."""
