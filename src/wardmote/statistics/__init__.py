"""Pure functions: arrays in, a result out. Nothing here reads, writes, or knows what is counted."""
