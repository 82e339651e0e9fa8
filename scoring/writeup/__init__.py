"""The write-up check: offline word lists and plain rules (docs/write-up.md says what it sees and what it cannot)."""
