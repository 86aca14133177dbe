"""What is worked out about boards and duties from plain values."""
