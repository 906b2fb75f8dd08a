"""Files: what is read, kept and written on disk."""
