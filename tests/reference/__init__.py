"""The slow, obvious twin of each calculation."""
