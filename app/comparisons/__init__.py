"""Two initiatives, or two periods of one, side by side: what differs around them, and no order."""
