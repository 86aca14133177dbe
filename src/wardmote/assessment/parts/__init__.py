"""The parts of an assessment: each kind that an outline may name is one function here."""

from wardmote.assessment.parts.build import build_part

__all__ = ["build_part"]
