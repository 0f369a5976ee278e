"""Named entities: recognised, repaired by the document, joined, and given keys."""
