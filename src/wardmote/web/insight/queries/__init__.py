"""What pages ask of the evidence; each answer is kept in memory until another load changes it."""
