"""Pages of activity."""
