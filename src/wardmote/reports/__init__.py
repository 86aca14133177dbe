"""How findings are shown: charts, one page, one PDF, and the data behind each figure."""
