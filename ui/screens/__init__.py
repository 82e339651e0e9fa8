"""One screen per file; screens do not know each other."""
