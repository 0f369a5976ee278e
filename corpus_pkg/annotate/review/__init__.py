"""What people corrected, applied over what the annotator found."""

from corpus_pkg.annotate.review.apply import Reviewed, apply_review

__all__ = ["Reviewed", "apply_review"]
