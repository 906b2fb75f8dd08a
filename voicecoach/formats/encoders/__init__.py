"""Encoders: from samples to the bytes of a codec, and the programs and libraries they use."""
