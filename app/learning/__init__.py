"""Proposals, obstacles and enablers, incidents, and stories."""
