"""What the evidence says: measures, maps, loads, downloads and the assessment."""
