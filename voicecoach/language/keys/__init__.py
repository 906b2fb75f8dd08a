"""Keys: the mappings in a routine file, one module for each."""
