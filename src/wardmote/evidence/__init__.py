"""The evidence store: what partners sent, row for row, with everything set aside and why."""
