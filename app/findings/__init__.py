"""Findings: what evaluators judge, and what the team answers."""
