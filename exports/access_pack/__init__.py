"""Everything that is held about one person, in one file that anybody can read."""
