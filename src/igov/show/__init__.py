"""Nouns become pages and files: the pieces every screen is made of, and the writers, one function a format."""
