"""From a survey's answers to what may be said of everyone: weights, shares with intervals, warnings and changes."""
