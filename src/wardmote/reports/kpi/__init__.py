"""The quarterly report of key performance indicators: each live measure on one page, and as spreadsheets."""
