"""Pages of people, agencies and one's own account."""
