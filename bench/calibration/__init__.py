"""What `make calibrate` simulates and counts."""
