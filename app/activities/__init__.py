"""The activity log: who did what, who led it and who decided."""
