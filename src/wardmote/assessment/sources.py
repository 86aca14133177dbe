"""Which loads an assessment stands on."""

from wardmote.evidence.evidence import Evidence


def sources_of(evidence: Evidence) -> tuple[str, ...]:
    """A line for each load that brought rows, oldest first."""
    return tuple(
        f"Load {load.number}: {load.name} ({load.kept:,} rows kept, {load.quarantined:,} set aside)"
        for load in evidence.loads
        if load.kept
    )
