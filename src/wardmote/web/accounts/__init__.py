"""People, agencies and partnerships: who comes in, and what they may do."""
