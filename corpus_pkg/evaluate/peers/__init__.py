"""Other systems, run beside ours on the same sets: for quotations, quantities and times.

Quotations: a baseline of our own, and textacy. Quantities: quantulum3 and Recognizers-Text. Times: Recognizers-Text and
dateparser. CQE, the best published for quantities, does not install from the index.

The rules of the Gender Gap Tracker (Simon Fraser University) are the other known ones for news. No package of the
Python index serves them, by any name that tells so: they are a repository of scripts. `sayswho` resolves the speakers
of textacy's quotations and finds no others.
"""
