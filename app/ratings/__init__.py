"""Links to rate by, and the views that come by them: who led a phase, said by both sides."""
