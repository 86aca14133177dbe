"""What may be said about a measure: each kind of finding is one module; looks taken together are corrected together."""

from wardmote.measures.findings.finding_all import find_findings, findings_across

__all__ = ["find_findings", "findings_across"]
