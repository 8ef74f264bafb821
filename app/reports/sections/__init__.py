"""What each section of a report tells, made from what the evaluation page shows."""
