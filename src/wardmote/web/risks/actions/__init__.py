"""What can be done to risks, money and the horizon, each audited."""
