"""Other systems for quotations, run beside ours on the same sets: a baseline of our own, and textacy.

The rules of the Gender Gap Tracker (Simon Fraser University) are the other known ones for news. No package of the
Python index serves them, by any name that tells so: they are a repository of scripts. `sayswho` resolves the speakers
of textacy's quotations and finds no others.
"""
