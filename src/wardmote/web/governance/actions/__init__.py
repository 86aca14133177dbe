"""What can be done to groups, meetings, scrutiny and duties, each audited."""
