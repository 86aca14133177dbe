"""The plan as components of a page."""
