"""Text: YAML as plain data, with the place of every word."""
