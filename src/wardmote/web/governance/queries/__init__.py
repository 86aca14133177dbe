"""What is looked up about boards, scrutiny and duties."""
