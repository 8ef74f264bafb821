"""The journal: the entries of every kind in one timeline, and the page that asks what happened."""
