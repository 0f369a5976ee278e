"""The only code that writes a dataset."""
