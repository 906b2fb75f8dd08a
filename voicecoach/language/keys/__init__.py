"""Keys: the mappings of a routine file, one module for each."""
