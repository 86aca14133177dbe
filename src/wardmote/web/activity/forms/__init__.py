"""What people type about activities, checked."""
