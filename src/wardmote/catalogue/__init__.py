"""The domain as data: what an analyst or a lawyer edits. Nothing here but data files."""
