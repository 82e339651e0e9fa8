"""What many calls say together: one measure a module, each a pure function of facts.

They hold to the same: levels and words are ordinal, so there are counts, ranges and medians, never means; "no chance to
see" is no level; what was recalled is shown, and nothing is told from it; below its least number of calls a measure is
None, which a person reads as "too few to tell".
"""
