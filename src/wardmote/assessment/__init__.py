"""What a strategic assessment must contain, and as much of it as the evidence can draft."""
