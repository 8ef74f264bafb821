"""What an organization funds or leads, read from the summaries alone; it keeps no log of its own."""
