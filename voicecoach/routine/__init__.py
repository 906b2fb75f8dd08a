"""What a routine means: exercises, cues and sounds, and how blocks unroll to phases."""
