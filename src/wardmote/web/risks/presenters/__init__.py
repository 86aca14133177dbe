"""Risks, money and the horizon as components of a page."""
