"""What needs no database: statuses, and the comparison of two editions."""
