"""Pages of boards, scrutiny and duties."""
