"""Sources to a dataset; the only place that knows processes and progress."""
