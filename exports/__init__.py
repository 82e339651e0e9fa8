"""What leaves the machine and comes back: the page, the record, the archive, the headless commands."""
