"""The evaluation mathematics, pure: frozen records in, results with their basis out."""
