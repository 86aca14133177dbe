"""The board and its groups, meetings and papers, scrutiny, and the law’s clocks."""
