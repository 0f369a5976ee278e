"""The layout of an article and the metadata that it states."""
