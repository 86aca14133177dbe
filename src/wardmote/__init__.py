"""Wardmote runs a Community Safety Partnership: from raw files to findings that can be believed."""

__version__ = "0.1.0"
