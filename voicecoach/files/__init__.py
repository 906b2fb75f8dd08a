"""Files: reading, caching and writing on disk."""
