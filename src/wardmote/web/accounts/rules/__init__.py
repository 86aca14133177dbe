"""What needs no database: the table of roles."""
