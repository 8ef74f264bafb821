"""Engine, unit of work, column types and audit: what every package stores with. Imports no domain package."""
