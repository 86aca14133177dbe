"""Wardmote's side of the benchmarks, where no command does just what is measured."""
