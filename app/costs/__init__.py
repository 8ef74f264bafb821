"""Costs and benefits."""
