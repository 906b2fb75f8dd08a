"""Sharing: what is made of finished files, so that a phone gets them."""
