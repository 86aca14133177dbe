"""People and agencies as components of a page."""
