"""What an organization leads or funds, read from summaries only."""
