"""One story a file; `ALL` is in `seed/cast.py` order of telling."""
