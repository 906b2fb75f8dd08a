"""What a translator of the catalogue has to do."""
