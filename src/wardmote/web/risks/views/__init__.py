"""Pages of risks, money and the horizon."""
