"""Initiatives, their partnerships, phases and claims."""
