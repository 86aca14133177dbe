"""What is looked up about activities."""
