"""Sharing: finished programmes offered to phones in the same network."""
