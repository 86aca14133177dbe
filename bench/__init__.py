"""The benchmarks: what Wardmote costs, each figure beside a named peer or limit that ran in the same minutes.

`python -m bench` runs them all; `python -m bench load measures` runs those named.
"""
