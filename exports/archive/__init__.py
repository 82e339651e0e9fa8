"""The archive: a folder with every page that was handed over, for years and for any program."""
