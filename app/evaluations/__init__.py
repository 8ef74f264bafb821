"""From rows to measurement records, and from results to the evaluation page."""
