"""What can be done to activities and what belongs to them, each audited."""
