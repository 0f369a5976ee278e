"""Other systems, run beside ours on the same sets.

Quotations: a baseline of our own, and textacy. The rules of the Gender Gap Tracker (Simon Fraser University) are the
other known ones for news. No package of the Python index serves them, by any name that tells so: they are a repository
of scripts. `sayswho` resolves the speakers of textacy's quotations and finds no others.

Quantities: quantulum3 and recognizers-text. Times: recognizers-text and dateparser. CQE, the other known one for
quantities in news, does not install from the Python index.

What mends them beside this package's pins stands in the extra `eval`: recognizers-text imports a name that emoji 2 took
out, and the classifier of quantulum3, which runs as soon as scikit-learn is there (textacy asks for it), was stored by
scikit-learn 1.8.0, cannot be read by 1.9.1, and needs `stemming`.
"""
