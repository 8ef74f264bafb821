"""Files that bear out an entry: photographs, receipts, minutes."""
