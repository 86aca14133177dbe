"""What people type about boards, scrutiny and duties, checked."""
