"""The exit gate: nothing leaves but through here."""
