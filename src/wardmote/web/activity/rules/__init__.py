"""What needs no database: the kinds of activity, and how their numbers are said."""
