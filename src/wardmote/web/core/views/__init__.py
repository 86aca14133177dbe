"""Pages about records of every kind."""
