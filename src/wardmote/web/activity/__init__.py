"""What the partnership does: programmes, services, campaigns, training, schemes, standards and pilots, in numbers."""
