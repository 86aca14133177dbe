"""What needs no database: money over time, and the packs of duties."""
