"""Days that the law counts: spans, working days, and when a duty falls due. Dates in, dates out."""
