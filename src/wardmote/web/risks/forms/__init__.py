"""What people type about risks, money and the horizon, checked."""
