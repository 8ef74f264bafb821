"""One story a file; `seed/world.py` puts them together."""
