"""Publications: an evaluation frozen on a day, with its narrative and its fingerprint."""
