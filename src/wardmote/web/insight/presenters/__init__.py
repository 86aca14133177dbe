"""From figures to what a page shows: sentences first, then pictures with the tables behind them."""
