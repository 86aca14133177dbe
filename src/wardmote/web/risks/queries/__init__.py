"""What is looked up about risks, money and the horizon."""
