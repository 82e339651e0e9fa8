"""The three steps of a debrief, one after the other."""
