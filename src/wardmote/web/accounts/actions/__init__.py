"""What can be done to people, agencies and tokens, each audited."""
