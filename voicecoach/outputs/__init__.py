"""Sidecars: what is made from the timeline alone, one module an output."""
