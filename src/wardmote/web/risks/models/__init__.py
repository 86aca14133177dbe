"""Risks with their scores, grants with what depends on them, savings with their method, and the horizon."""

from wardmote.web.risks.models.grant import Dependent, Grant
from wardmote.web.risks.models.horizon import HorizonItem
from wardmote.web.risks.models.risk import Risk, RiskScore
from wardmote.web.risks.models.saving import Saving

__all__ = ["Dependent", "Grant", "HorizonItem", "Risk", "RiskScore", "Saving"]
