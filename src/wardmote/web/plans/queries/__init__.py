"""What is asked of the plan."""
