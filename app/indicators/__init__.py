"""Indicators with baseline and target, and their observations."""
