"""Piper's voices: which there are, how they are fetched and checked, and where they are."""
