"""Facts counted from Ville de Montréal's open data set on green alleys."""
