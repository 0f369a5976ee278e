"""The measures: what counts as right, task by task. Pure functions of gold and predictions."""
