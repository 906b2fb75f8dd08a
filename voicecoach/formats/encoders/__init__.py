"""Encoders: samples to the bytes of a codec, and the programs and libraries that do it."""
