"""Tandem: who led each phase of a co-produced service, how that is evidenced, and what changed meanwhile."""
