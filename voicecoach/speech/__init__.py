"""Speech: from a line of text to a finished clip, through one of the speech engines."""
