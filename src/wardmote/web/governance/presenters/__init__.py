"""Boards, scrutiny and duties as lists, tables and sentences."""
