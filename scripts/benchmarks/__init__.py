"""Benchmarks: what voicecoach takes beside other ways to the same programme, as ratios."""
