"""What comes in an address, checked, with a sentence for whatever is wrong."""
