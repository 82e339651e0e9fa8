"""What is measured and written down, and never asserted: ``python -m tests.bench`` prints one JSON line a figure."""
