"""The parts of the Archive screen, one tab each."""
