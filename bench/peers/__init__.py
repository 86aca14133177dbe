"""What Wardmote is measured against: the same work in bare DuckDB and in pandas, written as their users would."""
