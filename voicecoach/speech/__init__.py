"""Speech: from a line of text to a finished clip, by one of the speech engines."""
