"""What is looked up about people and partnerships."""
