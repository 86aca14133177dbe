"""The catalogue's typed models and its one loader."""
