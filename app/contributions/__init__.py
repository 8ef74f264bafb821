"""Contribution: what else may explain a change, and what speaks for and against it."""
