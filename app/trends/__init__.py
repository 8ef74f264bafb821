"""One indicator over time: who led meanwhile, what happened, what its values show and what they cannot."""
