"""How an action stands: three words that an owner can choose between in a corridor."""

DONE, GOING, STUCK = "done", "going", "stuck"
STATUSES = [(GOING, "going"), (STUCK, "stuck"), (DONE, "done")]
# What each word means, as the owner is asked.
MEANINGS = {
    DONE: "Done: it has happened",
    GOING: "Going: it is under way, or will be in time",
    STUCK: "Stuck: something is in the way",
}


def stands(done: int, going: int, stuck: int) -> str:
    """5 done, 6 going and 1 stuck, of 12 actions."""
    total = done + going + stuck
    if not total:
        return "No actions yet."
    return f"{total:,} {'action' if total == 1 else 'actions'}: {done:,} done, {going:,} going, {stuck:,} stuck."
