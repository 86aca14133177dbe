"""Reading partners' spreadsheets by their source cards, in memory, without ever writing who is in them."""
