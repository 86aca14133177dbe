"""What each partner owes by law, by when, and what has come: the calendar of section 17A."""
