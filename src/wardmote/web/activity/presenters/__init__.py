"""Activities as components of a page."""
